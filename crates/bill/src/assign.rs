//! Which session a bill is for. A wrong choice would make a wrong bill right, so only what is unambiguous is chosen.

use eichrecht_model::{
    Assessment, AssignedBy, Assignment, Bill, BillRequest, Compared, NotAssigned, TimeQuality, TimeSync, Transaction, TransactionId,
};

use crate::compare::{Session, Which, difference, near, same_evse};

/// Seconds by which a bill may miss the only session before it is taken for one of another session: more than any
/// mistaken zone explains.
const ELSEWHERE: i64 = 15 * 3600;

pub(crate) fn assign(assessment: &Assessment, request: &BillRequest) -> Assignment {
    if let Some(named) = request.session {
        return match assessment.transaction(named) {
            Some(_) => Assignment::To(named, AssignedBy::Named),
            None => Assignment::None(NotAssigned::NoSuchSession, ids(assessment.transactions.iter())),
        };
    }
    let Ok(bill) = &request.bill else { return Assignment::None(NotAssigned::BillUnreadable, Vec::new()) };
    match assessment.transactions.as_slice() {
        [] => Assignment::None(NotAssigned::NoSession, Vec::new()),
        [only] if elsewhere(assessment, only, bill) => Assignment::None(NotAssigned::OtherTime, vec![only.id]),
        [only] => Assignment::To(only.id, AssignedBy::Only),
        several => choose(assessment, several, bill),
    }
}

fn ids<'a>(transactions: impl Iterator<Item = &'a Transaction>) -> Vec<TransactionId> {
    transactions.map(|transaction| transaction.id).collect()
}

/// Whether begin and end of the bill both lie far from those of the session.
fn elsewhere(assessment: &Assessment, transaction: &Transaction, bill: &Bill) -> bool {
    let session = Session::new(assessment, transaction);
    // A clock that was never set, or that the meter declares unusable, refutes nothing.
    let set = |which| session.reading(which).and_then(|reading| reading.time.as_ref()).is_some_and(|time| time.sync != TimeSync::Unknown);
    if transaction.time_quality == TimeQuality::Unusable || !set(Which::Begin) || !set(Which::End) {
        return false;
    }
    let far = |which, billed: &Option<eichrecht_model::BillTime>| {
        billed.as_ref().zip(session.instant(which)).map(|(billed, signed)| difference(billed, signed).abs() > ELSEWHERE)
    };
    let far: Vec<bool> = [far(Which::Begin, &bill.begin), far(Which::End, &bill.end)].into_iter().flatten().collect();
    !far.is_empty() && far.iter().all(|far| *far)
}

/// How far a session fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fit {
    /// Times or charge point fit; `None` when the bill has none of them, or the data.
    place: Option<bool>,
    /// The amount fits.
    amount: Option<bool>,
}

fn choose(assessment: &Assessment, transactions: &[Transaction], bill: &Bill) -> Assignment {
    let fits: Vec<(&Transaction, Fit)> =
        transactions.iter().map(|transaction| (transaction, fit(&Session::new(assessment, transaction), bill))).collect();
    let by_place: Vec<&Transaction> = fits.iter().filter(|(_, fit)| fit.place == Some(true)).map(|(transaction, _)| *transaction).collect();
    match by_place.as_slice() {
        // A session whose times nobody knows could be meant as well.
        [one] if fits.iter().all(|(_, fit)| fit.place.is_some()) => return Assignment::To(one.id, AssignedBy::Fits),
        [] => {}
        several => {
            let both: Vec<_> = fits.iter().filter(|(_, fit)| fit.place == Some(true) && fit.amount == Some(true)).collect();
            return match both.as_slice() {
                [(one, _)] if fits.iter().all(|(_, fit)| fit.place.is_some()) => Assignment::To(one.id, AssignedBy::Fits),
                _ => Assignment::None(NotAssigned::Several, ids(several.iter().copied())),
            };
        }
    }
    if fits.iter().any(|(_, fit)| fit.place.is_some()) {
        return Assignment::None(NotAssigned::NoneFits, ids(transactions.iter()));
    }
    let by_amount: Vec<&Transaction> =
        fits.iter().filter(|(_, fit)| fit.amount == Some(true)).map(|(transaction, _)| *transaction).collect();
    match by_amount.as_slice() {
        [one] => Assignment::To(one.id, AssignedBy::AmountAlone),
        [] if bill.energy.is_some() => Assignment::None(NotAssigned::NoneFits, ids(transactions.iter())),
        [] => Assignment::None(NotAssigned::Several, ids(transactions.iter())),
        several => Assignment::None(NotAssigned::Several, ids(several.iter().copied())),
    }
}

fn fit(session: &Session<'_>, bill: &Bill) -> Fit {
    let time = |which, billed: &Option<eichrecht_model::BillTime>| {
        let (billed, signed) = billed.as_ref().zip(session.instant(which))?;
        Some(near(difference(billed, signed), which))
    };
    let evse = bill.evse.as_ref().zip(session.signed_evse()).map(|(billed, signed)| same_evse(billed, &signed));
    let begin = time(Which::Begin, &bill.begin);
    let end = time(Which::End, &bill.end);
    let known: Vec<bool> = [begin, end, evse].into_iter().flatten().collect();
    let place = (!known.is_empty()).then(|| known.iter().all(|fits| *fits));
    let amount = session.energy(bill).map(|check| matches!(check.outcome, Compared::Agrees | Compared::RoundedDown));
    Fit { place, amount }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Figures;
    use crate::testing::*;

    fn on(day: &'static str) -> TestSession {
        let (begin, end) = match day {
            "first" => ("2026-07-07T15:00:00Z", "2026-07-07T17:00:00Z"),
            _ => ("2026-07-09T15:00:00Z", "2026-07-09T17:00:00Z"),
        };
        TestSession { begin, end, ..TestSession::default() }
    }

    fn assigned(sessions: &[TestSession], of: Figures<'_>) -> Assignment {
        check(sessions, figures(of), None).assignment
    }

    fn to(number: usize, by: AssignedBy) -> Assignment {
        Assignment::To(TransactionId(number), by)
    }

    fn why(assignment: Assignment) -> NotAssigned {
        match assignment {
            Assignment::None(why, _) => why,
            Assignment::To(..) => panic!("{assignment:?}"),
        }
    }

    #[test]
    fn the_only_session_unless_its_times_are_elsewhere() {
        assert_eq!(assigned(&[on("first")], Figures::default()), to(1, AssignedBy::Only));
        let other_day = Figures { begin: Some("2026-07-08 17:00"), end: Some("2026-07-08 19:00"), ..Figures::default() };
        assert_eq!(why(assigned(&[on("first")], other_day)), NotAssigned::OtherTime);
        let end_much_later = Figures { begin: Some("2026-07-07 17:00"), end: Some("2026-07-08 19:00"), ..Figures::default() };
        assert_eq!(assigned(&[on("first")], end_much_later), to(1, AssignedBy::Only));
        // A clock that was never set refutes nothing.
        let unset = TestSession { sync: TimeSync::Unknown, ..on("first") };
        assert_eq!(assigned(&[unset], other_day), to(1, AssignedBy::Only));
        assert_eq!(why(assigned(&[], Figures::default())), NotAssigned::NoSession);
    }

    #[test]
    fn several_are_told_apart_by_time() {
        let begin = Figures { begin: Some("2026-07-09 16:45"), ..Figures::default() };
        assert_eq!(assigned(&[on("first"), on("second")], begin), to(2, AssignedBy::Fits));
        let neither = Figures { begin: Some("2026-07-08 16:45"), ..Figures::default() };
        assert_eq!(why(assigned(&[on("first"), on("second")], neither)), NotAssigned::NoneFits);
        assert_eq!(
            why(assigned(&[on("first"), on("first")], Figures { begin: Some("2026-07-07 17:00"), ..Figures::default() })),
            NotAssigned::Several
        );
    }

    #[test]
    fn by_charge_point_and_amount() {
        let other = || TestSession { evse: Some("DE*TST*E1*2"), kwh: "7.00", ..on("first") };
        let evse = Figures { evse: Some("DE-TST-E1-2"), ..Figures::default() };
        assert_eq!(assigned(&[on("first"), other()], evse), to(2, AssignedBy::Fits));
        let amount = Figures { energy: Some("7.0"), ..Figures::default() };
        assert_eq!(assigned(&[on("first"), other()], amount), to(2, AssignedBy::AmountAlone));
        assert_eq!(why(assigned(&[on("first"), other()], Figures { energy: Some("8"), ..Figures::default() })), NotAssigned::NoneFits);
        assert_eq!(
            why(assigned(&[on("first"), on("second")], Figures { energy: Some("20.00"), ..Figures::default() })),
            NotAssigned::Several
        );
        assert_eq!(why(assigned(&[on("first"), on("second")], Figures { total: Some("7"), ..Figures::default() })), NotAssigned::Several);
    }

    /// A bill with a wrong amount must not be led to another session that has it.
    #[test]
    fn the_amount_does_not_outvote_the_time() {
        let wrong = Figures { energy: Some("7.00"), begin: Some("2026-07-07 17:00"), ..Figures::default() };
        let second = TestSession { kwh: "7.00", ..on("second") };
        assert_eq!(assigned(&[on("first"), second], wrong), to(1, AssignedBy::Fits));
    }

    #[test]
    fn a_session_can_be_named() {
        let assessment = assess(&[on("first"), on("second")]);
        let request = |number| BillRequest {
            name: String::new(),
            bill: Ok(Bill::default()),
            tariff: None,
            session: Some(TransactionId(number)),
            days: 60,
        };
        assert_eq!(assign(&assessment, &request(2)), to(2, AssignedBy::Named));
        assert_eq!(why(assign(&assessment, &request(3))), NotAssigned::NoSuchSession);
        assert_eq!(why(assign(&assessment, &request(0))), NotAssigned::NoSuchSession);
    }
}

//! BIL017: the bill contradicts itself.

use eichrecht_model::{Bill, BillNoteKind, BillTime, Decimal, Severity, Unit};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Its end lies before its begin, its total with tax is less than without, its periods do not add up to its energy, or
/// two of its fields disagree.
pub(crate) static RULE: Rule = Rule {
    code: "BIL017",
    name: "bill-contradicts-itself",
    severity: Severity::Warn,
    basis: &[Basis::Own("of two statements that exclude each other one is wrong")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Ok(content) = &bill.request.bill else { return };
    sink.looked();
    let first = |time: &Option<BillTime>| time.as_ref().and_then(|time| time.instants.first().copied());
    let last = |time: &Option<BillTime>| time.as_ref().and_then(|time| time.instants.last().copied());
    let end_first = first(&content.begin).zip(last(&content.end)).is_some_and(|(begin, end)| end < begin);
    let tax_negative = content.net.zip(content.gross).is_some_and(|(net, gross)| gross.abs() < net.abs());
    let noted = content.notes.iter().any(|note| note.kind == BillNoteKind::Contradiction);
    let problems = [("times", end_first), ("tax", tax_negative), ("periods", periods_differ(content).unwrap_or(false)), ("fields", noted)];
    for (problem, _) in problems.into_iter().filter(|(_, there)| *there) {
        sink.bill(vec![("problem", problem.to_owned())]);
    }
}

/// Whether the energies of the periods miss the total by more than a hundredth of a kilowatt hour each.
fn periods_differ(bill: &Bill) -> Option<bool> {
    let total = bill.energy.as_ref()?;
    let total = total.unit.convert(&total.value, &Unit::KilowattHour)?;
    let parts: Vec<Decimal> = bill.periods.iter().filter_map(|period| period.kwh).collect();
    if parts.is_empty() {
        return None;
    }
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part))?;
    Some(sum.checked_sub(&total)?.abs() > Decimal::new(i128::try_from(parts.len()).ok()?, 2)?)
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(change: impl FnOnce(&mut Bill)) -> Assessment {
        with(|check| change(check.request.bill.as_mut().unwrap()))
    }

    fn period(kwh: &str) -> BillPeriod {
        let start = jiff::Timestamp::UNIX_EPOCH;
        BillPeriod { start, kwh: Some(kwh.parse().unwrap()), charging_s: None, parking_s: None, power: None, current: None, tariff: None }
    }

    #[test]
    fn each_contradiction_is_named() {
        let problem = |change: fn(&mut Bill)| fact(&findings(&RULE, &of(change))[0], "problem").to_owned();
        assert_eq!(problem(|bill| (bill.begin, bill.end) = (Some(at("2024-05-01T13:00:00Z")), Some(at("2024-05-01T12:00:00Z")))), "times");
        assert_eq!(problem(|bill| bill.net = Some("2.60".parse().unwrap())), "tax");
        assert_eq!(problem(|bill| bill.periods = vec![period("2.00"), period("3.00")]), "periods");
        let note = || BillNote { kind: BillNoteKind::Contradiction, field: "unit".to_owned(), found: String::new() };
        assert_eq!(fact(&findings(&RULE, &of(|bill| bill.notes.push(note())))[0], "problem"), "fields");
    }

    #[test]
    fn quiet_within_rounding() {
        assert_eq!(run(&RULE, &of(|bill| bill.periods = vec![period("2.01"), period("3.60")])).1, Outcome::Passed);
        assert_eq!(run(&RULE, &of(|bill| bill.net = Some("2.00".parse().unwrap()))).1, Outcome::Passed);
    }
}

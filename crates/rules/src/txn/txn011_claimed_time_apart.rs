//! TXN011 claimed-time-apart.

use eichrecht_model::{Assessment, SessionClaim, Severity, Transaction};

use crate::claims::{claimed_second, comparable, ends, second, session_facts};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Seconds by which the two may miss each other and still be one.
const MARGIN_S: i64 = 1800;

/// The signed session lies wholly outside the time that is told of it, by a clock that proves it: these are the records of
/// another session.
pub(crate) static RULE: Rule = Rule {
    code: "TXN011",
    name: "claimed-time-apart",
    severity: Severity::Fail,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Own("a session measured at another time is another session")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (claim, transactions) in comparable(facts, sink, None) {
        if claimed_second(claim.begin.as_ref()).is_none() || claimed_second(claim.end.as_ref()).is_none() {
            continue;
        }
        sink.looked();
        if is_apart(claim, &transactions, facts.assessment) {
            let (begin, end) = ends(&transactions, facts.assessment);
            let raw = |reading: Option<&eichrecht_model::Measurement>| {
                reading.and_then(|reading| reading.time.as_ref()).map(|time| time.raw.clone()).unwrap_or_default()
            };
            let told = |time: &Option<eichrecht_model::ClaimedTime>| time.as_ref().map(|time| time.raw.clone()).unwrap_or_default();
            let mut words = session_facts(claim);
            words.extend([
                ("claimed_begin", told(&claim.begin)),
                ("claimed_end", told(&claim.end)),
                ("begin", raw(begin)),
                ("end", raw(end)),
            ]);
            sink.claim(claim.id, words);
        }
    }
}

/// Whether the times told and the times signed have nothing in common. Only a synchronised clock can say so.
pub(super) fn is_apart(claim: &SessionClaim, transactions: &[&Transaction], assessment: &Assessment) -> bool {
    let (begin, end) = ends(transactions, assessment);
    let told = claimed_second(claim.begin.as_ref()).zip(claimed_second(claim.end.as_ref()));
    let signed = second(begin, true).zip(second(end, true));
    matches!((told, signed), (Some((from, to)), Some((begin, end))) if end + MARGIN_S < from || to + MARGIN_S < begin)
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ClaimSource, ClaimedTime, Outcome, TimeSync};

    use super::*;
    use crate::testing::*;

    fn told(sync: TimeSync, day: &str) -> eichrecht_model::Assessment {
        let record = whole("1", "2").with(|record| {
            for reading in &mut record.parsed.measurements {
                reading.time.as_mut().unwrap().sync = sync;
            }
        });
        let time = |clock: &str| Some(ClaimedTime::new(&format!("{day}T{clock}Z")));
        let scene = Scene::new().record(record).transaction(&[1]);
        scene.claim(ClaimSource::MessageLog, &[1], |claim| (claim.begin, claim.end) = (time("12:00:00"), time("13:00:00"))).build()
    }

    #[test]
    fn the_records_of_another_day() {
        assert_eq!(findings(&RULE, &told(TimeSync::Synchronised, "2024-05-02")).len(), 1);
        assert_eq!(run(&RULE, &told(TimeSync::Synchronised, "2024-05-01")).1, Outcome::Passed);
        assert_eq!(run(&RULE, &told(TimeSync::Informative, "2024-05-02")).1, Outcome::Passed);
        assert_eq!(run(&RULE, &told(TimeSync::Synchronised, "1970-01-01")).1, Outcome::NotApplicable);
    }
}

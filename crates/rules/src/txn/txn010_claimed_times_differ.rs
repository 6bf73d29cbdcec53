//! TXN010 claimed-times-differ.

use eichrecht_model::{ClaimSource, Severity};

use super::txn011_claimed_time_apart::is_apart;
use crate::claims::{claimed_second, comparable, ends, second, session_facts};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Seconds by which clocks of station and meter may differ, time for signing included.
const CLOCKS_S: i64 = 330;
/// Seconds that a charge detail record may begin before the first reading.
const PLUGGED_S: i64 = 1800;
/// Seconds that it may end after the last one.
const PARKED_S: i64 = 86_400;

/// The times told of a session are not those that were signed. A log may differ by some minutes, for the station and the
/// meter have clocks of their own; a charge detail record may begin with the plug and end with the parking.
pub(crate) static RULE: Rule = Rule {
    code: "TXN010",
    name: "claimed-times-differ",
    severity: Severity::Warn,
    basis: &[Basis::Own("a bill should name the times that were measured")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (claim, transactions) in comparable(facts, sink, None) {
        let (begin, end) = ends(&transactions, facts.assessment);
        let billed = claim.source == ClaimSource::ChargeDetailRecord;
        let (early, late) = if billed { (PLUGGED_S, PARKED_S) } else { (CLOCKS_S, CLOCKS_S) };
        let told = [("begin", claim.begin.as_ref(), begin, -early..=CLOCKS_S), ("end", claim.end.as_ref(), end, -CLOCKS_S..=late)];
        for (place, claimed, signed, allowed) in told {
            let (Some(there), Some(here)) = (claimed_second(claimed), second(signed, false)) else { continue };
            sink.looked();
            if !allowed.contains(&(there - here)) && !is_apart(claim, &transactions, facts.assessment) {
                let mut words = session_facts(claim);
                words.extend([
                    ("place", place.to_owned()),
                    ("claimed", claimed.map(|time| time.raw.clone()).unwrap_or_default()),
                    ("signed", signed.and_then(|reading| reading.time.as_ref()).map(|time| time.raw.clone()).unwrap_or_default()),
                    ("minutes", ((there - here).abs() / 60).to_string()),
                ]);
                sink.claim(claim.id, words);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ClaimedTime, Outcome};

    use super::*;
    use crate::testing::*;

    fn told(source: ClaimSource, begin: &str, end: &str) -> eichrecht_model::Assessment {
        let scene = Scene::new().record(whole("1", "2")).transaction(&[1]);
        let time = |clock: &str| Some(ClaimedTime::new(&format!("2024-05-01T{clock}Z")));
        scene.claim(source, &[1], |claim| (claim.begin, claim.end) = (time(begin), time(end))).build()
    }

    #[test]
    fn minutes_apart() {
        let found = findings(&RULE, &told(ClaimSource::MessageLog, "12:10:00", "13:00:05"));
        assert_eq!((found.len(), fact(&found[0], "place"), fact(&found[0], "minutes")), (1, "begin", "10"));
        assert_eq!(findings(&RULE, &told(ClaimSource::ChargeDetailRecord, "12:00:00", "12:50:00")).len(), 1);
    }

    #[test]
    fn clocks_of_their_own_and_parking() {
        assert_eq!(run(&RULE, &told(ClaimSource::MessageLog, "11:55:00", "13:05:00")).1, Outcome::Passed);
        assert_eq!(run(&RULE, &told(ClaimSource::ChargeDetailRecord, "11:31:00", "19:00:00")).1, Outcome::Passed);
    }
}

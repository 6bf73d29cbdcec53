//! IDN012 meter-differs.

use eichrecht_model::Severity;

use crate::claims::{bare, comparable, session_facts};
use crate::facts::{records_of, text};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Serial numbers are often told with a prefix, or without one: from this length on a part is enough.
const PART: usize = 6;

/// The meter told is neither the meter nor the signing unit that is signed.
pub(crate) static RULE: Rule = Rule {
    code: "IDN012",
    name: "meter-differs",
    severity: Severity::Warn,
    basis: &[Basis::Own("a bill should name the meter that measured")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (claim, transactions) in comparable(facts, sink, None) {
        let Some(told) = text(claim.meter.as_ref()) else { continue };
        let serials: Vec<&str> = transactions
            .iter()
            .flat_map(|transaction| records_of(transaction, facts.assessment))
            .flat_map(|(_, record)| [&record.content().meter.serial, &record.content().gateway.serial])
            .filter_map(|serial| text(serial.as_ref()))
            .collect();
        let Some(first) = serials.first() else { continue };
        sink.looked();
        if !serials.iter().any(|serial| same_meter(&bare(serial), &bare(told))) {
            let mut words = session_facts(claim);
            words.extend([("claimed", told.to_owned()), ("signed", (*first).to_owned())]);
            sink.claim(claim.id, words);
        }
    }
}

fn same_meter(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    one == other || (short.len() >= PART && (long.ends_with(short) || long.starts_with(short)))
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ClaimSource, Outcome};

    use super::*;
    use crate::testing::*;

    fn told(serial: &str) -> eichrecht_model::Assessment {
        let scene = Scene::new().record(whole("1", "2")).transaction(&[1]);
        scene.claim(ClaimSource::MessageLog, &[1], |claim| claim.meter = Some(serial.to_owned())).build()
    }

    #[test]
    fn another_meter() {
        assert_eq!(findings(&RULE, &told("METER-2")).len(), 1);
        assert_eq!(run(&RULE, &told("X-meter 1")).1, Outcome::Passed);
        assert_eq!(run(&RULE, &told("")).1, Outcome::NotApplicable);
    }
}

//! TXN012 billed-time-longer.

use eichrecht_model::{ClaimSource, Decimal, Severity};

use crate::claims::{comparable, session_facts};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Seconds by which the time billed may be longer.
const MARGIN_S: i64 = 300;

/// The bill counts more time than lies between the signed readings. Parking may be in it; a price by time must not rest on
/// it without a proof.
pub(crate) static RULE: Rule = Rule {
    code: "TXN012",
    name: "billed-time-longer",
    severity: Severity::Warn,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Specification("OCPI 2.2.1", "CDR object, total_time")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (claim, transactions) in comparable(facts, sink, Some(ClaimSource::ChargeDetailRecord)) {
        let signed: Option<i64> = transactions.iter().map(|transaction| transaction.duration_s).sum();
        let Some((hours, signed)) = claim.hours.zip(signed) else { continue };
        let Some(billed) = Decimal::new(3600, 0).and_then(|factor| hours.checked_mul(&factor)) else { continue };
        let Some(most) = Decimal::new(i128::from(signed.saturating_add(MARGIN_S)), 0) else { continue };
        sink.looked();
        if billed > most {
            let mut words = session_facts(claim);
            words.extend([("hours", hours.to_string()), ("minutes", (signed / 60).to_string())]);
            sink.claim(claim.id, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn billed(hours: &str) -> eichrecht_model::Assessment {
        let scene = Scene::new().record(whole("1", "2")).transaction(&[1]);
        scene.claim(ClaimSource::ChargeDetailRecord, &[1], |claim| claim.hours = Some(hours.parse().unwrap())).build()
    }

    #[test]
    fn more_than_was_signed() {
        let found = findings(&RULE, &billed("1.5"));
        assert_eq!((found.len(), fact(&found[0], "minutes")), (1, "60"));
        for fits in ["1", "1.08", "0.5"] {
            assert_eq!(run(&RULE, &billed(fits)).1, Outcome::Passed, "{fits}");
        }
    }
}

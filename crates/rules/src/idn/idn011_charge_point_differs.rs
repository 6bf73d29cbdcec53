//! IDN011 charge-point-differs.

use eichrecht_model::Severity;

use crate::claims::{bare, comparable, session_facts};
use crate::facts::{records_of, text};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The charging point told is another one than the one signed.
pub(crate) static RULE: Rule = Rule {
    code: "IDN011",
    name: "charge-point-differs",
    severity: Severity::Warn,
    basis: &[Basis::Own("a bill should name the charging point that measured")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (claim, transactions) in comparable(facts, sink, None) {
        let Some(told) = text(claim.charge_point.as_ref()) else { continue };
        let points = transactions
            .iter()
            .flat_map(|transaction| records_of(transaction, facts.assessment))
            .map(|(_, record)| &record.content().charge_point)
            // Names of stations and connectors are of another kind than the public names of charging points.
            .filter(|point| text(point.scheme.as_ref()).is_none_or(|scheme| scheme.eq_ignore_ascii_case("EVSEID")));
        let mut signed = points.filter_map(|point| text(point.id.as_ref())).peekable();
        if signed.peek().is_some() {
            sink.looked();
        }
        if let Some(other) = signed.find(|id| bare(id) != bare(told)) {
            let mut words = session_facts(claim);
            words.extend([("claimed", told.to_owned()), ("signed", other.to_owned())]);
            sink.claim(claim.id, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ChargePoint, ClaimSource, Outcome};

    use super::*;
    use crate::testing::*;

    fn told(scheme: &str, told: &str) -> eichrecht_model::Assessment {
        let point = ChargePoint { scheme: Some(scheme.to_owned()), id: Some("DE*TST*E1*1".to_owned()) };
        let scene = Scene::new().record(whole("1", "2").with(|record| record.parsed.charge_point = point)).transaction(&[1]);
        scene.claim(ClaimSource::ChargeDetailRecord, &[1], |claim| claim.charge_point = Some(told.to_owned())).build()
    }

    #[test]
    fn another_point() {
        assert_eq!(findings(&RULE, &told("EVSEID", "DE*TST*E1*2")).len(), 1);
        assert_eq!(run(&RULE, &told("EVSEID", "de-tst-e1-1")).1, Outcome::Passed);
        assert_eq!(run(&RULE, &told("CBIDC", "DE*TST*E1*2")).1, Outcome::NotApplicable);
    }
}

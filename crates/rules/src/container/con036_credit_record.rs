//! CON036 credit-record.

use eichrecht_model::Severity;

use crate::claims::session_facts;
use crate::facts::has;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The record takes back another one. Its amounts repeat those of the other and count once at most.
pub(crate) static RULE: Rule = Rule {
    code: "CON036",
    name: "credit-record",
    severity: Severity::Info,
    basis: &[Basis::Specification("OCPI 2.2.1", "CDR object, credit")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for claim in &facts.assessment.claims {
        sink.looked();
        if let Some(credit) = &claim.credit {
            let of = credit.of.clone().unwrap_or_default();
            let mut words = session_facts(claim);
            words.extend([has(&of), ("of", of)]);
            sink.claim(claim.id, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ClaimSource, ClaimedCredit, Outcome};

    use super::*;
    use crate::testing::*;

    #[test]
    fn a_credit_is_named() {
        let scene = |credit: Option<ClaimedCredit>| {
            let scene = Scene::new().record(whole("1", "2")).transaction(&[1]);
            scene.claim(ClaimSource::ChargeDetailRecord, &[1], |claim| claim.credit = credit).build()
        };
        assert_eq!(findings(&RULE, &scene(Some(ClaimedCredit { of: None }))).len(), 1);
        assert_eq!(run(&RULE, &scene(None)).1, Outcome::Passed);
    }
}

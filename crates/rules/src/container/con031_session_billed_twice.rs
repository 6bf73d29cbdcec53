//! CON031 session-billed-twice.

use std::collections::BTreeMap;

use eichrecht_model::{ClaimSource, SessionClaim, Severity};

use crate::claims::session_facts;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The records of one signed session stand under several claimed ones. Its energy would be billed twice, or to the wrong
/// one. A credit takes one of them back; a log and a charge detail record tell of the same session as a matter of course.
pub(crate) static RULE: Rule = Rule {
    code: "CON031",
    name: "session-billed-twice",
    severity: Severity::Fail,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Own("what was signed once can be billed once")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let assessment = facts.assessment;
    // Claims of one kind by what was signed: inputs are put together each by itself, so their bytes are compared.
    let mut groups: BTreeMap<(bool, &[u8]), Vec<&SessionClaim>> = BTreeMap::new();
    for claim in &assessment.claims {
        for transaction in assessment.transactions_of_claim(claim) {
            sink.looked();
            let first = transaction.records.first().and_then(|id| assessment.record(*id));
            let Some(first) = first.filter(|entry| entry.content.is_ok()) else { continue };
            let group = groups.entry((claim.source == ClaimSource::ChargeDetailRecord, first.source.bytes.as_slice())).or_default();
            group.push(claim);
        }
    }
    for mut claims in groups.into_values() {
        claims.sort_by_key(|claim| claim.id);
        // The same told again is no second bill.
        let mut told: Vec<&SessionClaim> = Vec::new();
        for claim in claims {
            let same = |known: &&SessionClaim| known.session.is_some() && known.session == claim.session && known.station == claim.station;
            if !told.iter().any(same) {
                told.push(claim);
            }
        }
        let credits = told.iter().filter(|claim| claim.credit.is_some()).count();
        let bills: Vec<&&SessionClaim> = told.iter().filter(|claim| claim.credit.is_none()).collect();
        if let (Some(first), Some(last)) = (bills.first(), bills.last())
            && bills.len() > credits + 1
        {
            let mut words = session_facts(last);
            words.push(("other", first.id.0.to_string()));
            words.push(("count", bills.len().to_string()));
            sink.claim(last.id, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ClaimedCredit, Outcome};

    use super::*;
    use crate::testing::*;

    fn scene() -> Scene {
        Scene::new().record(whole("1", "2")).transaction(&[1])
    }

    fn told(scene: Scene, session: &str, credit: bool) -> Scene {
        scene.claim(ClaimSource::ChargeDetailRecord, &[1], |claim| {
            claim.session = Some(session.to_owned());
            claim.credit = credit.then(|| ClaimedCredit { of: Some("A".to_owned()) });
        })
    }

    #[test]
    fn the_same_session_under_two_numbers() {
        let found = findings(&RULE, &told(told(scene(), "A", false), "B", false).build());
        assert_eq!((found.len(), fact(&found[0], "session"), fact(&found[0], "other")), (1, "B", "1"));
    }

    #[test]
    fn told_again_credited_and_corrected_is_billed_once() {
        assert_eq!(run(&RULE, &told(told(scene(), "A", false), "A", false).build()).1, Outcome::Passed);
        let corrected = told(told(told(scene(), "A", false), "B", true), "C", false);
        assert_eq!(run(&RULE, &corrected.build()).1, Outcome::Passed);
        let log = told(scene(), "A", false).claim(ClaimSource::MessageLog, &[1], |claim| claim.session = Some("17".to_owned()));
        assert_eq!(run(&RULE, &log.build()).1, Outcome::Passed);
    }
}

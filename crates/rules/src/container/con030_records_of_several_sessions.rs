//! CON030 records-of-several-sessions.

use eichrecht_model::Severity;

use super::con032_session_in_parts::is_in_parts;
use crate::claims::session_facts;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Under one claimed session stand records of several signed ones. The energy of another session would be billed here.
/// A session that was cut in parts by a failure, and says so signed, is told by CON032 instead.
pub(crate) static RULE: Rule = Rule {
    code: "CON030",
    name: "records-of-several-sessions",
    severity: Severity::Fail,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Own("what was signed as another session must not be billed under this one")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for claim in facts.assessment.claims.iter().filter(|claim| !claim.transactions.is_empty()) {
        sink.looked();
        if claim.transactions.len() > 1 && !is_in_parts(claim, facts.assessment) {
            let numbers: Vec<String> = claim.transactions.iter().take(10).map(|id| id.0.to_string()).collect();
            let mut words = session_facts(claim);
            words.extend([("count", claim.transactions.len().to_string()), ("numbers", numbers.join(", "))]);
            sink.claim(claim.id, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ClaimSource, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    #[test]
    fn records_of_two_sessions_under_one_number() {
        let two = || Scene::new().record(whole("1", "2")).record(whole("2", "3").page(2)).transaction(&[1]).transaction(&[2]);
        let found = findings(&RULE, &two().claim(ClaimSource::MessageLog, &[1, 2], |_| {}).build());
        assert_eq!((found.len(), fact(&found[0], "numbers")), (1, "1, 2"));
        let apart = two().claim(ClaimSource::MessageLog, &[1], |_| {}).claim(ClaimSource::MessageLog, &[2], |_| {});
        assert_eq!(run(&RULE, &apart.build()).1, Outcome::Passed);
        assert_eq!(run(&RULE, &two().build()).1, Outcome::NotApplicable);
    }

    #[test]
    fn parts_of_a_session_that_a_failure_cut() {
        let cut = whole("1", "2").with(|record| record.parsed.measurements[1].reason = Some(ReadingReason::EndPowerFailure));
        let scene = Scene::new().record(cut).record(whole("2", "3").page(2)).transaction(&[1]).transaction(&[2]);
        assert!(findings(&RULE, &scene.claim(ClaimSource::MessageLog, &[1, 2], |_| {}).build()).is_empty());
    }
}

//! CON032 session-in-parts.

use eichrecht_model::{Assessment, ReadingReason, SessionClaim, Severity, Transaction};

use crate::claims::{session_facts, signed_energy};
use crate::facts::{records_of, signer};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A failure cut the session in parts: all but the last say, signed, that they were aborted, and one signer names one user
/// in all of them. Each part is proven for itself; what went on between them is not.
pub(crate) static RULE: Rule = Rule {
    code: "CON032",
    name: "session-in-parts",
    severity: Severity::Warn,
    basis: &[Basis::Own("a failure may cut a session in parts that are signed each for themselves")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for claim in facts.assessment.claims.iter().filter(|claim| !claim.transactions.is_empty()) {
        sink.looked();
        if claim.transactions.len() > 1 && is_in_parts(claim, facts.assessment) {
            let parts: Vec<&Transaction> = facts.assessment.transactions_of_claim(claim).collect();
            let together = signed_energy(&parts).map(|energy| energy.shown).unwrap_or_default();
            let mut words = session_facts(claim);
            words.extend([("count", parts.len().to_string()), crate::facts::has(&together), ("energy", together)]);
            sink.claim(claim.id, words);
        }
    }
}

/// Whether the signed sessions of a claim are parts of one. What the log says of a restart plays no role in it.
pub(super) fn is_in_parts(claim: &SessionClaim, assessment: &Assessment) -> bool {
    let parts: Vec<&Transaction> = assessment.transactions_of_claim(claim).collect();
    let Some((_, before)) = parts.split_last() else { return false };
    let aborted = |part: &&Transaction| {
        let reason = part.end(assessment).and_then(|reading| reading.reason.as_ref());
        part.shape.is_complete() && reason.is_some_and(ReadingReason::is_abnormal_end)
    };
    let mut one = parts.iter().flat_map(|part| records_of(part, assessment)).map(|(_, record)| (signer(record), &record.content().user.id));
    let first = one.next();
    before.iter().all(aborted) && one.all(|other| Some(other) == first)
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ClaimSource, Outcome};

    use super::*;
    use crate::testing::*;

    fn parts(first: ReadingReason, user: &str) -> Scene {
        let cut = whole("1", "2").with(|record| record.parsed.measurements[1].reason = Some(first));
        let rest = whole("2", "4").page(2).with(|record| record.parsed.user.id = Some(user.to_owned()));
        let cut = cut.with(|record| record.parsed.user.id = Some("A".to_owned()));
        Scene::new().record(cut).record(rest).transaction(&[1]).transaction(&[2]).claim(ClaimSource::MessageLog, &[1, 2], |_| {})
    }

    #[test]
    fn aborted_and_gone_on() {
        let found = findings(&RULE, &parts(ReadingReason::EndPowerFailure, "A").build());
        assert_eq!((found.len(), fact(&found[0], "energy")), (1, "3.000 kWh"));
    }

    #[test]
    fn ended_in_the_ordinary_way_or_by_another_user_is_no_part() {
        assert_eq!(run(&RULE, &parts(ReadingReason::End, "A").build()).1, Outcome::Passed);
        assert_eq!(run(&RULE, &parts(ReadingReason::EndPowerFailure, "B").build()).1, Outcome::Passed);
    }
}

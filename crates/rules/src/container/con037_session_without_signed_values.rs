//! CON037 session-without-signed-values.

use eichrecht_model::Severity;

use crate::claims::{claimed_shown, session_facts};
use crate::facts::has;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A session is told of and not one signed value came with it: nothing about it can be proven. The verdict is "not checked"
/// whatever else is in order; this finding says what it means.
pub(crate) static RULE: Rule = Rule {
    code: "CON037",
    name: "session-without-signed-values",
    severity: Severity::Warn,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Own("what is billed must rest on signed readings")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for claim in &facts.assessment.claims {
        sink.looked();
        if claim.records.is_empty() {
            let energy = claimed_shown(claim);
            let mut words = session_facts(claim);
            words.extend([has(&energy), ("energy", energy)]);
            sink.claim(claim.id, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ClaimSource, Outcome};

    use super::*;
    use crate::testing::*;

    #[test]
    fn nothing_signed_under_the_number() {
        let found = findings(&RULE, &Scene::new().claim(ClaimSource::MessageLog, &[], |_| {}).build());
        assert_eq!(found.len(), 1);
        let scene = Scene::new().record(whole("1", "2")).transaction(&[1]).claim(ClaimSource::MessageLog, &[1], |_| {});
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::Passed);
    }
}

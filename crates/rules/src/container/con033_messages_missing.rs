//! CON033 messages-missing.

use eichrecht_model::{ClaimedEvent, Severity};

use crate::claims::session_facts;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Messages of the session are missing: a station may drop them while it has no connection. Begin and end, where they are
/// signed, prove the energy all the same.
pub(crate) static RULE: Rule = Rule {
    code: "CON033",
    name: "messages-missing",
    severity: Severity::Info,
    basis: &[Basis::Own("what did not arrive is named")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for claim in &facts.assessment.claims {
        sink.looked();
        for event in &claim.events {
            if let ClaimedEvent::Silence { .. } | ClaimedEvent::MessagesMissing { .. } = event {
                let mut words = session_facts(claim);
                words.extend(match event {
                    ClaimedEvent::Silence { from, to, .. } => {
                        vec![("kind", "silence".to_owned()), ("from", from.raw.clone()), ("to", to.raw.clone())]
                    }
                    ClaimedEvent::MessagesMissing { count } => vec![("kind", "numbers".to_owned()), ("count", count.to_string())],
                    _ => Vec::new(),
                });
                sink.claim(claim.id, words);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ClaimSource, Outcome};

    use super::*;
    use crate::testing::*;

    #[test]
    fn it_is_told_and_nothing_else_is() {
        let event = ClaimedEvent::MessagesMissing { count: 3 };
        let scene = Scene::new().record(whole("1", "2")).transaction(&[1]);
        let told = scene.claim(ClaimSource::MessageLog, &[1], |claim| claim.events.push(event));
        let assessment = told.claim(ClaimSource::MessageLog, &[1], |claim| claim.events.push(ClaimedEvent::NotEnded)).build();
        assert_eq!(findings(&RULE, &assessment).len(), 1);
        assert_eq!(run(&RULE, &Scene::new().build()).1, Outcome::NotApplicable);
    }
}

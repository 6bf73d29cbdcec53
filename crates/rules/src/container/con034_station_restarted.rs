//! CON034 station-restarted.

use eichrecht_model::{ClaimedEvent, Severity};

use crate::claims::session_facts;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The station restarted during the session, or gives a restart as the reason of its end.
pub(crate) static RULE: Rule = Rule {
    code: "CON034",
    name: "station-restarted",
    severity: Severity::Info,
    basis: &[Basis::Own("a restart explains an unusual end")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for claim in &facts.assessment.claims {
        sink.looked();
        for event in &claim.events {
            if let ClaimedEvent::Restarted { reason } = event {
                let mut words = session_facts(claim);
                words.extend([crate::facts::has(reason), ("reason", reason.clone())]);
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
        let event = ClaimedEvent::Restarted { reason: "HardReset".to_owned() };
        let scene = Scene::new().record(whole("1", "2")).transaction(&[1]);
        let told = scene.claim(ClaimSource::MessageLog, &[1], |claim| claim.events.push(event));
        let assessment = told.claim(ClaimSource::MessageLog, &[1], |claim| claim.events.push(ClaimedEvent::NotEnded)).build();
        assert_eq!(findings(&RULE, &assessment).len(), 1);
        assert_eq!(run(&RULE, &Scene::new().build()).1, Outcome::NotApplicable);
    }
}

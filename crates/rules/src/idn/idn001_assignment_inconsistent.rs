//! IDN001: a record contradicts itself about who charged.

use eichrecht_model::{AssignmentLevel, Severity};

use crate::facts::{readable, text};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// "A user is assigned" needs an identification; "nobody is assigned" does not go with a level of security.
pub(crate) static RULE: Rule = Rule {
    code: "IDN001",
    name: "assignment-inconsistent",
    severity: Severity::Warn,
    basis: &[ocmf("fields IS, IL and ID")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (entry, record) in readable(facts, sink) {
        let user = &record.content().user;
        let Some(assigned) = user.assigned else { continue };
        sink.looked();
        let level = user.level.as_ref().filter(|level| **level != AssignmentLevel::None);
        match (assigned, text(user.id.as_ref()), level) {
            (true, None, _) => sink.record(entry.id, vec![("problem", "id-missing".to_owned()), ("level", String::new())]),
            (false, _, Some(level)) => {
                sink.record(entry.id, vec![("problem", "level-without-user".to_owned()), ("level", level.as_str().to_owned())]);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, UserAssignment};

    use super::*;
    use crate::testing::*;

    fn user(assigned: Option<bool>, level: Option<AssignmentLevel>, id: Option<&str>) -> eichrecht_model::Assessment {
        let user = UserAssignment { assigned, level, id: id.map(str::to_owned), ..UserAssignment::default() };
        Scene::new().record(whole("1", "2").with(|record| record.parsed.user = user)).build()
    }

    #[test]
    fn assigned_to_nobody_named() {
        for id in [None, Some(""), Some("  ")] {
            let found = findings(&RULE, &user(Some(true), Some(AssignmentLevel::Trusted), id));
            assert_eq!((found.len(), fact(&found[0], "problem")), (1, "id-missing"));
        }
    }

    #[test]
    fn nobody_assigned_and_yet_secured() {
        let found = findings(&RULE, &user(Some(false), Some(AssignmentLevel::Verified), None));
        assert_eq!((fact(&found[0], "problem"), fact(&found[0], "level")), ("level-without-user", "VERIFIED"));
    }

    #[test]
    fn quiet_when_all_fits() {
        assert_eq!(run(&RULE, &user(Some(true), Some(AssignmentLevel::Hearsay), Some("04A1"))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &user(Some(false), Some(AssignmentLevel::None), None)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &user(Some(false), None, Some(""))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &user(None, None, None)).1, Outcome::NotApplicable);
    }
}

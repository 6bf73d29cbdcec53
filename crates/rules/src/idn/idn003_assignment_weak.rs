//! IDN003: who charged is not secured.

use eichrecht_model::{AssignmentLevel, Severity};

use crate::facts::readable;
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The energy is proven, the person is hearsay: the identification was not secured, or nothing says that it was.
pub(crate) static RULE: Rule = Rule {
    code: "IDN003",
    name: "assignment-weak",
    severity: Severity::Warn,
    basis: &[ocmf("field IL"), Basis::Own("whoever is billed by a third party should be able to see how the session became theirs")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (entry, record) in readable(facts, sink) {
        let user = &record.content().user;
        if user.assigned.is_none() && user.level.is_none() {
            continue;
        }
        sink.looked();
        let word = match (&user.level, user.assigned) {
            (Some(AssignmentLevel::Hearsay), _) => "hearsay",
            (Some(AssignmentLevel::None), Some(true)) => "none",
            (None, Some(true)) => "missing",
            _ => continue,
        };
        sink.record(entry.id, vec![("level", word.to_owned())]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn user(assigned: Option<bool>, level: Option<AssignmentLevel>) -> eichrecht_model::Assessment {
        let record = whole("1", "2").with(|record| {
            record.parsed.user.assigned = assigned;
            record.parsed.user.level = level;
        });
        Scene::new().record(record).build()
    }

    #[test]
    fn hearsay_none_and_nothing_said() {
        assert_eq!(fact(&findings(&RULE, &user(Some(true), Some(AssignmentLevel::Hearsay)))[0], "level"), "hearsay");
        assert_eq!(fact(&findings(&RULE, &user(Some(true), Some(AssignmentLevel::None)))[0], "level"), "none");
        assert_eq!(fact(&findings(&RULE, &user(Some(true), None))[0], "level"), "missing");
    }

    #[test]
    fn secured_levels_and_unassigned_sessions_are_quiet() {
        assert_eq!(run(&RULE, &user(Some(true), Some(AssignmentLevel::Trusted))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &user(Some(false), Some(AssignmentLevel::None))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &user(Some(false), None)).1, Outcome::Passed);
    }

    #[test]
    fn nothing_said_about_users_is_nothing_to_look_at() {
        assert_eq!(run(&RULE, &user(None, None)).1, Outcome::NotApplicable);
    }
}

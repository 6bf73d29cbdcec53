//! IDN002: the station says that the identification of the user failed.

use eichrecht_model::{AssignmentLevel, Severity};

use crate::facts::readable;
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Four levels are errors: ids that contradict each other, a refused, an expired and an unknown identification. A
/// session with one of them is signed for nobody, so nobody can be billed for it on the strength of the signature.
pub(crate) static RULE: Rule = Rule {
    code: "IDN002",
    name: "assignment-rejected",
    severity: Severity::Fail,
    basis: &[ocmf("field IL"), Basis::Law("MessEG", "§ 33 (3)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (entry, record) in readable(facts, sink) {
        let Some(level) = &record.content().user.level else { continue };
        sink.looked();
        let word = match level {
            AssignmentLevel::Mismatch => "mismatch",
            AssignmentLevel::Invalid => "invalid",
            AssignmentLevel::Outdated => "outdated",
            AssignmentLevel::Unknown => "unknown",
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

    fn level(level: Option<AssignmentLevel>) -> eichrecht_model::Assessment {
        Scene::new().record(whole("1", "2").with(|record| record.parsed.user.level = level)).build()
    }

    #[test]
    fn the_four_errors() {
        for (found, word) in [
            (AssignmentLevel::Mismatch, "mismatch"),
            (AssignmentLevel::Invalid, "invalid"),
            (AssignmentLevel::Outdated, "outdated"),
            (AssignmentLevel::Unknown, "unknown"),
        ] {
            assert_eq!(fact(&findings(&RULE, &level(Some(found)))[0], "level"), word);
        }
    }

    #[test]
    fn all_other_levels_are_no_errors() {
        use AssignmentLevel::*;
        for found in [None, Hearsay, Trusted, Verified, Certified, Secure, Other("?".into())] {
            assert_eq!(run(&RULE, &level(Some(found))).1, Outcome::Passed);
        }
    }

    #[test]
    fn no_level_is_nothing_to_look_at() {
        assert_eq!(run(&RULE, &level(None)).1, Outcome::NotApplicable);
    }
}

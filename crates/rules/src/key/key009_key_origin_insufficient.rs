//! KEY009 key-origin-insufficient.

use eichrecht_model::Severity;

use super::used::each_used;
use crate::{Basis, Formats, Rule, Status};

/// The key came by a less trustworthy way than the caller demands, so the record cannot count as verified.
pub(crate) static RULE: Rule = Rule {
    code: "KEY009",
    name: "key-origin-insufficient",
    severity: Severity::Warn,
    basis: &[Basis::Own("the caller set the least origin that may count")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_used(facts, sink, |key, _| {
            let required = facts.assessment.required_origin;
            let found = || vec![("origin", key.origin.as_str().to_owned()), ("required", required.as_str().to_owned())];
            (key.origin < required).then(found)
        });
    },
};

#[cfg(test)]
mod tests {
    use eichrecht_model::KeyOrigin;

    use super::*;
    use crate::testing::{KEY, Scene, fact, findings, record, used_key};

    #[test]
    fn origins_below_the_demanded_one() {
        use KeyOrigin::{Container, Record, Register, User};
        let count = |required| {
            let scene = [Record, Container, User, Register].into_iter().fold(Scene::new(), |s, o| s.record(record().key(used_key(KEY, o))));
            let mut assessment = scene.build();
            assessment.required_origin = required;
            let found = findings(&RULE, &assessment);
            assert!(found.iter().all(|f| fact(f, "required") == required.as_str()));
            found.len()
        };
        assert_eq!([Record, Container, User, Register].map(count), [0, 1, 2, 3]);
    }
}

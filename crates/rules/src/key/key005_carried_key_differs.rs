//! KEY005 carried-key-differs.

use eichrecht_model::{FoundBy, KeyOrigin, Severity};

use super::used::each_used;
use crate::{Basis, Formats, Rule, Status};

/// The data brings a key, and it is another one than the key given apart from it; or the record brings one
/// and its container another. Either somebody mixed up two meters, or somebody exchanged a key. Two keys
/// of one origin are a matter of choice, which KEY010 speaks of.
pub(crate) static RULE: Rule = Rule {
    code: "KEY005",
    name: "carried-key-differs",
    severity: Severity::Fail,
    basis: &[
        Basis::Law("MessEG", "§ 33 (1)"),
        Basis::Own("two statements about whose the data is contradict each other, and only one of them can be true"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_used(facts, sink, |key, record| {
            // A registered key that only the file led to counts no more than a carried one, and is another voice all the same.
            let registered = key.registered.as_deref().is_some_and(|found| found.found_by != FoundBy::Key);
            let carried = record.keys().carried_differs.as_ref().filter(|carried| registered || carried.origin != key.origin)?;
            let origin = if registered { KeyOrigin::Register } else { key.origin };
            Some(vec![
                ("origin", origin.as_str().to_owned()),
                ("fingerprint", key.fingerprint.clone()),
                ("carried_origin", carried.origin.as_str().to_owned()),
                ("carried_fingerprint", carried.fingerprint.clone()),
            ])
        });
    },
};

#[cfg(test)]
mod tests {
    use eichrecht_model::{CarriedKey, Curve, KeyKind};

    use super::*;
    use crate::testing::{Scene, findings, record, used_key};

    #[test]
    fn another_key_of_another_origin() {
        use KeyOrigin::{Container, Record, Register, User};
        let count = |used, carried: Option<KeyOrigin>| {
            let carried = carried.map(|origin| CarriedKey { origin, fingerprint: "22".to_owned(), kind: KeyKind::Ec(Curve::Secp256r1) });
            let record = record().key(used_key("11", used)).with(|r| r.keys.carried_differs = carried);
            findings(&RULE, &Scene::new().record(record).build()).len()
        };
        for (used, carried) in [(User, Container), (Register, Record), (Record, Container), (Container, Record)] {
            assert_eq!(count(used, Some(carried)), 1, "{used:?} {carried:?}");
        }
        assert_eq!(count(User, None), 0);
        assert_eq!(count(Container, Some(Container)), 0);
    }
}

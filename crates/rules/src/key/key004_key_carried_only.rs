//! KEY004 key-carried-only.

use eichrecht_model::{FoundBy, KeyOrigin, RegisteredUse, Severity, Standing, UsedKey};

use super::used::each_used;
use crate::registry::ocmf;
use crate::{Basis, Formats, Rule, Status};

/// The key came with the data it verifies. Whoever made the data could have made the key.
pub(crate) static RULE: Rule = Rule {
    code: "KEY004",
    name: "key-carried-only",
    severity: Severity::Warn,
    basis: &[
        Basis::Law("MessEG", "§ 33 (3)"),
        ocmf("public key, relation to serial numbers"),
        Basis::Own("a key that travels with the data shows that both belong together, not whose they are"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_used(facts, sink, |key, _| {
            let alone = key.origin < KeyOrigin::User && !told_otherwise(key);
            alone.then(|| vec![("origin", key.origin.as_str().to_owned())])
        });
    },
};

/// Whether another warning says more exactly what a register knows of the key (KEY015, KEY016).
fn told_otherwise(key: &UsedKey) -> bool {
    let unproven = |found: &RegisteredUse| !matches!(found.found_by, FoundBy::Signed(_)) || found.entry.standing == Standing::OtherPeriod;
    key.registered.as_deref().is_some_and(unproven)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{KEY, Scene, fact, findings, record, used_key};

    #[test]
    fn origins_apart_from_the_data_are_quiet() {
        use KeyOrigin::{Container, Record, Register, User};
        let scene = [Record, Container, User, Register].into_iter().fold(Scene::new(), |s, o| s.record(record().key(used_key(KEY, o))));
        let found = findings(&RULE, &scene.build());
        assert_eq!(found.iter().map(|f| fact(f, "origin")).collect::<Vec<_>>(), ["record", "container"]);
    }
}

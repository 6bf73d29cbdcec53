//! KEY006 given-key-does-not-fit.

use eichrecht_model::{FoundBy, KeyOrigin, Severity};

use super::used::each_used;
use crate::{Basis, Formats, Rule, Status};

/// Keys were given apart from the data, none of them fits, and the key that came with the data does. The
/// signature holds, but by a key that nobody vouches for, against one that somebody did.
pub(crate) static RULE: Rule = Rule {
    code: "KEY006",
    name: "given-key-does-not-fit",
    severity: Severity::Fail,
    basis: &[
        Basis::Law("MessEG", "§ 33 (1)"),
        Basis::Own("a key taken from the station or a register is worth more than one that came with the data"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_used(facts, sink, |key, record| {
            let registered = key.registered.as_deref().is_some_and(|found| found.found_by != FoundBy::Key);
            let origin = if registered { KeyOrigin::Register } else { key.origin };
            let found = || vec![("origin", origin.as_str().to_owned()), ("fingerprint", key.fingerprint.clone())];
            record.keys().given_keys_do_not_fit.then(found)
        });
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Scene, findings, record, used_key};

    #[test]
    fn only_where_given_keys_were_refused() {
        let refused = record().key(used_key("22", KeyOrigin::Container)).with(|r| r.keys.given_keys_do_not_fit = true);
        assert_eq!(findings(&RULE, &Scene::new().record(refused).record(record()).build()).len(), 1);
    }
}

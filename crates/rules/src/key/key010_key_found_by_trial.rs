//! KEY010 key-found-by-trial.

use eichrecht_model::{KeyChoice, KeyOrigin, Severity};

use super::used::each_used;
use crate::{Basis, Formats, Rule, Status};

/// Several keys lay beside the data, and one of them was found to fit by trying. That it fits is proven;
/// that it was meant for this record is not. Where none fits there is nothing to say: the signature is invalid.
pub(crate) static RULE: Rule = Rule {
    code: "KEY010",
    name: "key-found-by-trial",
    severity: Severity::Warn,
    basis: &[Basis::Own("nothing in the data says that this key and no other was meant")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_used(facts, sink, |key, record| {
            let fits = record.signature().is_valid();
            let tried = fits && key.choice == KeyChoice::Trial && key.origin == KeyOrigin::Container;
            tried.then(|| vec![("fingerprint", key.fingerprint.clone()), ("location", key.location.to_string())])
        });
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{KEY, Scene, findings, record, used_key};

    #[test]
    fn trial_among_given_keys_is_the_wish_of_the_user() {
        let count = |origin, choice| {
            let key = eichrecht_model::UsedKey { choice, ..used_key(KEY, origin) };
            findings(&RULE, &Scene::new().record(record().key(key)).build()).len()
        };
        assert_eq!(count(KeyOrigin::Container, KeyChoice::Trial), 1);
        assert_eq!(count(KeyOrigin::Container, KeyChoice::PairedByName), 0);
        assert_eq!(count(KeyOrigin::User, KeyChoice::Trial), 0);
    }

    #[test]
    fn an_invalid_signature_was_found_to_fit_no_key() {
        use eichrecht_model::{InvalidReason, SignatureVerdict, UsedKey};
        let key = UsedKey { choice: KeyChoice::Trial, ..used_key(KEY, KeyOrigin::Container) };
        let invalid = record().signature(SignatureVerdict::Invalid(InvalidReason::Mismatch)).key(key);
        assert_eq!(findings(&RULE, &Scene::new().record(invalid).build()).len(), 0);
    }
}

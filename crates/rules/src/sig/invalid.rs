//! Signatures that do not hold.

use eichrecht_model::{InvalidReason, NotEvaluated, SignatureVerdict};

use crate::sink::readable;
use crate::{Facts, Sink};

/// One finding for each record whose signature does not hold for a reason that `word` has a word for.
/// Facts: `reason`, the word; `algorithm`; `curve`, of the key that was used.
pub(super) fn each_invalid(facts: Facts<'_>, sink: &mut Sink<'_>, word: impl Fn(InvalidReason) -> Option<&'static str>) {
    let mut none_checked = !facts.assessment.records.is_empty();
    for (entry, record) in readable(facts) {
        let reason = match record.signature() {
            SignatureVerdict::NotChecked(_) => continue,
            SignatureVerdict::Valid => None,
            SignatureVerdict::Invalid(reason) => word(*reason),
        };
        none_checked = false;
        sink.looked();
        if let Some(reason) = reason {
            let curve = record.keys().used.as_ref().map(|key| key.kind.as_str().to_owned()).unwrap_or_default();
            let algorithm = super::algorithm_name(record);
            sink.record(entry.id, vec![("reason", reason.to_owned()), ("algorithm", algorithm), ("curve", curve)]);
        }
    }
    if none_checked {
        sink.not_evaluated(NotEvaluated::NoValidSignature);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{NotCheckedReason, Outcome, RecordId, Subject};

    use super::*;
    use crate::Rule;
    use crate::sig::{sig001_signature_invalid, sig006_key_does_not_fit_algorithm, sig014_signature_out_of_range};
    use crate::testing::{Scene, fact, findings, record, run};

    #[test]
    fn each_reason_belongs_to_exactly_one_rule() {
        use InvalidReason::{KeyDoesNotFitAlgorithm, Malformed, Mismatch, OutOfRange};
        let reasons = [Mismatch, OutOfRange, Malformed, KeyDoesNotFitAlgorithm];
        let scene = reasons.into_iter().fold(Scene::new(), |s, reason| s.record(record().signature(SignatureVerdict::Invalid(reason))));
        let assessment = scene.record(record()).build();
        let seen = |rule: &'static Rule| -> Vec<(Subject, String)> {
            findings(rule, &assessment).iter().map(|f| (f.subject, fact(f, "reason").to_owned())).collect()
        };
        let at = |number, reason: &str| (Subject::Record(RecordId(number)), reason.to_owned());
        assert_eq!(seen(&sig001_signature_invalid::RULE), [at(1, "mismatch"), at(3, "malformed")]);
        assert_eq!(seen(&sig006_key_does_not_fit_algorithm::RULE), [at(4, "key-does-not-fit-algorithm")]);
        assert_eq!(seen(&sig014_signature_out_of_range::RULE), [at(2, "out-of-range")]);
        let first = &findings(&sig001_signature_invalid::RULE, &assessment)[0];
        assert_eq!((fact(first, "algorithm"), fact(first, "curve")), ("ECDSA-secp256r1-SHA256", "secp256r1"));
    }

    #[test]
    fn unchecked_is_neither_invalid_nor_passed() {
        let unchecked = record().signature(SignatureVerdict::NotChecked(NotCheckedReason::NoKey));
        let outcome = run(&sig001_signature_invalid::RULE, &Scene::new().record(unchecked).build()).1;
        assert_eq!(outcome, Outcome::NotEvaluated(NotEvaluated::NoValidSignature));
    }
}

//! PAG004: one signer, one number, two contents.

use eichrecht_model::{Assessment, RecordId, Severity};

use crate::facts::pages;
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Each number of a counter is given once. Two validly signed records with the same number and different
/// signed bytes mean that the signing component was reset, copied, or made to sign twice.
pub(crate) static RULE: Rule = Rule {
    code: "PAG004",
    name: "pagination-fork",
    severity: Severity::Fail,
    basis: &[ocmf("field PG"), Basis::Own("of two records for one place in the count at most one can be true")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let pages = pages(facts, sink);
    for group in pages.chunk_by(|a, b| a.same_book(b) && a.pagination == b.pagination) {
        sink.looked();
        let [first, others @ ..] = group else { continue };
        let bytes = signed_bytes(facts.assessment, first.id);
        let Some(different) = others.iter().find(|page| signed_bytes(facts.assessment, page.id) != bytes) else { continue };
        for page in group {
            let other = if page.id == first.id || signed_bytes(facts.assessment, page.id) == bytes { different } else { first };
            sink.record(page.id, vec![("pagination", page.pagination.to_string()), ("other", other.id.0.to_string())]);
        }
    }
}

fn signed_bytes(assessment: &Assessment, id: RecordId) -> &[u8] {
    let signed = assessment.record(id).and_then(|entry| {
        let signed = entry.content.as_ref().ok()?.content().signed_bytes.first()?;
        Some(signed.bytes(&entry.source.bytes))
    });
    signed.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{InvalidReason, Outcome, RecordId, SignatureVerdict, SignedBytesSource};

    use super::*;
    use crate::testing::*;

    fn page(number: u64, content: &str) -> TestRecord {
        let bytes = content.as_bytes().to_vec();
        whole("1", "2").page(number).with(|record| record.parsed.signed_bytes[0].source = SignedBytesSource::Built(bytes))
    }

    #[test]
    fn two_contents_for_one_number_fail_both() {
        let found = findings(&RULE, &Scene::new().record(page(5, "a")).record(page(5, "b")).record(page(6, "c")).build());
        assert_eq!(found.len(), 2);
        assert_eq!((fact(&found[0], "pagination"), fact(&found[0], "other"), fact(&found[1], "other")), ("T5", "2", "1"));
    }

    #[test]
    fn the_same_content_twice_is_no_fork() {
        assert_eq!(run(&RULE, &Scene::new().record(page(5, "a")).record(page(5, "a")).build()).1, Outcome::Passed);
        let copy = page(5, "b").with(|record| record.duplicate_of = Some(RecordId(1)));
        assert_eq!(run(&RULE, &Scene::new().record(page(5, "a")).record(copy).build()).1, Outcome::Passed);
    }

    #[test]
    fn other_signers_other_inputs_and_invalid_records_do_not_count() {
        let meter = page(5, "b").with(|record| record.parsed.meter.serial = Some("METER-2".into()));
        assert!(findings(&RULE, &Scene::new().record(page(5, "a")).record(meter).build()).is_empty());
        assert!(findings(&RULE, &Scene::new().record(page(5, "a")).next_input().record(page(5, "b")).build()).is_empty());
        let forged = page(5, "b").signature(SignatureVerdict::Invalid(InvalidReason::Mismatch));
        assert!(findings(&RULE, &Scene::new().record(page(5, "a")).record(forged).build()).is_empty());
    }
}

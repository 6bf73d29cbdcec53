//! SIG003 signature-unreadable.

use eichrecht_model::{CheckedRecord, NotCheckedReason, Severity, SignatureData, SignatureProblem, SignatureVerdict};

use crate::registry::ocmf;
use crate::sink::each_record;
use crate::{Formats, Rule, Status};

/// There is no signature, or its text does not decode, so that there is nothing to check.
pub(crate) static RULE: Rule = Rule {
    code: "SIG003",
    name: "signature-unreadable",
    severity: Severity::Warn,
    basis: &[ocmf("signature section, fields SD and SE")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_record(facts, sink, |record| {
            let unreadable = *record.signature() == SignatureVerdict::NotChecked(NotCheckedReason::SignatureUnreadable);
            unreadable.then(|| {
                let (reason, encoding) = reason(record);
                vec![("reason", reason.to_owned()), ("encoding", encoding)]
            })
        });
    },
};

/// Why, in a word, and the encoding that was named.
fn reason(record: &CheckedRecord) -> (&'static str, String) {
    match &record.content().signature {
        SignatureData::Unreadable(SignatureProblem::Missing) => ("missing", String::new()),
        SignatureData::Unreadable(SignatureProblem::NotDecodable) => ("not-decodable", String::new()),
        SignatureData::Unreadable(SignatureProblem::UnknownEncoding(name)) => ("unknown-encoding", name.clone()),
        _ => ("other", String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Scene, fact, findings, record};

    #[test]
    fn tells_missing_from_not_decodable() {
        let with = |problem| {
            let verdict = SignatureVerdict::NotChecked(NotCheckedReason::SignatureUnreadable);
            record().signature(verdict).with(|r| r.parsed.signature = SignatureData::Unreadable(problem))
        };
        let scene = Scene::new()
            .record(with(SignatureProblem::Missing))
            .record(with(SignatureProblem::NotDecodable))
            .record(with(SignatureProblem::UnknownEncoding("uu".to_owned())))
            .record(record());
        let found = findings(&RULE, &scene.build());
        let seen: Vec<_> = found.iter().map(|f| (fact(f, "reason"), fact(f, "encoding"))).collect();
        assert_eq!(seen, [("missing", ""), ("not-decodable", ""), ("unknown-encoding", "uu")]);
    }
}

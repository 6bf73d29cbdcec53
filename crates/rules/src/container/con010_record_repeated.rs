//! CON010 record-repeated.

use eichrecht_model::Severity;

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The same bytes stand several times in one input. They count once.
pub(crate) static RULE: Rule = Rule {
    code: "CON010",
    name: "record-repeated",
    severity: Severity::Info,
    basis: &[Basis::Own("a copy proves nothing beyond the first, and its energy must not count twice")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for entry in &facts.assessment.records {
        sink.looked();
        if let Some(first) = entry.duplicate_of {
            sink.record(entry.id, vec![("first", first.0.to_string())]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{RecordId, Subject};

    use super::*;
    use crate::testing::{Scene, fact, findings, whole};

    #[test]
    fn each_copy_is_named_with_its_original() {
        let copy = || whole("1", "2").with(|r| r.duplicate_of = Some(RecordId(1)));
        let found = findings(&RULE, &Scene::new().record(whole("1", "2")).record(copy()).record(copy()).build());
        let seen: Vec<_> = found.iter().map(|f| (f.subject, fact(f, "first"))).collect();
        assert_eq!(seen, [(Subject::Record(RecordId(2)), "1"), (Subject::Record(RecordId(3)), "1")]);
    }
}

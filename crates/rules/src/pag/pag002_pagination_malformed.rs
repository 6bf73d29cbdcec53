//! PAG002: the signed count of a record is missing or cannot be read.

use eichrecht_model::{NoteKind, Severity};

use crate::facts::{covers, has, readable};
use crate::registry::ocmf;
use crate::sink::notes_of;
use crate::{Facts, Formats, Rule, Sink, Status};

/// The pagination is mandatory: one letter and a number without leading zeros. Without it a record cannot be
/// placed among the others of its signer, and nothing can be said about records held back.
pub(crate) static RULE: Rule = Rule {
    code: "PAG002",
    name: "pagination-malformed",
    severity: Severity::Fail,
    basis: &[ocmf("field PG")],
    formats: Formats::Only(&["ocmf"]),
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (entry, record) in readable(facts, sink).into_iter().filter(|(entry, _)| covers(RULE.formats, entry)) {
        sink.looked();
        let note = notes_of(entry).find(|note| note.kind == NoteKind::PaginationMalformed);
        if note.is_some() || record.content().pagination.is_none() {
            let found = note.map(|note| note.found.clone()).unwrap_or_default();
            sink.record(entry.id, vec![has(&found), ("found", found)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{FormatId, Note, Outcome};

    use super::*;
    use crate::testing::*;

    #[test]
    fn a_note_and_a_missing_number_are_one_finding_each() {
        let note = Note::new(NoteKind::PaginationMalformed, "PG").found("P1");
        let unreadable = whole("1", "2").note(note).with(|record| record.parsed.pagination = None);
        let missing = whole("1", "2").with(|record| record.parsed.pagination = None);
        let found = findings(&RULE, &Scene::new().record(unreadable).record(missing).build());
        assert_eq!(found.len(), 2);
        assert_eq!(fact(&found[0], "found"), "P1");
        assert_eq!(fact(&found[1], "found"), "");
    }

    #[test]
    fn quiet_on_a_readable_number() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2").page(0)).build()).1, Outcome::Passed);
    }

    #[test]
    fn formats_without_pagination_are_left_alone() {
        let mut assessment = Scene::new().record(whole("1", "2").with(|record| record.parsed.pagination = None)).build();
        assessment.records[0].format = Some(FormatId("other"));
        assert_eq!(run(&RULE, &assessment).1, Outcome::NotApplicable);
    }
}

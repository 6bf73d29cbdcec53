//! KEY021 register-entry-unreadable.

use eichrecht_model::Severity;

use super::register::{each_asked, entry_facts, unreadable_text};
use crate::{Basis, Formats, Rule, Status};

/// The register has an entry for the record, and what stands in it for the key is none.
pub(crate) static RULE: Rule = Rule {
    code: "KEY021",
    name: "register-entry-unreadable",
    severity: Severity::Warn,
    basis: &[Basis::Law("MessEG", "§ 33 (3)"), Basis::Own("an entry that was made and cannot be used must not be passed over in silence")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_asked(facts, sink, |answer| {
            let readable = |other| answer.current().any(|(identifier, entry)| identifier == other && entry.key.is_readable());
            let (text, entry) = answer
                .current()
                .find_map(|(identifier, entry)| unreadable_text(&entry.key).filter(|_| !readable(identifier)).map(|text| (text, entry)))?;
            Some([entry_facts(entry), vec![("found", text.to_owned())]].concat())
        });
    },
};

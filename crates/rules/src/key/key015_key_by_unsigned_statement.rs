//! KEY015 key-by-unsigned-statement.

use eichrecht_model::{FoundBy, KeyOrigin, Severity};

use super::register::{each_asked, entry_facts, is_current};
use crate::{Basis, Formats, Rule, Status};

/// The key is registered, but nothing signed ties the record to the entry: only the file names the charging point, or
/// nothing does and the register merely knows the key. Whoever has one registered key of his own could have made it.
pub(crate) static RULE: Rule = Rule {
    code: "KEY015",
    name: "key-by-unsigned-statement",
    severity: Severity::Warn,
    basis: &[Basis::Law("MessEG", "§ 33 (3)"), Basis::Own("a statement that is not signed can be exchanged by anybody who has the file")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_asked(facts, sink, |answer| {
            // Whose key the user gave, the user knows.
            let used = answer.used.filter(|used| used.origin < KeyOrigin::User)?;
            let found = used.registered.as_deref().filter(|found| is_current(&found.entry))?;
            let way = match found.found_by {
                FoundBy::Signed(_) => return None,
                FoundBy::Claimed(_) => "claimed",
                FoundBy::Key => "key",
            };
            Some([entry_facts(&found.entry), vec![("way", way.to_owned())]].concat())
        });
    },
};

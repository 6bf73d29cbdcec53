//! KEY016 key-of-other-period.

use eichrecht_model::Severity;

use super::register::{each_asked, entry_facts, is_current};
use crate::{Basis, Formats, Rule, Status};

/// The key is registered for this charging point or meter, but for another time than that of the session.
pub(crate) static RULE: Rule = Rule {
    code: "KEY016",
    name: "key-of-other-period",
    severity: Severity::Warn,
    basis: &[
        Basis::Law("MessEG", "§ 33 (3)"),
        Basis::Own("meters are exchanged, and a key vouches only for the time in which it was in use"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_asked(facts, sink, |answer| {
            let entry = &answer.used?.registered.as_deref().filter(|found| !is_current(&found.entry))?.entry;
            let day = |date: Option<jiff::civil::Date>| date.map_or_else(|| "…".to_owned(), |date| date.to_string());
            let stated = entry.valid_from.or(entry.valid_to).is_some();
            let (from, to) = if stated { (entry.valid_from, entry.valid_to) } else { (entry.first_seen, entry.last_seen) };
            let own = vec![("from", day(from)), ("to", day(to)), ("session_date", day(answer.register.date))];
            Some([entry_facts(entry), own].concat())
        });
    },
};

//! KEY013 key-not-registered.

use eichrecht_model::Severity;

use super::register::each_asked;
use crate::{Basis, Formats, Rule, Status};

/// A register was asked, and it neither has a key for what the record says of itself nor knows the key that was used.
/// Most charging points stand in the official register without a key, so this accuses nobody.
pub(crate) static RULE: Rule = Rule {
    code: "KEY013",
    name: "key-not-registered",
    severity: Severity::Info,
    basis: &[Basis::Law("MessEG", "§ 33 (3)"), Basis::Own("the reader asked the register and must be told that it is silent")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_asked(facts, sink, |answer| {
            let silent = answer.register.of_key.is_empty() && answer.current().all(|(_, entry)| !entry.key.is_readable());
            let asked: Vec<&str> = answer.register.asked.iter().map(|(identifier, _)| identifier.text.as_str()).collect();
            if !silent || (asked.is_empty() && answer.used.is_none()) {
                return None;
            }
            let known = answer.register.asked.iter().any(|(_, found)| !found.is_empty());
            let yes_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
            Some(vec![
                ("asked", asked.join(", ")),
                ("any", yes_no(!asked.is_empty())),
                ("key", yes_no(answer.used.is_some())),
                ("known", yes_no(known)),
            ])
        });
    },
};

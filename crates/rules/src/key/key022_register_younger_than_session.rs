//! KEY022 register-younger-than-session.

use eichrecht_model::{Severity, Standing};

use super::register::{each_asked, entry_facts};
use crate::{Basis, Formats, Rule, Status};

/// Every state of the register that is at hand is younger than the session. It shows which key is registered now.
pub(crate) static RULE: Rule = Rule {
    code: "KEY022",
    name: "register-younger-than-session",
    severity: Severity::Info,
    basis: &[Basis::Own("a register shows the present; what it showed at the time of the session is not at hand")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_asked(facts, sink, |answer| {
            let entry = &answer.used?.registered.as_deref().filter(|found| found.entry.standing == Standing::RegisterYounger)?.entry;
            let day = answer.register.date.map_or_else(String::new, |date| date.to_string());
            Some([entry_facts(entry), vec![("session_date", day)]].concat())
        });
    },
};

//! Where rules about histories report to.

use eichrecht_model::{HistoryFinding, PastRecord};

use crate::Rule;

/// Takes the findings of one rule.
pub struct HistorySink {
    rule: &'static Rule,
    findings: Vec<HistoryFinding>,
}

impl HistorySink {
    pub(crate) fn new(rule: &'static Rule) -> Self {
        Self { rule, findings: Vec::new() }
    }

    /// A finding that rests on these records.
    pub(crate) fn found<'a>(&mut self, records: impl IntoIterator<Item = &'a PastRecord>, facts: Vec<(&'static str, String)>) {
        let Rule { code, name, severity, .. } = self.rule;
        let records = records.into_iter().map(Into::into).collect();
        self.findings.push(HistoryFinding { code, name, severity: *severity, records, facts });
    }

    pub(crate) fn finish(self) -> Vec<HistoryFinding> {
        self.findings
    }
}

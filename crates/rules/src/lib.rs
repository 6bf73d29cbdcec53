//! The rules that records and transactions are judged by: step 6 of the data flow.
//!
//! A rule sees typed facts only, never raw text, and has no clock: "now" is given. Each rule is one file
//! with one static [`Rule`]; [`all`] lists them; [`judge`] runs them. The words of a finding, its page
//! and its advice stand in the report crate, under the rule's code, in every language.
//!
//! Most rules look at the inputs of one call. Those of the family LED look at the history of a meter, which a ledger
//! gathers from many calls; [`judge_history`] runs them.

mod claims;
mod facts;
mod history;
mod registry;
mod sink;
#[cfg(test)]
mod testing;

mod bil;
mod container;
mod fmt;
mod idn;
mod key;
mod led;
mod los;
mod mtr;
mod obi;
mod pag;
mod sig;
mod tim;
mod txn;
mod val;

pub use history::{Course, HistorySink, judge_history};
pub use registry::*;
pub use sink::*;

use eichrecht_model::{Assessment, Finding};
use jiff::Timestamp;

/// Version of the set of rules. It changes whenever a rule is added, removed or judges otherwise.
pub const RULE_SET: &str = "2026.1";

/// What the rules may look at.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// Everything gathered so far; its findings are still empty.
    pub assessment: &'a Assessment,
    /// The present, if the caller gave it; without it no time is "in the future".
    pub now: Option<Timestamp>,
}

/// Families whose rules look at the inputs of one call, in the order of their letters.
static FAMILIES: [&[&Rule]; 13] = [
    bil::RULES,
    container::RULES,
    fmt::RULES,
    idn::RULES,
    key::RULES,
    los::RULES,
    mtr::RULES,
    obi::RULES,
    pag::RULES,
    sig::RULES,
    tim::RULES,
    txn::RULES,
    val::RULES,
];

/// All rules, ordered by code.
#[must_use]
pub fn all() -> Vec<&'static Rule> {
    let mut all = FAMILIES.concat();
    all.extend(led::RULES.iter().map(|history| &history.rule));
    all.sort_by_key(|rule| rule.code);
    all
}

/// What a rule looks at.
#[must_use]
pub fn scope(rule: &Rule) -> Scope {
    if led::RULES.iter().any(|history| history.rule.code == rule.code) { Scope::History } else { Scope::Inputs }
}

/// The rule of this code or name, in any case.
#[must_use]
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    all().into_iter().find(|rule| rule.code.eq_ignore_ascii_case(code_or_name) || rule.name.eq_ignore_ascii_case(code_or_name))
}

/// Findings of all rules, and what became of each rule.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Findings, by input and then by rule.
    pub findings: Vec<Finding>,
    /// Outcome of each rule over all inputs.
    pub outcomes: Vec<(&'static str, Outcome)>,
}

/// Runs every rule that looks at inputs. Those about a bill find nothing as long as the assessment holds none.
#[must_use]
pub fn judge(facts: Facts<'_>) -> Judgement {
    run(&FAMILIES.concat(), facts)
}

/// Runs the rules about the bill, which need the verdicts that the others led to.
#[must_use]
pub fn judge_bill(facts: Facts<'_>) -> Judgement {
    run(bil::RULES, facts)
}

fn run(rules: &[&'static Rule], facts: Facts<'_>) -> Judgement {
    let mut findings = Vec::new();
    let mut outcomes = Vec::with_capacity(rules.len());
    for rule in rules.iter().copied() {
        let mut sink = Sink::new(rule, facts.assessment);
        (rule.check)(facts, &mut sink);
        let (found, outcome) = sink.finish();
        findings.extend(found);
        outcomes.push((rule.code, outcome));
    }
    findings.sort_by_key(|finding| finding.input);
    Judgement { findings, outcomes }
}

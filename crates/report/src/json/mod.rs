//! The JSON report, schema `eichrecht-report/1`.
//!
//! Its shape stands in `schema/eichrecht-report-1.schema.json`. It grows by new members only.

mod bill;
mod claim;
mod finding;
mod measurement;
mod record;
mod transaction;

use eichrecht_model::{Assessment, InputRole, Outcome};
use eichrecht_rules::RULE_SET;
use serde::{Serialize, Serializer};

use crate::texts::Texts;
use crate::view::{InputView, by_input};
use crate::{Language, ToolInfo, names};

use bill::BillOut;
use claim::ClaimOut;
pub(crate) use finding::FactsOut;
use finding::{ErrorOut, FindingOut};
use record::RecordOut;
use transaction::TransactionOut;

/// Name and version of the document's shape.
pub(crate) const SCHEMA: &str = "eichrecht-report/1";

/// The assessment as one JSON object. Only `message` texts depend on the language.
#[must_use]
pub fn json(assessment: &Assessment, language: Language, tool: ToolInfo<'_>) -> String {
    let texts = Texts::new(language);
    let views = by_input(assessment);
    let document = Document {
        schema: SCHEMA,
        tool: ToolOut::new(tool),
        language: language.tag(),
        verdict: assessment.verdict.as_str(),
        required_key_origin: assessment.required_origin.as_str(),
        bill: assessment.bill.as_ref().map(|check| BillOut::new(assessment, check, &texts)),
        inputs: views.iter().map(|view| InputOut::new(assessment, view, &texts)).collect(),
        rules: assessment.outcomes.iter().map(|(code, outcome)| OutcomeOut::new(code, outcome)).collect(),
    };
    to_json(&document)
}

/// The document for a run that ended in a fault of the program: it has no verdict and no inputs, so that a
/// script which asks for `json` always gets one document, and none that could be taken for a result.
#[must_use]
pub fn json_fault(tool: ToolInfo<'_>) -> String {
    #[derive(Serialize)]
    struct Fault<'a> {
        schema: &'static str,
        tool: ToolOut<'a>,
        verdict: Option<&'static str>,
        fault: &'static str,
        inputs: [(); 0],
    }
    to_json(&Fault { schema: SCHEMA, tool: ToolOut::new(tool), verdict: None, fault: "internal", inputs: [] })
}

/// Serialising these types cannot fail: all keys are texts and nothing is written but to memory.
pub(crate) fn to_json<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}

/// Serialises the items of an iterator one by one, so that a long list is never held twice.
struct Each<I>(I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

#[derive(Serialize)]
struct Document<'a, I: Serialize> {
    schema: &'static str,
    tool: ToolOut<'a>,
    language: &'static str,
    verdict: &'static str,
    required_key_origin: &'static str,
    /// What became of the bill; only where one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    bill: Option<BillOut<'a>>,
    inputs: Vec<I>,
    rules: Vec<OutcomeOut>,
}

#[derive(Serialize)]
pub(crate) struct ToolOut<'a> {
    name: &'static str,
    version: &'a str,
    commit: Option<&'a str>,
    rules: &'static str,
}

impl<'a> ToolOut<'a> {
    pub(crate) fn new(tool: ToolInfo<'a>) -> Self {
        Self { name: "eichrecht", version: tool.version, commit: tool.commit, rules: RULE_SET }
    }
}

struct InputOut<'a> {
    assessment: &'a Assessment,
    view: &'a InputView<'a>,
    texts: &'a Texts,
}

impl<'a> InputOut<'a> {
    fn new(assessment: &'a Assessment, view: &'a InputView<'a>, texts: &'a Texts) -> Self {
        Self { assessment, view, texts }
    }
}

impl Serialize for InputOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a, R: Serialize, T: Serialize, C: Serialize, F: Serialize, E: Serialize> {
            path: &'a str,
            sha256: Option<&'a str>,
            size: u64,
            role: &'static str,
            verdict: Option<&'static str>,
            records: R,
            transactions: T,
            claims: C,
            findings: F,
            errors: E,
        }
        let input = self.view.input;
        // A key among the inputs has no verdict: it must not look like something that was verified.
        let (role, verdict) = match input.role {
            InputRole::Data => ("data", Some(input.verdict.as_str())),
            InputRole::Key => ("key", None),
            InputRole::Signature => ("signature", None),
        };
        Fields {
            path: &input.name,
            sha256: input.sha256.as_deref(),
            size: input.size,
            role,
            verdict,
            records: Each(self.view.records.iter().map(RecordOut::new)),
            transactions: Each(self.view.transactions.iter().map(|t| TransactionOut::new(self.assessment, t))),
            claims: Each(self.view.claims.iter().map(|claim| ClaimOut::new(claim))),
            findings: Each(self.view.findings.iter().map(|finding| FindingOut::new(self.texts, finding))),
            errors: Each(self.view.errors.iter().map(|error| ErrorOut::new(self.texts, error))),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct OutcomeOut {
    code: &'static str,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

impl OutcomeOut {
    fn new(code: &'static str, outcome: &Outcome) -> Self {
        let (outcome, count, reason) = match outcome {
            Outcome::NotApplicable => ("not-applicable", None, None),
            Outcome::Passed => ("passed", None, None),
            Outcome::Found(count) => ("found", Some(*count), None),
            Outcome::NotEvaluated(why) => ("not-evaluated", None, Some(names::not_evaluated(*why))),
        };
        Self { code, outcome, count, reason }
    }
}

#[cfg(test)]
mod tests;

//! The end of a report: summary, inputs, program.

use eichrecht_model::{Assessment, InputRole, KeyOrigin, Outcome, VerifiedEnergy};
use eichrecht_rules::RULE_SET;

use super::table;
use crate::content::{Row, headline, words};
use crate::style::{Page, Tone};
use crate::texts::{Arg, Texts};
use crate::view::InputView;
use crate::{ToolInfo, key, visible_whole};

/// One line for each input, and counts.
pub(super) fn summary(page: &mut Page, texts: &Texts, assessment: &Assessment, views: &[InputView<'_>]) {
    page.heading(&texts.plain("heading-summary"));
    let mut rows: Vec<Vec<String>> =
        vec![["column-number", "column-verdict", "column-result", "column-input"].map(|id| texts.plain(id)).into()];
    let mut tones = vec![None];
    for (number, view) in views.iter().enumerate() {
        let verdict = match view.input.role {
            InputRole::Data => view.input.verdict.as_str(),
            InputRole::Key => "key",
            InputRole::Signature => "signature",
        };
        let verdict = texts.plain(&format!("short-{verdict}"));
        tones.push((view.input.role == InputRole::Data).then(|| Tone::of_verdict(view.input.verdict)));
        rows.push(vec![(number + 1).to_string(), verdict, result(texts, assessment, view), visible_whole(&view.input.name).into_owned()]);
    }
    table::aligned(page, &rows, &tones, &[0]);
    page.line(&format!("  {}", headline::counts(texts, views)));
}

fn result(texts: &Texts, assessment: &Assessment, view: &InputView<'_>) -> String {
    match view.transactions.as_slice() {
        [] => "-".to_owned(),
        [one] => {
            let proven = assessment.verified_energy(one.id);
            match (proven.as_ref().map(VerifiedEnergy::energy), &one.stated_energy) {
                (Some(energy), _) => format!("{} {}", words::energy(texts, energy), texts.plain("proven")),
                (None, Some(energy)) => format!("{} {}", words::energy(texts, energy), texts.plain("stated-not-proven")),
                (None, None) => "-".to_owned(),
            }
        }
        several => {
            let proven = several.iter().filter(|t| assessment.verified_energy(t.id).is_some()).count();
            texts.say("sessions-short", &[("proven", Arg::Count(proven)), ("count", Arg::Count(several.len()))])
        }
    }
}

/// What was read and what read it.
pub(super) fn foot(page: &mut Page, texts: &Texts, assessment: &Assessment, views: &[InputView<'_>], tool: ToolInfo<'_>) {
    page.heading(&texts.plain("heading-about-report"));
    page.rows(&about(texts, assessment, views, tool));
}

/// The same as rows.
pub(crate) fn about(texts: &Texts, assessment: &Assessment, views: &[InputView<'_>], tool: ToolInfo<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row = |label: String, value: String| rows.push(Row::own(label, value));
    for view in views {
        let size = view.input.size.to_string();
        let name = visible_whole(&view.input.name);
        row(texts.plain("label-input"), texts.say("input-size", &[("name", Arg::Text(&name)), ("bytes", Arg::Text(&size))]));
        row("SHA-256".to_owned(), view.input.sha256.as_deref().map_or_else(|| texts.plain("hash-none"), key::grouped));
    }
    if !assessment.outcomes.is_empty() {
        let count = |test: fn(&Outcome) -> bool| assessment.outcomes.iter().filter(|(_, outcome)| test(outcome)).count();
        let counts = [
            ("passed", Arg::Count(count(|o| matches!(o, Outcome::Passed)))),
            ("found", Arg::Count(count(|o| matches!(o, Outcome::Found(_))))),
            ("none", Arg::Count(count(|o| matches!(o, Outcome::NotApplicable)))),
            ("unable", Arg::Count(count(|o| matches!(o, Outcome::NotEvaluated(_))))),
        ];
        row(texts.plain("label-rules"), texts.say("rule-outcomes", &counts));
    }
    if assessment.required_origin > KeyOrigin::Record {
        row(texts.plain("label-required"), texts.plain(&format!("required-{}", assessment.required_origin.as_str())));
    }
    let commit = tool.commit.map(|commit| format!(" ({commit})")).unwrap_or_default();
    let program = format!("eichrecht {}{commit}", tool.version);
    row(texts.plain("label-program"), texts.say("program", &[("program", Arg::Text(&program)), ("rules", Arg::Text(RULE_SET))]));
    rows
}

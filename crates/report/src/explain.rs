//! Pages about rules.

use eichrecht_rules::{Basis, Formats, RULE_SET, Rule, Status};
use fluent_bundle::FluentArgs;
use serde::Serialize;

use crate::json::to_json;
use crate::style::{Page, Tone};
use crate::texts::{Arg, Texts};
use crate::{Language, Style};

/// The page of a rule as text: what it looks at, why, what it means for the bill and what can be done.
#[must_use]
pub fn explain(rule: &Rule, language: Language, style: Style) -> String {
    let texts = Texts::new(language);
    let mut page = Page::new(style);
    let code = page.paint(Tone::Strong, rule.code);
    page.line(&format!("{code} {}", rule.name));
    page.wrapped("", 0, &part(&texts, rule, "title"));
    page.gap();
    let severity = texts.plain(&format!("severity-{}", rule.severity.as_str()));
    page.row(&texts.plain("label-severity"), &severity);
    let scope = eichrecht_rules::scope(rule).as_str();
    page.row(&texts.plain("label-scope"), &texts.plain(&format!("scope-{scope}")));
    page.row(&texts.plain("label-formats"), &formats(&texts, rule));
    page.row(&texts.plain("label-status"), &status(&texts, rule));
    for (position, basis) in rule.basis.iter().enumerate() {
        let label = if position == 0 { texts.plain("label-basis") } else { String::new() };
        page.row(&label, &basis_words(&texts, basis));
    }
    for (heading, name) in [("heading-about", "about"), ("heading-bill", "bill"), ("heading-advice", "advice")] {
        let text = part(&texts, rule, name);
        if !text.is_empty() {
            page.heading(&texts.plain(heading));
            page.wrapped("  ", 2, &text);
        }
    }
    page.finish()
}

/// The page of a rule, before it is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePage {
    /// Code of the rule.
    pub code: &'static str,
    /// Name of the rule.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// What a finding of it weighs.
    pub severity: String,
    /// What it rests on: laws, specifications, own reasons.
    pub basis: Vec<String>,
    /// Heading and text of each part: what it looks at, what it means for the bill, what can be done.
    pub parts: Vec<(String, String)>,
}

/// The page of a rule in words.
pub(crate) fn page(texts: &Texts, rule: &Rule) -> RulePage {
    let parts = [("heading-about", "about"), ("heading-bill", "bill"), ("heading-advice", "advice")];
    RulePage {
        code: rule.code,
        name: rule.name,
        title: part(texts, rule, "title"),
        severity: texts.plain(&format!("severity-{}", rule.severity.as_str())),
        basis: rule.basis.iter().map(|basis| basis_words(texts, basis)).collect(),
        parts: parts
            .into_iter()
            .map(|(heading, name)| (texts.plain(heading), part(texts, rule, name)))
            .filter(|(_, text)| !text.is_empty())
            .collect(),
    }
}

/// The page of a rule as JSON, schema `eichrecht-rule/1`.
#[must_use]
pub fn explain_json(rule: &Rule, language: Language) -> String {
    #[derive(Serialize)]
    struct Out {
        schema: &'static str,
        language: &'static str,
        rules: &'static str,
        #[serde(flatten)]
        rule: RuleOut,
    }
    let texts = Texts::new(language);
    to_json(&Out { schema: "eichrecht-rule/1", language: language.tag(), rules: RULE_SET, rule: RuleOut::new(&texts, rule) })
}

/// All rules as a table by family.
#[must_use]
pub fn rule_list(language: Language, style: Style) -> String {
    let texts = Texts::new(language);
    let mut page = Page::new(style);
    let rules = eichrecht_rules::all();
    let mut family = "";
    for rule in &rules {
        let own = family_of(rule);
        if own != family {
            family = own;
            let name = texts.plain(&format!("family-{}", own.to_ascii_lowercase()));
            page.heading(&format!("{own}  {name}"));
        }
        let severity = texts.plain(&format!("mark-{}", rule.severity.as_str()));
        let mark = page.paint(Tone::of_severity(rule.severity), &severity);
        let padding = " ".repeat(9usize.saturating_sub(severity.chars().count()));
        page.wrapped(&format!("  {}  {mark}{padding}", rule.code), 19, &part(&texts, rule, "title"));
    }
    page.gap();
    page.line(&texts.say("rule-count", &[("count", Arg::Count(rules.len())), ("set", Arg::Text(RULE_SET))]));
    page.finish()
}

/// All rules as JSON, schema `eichrecht-rules/1`.
#[must_use]
pub fn rule_list_json(language: Language) -> String {
    #[derive(Serialize)]
    struct Out {
        schema: &'static str,
        language: &'static str,
        version: &'static str,
        rules: Vec<RuleOut>,
    }
    let texts = Texts::new(language);
    let rules = eichrecht_rules::all().into_iter().map(|rule| RuleOut::new(&texts, rule)).collect();
    to_json(&Out { schema: "eichrecht-rules/1", language: language.tag(), version: RULE_SET, rules })
}

#[derive(Serialize)]
struct RuleOut {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    /// `inputs`: of one call; `history`: of a meter, as a ledger holds it.
    scope: &'static str,
    title: String,
    basis: Vec<BasisOut>,
    /// `null`: all formats that have what the rule looks at.
    formats: Option<&'static [&'static str]>,
    status: &'static str,
    since: &'static str,
    about: String,
    bill: String,
    advice: String,
}

#[derive(Serialize)]
struct BasisOut {
    kind: &'static str,
    name: &'static str,
    section: Option<&'static str>,
}

impl RuleOut {
    fn new(texts: &Texts, rule: &Rule) -> Self {
        let (status, since) = match rule.status {
            Status::Stable { since } => ("stable", since),
            Status::Deprecated { since, .. } => ("deprecated", since),
            Status::Removed { since, .. } => ("removed", since),
        };
        let basis = rule.basis.iter().map(|basis| match basis {
            Basis::Law(name, section) => BasisOut { kind: "law", name, section: Some(section) },
            Basis::Specification(name, section) => BasisOut { kind: "specification", name, section: Some(section) },
            Basis::Standard(name, section) => BasisOut { kind: "standard", name, section: Some(section) },
            Basis::Own(reason) => BasisOut { kind: "own", name: reason, section: None },
        });
        Self {
            code: rule.code,
            name: rule.name,
            severity: rule.severity.as_str(),
            scope: eichrecht_rules::scope(rule).as_str(),
            title: part(texts, rule, "title"),
            basis: basis.collect(),
            formats: match rule.formats {
                Formats::All => None,
                Formats::Only(list) => Some(list),
            },
            status,
            since,
            about: part(texts, rule, "about"),
            bill: part(texts, rule, "bill"),
            advice: part(texts, rule, "advice"),
        }
    }
}

/// A text of a rule that has no facts in it.
fn part(texts: &Texts, rule: &Rule, name: &str) -> String {
    texts.rule(rule.code, name, &FluentArgs::new()).unwrap_or_default()
}

fn family_of(rule: &Rule) -> &'static str {
    rule.code.trim_end_matches(|c: char| c.is_ascii_digit())
}

fn formats(texts: &Texts, rule: &Rule) -> String {
    match rule.formats {
        Formats::All => texts.plain("formats-all"),
        Formats::Only(list) => list.join(", "),
    }
}

fn status(texts: &Texts, rule: &Rule) -> String {
    match rule.status {
        Status::Stable { since } => texts.say("status-stable", &[("since", Arg::Text(since))]),
        Status::Deprecated { since, reason } => {
            texts.say("status-deprecated", &[("since", Arg::Text(since)), ("reason", Arg::Text(reason))])
        }
        Status::Removed { since, reason } => texts.say("status-removed", &[("since", Arg::Text(since)), ("reason", Arg::Text(reason))]),
    }
}

pub(crate) fn basis_words(texts: &Texts, basis: &Basis) -> String {
    match basis {
        Basis::Law(name, section) | Basis::Specification(name, section) | Basis::Standard(name, section) if section.is_empty() => {
            (*name).to_owned()
        }
        Basis::Law(name, section) | Basis::Specification(name, section) | Basis::Standard(name, section) => format!("{name}, {section}"),
        Basis::Own(reason) => texts.say("basis-own", &[("reason", Arg::Text(reason))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_page_without_holes() {
        for language in [Language::English, Language::German] {
            for rule in eichrecht_rules::all() {
                let page = explain(rule, language, Style::default());
                assert!(page.starts_with(&format!("{} {}\n", rule.code, rule.name)), "{page}");
                assert!(!page.contains("{ $") && !page.contains("{$"), "{page}");
                let json: serde_json::Value = serde_json::from_str(&explain_json(rule, language)).unwrap();
                assert_eq!((json["code"].as_str(), json["schema"].as_str()), (Some(rule.code), Some("eichrecht-rule/1")));
                assert_eq!(json["basis"].as_array().unwrap().len(), rule.basis.len());
            }
        }
    }

    #[test]
    fn the_list_has_every_rule() {
        let list = rule_list(Language::German, Style::default());
        let json: serde_json::Value = serde_json::from_str(&rule_list_json(Language::German)).unwrap();
        assert_eq!(json["rules"].as_array().unwrap().len(), eichrecht_rules::all().len());
        for rule in eichrecht_rules::all() {
            assert!(list.contains(&format!("\n  {}  ", rule.code)), "{} is missing", rule.code);
        }
    }
}

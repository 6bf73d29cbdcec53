use std::collections::{BTreeMap, BTreeSet};

use eichrecht_model::{KeyOrigin, Severity, Verdict};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::*;

const LANGUAGES: [Language; 2] = [Language::English, Language::German];
const PARTS: [&str; 5] = ["title", "message", "bill", "advice", "about"];

/// Messages of a file with the variables they use.
fn messages(file: &TextFile, language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(file.source(language))
        .unwrap_or_else(|(_, errors)| panic!("{}/{}: {errors:?}", language.tag(), file.name));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut variables = BTreeSet::new();
                let pattern = message.value.unwrap_or_else(|| panic!("{} is empty", message.id.name));
                collect(&pattern, &mut variables);
                let before = found.insert(message.id.name.to_owned(), variables);
                assert!(before.is_none(), "{}/{}: {} stands twice", language.tag(), file.name, message.id.name);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{}/{}: {other:?}", language.tag(), file.name),
        }
    }
    found
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression: Expression::Inline(inline) } => collect_inline(inline, variables),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                collect_inline(selector, variables);
                variants.iter().for_each(|variant| collect(&variant.value, variables));
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("texts use variables and literals only: {other:?}"),
    }
}

#[test]
fn every_language_has_the_same_texts_with_the_same_variables() {
    for file in FILES {
        let english = messages(file, Language::English);
        let german = messages(file, Language::German);
        for (id, variables) in &english {
            assert_eq!(german.get(id), Some(variables), "{} in {}", id, file.name);
        }
        assert_eq!(english.len(), german.len(), "{}", file.name);
    }
}

#[test]
fn every_rule_has_all_its_texts() {
    for language in LANGUAGES {
        let texts = Texts::new(language);
        for rule in eichrecht_rules::all() {
            for part in PARTS {
                let text = texts.rule(rule.code, part, &FluentArgs::new());
                assert!(text.is_some_and(|text| !text.trim().is_empty()), "{}-{part} in {}", rule.code, language.tag());
            }
        }
    }
}

#[test]
fn every_text_belongs_to_a_rule_of_its_family() {
    for file in FILES.iter().filter(|file| !matches!(file.name, "report" | "window")) {
        for (id, variables) in messages(file, Language::English) {
            let (code, part) = id.split_once('-').unwrap_or_else(|| panic!("{id}"));
            let rule = eichrecht_rules::find(code).unwrap_or_else(|| panic!("{id}: no such rule"));
            assert_eq!(rule.code, code);
            assert_eq!(family_file(code), file.name, "{id} stands in {}", file.name);
            assert!(PARTS.contains(&part), "{id}");
            // Pages of rules are shown without a finding, so there is nothing to fill in.
            assert!(part == "message" || variables.is_empty(), "{id} uses {variables:?}");
        }
    }
}

/// The names that a function gives out, taken from its source: a name added there needs its text.
fn names_of(source: &str, function: &str) -> Vec<String> {
    let body = source.split(&format!("fn {function}(")).nth(1).unwrap_or_else(|| panic!("no function {function}"));
    // To the closing brace of a function, or of a method that ends its block.
    let body = body.split("\n}").next().unwrap();
    let names: Vec<String> = body.split("=> \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    assert!(names.len() > 1, "{function} gives no names");
    names
}

/// Texts of the report that are looked up by a name put together at run time.
fn composed_ids() -> Vec<String> {
    let names = include_str!("../names.rs");
    let model = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/src/assessment.rs")).unwrap();
    let errors = model.split("impl ReadErrorKind").nth(1).unwrap();
    let mut ids = Vec::new();
    let mut add = |start: &str, ends: &[String]| ids.extend(ends.iter().map(|end| format!("{start}-{end}")));
    for (start, function) in [
        ("signature", "signature"),
        ("reason", "invalid"),
        ("reason", "not_checked"),
        ("reason", "unread"),
        ("cause", "not_checked"),
        ("key-problem", "key_problem"),
        ("sync", "time_sync"),
        ("quality", "time_quality"),
        ("billing", "billing_choice"),
        ("parse", "parse_error"),
        ("claim-allowed", "permission"),
        ("reading", "reading_reason"),
    ] {
        add(start, &names_of(names, function));
    }
    add("error", &names_of(errors, "as_str"));
    let seal = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/src/seal.rs")).unwrap();
    add("seal", &names_of(&seal, "as_str").into_iter().filter(|name| name != "limit").collect::<Vec<_>>());
    let verdicts = [Verdict::Verified, Verdict::VerifiedWithWarnings, Verdict::NotChecked, Verdict::Failed];
    for start in ["verdict", "short", "count"] {
        add(start, &verdicts.map(|verdict| verdict.as_str().to_owned()));
    }
    for start in ["mark", "severity"] {
        add(start, &[Severity::Fail, Severity::Warn, Severity::Info].map(|severity| severity.as_str().to_owned()));
    }
    let origins = [KeyOrigin::Record, KeyOrigin::Container, KeyOrigin::User, KeyOrigin::Register].map(|origin| origin.as_str().to_owned());
    add("origin", &origins);
    add("required", &origins[1..]);
    add("source", &["register", "list"].map(str::to_owned));
    add("standing", &["in-force", "between", "other-period", "register-younger"].map(str::to_owned));
    add("scope", &["inputs", "history"].map(str::to_owned));
    add("audit-unproven", &["invalid", "not-checked"].map(str::to_owned));
    add("reading-end", &["local", "remote", "abort", "power-failure"].map(str::to_owned));
    add("part", &["begin", "between", "end", "none"].map(str::to_owned));
    let families: BTreeSet<String> =
        eichrecht_rules::all().iter().map(|rule| rule.code.trim_end_matches(|c: char| c.is_ascii_digit()).to_ascii_lowercase()).collect();
    add("family", &families.into_iter().collect::<Vec<_>>());
    ids
}

/// Everything in the sources of this crate that is written like the name of a text.
fn literals() -> BTreeSet<String> {
    fn read(folder: &std::path::Path, found: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                read(&path, found);
            } else if name.ends_with(".rs") && name != "tests.rs" && name != "names.rs" {
                found.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut sources = String::new();
    read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    sources.split('"').map(str::to_owned).collect()
}

#[test]
fn texts_of_the_report_are_all_there_and_all_used() {
    let composed = composed_ids();
    let literals = literals();
    for language in LANGUAGES {
        let messages = messages(&FILES[0], language);
        for id in &composed {
            assert!(messages.contains_key(id), "{id} is missing in {}", language.tag());
        }
        for id in messages.keys() {
            assert!(composed.contains(id) || literals.contains(id), "{id} is used nowhere");
        }
        for (id, text) in messages.keys().filter(|id| id.starts_with("label-")).map(|id| (id, Texts::new(language).plain(id))) {
            assert!(text.chars().count() <= 15, "{id}: {text} is too long for its column");
        }
        // The other way round: what the sources name is there. Only names with a beginning that texts use
        // can be told from other literals.
        let starts =
            ["label-", "heading-", "column-", "cause-", "energy-", "key-note-", "origin-", "session", "record-", "price-", "and-more"];
        let not_texts = ["key-problem-", "energy_unit", "session", "sessions"];
        for literal in literals.iter().filter(|l| l.len() < 40 && starts.iter().any(|start| l.starts_with(start))) {
            let is_name = literal.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            if is_name && !literal.ends_with('-') && !not_texts.contains(&literal.as_str()) {
                assert!(messages.contains_key(literal), "{literal} is named in the sources and missing in {}", language.tag());
            }
        }
    }
}

#[test]
fn a_missing_text_or_value_is_no_fault() {
    let texts = Texts::new(Language::German);
    assert_eq!(texts.plain("no-such-text"), "no-such-text");
    assert_eq!(texts.rule("ZZZ999", "message", &FluentArgs::new()), None);
    assert_eq!(texts.rule("", "message", &FluentArgs::new()), None);
    assert!(texts.plain("energy-proven").contains("energy"), "a missing value shows its name");
}

#[test]
fn counts_choose_singular_and_plural() {
    let texts = Texts::new(Language::English);
    let say = |count| texts.say("sessions-proven", &[("proven", Arg::Count(1)), ("count", Arg::Count(count))]);
    assert_eq!(say(1), "1 of 1 charging session is proven.");
    assert_eq!(say(12), "1 of 12 charging sessions are proven.");
}

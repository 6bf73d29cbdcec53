//! Findings and rules in words.

use std::borrow::Cow;

use eichrecht_model::Finding;
use fluent_bundle::{FluentArgs, FluentValue};

use crate::texts::Texts;
use crate::{Language, visible};

/// What a finding says, in the chosen language; its code and name if there is no text.
pub(crate) fn message(texts: &Texts, finding: &Finding) -> String {
    of(texts, finding.code, finding.name, &finding.facts)
}

/// As [`message`], for a finding of any scope.
pub(crate) fn of(texts: &Texts, code: &str, name: &str, facts: &[(&'static str, String)]) -> String {
    let text = texts.rule(code, "message", &values(texts.language(), facts));
    // Texts of several lines have their breaks for the translator's eyes.
    text.map_or_else(|| format!("{code} {name}"), |text| text.trim_end().to_owned())
}

/// The title of a finding's rule; its name if there is no text.
pub(crate) fn title(texts: &Texts, finding: &Finding) -> String {
    texts.rule(finding.code, "title", &FluentArgs::new()).unwrap_or_else(|| finding.name.to_owned())
}

/// What a finding means for the bill; empty if there is no text.
pub(crate) fn bill(texts: &Texts, finding: &Finding) -> String {
    texts.rule(finding.code, "bill", &values(texts.language(), &finding.facts)).unwrap_or_default()
}

/// What the reader can do; empty if there is no text.
pub(crate) fn advice(texts: &Texts, finding: &Finding) -> String {
    texts.rule(finding.code, "advice", &values(texts.language(), &finding.facts)).unwrap_or_default()
}

/// Facts for a text: counts as numbers, so that they choose singular or plural; everything else as text,
/// escaped and shortened. Measured values stay text, for a number of Fluent is a binary float.
fn values(language: Language, facts: &[(&'static str, String)]) -> FluentArgs<'static> {
    let mut values = FluentArgs::with_capacity(facts.len());
    for (name, fact) in facts {
        let value = match count(fact) {
            Some(number) => FluentValue::from(number),
            None if language == Language::German && is_amount(name, fact) => FluentValue::from(fact.replace('.', ",")),
            None => FluentValue::from(visible(fact).into_owned()),
        };
        values.set(Cow::Borrowed(*name), value);
    }
    values
}

/// The number, if the text is a whole number in its shortest spelling and small enough to be exact in a
/// binary float. `007` is a serial number and no count.
fn count(text: &str) -> Option<u64> {
    let plain = !text.is_empty() && text.len() <= 15 && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

/// Whether a fact is an amount of ours, like `5.60 kWh`: digits, a point and a unit, and not a quotation.
fn is_amount(name: &str, fact: &str) -> bool {
    let quoted = matches!(name, "found" | "expected" | "field");
    let Some((number, unit)) = fact.split_once(' ') else { return false };
    let digits = number.trim_start_matches('-');
    let is_decimal = digits.len() <= 40 && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') && digits.matches('.').count() == 1;
    let currency = unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase());
    !quoted && is_decimal && (currency || matches!(unit, "kWh" | "Wh" | "ct/min"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_counts_become_numbers() {
        assert_eq!(count("0"), Some(0));
        assert_eq!(count("999999999999999"), Some(999_999_999_999_999));
        for text in ["", "007", "1.0", "-1", "+1", "1234567890123456", "1e3", "٣"] {
            assert_eq!(count(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_shown_as_it_was_written() {
        for text in ["0", "1", "1000", "999999999999999"] {
            let facts = values(Language::German, &[("n", text.to_owned())]);
            let Some(FluentValue::Number(number)) = facts.get("n") else { panic!("no number") };
            assert_eq!(number.as_string(), text);
        }
    }

    #[test]
    fn amounts_have_a_comma_in_german_and_quotations_stay() {
        let facts = [
            ("energy", "-5.60 kWh".to_owned()),
            ("found", "5.60 kWh".to_owned()),
            ("total", "7.89 EUR".to_owned()),
            ("version", "1.0".to_owned()),
        ];
        let shown = |language, name| match values(language, &facts).get(name) {
            Some(FluentValue::String(text)) => Some(text.clone().into_owned()),
            _ => None,
        };
        assert_eq!(shown(Language::German, "energy").as_deref(), Some("-5,60 kWh"));
        assert_eq!(shown(Language::German, "total").as_deref(), Some("7,89 EUR"));
        assert_eq!(shown(Language::English, "energy").as_deref(), Some("-5.60 kWh"));
        assert_eq!(shown(Language::German, "found").as_deref(), Some("5.60 kWh"));
        assert_eq!(shown(Language::German, "version").as_deref(), Some("1.0"));
    }
}

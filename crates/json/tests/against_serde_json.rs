//! Compared with `serde_json`'s own tree: the same texts are accepted, with the same content.

use eichrecht_json::{JsonLimits, Node, Value, parse};
use proptest::prelude::*;

const LIMITS: JsonLimits = JsonLimits { depth: 100, fields: 100_000 };

/// Texts that are JSON or nearly so.
fn nearly_json() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\"a\"",
        "\"RV\"",
        "\"\\u0052V\"",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\ud800",
        "1",
        "-0",
        "0.2600",
        "1e5",
        "1e999",
        "NaN",
        "true",
        "false",
        "null",
        " ",
        "\n",
        "\t",
        "é",
        "\u{7f}",
        "\u{1}",
        "01",
        "{\"a\":",
        "[1,2]",
        "\"b\":",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Well-formed texts with white space, escapes and repeated keys.
fn json() -> impl Strategy<Value = String> {
    let blank = prop::sample::select(vec!["", "", " ", "\n", "\t "]);
    let string =
        prop::sample::select(vec![r#""""#, r#""a""#, r#""RV""#, r#""\u0052V""#, r#""x|y{\"""#, r#""\ud83d\ude00\n""#, r#""größe""#]);
    let leaf = prop_oneof![
        string.clone().prop_map(str::to_owned),
        prop::sample::select(vec!["1", "-0.0", "0.2600", "1E2", "true", "false", "null"]).prop_map(str::to_owned),
    ];
    leaf.prop_recursive(5, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec((blank.clone(), inner.clone()), 0..6).prop_map(|elements| format!(
                "[{}]",
                elements.iter().map(|(blank, text)| format!("{blank}{text}{blank}")).collect::<Vec<_>>().join(",")
            )),
            prop::collection::vec((blank.clone(), string.clone(), inner), 0..6).prop_map(|fields| format!(
                "{{{}}}",
                fields.iter().map(|(blank, key, text)| format!("{blank}{key}{blank}:{text}{blank}")).collect::<Vec<_>>().join(",")
            )),
        ]
    })
}

/// Characters that mean something to JSON, or must not stand in it.
fn fault() -> impl Strategy<Value = char> {
    prop::sample::select("{}[]:,\"\\/0123456789+-.eEtfnu \n\t\u{0}\u{1f}\u{7f}é".chars().collect::<Vec<_>>())
}

fn same(node: &Node<'_>, other: &serde_json::Value) -> bool {
    match (&node.value, other) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(a), serde_json::Value::Bool(b)) => a == b,
        (Value::Number(a), serde_json::Value::Number(b)) => serde_json::from_str::<serde_json::Number>(a).is_ok_and(|a| a == *b),
        (Value::String(a), serde_json::Value::String(b)) => a == b,
        (Value::Array(a), serde_json::Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), serde_json::Value::Object(b)) => {
            // serde_json keeps the last of several: there the content cannot be compared.
            let duplicates = a.duplicates();
            a.members.len() - b.len() >= duplicates.len()
                && a.members.iter().all(|member| {
                    duplicates.contains(&member.key.as_ref()) || b.get(member.key.as_ref()).is_some_and(|value| same(&member.value, value))
                })
                && (!duplicates.is_empty() || a.members.len() == b.len())
        }
        _ => false,
    }
}

/// Each span holds exactly the text of its value.
fn spans_fit(node: &Node<'_>, text: &str) -> bool {
    let piece = text.get(node.span.clone()).unwrap_or_default();
    let Ok(alone) = parse(piece, LIMITS) else { return false };
    let inner = match &node.value {
        Value::Array(elements) => elements.iter().all(|element| within(node, element) && spans_fit(element, text)),
        Value::Object(object) => object.members.iter().all(|member| within(node, &member.value) && spans_fit(&member.value, text)),
        Value::Number(spelling) => *spelling == piece,
        _ => true,
    };
    inner && same_content(&alone, node) && alone.span == (0..piece.len()) && piece.trim() == piece
}

/// Equal but for the place.
fn same_content(a: &Node<'_>, b: &Node<'_>) -> bool {
    match (&a.value, &b.value) {
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_content(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.members.len() == b.members.len()
                && a.members.iter().zip(&b.members).all(|(a, b)| a.key == b.key && same_content(&a.value, &b.value))
        }
        (a, b) => a == b,
    }
}

fn within(outer: &Node<'_>, inner: &Node<'_>) -> bool {
    outer.span.start < inner.span.start && inner.span.end < outer.span.end
}

fn agrees(text: &str) -> Result<(), TestCaseError> {
    match (parse(text, LIMITS), serde_json::from_str::<serde_json::Value>(text)) {
        (Ok(node), Ok(value)) => {
            prop_assert!(same(&node, &value), "{text}");
            prop_assert!(spans_fit(&node, text), "{text}");
        }
        // A float of serde_json has bounds, our spelling has none.
        (Ok(_), Err(error)) => prop_assert!(error.to_string().contains("number out of range"), "{text}: {error}"),
        (Err(error), Ok(_)) => prop_assert!(false, "{text}: {error}"),
        (Err(error), Err(_)) => prop_assert!(error.offset <= text.len()),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn on_nearly_json(text in nearly_json()) {
        agrees(&text)?;
    }

    #[test]
    fn on_json(text in json()) {
        prop_assert!(parse(&text, LIMITS).is_ok(), "{text}");
        agrees(&text)?;
    }

    /// Well-formed but for one place: a character put in, taken out or replaced.
    #[test]
    fn on_json_with_one_fault(text in json(), at in any::<prop::sample::Index>(), put in prop::option::of(fault()), take in any::<bool>()) {
        let mut characters: Vec<char> = text.chars().collect();
        let at = at.index(characters.len());
        if take {
            characters.remove(at);
        }
        characters.splice(at..at, put);
        agrees(&characters.into_iter().collect::<String>())?;
    }

    #[test]
    fn on_numbers(text in "-?[0-9]{0,3}[.]?[0-9]{0,2}[eE]?[+-]?[0-9]{0,2}") {
        agrees(&text)?;
    }

    #[test]
    fn on_any_text(text in any::<String>()) {
        agrees(&text)?;
    }
}

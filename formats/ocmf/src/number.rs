//! Numbers: register values, losses, resistances. Exact, never a binary float.

use eichrecht_json::{Node, Value};
use eichrecht_model::{Decimal, NoteKind};

use crate::context::{Context, Fields, shorten};

/// Which numbers a field may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Zero and above: a register never shows less.
    NotNegative,
    /// Any. Whether it makes sense is judged elsewhere.
    Any,
}

/// Reads a number, be it written as a number or, as many stations do, as a text with blanks around it.
pub(crate) fn read(context: &mut Context<'_>, fields: &Fields<'_, '_>, key: &str, node: &Node<'_>, sign: Sign) -> Option<Decimal> {
    let (spelling, as_text) = match &node.value {
        Value::Number(spelling) => (*spelling, false),
        Value::String(text) => (text.trim_matches([' ', '\t', '\r', '\n']), true),
        _ => ("", false),
    };
    match spelling.parse::<Decimal>() {
        Ok(value) if sign == Sign::Any || !value.is_negative() => {
            if as_text {
                context.note(fields.note(NoteKind::NumberAsText, key).found(shorten(context.raw(node))));
            }
            Some(value)
        }
        _ => {
            context.note(fields.note(NoteKind::ValueUnreadable, key).found(shorten(context.raw(node))));
            context.keep(fields.path(key), node);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eichrecht_json::{JsonLimits, parse};

    fn value(json: &str, sign: Sign) -> (Option<String>, Vec<NoteKind>, usize) {
        let text = format!(r#"{{"RV":{json}}}"#);
        let mut context = Context::new(&text);
        let node = parse(&text, JsonLimits { depth: 8, fields: 99 }).unwrap();
        let fields = Fields::new(node.as_object().unwrap(), "RD[0].", Some(0));
        let value = read(&mut context, &fields, "RV", fields.get("RV").unwrap(), sign);
        (value.map(|value| value.to_string()), context.notes.iter().map(|note| note.kind).collect(), context.extensions.len())
    }

    #[test]
    fn numbers_keep_their_digits() {
        for (json, shown) in [("0.2600", "0.2600"), ("0", "0"), ("1.606848e7", "16068480"), ("1206.10", "1206.10"), ("-0.0", "0.0")] {
            assert_eq!(value(json, Sign::NotNegative), (Some(shown.to_owned()), vec![], 0));
        }
    }

    /// Blanks: DZG DVH4013; leading zeros: Isabellenhütte.
    #[test]
    fn numbers_in_texts_are_read_and_noted() {
        for (json, shown) in
            [(r#""       9.038""#, "9.038"), (r#""00000000.000""#, "0.000"), (r#""0.636\n""#, "0.636"), (r#""1e2""#, "100")]
        {
            assert_eq!(value(json, Sign::NotNegative), (Some(shown.to_owned()), vec![NoteKind::NumberAsText], 0));
        }
    }

    #[test]
    fn everything_else_is_unreadable_and_kept() {
        for json in [
            r#""NaN""#,
            r#""Infinity""#,
            r#""-inf""#,
            r#""0x10""#,
            r#""1,5""#,
            r#""""#,
            r#""  ""#,
            r#""1 2""#,
            r#""１""#,
            "1e999",
            "-1",
            r#""-0.01""#,
            "null",
            "true",
            "[1]",
            r#"{"v":1}"#,
            "1234567890123456789012345678901234567890",
        ] {
            assert_eq!(value(json, Sign::NotNegative), (None, vec![NoteKind::ValueUnreadable], 1), "{json}");
        }
        assert_eq!(value("-0.10", Sign::Any), (Some("-0.10".to_owned()), vec![], 0));
    }
}

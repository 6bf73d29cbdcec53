//! Rows as text: NDJSON and CSV.

use eichrecht_report::{foreign_cell, own_cell};

use crate::row::{COLUMNS, Row, Value};

/// The header line of CSV.
pub(crate) fn csv_header() -> Vec<u8> {
    let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
    (names.join(",") + "\r\n").into_bytes()
}

/// A row as one line of CSV (RFC 4180). Several codes in one cell are separated by blanks; foreign text that a
/// spreadsheet would take for a formula gets an apostrophe in front.
pub(crate) fn csv_line(row: &Row, out: &mut Vec<u8>) {
    for (position, column) in COLUMNS.iter().enumerate() {
        if position > 0 {
            out.push(b',');
        }
        match (column.value)(row) {
            Value::Nothing => {}
            Value::Integer(number) => out.extend_from_slice(number.to_string().as_bytes()),
            Value::Word(text) => out.extend_from_slice(own_cell(&text).as_bytes()),
            Value::Foreign(text) => out.extend_from_slice(foreign_cell(&text).as_bytes()),
            Value::Codes(codes) => out.extend_from_slice(codes.join(" ").as_bytes()),
        }
    }
    out.extend_from_slice(b"\r\n");
}

/// A row as one JSON object on a line: all columns, `null` where there is nothing.
pub(crate) fn json_line(row: &Row, out: &mut Vec<u8>) {
    for (position, column) in COLUMNS.iter().enumerate() {
        out.extend_from_slice(if position == 0 { b"{\"" } else { b",\"" });
        out.extend_from_slice(column.name.as_bytes());
        out.extend_from_slice(b"\":");
        match (column.value)(row) {
            Value::Nothing => out.extend_from_slice(b"null"),
            Value::Integer(number) => out.extend_from_slice(number.to_string().as_bytes()),
            Value::Word(text) | Value::Foreign(text) => json_text(&text, out),
            Value::Codes(codes) => {
                out.push(b'[');
                for (position, code) in codes.iter().enumerate() {
                    if position > 0 {
                        out.push(b',');
                    }
                    json_text(code, out);
                }
                out.push(b']');
            }
        }
    }
    out.extend_from_slice(b"}\n");
}

fn json_text(text: &str, out: &mut Vec<u8>) {
    // Writing a text to memory cannot fail.
    let _ = serde_json::to_writer(out, text);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use eichrecht_report::InputRow;

    use super::*;

    fn row() -> Row {
        let outcome = InputRow::unread("row-unreadable", "=1+1, \"x\"\n");
        Row {
            number: 7,
            input: Arc::from("a,b.csv"),
            position: Some(3),
            session_ref: Some("\u{202e}S".to_owned()),
            evse_ref: None,
            outcome,
        }
    }

    #[test]
    fn every_column_is_a_member_in_order() {
        let mut line = Vec::new();
        json_line(&row(), &mut line);
        let read: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(&line).unwrap();
        assert_eq!(read.len(), COLUMNS.len());
        assert!(COLUMNS.iter().all(|column| read.contains_key(column.name)));
        assert_eq!((read["row"].as_u64(), read["energy"].is_null()), (Some(7), true));
        assert_eq!(read["errors"], serde_json::json!(["row-unreadable"]));
        assert_eq!(read["error_detail"], "=1+1, \"x\"\n");
        assert_eq!(line.iter().filter(|byte| **byte == b'\n').count(), 1);
    }

    #[test]
    fn foreign_text_is_harmless_in_a_spreadsheet() {
        let mut text = csv_header();
        csv_line(&row(), &mut text);
        let text = String::from_utf8(text).unwrap();
        let [header, line] = text.split_terminator("\r\n").collect::<Vec<_>>().try_into().unwrap();
        assert_eq!(header.split(',').count(), COLUMNS.len());
        assert!(line.starts_with("7,\"a,b.csv\",3,"), "{line}");
        assert!(line.contains("'=1+1"), "{line}");
        assert!(!line.contains(['\u{202e}', '\n']), "{line}");
    }
}

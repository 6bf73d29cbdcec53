//! Text without a container.

use data_encoding::{BASE32, BASE64, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};
use eichrecht_model::{LimitName, Limits, NoteKind, ReadErrorKind};

use crate::Unwrapped;
use crate::testing::{errors, open, open_with, texts};

/// Names of the encodings taken off the n-th record, outermost first.
fn layers(unwrapped: &Unwrapped, record: usize) -> Vec<&str> {
    let notes = unwrapped.records[record].notes.iter();
    notes.filter(|note| note.kind == NoteKind::WrappingRemoved).map(|note| note.found.as_str()).collect()
}

fn stray(unwrapped: &Unwrapped) -> Vec<&str> {
    unwrapped.notes.iter().filter(|note| note.kind == NoteKind::StrayText).map(|note| note.found.as_str()).collect()
}

const RECORD: &str = r#"J|{"a":"one {\"x\"} <&amp;> ä"}|{"s":"00FF"}"#;

#[test]
fn records_keep_their_order_place_and_bytes() {
    let unwrapped = open("\n*1*  [2]\n*3*");
    assert_eq!(texts(&unwrapped), ["*1*", "[2]", "*3*"]);
    let places: Vec<_> = unwrapped.records.iter().map(|record| (record.location.to_string(), record.span.clone().unwrap())).collect();
    assert_eq!(places[1], ("in > record[2]".to_owned(), 6..9));
    assert!(unwrapped.notes.is_empty() && unwrapped.errors.is_empty());
    assert!(unwrapped.records.iter().all(|record| record.notes.is_empty() && record.key.is_none()));
}

#[test]
fn text_around_records_is_noted_and_shortened() {
    let unwrapped = open(format!("Dear {} *1* and [2].", "x".repeat(200)));
    assert_eq!(texts(&unwrapped), ["*1*", "[2]"]);
    assert_eq!(stray(&unwrapped), [format!("Dear {}…", "x".repeat(115)).as_str(), "and", "."]);
}

#[test]
fn many_stray_texts_are_counted() {
    let unwrapped = open("x *1* ".repeat(100));
    let stray = stray(&unwrapped);
    assert_eq!((stray.len(), stray[30]), (31, "… +70"));
}

#[test]
fn keys_on_lines_of_their_own_are_taken() {
    let unwrapped = open("KEY1\n*1*\r\n-----BEGIN KEY-----\nabc\n-----END KEY-----\r\nKEY2\nnot a KEY\n[2]\nKEY3");
    let keys: Vec<_> = unwrapped.keys.iter().map(|key| std::str::from_utf8(&key.bytes).unwrap()).collect();
    assert_eq!(keys, ["KEY1", "-----BEGIN KEY-----\nabc\n-----END KEY-----", "KEY2", "KEY3"]);
    assert_eq!(unwrapped.keys[2].location.to_string(), "in > key[3]");
    assert_eq!(stray(&unwrapped), ["not a KEY"]);
}

#[test]
fn an_armour_that_never_ends_is_stray_text() {
    let unwrapped = open("*1*\n-----BEGIN KEY-----\nabc\n-----BEGIN KEY-----\nabc");
    assert!(unwrapped.keys.is_empty());
    assert_eq!(stray(&unwrapped), ["-----BEGIN KEY-----\nabc\n-----BEGIN KEY-----\nabc"]);
}

#[test]
fn nothing_found_is_an_error() {
    for text in ["hello", "{\n  \"@id\": \"ctr/example\",\n  \"value\": 42\n}", "deadbeef deadbeef", "see https://example.org/x"] {
        let unwrapped = open(text);
        assert_eq!(errors(&unwrapped), [("nothing-found", "in")], "{text}");
        assert!(unwrapped.records.is_empty());
    }
    let link = open("https://example.org/x\n");
    assert_eq!((errors(&link), link.errors[0].detail.as_str()), (vec![("link-only", "in")], "https://example.org/x"));
}

#[test]
fn every_encoding_is_taken_off_and_named() {
    let raw = RECORD.as_bytes();
    let cases: [(&str, String); 8] = [
        ("hex", HEXUPPER.encode(raw)),
        ("hex", format!("0x{}\n", HEXLOWER.encode(raw))),
        ("base64", BASE64.encode(raw)),
        ("base64", BASE64URL_NOPAD.encode(raw)),
        ("base32", BASE32.encode(raw)),
        ("base32", BASE32.encode(raw).trim_end_matches('=').to_ascii_lowercase()),
        ("json-string", format!("{{\"data\":{}}}", json_string(RECORD))),
        ("html-entities", RECORD.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")),
    ];
    for (name, text) in cases {
        let unwrapped = open(&text);
        assert_eq!(texts(&unwrapped), [RECORD], "{text}");
        assert_eq!(layers(&unwrapped, 0), [name], "{text}");
        assert_eq!(unwrapped.records[0].span, None);
        assert!(unwrapped.errors.is_empty());
    }
}

fn json_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

#[test]
fn encodings_around_one_another_are_taken_off_up_to_the_limit() {
    let text = BASE64.encode(HEXLOWER.encode(json_string(&json_string(RECORD)).as_bytes()).as_bytes());
    let unwrapped = open(&text);
    assert_eq!(texts(&unwrapped), [RECORD]);
    assert_eq!(layers(&unwrapped, 0), ["base64", "hex", "json-string", "json-string"]);

    let mut limits = Limits::default();
    limits.wrappings = 1;
    let unwrapped = open_with(&text, &limits);
    assert_eq!(unwrapped.errors[0].kind, ReadErrorKind::Limit(LimitName::Wrappings));
    assert!(unwrapped.records.is_empty());
}

#[test]
fn a_wrapped_line_of_base64_is_one_text_and_several_lines_are_several() {
    let folded: Vec<String> =
        BASE64.encode(RECORD.as_bytes()).as_bytes().chunks(20).map(|line| String::from_utf8(line.to_vec()).unwrap()).collect();
    assert_eq!(texts(&open(folded.join("\r\n"))), [RECORD]);

    // Without padding the lines cannot simply be joined.
    for other in ["*second record*", "*second record.*", "*second record..*"] {
        let lines = [RECORD, other, RECORD].map(|record| BASE64URL_NOPAD.encode(record.as_bytes())).join("\n");
        assert_eq!(texts(&open(lines)), [RECORD, other, RECORD]);
    }
    let hex = ["*second record*", RECORD].map(|record| HEXLOWER.encode(record.as_bytes())).join("\n");
    assert_eq!(texts(&open(hex)), ["*second record*", RECORD]);
}

#[test]
fn encoded_records_inside_other_text_are_found() {
    let text = format!("12:00 start {}\n12:30 stop \"{}\" ok", HEXLOWER.encode(b"*begin record*"), BASE64.encode(b"*end record*"));
    let unwrapped = open(text);
    assert_eq!(texts(&unwrapped), ["*begin record*", "*end record*"]);
    assert_eq!((layers(&unwrapped, 0), layers(&unwrapped, 1)), (vec!["hex"], vec!["base64"]));
    assert_eq!(stray(&unwrapped), ["12:00 start", "12:30 stop \"", "\" ok"]);
}

#[test]
fn escaped_records_in_a_log_do_not_swallow_their_neighbours() {
    let log =
        format!("{RECORD}\n10:00 [x] {}\n10:01 {}\n{RECORD}\n", json_string(RECORD), RECORD.replace('\\', "\\\\").replace('"', "\\\""));
    let unwrapped = open(log.replace("[x]", "x"));
    assert_eq!(texts(&unwrapped), [RECORD; 4]);
    assert_eq!(layers(&unwrapped, 0), Vec::<&str>::new());
    assert_eq!(layers(&unwrapped, 1), ["json-string"]);
    assert_eq!(stray(&unwrapped), ["10:00 x \"", "\"\n10:01"]);
    // Keys behind an escaped record count as well.
    let unwrapped = open("J|{\\\"a\\\":1}|{}\nKEY1\nrest");
    assert_eq!((texts(&unwrapped), unwrapped.keys.len(), stray(&unwrapped)), (vec!["J|{\"a\":1}|{}"], 1, vec!["rest"]));
}

#[test]
fn a_broken_record_is_not_lost() {
    let unwrapped = open(r#"J|{\"a\":"#);
    assert_eq!(texts(&unwrapped), [r#"J|{"a":"#]);
    let unwrapped = open(r#"x J|{"a":1"#);
    assert_eq!(texts(&unwrapped), [r#"J|{"a":1"#]);
}

#[test]
fn limits_on_records_leave_what_was_read_before() {
    let mut limits = Limits::default();
    limits.records = 2;
    for text in ["*1* *2* *3*".to_owned(), ["*first record*"; 3].map(|record| HEXLOWER.encode(record.as_bytes())).join("\n")] {
        let unwrapped = open_with(&text, &limits);
        assert_eq!(unwrapped.records.len(), 2);
        assert_eq!(unwrapped.errors.len(), 1);
        assert_eq!(unwrapped.errors[0].kind, ReadErrorKind::Limit(LimitName::Records));
    }
    let mut limits = Limits::default();
    limits.record_bytes = 5;
    let unwrapped = open_with("*1* *long* *2*", &limits);
    assert_eq!(texts(&unwrapped), ["*1*", "*2*"]);
    assert_eq!(unwrapped.errors[0].kind, ReadErrorKind::Limit(LimitName::RecordBytes));
    assert_eq!((unwrapped.errors[0].offset, unwrapped.errors[0].location.to_string().as_str()), (Some(4), "in > record[2]"));
}

//! What is decided before anything is searched: size, text or not, key or not.

use eichrecht_model::{LimitName, Limits, NoteKind, ReadErrorKind};

use crate::carriers;
use crate::testing::{errors, open, open_with, texts};

#[test]
fn too_large_an_input_is_refused_unread() {
    let mut limits = Limits::default();
    limits.input_bytes = 10;
    let unwrapped = open_with("*record**record*", &limits);
    assert!(unwrapped.records.is_empty());
    assert_eq!(unwrapped.errors[0].kind, ReadErrorKind::Limit(LimitName::InputBytes));
    assert_eq!(texts(&open_with("*record*", &limits)), ["*record*"]);
}

#[test]
fn nothing_and_blanks_are_empty() {
    for blank in ["", " \r\n\t ", "\u{FEFF}", "\u{FEFF}\n"] {
        assert_eq!(errors(&open(blank)), [("empty", "in")], "{blank:?}");
    }
    assert_eq!(errors(&open(b"\xFF\xFE")), [("empty", "in")]);
    assert_eq!(errors(&open(b"\xFF\xFE \0\n\0")), [("empty", "in")]);
}

#[test]
fn what_is_no_text_is_unknown_content() {
    for binary in [b"\0\0\0\0".as_slice(), b"*rec\0ord*x", b"\xEF\xBB\xBF*a\0*", b"\x01\xFF\xF0", b"\xFF\xFE*\0\0\0*\0", b"\xFF\xFE*\0*"] {
        assert_eq!(errors(&open(binary)), [("unknown-content", "in")], "{binary:?}");
    }
    // What stands in a PDF beside its attachments is never taken.
    assert_eq!(errors(&open(b"%PDF-1.7\n*record*")), [("pdf-damaged", "in")]);
}

#[test]
fn a_binary_record_is_found_before_content_is_called_unknown() {
    let unwrapped = open(b"*\0\xFF*");
    assert_eq!(unwrapped.records[0].bytes, b"*\0\xFF*");
    assert_eq!(unwrapped.records[0].span, Some(0..4));
    assert!(unwrapped.errors.is_empty());
}

#[test]
fn text_in_an_unnamed_encoding_is_refused_with_its_place() {
    let unwrapped = open(b"*gr\xFC\xDFe*\x9F x");
    assert_eq!(errors(&unwrapped), [("not-utf8", "in")]);
    assert_eq!(unwrapped.errors[0].offset, Some(3));
    assert_eq!(open(b"\xEF\xBB\xBFab\xFC").errors[0].offset, Some(5));
    assert_eq!(errors(&open(b"\xFE\xFF\xD8\x00")), [("not-utf8", "in")]);
}

#[test]
fn a_byte_order_mark_is_removed_and_spans_count_it() {
    let unwrapped = open("\u{FEFF}*record*");
    assert_eq!(texts(&unwrapped), ["*record*"]);
    assert_eq!(unwrapped.records[0].span, Some(3..11));
    assert!(unwrapped.notes.is_empty() && unwrapped.errors.is_empty());
}

#[test]
fn utf16_is_converted_and_noted() {
    for (name, bytes) in [
        ("utf-16le", "\u{FEFF}*ä*".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
        ("utf-16be", "\u{FEFF}*ä*".encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ] {
        let unwrapped = open(bytes);
        assert_eq!(texts(&unwrapped), ["*ä*"]);
        assert_eq!(unwrapped.records[0].span, None);
        assert_eq!((unwrapped.notes[0].kind, unwrapped.notes[0].found.as_str()), (NoteKind::WrappingRemoved, name));
    }
}

#[test]
fn a_key_file_is_a_key_and_nothing_else() {
    // The second is no text at all, as a key in DER.
    for key in [b"\nKEY*1*\n".as_slice(), b"KEY\xFF\0*1*"] {
        let unwrapped = open(key);
        assert_eq!(unwrapped.keys.len(), 1);
        assert_eq!((unwrapped.keys[0].bytes.as_slice(), unwrapped.keys[0].location.to_string().as_str()), (key, "in"));
        assert!(unwrapped.records.is_empty() && unwrapped.errors.is_empty());
    }
    let mut limits = Limits::default();
    limits.key_bytes = 4;
    assert_eq!(errors(&open_with("KEY12", &limits)), [("nothing-found", "in")]);
}

#[test]
fn carriers_are_listed_under_unique_names() {
    let ids: Vec<_> = carriers().iter().map(|carrier| carrier.id).collect();
    assert_eq!(
        ids,
        [
            "key",
            "zip",
            "gzip",
            "bzip2",
            "xz",
            "zstd",
            "tar",
            "pdf",
            "picture",
            "svg",
            "mennekes-billing",
            "ocpp",
            "safe-xml",
            "chargy-key",
            "chargy",
            "chargeit",
            "ptb",
            "ocpi",
            "eichrecht-report",
            "text"
        ]
    );
}

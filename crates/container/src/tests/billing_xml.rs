//! Documents of charging processes.

use eichrecht_model::{Limits, NoteKind};

use crate::testing::{errors, open, open_with, texts};

const ONE: &str = "<m:ChargingProcess a='>'><x>&amp;\r\n</x><!-- </m:ChargingProcess> --></m:ChargingProcess >";

fn document(inner: &str) -> String {
    format!(
        "<?xml version='1.0'?>\n<!-- c --><m:Billing xmlns:m='http://www.mennekes.de/Mennekes.EdlVerification.xsd'>{inner}</m:Billing>\n"
    )
}

#[test]
fn processes_are_handed_on_as_they_stand() {
    let text = document(&format!("<Customer>*1*</Customer><a><b>{ONE}</b></a>\u{e9} {ONE}<ChargingProcess/>"));
    let found = open(&text);
    assert_eq!(texts(&found), [ONE, ONE, "<ChargingProcess/>"]);
    assert_eq!(found.records[1].location.to_string(), "in > Billing/ChargingProcess[2]");
    for record in &found.records {
        assert_eq!(&text.as_bytes()[record.span.clone().unwrap()], record.bytes);
    }
    assert!(found.notes.is_empty());
    assert_eq!(errors(&found), []);
    // A process inside another is part of it; a word in CDATA is none.
    let nested = format!("<ChargingProcess>{ONE}</ChargingProcess>");
    assert_eq!(texts(&open(document(&format!("{nested}<![CDATA[{ONE}]]>")))), [nested]);
}

#[test]
fn other_namespaces_are_told() {
    let found = open(format!("<Billing xmlns='other'>{}</Billing>", ONE.replace("m:", "")));
    assert_eq!(found.records.len(), 1);
    assert_eq!(
        found.notes.iter().map(|note| (note.kind, note.found.as_str())).collect::<Vec<_>>(),
        [(NoteKind::UnknownNamespace, "other")]
    );
    assert_eq!(errors(&open("<Bill><ChargingProcess/></Bill>")), [("xml-root", "in")]);
}

#[test]
fn document_types_are_refused() {
    for text in [
        format!("<!DOCTYPE x []>{}", document(ONE)),
        format!("<Billing>{ONE}<!DOCTYPE x []></Billing>").replace("m:", ""),
        format!("<Billing>{ONE}<!DOCTYPE x [").replace("m:", ""),
    ] {
        let found = open(&text);
        assert_eq!(errors(&found), [("xml-doctype", "in")], "{text}");
        assert!(found.records.is_empty());
    }
}

#[test]
fn broken_documents_keep_what_was_complete() {
    let whole = document(&format!("{ONE}{ONE}"));
    for text in [
        whole.replace("</m:Billing>", ""),
        whole.replace("</m:Billing>", "</b>"),
        format!("{whole}x"),
        format!("{whole}<Billing/>"),
        whole.replace("</m:Billing>", "<?xml version='1.0'?></m:Billing>"),
    ] {
        let found = open(&text);
        assert_eq!(texts(&found), [ONE, ONE], "{text}");
        assert_eq!(errors(&found), [("xml-syntax", "in")], "{text}");
    }
    assert_eq!(errors(&open(document("<a/>"))), [("nothing-found", "in")]);
}

#[test]
fn limits_hold() {
    let mut deep = Limits::default();
    deep.xml_depth = 3;
    assert_eq!(errors(&open_with(document("<a><b><c/></b></a>"), &deep)), [("limit", "in")]);
    let mut few = Limits::default();
    few.records = 2;
    let found = open_with(document(&ONE.repeat(5)), &few);
    assert_eq!((found.records.len(), found.errors.len()), (2, 1));
    let megabytes = document(&"<ChargingProcess>".repeat(200_000));
    assert!(!open(megabytes).errors.is_empty());
}

//! SAFE XML.

use data_encoding::{BASE64, HEXLOWER};
use eichrecht_model::{DeclaredRole, LimitName, Limits, Note, NoteKind, ReadErrorKind};

use crate::Unwrapped;
use crate::testing::{errors, open, open_with, texts};

/// A document with these children of `values`.
fn values(inside: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<values>\n{inside}\n</values>\n")
}

/// A document with one value, with its format and encoding declared.
fn value(text: &str) -> String {
    values(&format!("<value><signedData format='STAR' encoding='plain'>{text}</signedData></value>"))
}

fn kinds(notes: &[Note]) -> Vec<(NoteKind, &str, &str)> {
    notes.iter().map(|note| (note.kind, note.field.as_str(), note.found.as_str())).collect()
}

fn quiet(unwrapped: &Unwrapped) -> bool {
    unwrapped.errors.is_empty() && unwrapped.notes.is_empty() && unwrapped.records.iter().all(|record| record.notes.is_empty())
}

#[test]
fn a_value_gives_its_record_with_all_that_is_claimed() {
    let text = values(
        "<value transactionId='17' context='Transaction.Begin'>
           <publicKey encoding='hex'> 30 59\n</publicKey>
           <signedData format='star' encoding='plain'>\n  *1 <![CDATA[<&]]>&amp;&#x41;*\r\n  </signedData>
         </value>
         <value context='Transaction.End' transactionId='17'><signedData encoding='plain' format=' STAR '>*2*</signedData></value>",
    );
    let unwrapped = open(&text);
    assert_eq!(texts(&unwrapped), ["*1 <&&A*", "*2*"]);
    assert!(quiet(&unwrapped), "{unwrapped:?}");
    let [first, second] = unwrapped.records.as_slice() else { panic!() };
    assert_eq!(first.location.to_string(), "in > values/value[1]");
    assert_eq!(first.declared.role(), Some(DeclaredRole::Begin));
    assert_eq!(first.declared.transaction_id.as_deref(), Some("17"));
    assert_eq!(first.declared.format.as_deref(), Some("star"));
    assert_eq!(first.declared.encoding.as_deref(), Some("plain"));
    let key = first.key.as_ref().unwrap();
    assert_eq!((key.bytes.as_slice(), key.declared_encoding.as_deref()), (b" 30 59\n".as_slice(), Some("hex")));
    assert_eq!(key.location.to_string(), "in > values/value[1] > publicKey");
    // Put together from pieces, so there is no one place for it.
    assert_eq!(first.span, None);
    assert_eq!(&text.as_bytes()[second.span.clone().unwrap()], b"*2*");
    assert_eq!(second.key, None);
}

#[test]
fn line_ends_become_lf_as_xml_demands() {
    let unwrapped = open(value("*a\r\nb\rc&#13;*"));
    assert_eq!(texts(&unwrapped), ["*a\nb\nc\r*"]);
    // As long as before, and yet not what stands in the file.
    let unwrapped = open(value("*a\rb*"));
    assert_eq!((texts(&unwrapped), &unwrapped.records[0].span), (vec!["*a\nb*"], &None));
    assert!(open(value("*a\nb*")).records[0].span.is_some());
}

#[test]
fn the_known_namespaces_are_accepted_and_others_noted_once() {
    let inside = "<value><signedData format='STAR'>*1*</signedData></value>";
    for start in ["<values>", "<values xmlns=''>", "<values xmlns='http://transparenz.software/schema/2018/07'>"] {
        assert!(quiet(&open(format!("{start}{inside}</values>"))), "{start}");
    }
    let prefixed = "<t:values xmlns:t='http://transparenz.software/schema/2018/07'><t:value><t:signedData format='STAR'>*1*</t:signedData></t:value></t:values>";
    assert!(quiet(&open(prefixed)));
    let unwrapped = open(format!("<values xmlns='http://example.org/'>{inside}{inside}</values>"));
    assert_eq!(unwrapped.records.len(), 2);
    assert_eq!(
        kinds(&unwrapped.notes),
        ["values", "value", "signedData"].map(|name| (NoteKind::UnknownNamespace, name, "http://example.org/"))
    );
    let unwrapped = open("<x:values><value><signedData format='STAR'>*1*</signedData></value></x:values>");
    assert_eq!(kinds(&unwrapped.notes), [(NoteKind::UnknownNamespace, "values", "x:")]);
}

#[test]
fn parts_that_do_not_belong_are_noted_where_they_stand() {
    let unwrapped = open(
        "<values context='Transaction.Begin' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='x'>
           <note>text</note> stray
           <value transactionld='29'> loose <extra/>
             <signedData format='STAR' transactionId='3'>*1*</signedData><publicKey format='x'>KEY</publicKey>
           </value>
         </values>",
    );
    assert_eq!(
        kinds(&unwrapped.notes),
        [
            (NoteKind::UnexpectedPart, "values/@context", "Transaction.Begin"),
            (NoteKind::UnexpectedPart, "note", ""),
            (NoteKind::StrayText, "values", "stray"),
        ]
    );
    assert_eq!(
        kinds(&unwrapped.records[0].notes),
        [
            (NoteKind::UnexpectedPart, "value/@transactionld", "29"),
            (NoteKind::StrayText, "value", "loose"),
            (NoteKind::UnexpectedPart, "extra", ""),
            (NoteKind::UnexpectedPart, "signedData/@transactionId", "3"),
            (NoteKind::UnexpectedPart, "publicKey/@format", "x"),
        ]
    );
    assert_eq!(unwrapped.records[0].declared.transaction_id, None);
}

#[test]
fn doubled_children_refuse_their_value_only() {
    for name in ["signedData", "publicKey", "encodedData"] {
        let doubled = format!("<value><signedData>*1*</signedData><{name}>*2*</{name}><{name}>*3*</{name}></value>");
        let unwrapped = open(values(&format!("{doubled}<value><signedData>*4*</signedData></value>")));
        assert_eq!(texts(&unwrapped), ["*4*"]);
        assert_eq!(errors(&unwrapped), [("duplicate-element", "values/value[1]")]);
        assert_eq!(unwrapped.errors[0].detail, name);
        assert!(unwrapped.errors[0].offset.is_some());
    }
}

#[test]
fn a_value_needs_exactly_one_piece_of_data() {
    let full = "<value><signedData>*4*</signedData></value>";
    for payload in ["", "<signedData/>", "<signedData> \n</signedData>", "<encodedData/>", "<publicKey>KEY</publicKey>"] {
        let unwrapped = open(values(&format!("{full}<value>{payload}</value>")));
        assert_eq!(texts(&unwrapped), ["*4*"]);
        assert_eq!(errors(&unwrapped), [("value-payload", "values/value[2]")], "{payload}");
    }
    let unwrapped = open(values("<value><signedData>*1*</signedData><encodedData>3082</encodedData></value>"));
    assert_eq!(errors(&unwrapped), [("value-payload", "values/value[1]")]);
    assert!(unwrapped.records.is_empty());
}

#[test]
fn data_outside_a_value_is_an_error() {
    for inside in [
        "<signedData>*1*</signedData>",
        "<x><signedData>*1*</signedData></x>",
        "<value><value><signedData>*1*</signedData></value></value>",
    ] {
        let unwrapped = open(values(inside));
        assert_eq!(errors(&unwrapped)[0], ("value-payload", "signedData"), "{inside}");
        assert!(unwrapped.records.is_empty());
    }
}

#[test]
fn templates_hold_nothing() {
    for inside in ["", "<value/>", "<value><signedData/><publicKey/></value><value><signedData> </signedData></value>"] {
        assert_eq!(errors(&open(values(inside))), [("nothing-found", "in")], "{inside}");
    }
    assert_eq!(errors(&open("<values/>")), [("nothing-found", "in")]);
}

#[test]
fn sealed_data_is_never_a_record() {
    // Even where the sealed text looks like a record of its own.
    let unwrapped = open(values("<value><encodedData format='STAR' encoding='hex'>*1*</encodedData><publicKey>KEY</publicKey></value>"));
    assert!(unwrapped.records.is_empty() && unwrapped.keys.is_empty());
    assert_eq!(errors(&unwrapped), [("sealed", "values/value[1]")]);
    // *1* in hex, and no format here knows seals.
    let unwrapped = open(values("<value><encodedData encoding='hex'>2a312a</encodedData></value>"));
    assert!(unwrapped.records.is_empty());
    assert_eq!(errors(&unwrapped), [("sealed", "values/value[1]")]);
}

#[test]
fn a_document_type_refuses_the_whole_document() {
    let bomb = "<!DOCTYPE v [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]>";
    let inside = "<values><value><signedData>*1*</signedData></value></values>";
    for text in [
        format!("{bomb}{inside}"),
        format!("<!DOCTYPE v SYSTEM 'file:///etc/passwd'>{inside}"),
        format!("<!DOCTYPE v {inside}"),
        format!("{inside}{bomb}"),
    ] {
        let unwrapped = open(&text);
        assert!(unwrapped.records.is_empty() && unwrapped.keys.is_empty(), "{text}");
        assert_eq!(errors(&unwrapped), [("xml-doctype", "in")], "{text}");
    }
}

#[test]
fn an_entity_nobody_declared_is_broken_xml() {
    for reference in ["&x;", "&#0;", "&#x110000;", "&#8;", "&"] {
        let unwrapped = open(value(&format!("*1{reference}*")));
        assert_eq!(unwrapped.errors[0].kind, ReadErrorKind::XmlSyntax, "{reference}");
    }
}

#[test]
fn whatever_tears_signed_data_apart_refuses_the_value() {
    for by in ["<!-- -->", "<?p i?>", "<b/>", "<b>x</b>"] {
        let unwrapped =
            open(values(&format!("<value><signedData>*1{by}2*</signedData></value><value><signedData>*4*</signedData></value>")));
        assert_eq!(texts(&unwrapped), ["*4*"], "{by}");
        assert_eq!(errors(&unwrapped), [("split-text", "values/value[1]")], "{by}");
    }
    let around = values("<!-- a --><value><!-- b --><signedData format='STAR'>*1*</signedData></value><?p i?>");
    assert!(quiet(&open(around)));
}

#[test]
fn other_roots_are_named() {
    for root in ["results", "Bill", "current", "html"] {
        let unwrapped = open(format!("<{root}><value><signedData>*1*</signedData></value></{root}>"));
        assert!(unwrapped.records.is_empty());
        assert_eq!((errors(&unwrapped), unwrapped.errors[0].detail.as_str()), (vec![("xml-root", "in")], root));
    }
}

#[test]
fn broken_xml_is_an_error_and_what_can_be_found_is_returned_beside_it() {
    let whole = "<value transactionId='1'><signedData>*1*</signedData><publicKey>KEY1</publicKey></value>";
    let unwrapped = open(format!("<values>{whole}<value><signedData>*2*</signedData><publicKey>KEY2</publicKey></values>"));
    assert_eq!(texts(&unwrapped), ["*1*", "*2*"]);
    assert!(unwrapped.records[0].key.is_some() && unwrapped.records[1].key.is_none());
    assert_eq!(unwrapped.keys[0].bytes, b"KEY2");
    assert_eq!(errors(&unwrapped), [("xml-syntax", "in")]);
    assert!(unwrapped.errors[0].offset.unwrap() > 100);
    assert!(unwrapped.notes.is_empty());
    let span = unwrapped.records[1].span.clone().unwrap();
    assert_eq!(span.len(), 3);

    for text in [
        "<?xml version=\"1.0\"",
        "<values>",
        "<",
        "<values></values>x",
        "x <values/>",
        "<values/><values/>",
        "<values><?xml version='1.0'?></values>",
    ] {
        let unwrapped = open(text);
        assert!(!unwrapped.errors.is_empty() && unwrapped.records.is_empty(), "{text}");
        if text.starts_with('<') {
            assert_eq!(errors(&unwrapped), [("xml-syntax", "in")], "{text}");
        }
    }
    assert_eq!(errors(&open("<values a='1' a='2'/>")), [("xml-syntax", "in")]);
}

#[test]
fn signed_data_without_a_root_is_found_and_unescaped() {
    let record = r#"J|{"a":"&lt;"}|{"s":1}"#;
    let text = "<signedData>J|{&quot;a&quot;:&quot;&amp;lt;&quot;}|{&quot;s&quot;:1}</signedData>\n<signedData>*2*</signedData>";
    let unwrapped = open(text);
    assert_eq!(texts(&unwrapped), [record, "*2*"]);
    assert_eq!(errors(&unwrapped).len(), 1);
    assert!(unwrapped.records.iter().all(|record| record.span.is_none()));
}

#[test]
fn limits_are_named_and_keep_what_was_read() {
    let one = "<value><signedData>*1*</signedData></value>";
    let name = |change: fn(&mut Limits), text: &str| {
        let mut limits = Limits::default();
        change(&mut limits);
        let unwrapped = open_with(text, &limits);
        let limits =
            unwrapped.errors.iter().filter_map(|error| if let ReadErrorKind::Limit(limit) = error.kind { Some(limit) } else { None });
        let Some(limit) = limits.into_iter().next() else { panic!("{unwrapped:?}") };
        (unwrapped.records.len(), limit)
    };
    let deep = format!("<values>{one}{}", "<a>".repeat(40));
    assert_eq!(name(|_| (), &deep), (1, LimitName::XmlDepth));
    let three = format!("<values>{one}{one}{one}</values>");
    assert_eq!(name(|limits| limits.records = 2, &three), (2, LimitName::Records));
    assert_eq!(name(|limits| limits.record_bytes = 2, &three), (0, LimitName::RecordBytes));
    let empty = format!("<values>{one}{}</values>", "<value/>".repeat(5));
    assert_eq!(name(|limits| limits.records = 3, &empty), (1, LimitName::Records));
    assert_eq!(
        name(|limits| limits.records = 2, "<values><value><signedData>*1**2**3*</signedData></value></values>"),
        (2, LimitName::Records)
    );
    let attributes = format!("<values>{one}<a b='' c='' d=''/></values>");
    assert_eq!(name(|limits| limits.xml_attributes = 2, &attributes), (1, LimitName::XmlAttributes));
    assert_eq!(name(|limits| limits.xml_attribute_bytes = 10, &attributes), (1, LimitName::XmlAttributeBytes));
    let key = "<values><value><publicKey>KEY123</publicKey><signedData>*1*</signedData></value></values>";
    assert_eq!(name(|limits| limits.key_bytes = 4, key), (1, LimitName::KeyBytes));
    let wrapped = value(&BASE64.encode(BASE64.encode(b"*a longer record*").as_bytes()));
    assert_eq!(name(|limits| limits.wrappings = 1, &wrapped), (1, LimitName::Wrappings));
}

#[test]
fn declared_formats_are_compared_with_the_recognised_one() {
    let note = |attributes: &str| {
        let unwrapped = open(values(&format!("<value><signedData {attributes}>[1]</signedData></value>")));
        kinds(&unwrapped.records[0].notes).first().map(|(kind, _, found)| (*kind, (*found).to_owned()))
    };
    assert_eq!(note("format='bracket'"), None);
    assert_eq!(note("format='SQUARE'"), None);
    assert_eq!(note(""), Some((NoteKind::FormatGuessed, "bracket".to_owned())));
    assert_eq!(note("format=' '"), Some((NoteKind::FormatGuessed, "bracket".to_owned())));
    assert_eq!(note("format='STAR'"), Some((NoteKind::FormatLabelDiffers, "STAR".to_owned())));
}

#[test]
fn declared_encodings_are_compared_with_the_one_found() {
    let note = |encoding: &str, text: &str| {
        let text = values(&format!("<value><signedData format='STAR' encoding='{encoding}'>{text}</signedData></value>"));
        let unwrapped = open(text);
        assert_eq!(texts(&unwrapped), ["*a record*"]);
        let note = unwrapped.records[0].notes.iter().find(|note| note.kind == NoteKind::EncodingLabelDiffers);
        note.map(|note| (note.found.clone(), note.expected.clone()))
    };
    let hex = HEXLOWER.encode(b"*a record*");
    let base64 = BASE64.encode(b"*a record*");
    assert_eq!(note("plain", "*a record*"), None);
    assert_eq!(note("", "*a record*"), None);
    assert_eq!(note("HEX", &hex), None);
    assert_eq!(note("base64", &base64), None);
    assert_eq!(note("base64", &hex), Some(("base64".to_owned(), "hex".to_owned())));
    assert_eq!(note("plain", &base64), Some(("plain".to_owned(), "base64".to_owned())));
    assert_eq!(note("hex", "*a record*"), Some(("hex".to_owned(), "plain".to_owned())));
    assert_eq!(note("${jndi:x}", "*a record*"), Some(("${jndi:x}".to_owned(), "plain".to_owned())));
}

#[test]
fn hostile_encodings_of_keys_are_noted() {
    let text = values("<value><signedData format='STAR'>*1*</signedData><publicKey encoding='${jndi:x}'>KEY</publicKey></value>");
    let unwrapped = open(text);
    assert_eq!(kinds(&unwrapped.records[0].notes), [(NoteKind::EncodingLabelDiffers, "publicKey/@encoding", "${jndi:x}")]);
    assert_eq!(unwrapped.records[0].key.as_ref().unwrap().declared_encoding.as_deref(), Some("${jndi:x}"));
}

#[test]
fn what_no_format_recognises_stays_a_record() {
    let unwrapped = open(values("<value><signedData format='OTHER' encoding='hex'> zz </signedData><publicKey>KEY</publicKey></value>"));
    assert_eq!(texts(&unwrapped), ["zz"]);
    assert_eq!(unwrapped.records[0].declared.format.as_deref(), Some("OTHER"));
    assert!(unwrapped.records[0].key.is_some());
    assert_eq!(errors(&unwrapped), [("not-decodable", "values/value[1]")]);
    let unwrapped = open(values("<value><signedData format='OTHER' encoding='hex'>3082</signedData></value>"));
    assert_eq!((texts(&unwrapped), errors(&unwrapped)), (vec!["3082"], vec![]));
}

#[test]
fn several_records_in_one_value_are_numbered() {
    let unwrapped = open(values("<value><signedData format='STAR'>x *1* *2*</signedData><publicKey>KEY</publicKey></value>"));
    let places: Vec<_> = unwrapped.records.iter().map(|record| record.location.to_string()).collect();
    assert_eq!(places, ["in > values/value[1] > record[1]", "in > values/value[1] > record[2]"]);
    assert!(unwrapped.records.iter().all(|record| record.key.is_some()));
    assert_eq!(kinds(&unwrapped.records[0].notes), [(NoteKind::StrayText, "signedData", "x")]);
    assert!(unwrapped.records[1].notes.is_empty());
}

#[test]
fn odd_transaction_numbers_are_noted() {
    let odd = |attributes: &[&str]| -> Vec<Option<String>> {
        let inside: String =
            attributes.iter().map(|attribute| format!("<value {attribute}><signedData format='STAR'>*1*</signedData></value>")).collect();
        let records = open(values(&inside)).records;
        let note = |notes: &[Note]| notes.iter().find(|note| note.kind == NoteKind::TransactionIdOdd).map(|note| note.found.clone());
        records.iter().map(|record| note(&record.notes)).collect()
    };
    assert_eq!(odd(&[""]), [None]);
    assert_eq!(odd(&["", "transactionId='1'"]), [Some(String::new()), None]);
    for good in ["0", "1", "007", &"9".repeat(300)] {
        assert_eq!(odd(&[&format!("transactionId='{good}'")]), [None]);
    }
    for bad in ["", "-1", "+1", " 1", "1.0", "${jndi:ldap}"] {
        assert_eq!(odd(&[&format!("transactionId='{bad}'")]), [Some(bad.to_owned())]);
    }
}

#[test]
fn station_data_of_the_sender_is_told_in_short() {
    let station = "<chargingStation xmlns='https://open.charging.cloud/CTR/2020/01' id='DE*1'><description language='de'> Halle </description>\
                   <geoLocation><latitude>50.9</latitude></geoLocation></chargingStation>";
    let unwrapped = open(values(&format!("{station}<value><signedData format='STAR'>*1*</signedData></value>")));
    let told = "chargingStation/@id=DE*1; chargingStation/description/@language=de; chargingStation/description=Halle; \
                chargingStation/geoLocation/latitude=50.9";
    assert_eq!(kinds(&unwrapped.notes), [(NoteKind::SenderData, "chargingStation", told)]);
    let many = station.repeat(1000);
    let unwrapped = open(values(&format!("{many}<value><signedData format='STAR'>*1*</signedData></value>")));
    assert!(unwrapped.notes[0].found.len() < 5000 && unwrapped.notes[0].found.ends_with("; …"));
}

#[test]
fn declared_character_encodings_are_obeyed_where_they_fit() {
    let document = |label: &str, text: &[u8]| {
        let mut bytes = format!("<?xml version='1.0' encoding=\"{label}\"?><values><value><signedData format='STAR'>*").into_bytes();
        bytes.extend_from_slice(text);
        bytes.extend_from_slice(b"*</signedData></value></values>");
        open(bytes)
    };
    let latin = document("ISO-8859-1", b"gr\xFC\xDFe");
    assert_eq!((texts(&latin), latin.records[0].span.clone()), (vec!["*grüße*"], None));
    assert!(quiet(&document("ISO-8859-1", b"x")));
    assert!(quiet(&document("utf-8", "ü".as_bytes())));
    assert_eq!(errors(&document("UTF-8", b"\xFC")), [("not-utf8", "in")]);
    for (label, text) in [("ISO-8859-1", "ü"), ("UTF-16", "x"), ("${x}", "x")] {
        let unwrapped = document(label, text.as_bytes());
        assert_eq!(texts(&unwrapped).len(), 1);
        assert_eq!(kinds(&unwrapped.notes), [(NoteKind::EncodingLabelDiffers, "?xml/@encoding", label)]);
    }
}

#[test]
fn a_document_that_is_encoded_as_a_whole_is_read_as_a_document() {
    let document = values("<value><signedData format='STAR'>*&lt;1*</signedData><publicKey>KEY</publicKey></value>");
    for (name, text) in [("hex", HEXLOWER.encode(document.as_bytes())), ("base64", BASE64.encode(document.as_bytes()))] {
        let unwrapped = open(&text);
        assert_eq!(texts(&unwrapped), ["*<1*"]);
        assert_eq!(unwrapped.records[0].location.to_string(), format!("in > {name} > values/value[1]"));
        assert!(unwrapped.records[0].key.is_some() && unwrapped.records[0].span.is_none());
        assert_eq!(kinds(&unwrapped.notes), [(NoteKind::WrappingRemoved, "", name)]);
    }
    let broken = open(HEXLOWER.encode(b"<values><value>"));
    assert_eq!((errors(&broken), broken.errors[0].offset), (vec![("xml-syntax", "hex")], None));
}

#[test]
fn a_byte_order_mark_and_an_inner_document_are_no_obstacle() {
    let unwrapped = open(format!("\u{FEFF}{}", value("&lt;?xml version=\"1.0\"?&gt;*1*")));
    assert_eq!(texts(&unwrapped), ["*1*"]);
}

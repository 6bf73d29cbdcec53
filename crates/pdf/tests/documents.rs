//! Documents written by another library, and by hand.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "test code: a panic is a failing test")]

use eichrecht_pdf::{Attachments, Bounds, Problem, attachments, is_pdf};
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, dictionary};

const BOUNDS: Bounds = Bounds { objects: 10_000, unpacked_bytes: 8 << 20, ratio: 200, attachments: 100 };

/// A document with a page and what a test adds.
struct Made {
    document: Document,
    catalogue: Dictionary,
    page: Dictionary,
}

impl Made {
    fn new() -> Self {
        Self { document: Document::with_version("1.7"), catalogue: dictionary! {"Type" => "Catalog"}, page: dictionary! {"Type" => "Page"} }
    }

    fn file(&mut self, name: &str, content: &[u8]) -> Object {
        let stream = self.document.add_object(Stream::new(dictionary! {"Type" => "EmbeddedFile"}, content.to_vec()));
        let specification = dictionary! {
            "Type" => "Filespec",
            "F" => Object::string_literal(name),
            "UF" => Object::string_literal(name),
            "EF" => dictionary! {"F" => stream, "UF" => stream},
        };
        Object::Reference(self.document.add_object(specification))
    }

    fn finished(mut self) -> Document {
        let pages = self.document.new_object_id();
        self.page.set("Parent", pages);
        let page = self.document.add_object(self.page);
        self.document.objects.insert(pages, dictionary! {"Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1}.into());
        self.catalogue.set("Pages", pages);
        let catalogue = self.document.add_object(self.catalogue);
        self.document.trailer.set("Root", catalogue);
        self.document.compress();
        self.document
    }

    fn bytes(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.finished().save_to(&mut bytes).unwrap();
        bytes
    }
}

fn named(files: &[(&str, Object)]) -> Object {
    let pairs = files.iter().flat_map(|(name, file)| [Object::string_literal(*name), file.clone()]).collect::<Vec<_>>();
    Object::Dictionary(dictionary! {"EmbeddedFiles" => dictionary! {"Names" => pairs}})
}

fn with_one() -> Made {
    let mut made = Made::new();
    let file = made.file("data.xml", &b"<values/>".repeat(50));
    made.catalogue.set("Names", named(&[("data.xml", file.clone())]));
    made.catalogue.set("AF", vec![file]);
    made
}

fn found(bytes: &[u8]) -> Attachments {
    attachments(bytes, &BOUNDS).unwrap()
}

fn names(found: &Attachments) -> Vec<&str> {
    found.files.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn a_file_that_is_named_and_associated_counts_once() {
    let bytes = with_one().bytes();
    assert!(is_pdf(&bytes));
    let found = found(&bytes);
    assert_eq!(names(&found), ["data.xml"]);
    assert_eq!(found.files[0].content, Some(Ok(b"<values/>".repeat(50))));
    assert!(found.problems.is_empty() && !found.repaired);
}

#[test]
fn all_places_of_attachments_are_looked_at() {
    let mut made = Made::new();
    let files: Vec<Object> = ["tree", "catalogue", "page", "annotation"].iter().map(|name| made.file(name, name.as_bytes())).collect();
    // A tree of two levels.
    let leaf = made.document.add_object(dictionary! {"Names" => vec![Object::string_literal("k"), files[0].clone()]});
    made.catalogue.set("Names", dictionary! {"EmbeddedFiles" => dictionary! {"Kids" => vec![leaf.into()]}});
    made.catalogue.set("AF", vec![files[1].clone()]);
    made.page.set("AF", vec![files[2].clone()]);
    let annotation = made.document.add_object(dictionary! {"Subtype" => "FileAttachment", "FS" => files[3].clone()});
    let other = made.document.add_object(dictionary! {"Subtype" => "Link"});
    made.page.set("Annots", vec![other.into(), annotation.into()]);
    let found = found(&made.bytes());
    assert_eq!(names(&found), ["tree", "catalogue", "page", "annotation"]);
    assert!(found.files.iter().all(|file| file.content == Some(Ok(file.name.clone().into_bytes()))));
}

#[test]
fn object_streams_are_read() {
    let mut bytes = Vec::new();
    with_one()
        .finished()
        .save_with_options(&mut bytes, SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build())
        .unwrap();
    assert!(bytes.windows(6).any(|window| window == b"ObjStm"));
    assert_eq!(names(&found(&bytes)), ["data.xml"]);
    // Also when the pointer to the list is wrong.
    let at = bytes.windows(9).rposition(|window| window == b"startxref").unwrap();
    bytes.truncate(at);
    let found = found(&bytes);
    assert!(found.repaired);
    assert_eq!(names(&found), ["data.xml"]);
}

#[test]
fn a_broken_list_of_objects_is_made_good_and_told() {
    let mut bytes = with_one().bytes();
    // Everything moves by some bytes, as when a mail program changes line ends.
    let at = bytes.windows(5).position(|window| window == b"1 0 o").unwrap();
    bytes.splice(at..at, *b"% moved\n");
    let moved = found(&bytes);
    assert_eq!((names(&moved), moved.repaired), (vec!["data.xml"], true));
    // Bytes in front of the mark move nothing.
    let found = found(&[&b"\r\n\r\n"[..], &with_one().bytes()].concat());
    assert_eq!((names(&found), found.repaired), (vec!["data.xml"], false));
}

#[test]
fn documents_without_attachment_encrypted_and_damaged_are_told_apart() {
    assert_eq!(found(&Made::new().bytes()).files, []);
    let mut made = with_one();
    made.document.trailer.set("Encrypt", dictionary! {"Filter" => "Standard", "V" => 5});
    assert_eq!(attachments(&made.bytes(), &BOUNDS), Err(Problem::Encrypted));
    let bytes = with_one().bytes();
    assert!(matches!(attachments(&bytes[..40], &BOUNDS), Err(Problem::Damaged(_))));
    assert!(matches!(attachments(b"%PDF-1.7\n1 0 obj\n<</Type/Page>>\nendobj", &BOUNDS), Err(Problem::Damaged(_))));
}

#[test]
fn one_broken_attachment_leaves_the_others_alone() {
    let mut made = Made::new();
    let good = made.file("good", b"good");
    let stream = made.document.add_object(Stream::new(dictionary! {"Filter" => "FlateDecode"}, b"no zlib".to_vec()));
    let broken = Object::Dictionary(dictionary! {"F" => Object::string_literal("broken"), "EF" => dictionary! {"F" => stream}});
    let picture = made.document.add_object(Stream::new(dictionary! {"Filter" => "DCTDecode"}, b"x".to_vec()));
    let picture = Object::Dictionary(dictionary! {"F" => Object::string_literal("picture"), "EF" => dictionary! {"F" => picture}});
    let elsewhere = Object::Dictionary(dictionary! {"F" => Object::string_literal("elsewhere")});
    made.catalogue.set("AF", vec![broken, picture, elsewhere, good]);
    let found = found(&made.bytes());
    let contents: Vec<_> = found.files.iter().map(|file| (file.name.as_str(), file.content.clone())).collect();
    assert!(matches!(contents[0], ("broken", Some(Err(Problem::Damaged(_))))));
    assert_eq!(contents[1..], [("picture", Some(Err(Problem::Filter))), ("elsewhere", None), ("good", Some(Ok(b"good".to_vec())))]);
}

#[test]
fn names_are_read_in_all_their_encodings() {
    let mut made = Made::new();
    let mut files = Vec::new();
    for name in [&b"\xFE\xFF\x00d\x00\xE4"[..], b"\xEF\xBB\xBFd\xC3\xA4", b"d\xC3\xA4", b"d\xE4"] {
        let stream = made.document.add_object(Stream::new(Dictionary::new(), name.to_vec()));
        let name = Object::String(name.to_vec(), lopdf::StringFormat::Hexadecimal);
        files.push(Object::Dictionary(dictionary! {"UF" => name, "EF" => dictionary! {"F" => stream}}));
    }
    made.catalogue.set("AF", files);
    assert_eq!(names(&found(&made.bytes())), ["dä"; 4]);
}

#[test]
fn trees_that_contain_themselves_end() {
    let mut made = Made::new();
    let (first, second) = (made.document.new_object_id(), made.document.new_object_id());
    let file = made.file("once", b"1");
    made.document.objects.insert(first, dictionary! {"Kids" => vec![second.into(), first.into()]}.into());
    let pairs = vec![Object::string_literal("x"), file];
    made.document.objects.insert(second, dictionary! {"Kids" => vec![first.into()], "Names" => pairs}.into());
    made.catalogue.set("Names", dictionary! {"EmbeddedFiles" => first});
    assert_eq!(names(&found(&made.bytes())), ["once"]);
    for text in [
        "1 0 obj 1 0 R endobj 2 0 obj <</Type/Catalog/AF 1 0 R>> endobj",
        // A stream whose length and filter are told in itself.
        "1 0 obj <</Type/ObjStm/N 1/First 4/Length 1 0 R/Filter 2 0 R>> stream\n2 0 /x endstream endobj 3 0 obj <</Type/Catalog/AF 2 0 R>> endobj",
        "1 0 obj <</Type/Catalog/AF [2 0 R 2 0 R]>> endobj 2 0 obj [3 0 R] endobj 3 0 obj 2 0 R endobj",
    ] {
        let found = attachments(format!("%PDF-1.7 {text}").as_bytes(), &BOUNDS);
        assert!(found.is_err() || found.is_ok_and(|found| found.files.is_empty()), "{text}");
    }
}

#[test]
fn what_is_too_much_is_named() {
    let few = |objects, attached| Bounds { objects, attachments: attached, ..BOUNDS };
    let mut many = Made::new();
    let files: Vec<Object> = (0..20).map(|number| many.file(&number.to_string(), b"x")).collect();
    many.catalogue.set("AF", files);
    let many = many.bytes();
    assert_eq!(attachments(&many, &few(10, 100)).unwrap_err(), Problem::TooManyObjects);
    let found = attachments(&many, &few(10_000, 5)).unwrap();
    assert_eq!((found.files.len(), found.problems), (5, vec![Problem::TooManyAttachments]));
    let mut bomb = Made::new();
    let file = bomb.file("bomb", &vec![0; 4 << 20]);
    bomb.catalogue.set("AF", vec![file]);
    let found = attachments(&bomb.bytes(), &BOUNDS).unwrap();
    assert_eq!(found.files[0].content, Some(Err(Problem::Ratio)));
    // The heads of a million objects, in a list and without one.
    let heads: String = (1..100_000).map(|number| format!("{number} 0 obj 1 endobj ")).collect();
    assert_eq!(attachments(format!("%PDF-1.7 {heads}").as_bytes(), &BOUNDS).unwrap_err(), Problem::TooManyObjects);
    let table = format!("%PDF-1.7 xref 0 1000000\n{}trailer <<>> startxref 9", "0000000009 00000 n\r\n".repeat(1_000_000));
    assert_eq!(attachments(table.as_bytes(), &BOUNDS).unwrap_err(), Problem::TooManyObjects);
    // One object without end, and many of them, each of which could go on to the end of the file.
    let endless = format!("%PDF-1.7 1 0 obj <</Type/Catalog/AF [{}", "0 ".repeat(1_000_000));
    assert!(attachments(endless.as_bytes(), &BOUNDS).is_err());
    let endless: String = (1..9_000).map(|number| format!("{number} 0 obj (")).collect();
    assert!(attachments(format!("%PDF-1.7 {endless}").as_bytes(), &BOUNDS).is_err());
}

#[test]
fn every_cut_and_every_changed_byte_ends_in_a_result() {
    let bytes = with_one().bytes();
    for length in 0..bytes.len() {
        let _ = attachments(&bytes[..length], &BOUNDS);
    }
    for at in 0..bytes.len() {
        for change in [0x01, 0x20, 0x80] {
            let mut changed = bytes.clone();
            changed[at] ^= change;
            let _ = attachments(&changed, &BOUNDS);
        }
    }
}

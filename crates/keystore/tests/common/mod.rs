//! Made-up registers and workbooks.
#![allow(dead_code, unreachable_pub, reason = "each test uses a part of it")]

use std::io::{Cursor, Write};
use std::path::PathBuf;

use eichrecht_keystore::{Import, KeyStore, StoreError};
use eichrecht_model::{IdentifierKind, ImportSummary, KeyDirectory, Limits, RegisteredKey, Registration};
use jiff::civil::Date;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Public keys of the test vectors of this project.
pub fn key(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../testvectors/keys").join(format!("{name}.hex"));
    std::fs::read_to_string(path).unwrap().trim().to_owned()
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Imports a file on some later day.
pub fn import(store: &KeyStore, name: &str, content: impl AsRef<[u8]>) -> Result<ImportSummary, StoreError> {
    store.import(&Import::new(name, content.as_ref(), day("2026-12-31")), &Limits::default())
}

/// A register of one station: EVSE-ID and key of each of its charging points.
pub fn register(points: &[(&str, &str)]) -> String {
    let mut head = "Ladeeinrichtungs-ID;Betreiber;Straße;Ort".to_owned();
    let mut row = "1;Teststrom;Weg 1;Teststadt".to_owned();
    for (number, (id, key)) in points.iter().enumerate() {
        head += &format!(";EVSE-ID{0};Public Key{0}", number + 1);
        row += &format!(";{id};{key}");
    }
    format!("{head}\r\n{row}\r\n")
}

pub fn charge_point(store: &KeyStore, id: &str, at: Option<&str>) -> Vec<Registration> {
    store.registered_for(IdentifierKind::ChargePoint, &IdentifierKind::ChargePoint.normalised(id), at.map(day)).unwrap()
}

/// The fingerprint of an entry's key.
pub fn print(entry: &Registration) -> &str {
    match &entry.key {
        RegisteredKey::Key { fingerprint, .. } => fingerprint,
        other => panic!("{other:?}"),
    }
}

/// A folder for one test, removed at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("eichrecht-keystore-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A workbook with one sheet of texts, some shared between cells and some not.
pub fn workbook(rows: &[Vec<&str>]) -> Vec<u8> {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let shared: Vec<&str> = rows.iter().flatten().copied().filter(|text| text.len() > 20).collect();
    let mut sheet = String::new();
    for (number, row) in rows.iter().enumerate() {
        sheet += &format!("<row r=\"{}\">", number + 1);
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let place = format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), number + 1);
            sheet += &match shared.iter().position(|known| known == text) {
                Some(at) => format!("<c r=\"{place}\" t=\"s\"><v>{at}</v></c>"),
                None => format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{}</t></is></c>", escape(text)),
            };
        }
        sheet += "</row>";
    }
    let strings: String = shared.iter().map(|text| format!("<si><t>{}</t></si>", escape(text))).collect();
    workbook_of(&sheet, &strings)
}

/// A workbook with these rows and shared texts, both literally.
pub fn workbook_of(rows: &str, strings: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let members = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"Liste\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{MAIN}\">{strings}</sst>")),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

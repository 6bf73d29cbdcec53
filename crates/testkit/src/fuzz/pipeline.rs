//! Targets that run the whole pipeline: one for each carrier, for each shape of JSON, and two for everything.

use std::io::{Read, Write};
use std::sync::LazyLock;

use eichrecht::{Input, Verifier};
use eichrecht_model::{Assessment, Curve, KeyOrigin};
use sha2::{Digest, Sha256};

use super::Target;
use super::claims;
use super::seeds::Vectors;
use super::truth::{NEIGHBOURS, TRUTH};
use crate::generate::archive::{self, Member};
use crate::generate::keys::{METER, of_curve};
use crate::generate::pdf::Pdf;
use crate::generate::picture::Dots;
use crate::generate::xml::{self, Value};

/// With the keys most vectors were signed with. Others come with the data.
static VERIFIER: LazyLock<Verifier> = LazyLock::new(|| {
    [METER, of_curve(Curve::Secp192r1), of_curve(Curve::Secp224k1)]
        .iter()
        .fold(Verifier::new(), |verifier, key| verifier.key(KeyOrigin::User, key.name, key.hex()))
});

/// One run in so many also looks at the reports, and at whether the result can be repeated: they cost the most time.
const REPORTED: u8 = 16;

/// Verifies and checks every claim.
pub(super) fn verify(bytes: &[u8]) -> Assessment {
    let assess = |inputs: Vec<Input>| VERIFIER.verify(inputs);
    let input = || vec![Input::new("in", bytes)];
    let assessment = assess(input());
    claims::hold(bytes, &assessment, &TRUTH);
    // By the content, so that a run can be repeated.
    let lot = Sha256::digest(bytes)[0];
    if lot % REPORTED == 0 {
        claims::told(&assessment);
    }
    if lot % REPORTED == 1 {
        claims::repeats(&assess, input(), &assessment);
    }
    assessment
}

pub(super) fn targets() -> Vec<Target> {
    let mut targets = vec![
        Target::new("verify", |bytes| drop(verify(bytes)), |vectors| vectors.files.values().cloned().collect()),
        Target::new(
            "report",
            |bytes| claims::told(&verify(bytes)),
            |vectors| vectors.files_where(|path, _| path.contains("rules/") || path.starts_with("demo/")),
        ),
        Target::new(
            "text",
            |bytes| drop(verify(bytes)),
            |vectors| vectors.files_where(|path, bytes| path.contains("encodings/") || path.contains("carriers/") && bytes.is_ascii()),
        ),
        Target::new("safe-xml", safe_xml, |vectors| {
            vectors.files_where(|path, bytes| path.starts_with("ocmf/") && contains(bytes, "<values"))
        }),
        Target::new("mennekes-billing", |bytes| drop(verify(bytes)), |vectors| vectors.files_where(|_, bytes| contains(bytes, "<Billing"))),
        Target::new(
            "zip",
            |bytes| among_members(bytes, archive::zip),
            |vectors| packed(vectors, b"PK", |bytes| archive::zip(&[Member::new("a.xml", bytes)])),
        ),
        Target::new(
            "tar",
            |bytes| among_members(bytes, archive::tar),
            |vectors| packed(vectors, b"session", |bytes| archive::tar(&[Member::new("a.xml", bytes)])),
        ),
        Target::new(
            "pdf",
            |bytes| among_members(bytes, pdf),
            |vectors| packed(vectors, b"%PDF-", |bytes| pdf(&[Member::new("a.xml", bytes)])),
        ),
        Target::new("picture", picture, |vectors| {
            vectors.files_where(|path, _| [".png", ".jpg", ".gif", ".bmp", ".webp"].iter().any(|ending| path.ends_with(ending)))
        }),
        Target::new("svg", |bytes| drop(verify(bytes)), |vectors| vectors.files_where(|_, bytes| contains(bytes, "<svg"))),
        Target::new("ocpp", |bytes| drop(verify(bytes)), |vectors| vectors.files_where(|path, _| path.starts_with("ocpp/"))),
        compressed("gzip", b"\x1F\x8B", gzip),
        compressed("bzip2", b"BZh", bzip2),
        compressed("xz", b"\xFD7z", xz),
        compressed("zstd", b"\x28\xB5", zstd),
    ];
    for (name, mark) in [("chargeit", "signedMeterValues"), ("ctr", "chargingSessions"), ("ocpi", "signed_data"), ("ptb", "ocmfBegin")] {
        targets.push(Target::new(name, |bytes| drop(verify(bytes)), move |vectors| vectors.files_where(|_, bytes| contains(bytes, mark))));
    }
    targets
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// The file itself, and the same as the text of one value between two good ones.
fn safe_xml(bytes: &[u8]) {
    verify(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if text.chars().all(|c| c == '\n' || !c.is_control()) && !text.contains(['\u{FFFE}', '\u{FFFF}']) {
        let [before, behind] = NEIGHBOURS.each_ref().map(|record| Value::new(record));
        let file = xml::file(&[before, Value::new("").data(&format!("<signedData>{}</signedData>", xml::escape(text))), behind]);
        neighbours_are_unharmed(&verify(file.as_bytes()));
    }
}

/// The file itself, and the same as a member between two good ones.
fn among_members(bytes: &[u8], pack: fn(&[Member]) -> Vec<u8>) {
    verify(bytes);
    let [before, behind] = NEIGHBOURS.each_ref();
    neighbours_are_unharmed(&verify(&pack(&[Member::new("a.ocmf", before), Member::new("b", bytes), Member::new("c.ocmf", behind)])));
}

/// They stay valid and whole. Whether they stay proven as well depends on what the file between them claims to be: a
/// forged record with the number of a genuine one is a contradiction that the rules must tell.
fn neighbours_are_unharmed(assessment: &Assessment) {
    if claims::met_a_limit(assessment) {
        return;
    }
    let bytes = |at: usize| Some(NEIGHBOURS[at].as_bytes());
    let records = &assessment.records;
    for entry in [records.first(), records.last()].into_iter().flatten() {
        assert!(entry.content.as_ref().is_ok_and(|record| record.signature().is_valid()), "a neighbour lost its signature");
    }
    assert_eq!(records.first().map(|entry| entry.source.bytes.as_slice()), bytes(0), "the neighbour before");
    assert_eq!(records.last().map(|entry| entry.source.bytes.as_slice()), bytes(1), "the neighbour behind");
}

fn pdf(members: &[Member]) -> Vec<u8> {
    let files: Vec<(&str, &[u8])> = members.iter().map(|member| (member.name(), member.content())).collect();
    Pdf::with_files(&files).bytes()
}

/// The file itself, and the same as the content of a code in a picture.
fn picture(bytes: &[u8]) {
    let bare = verify(bytes);
    // A code of more bytes takes too long for a target, and other bytes are not kept by every writer of codes.
    if bytes.len() > 600 || !bytes.is_ascii() || claims::met_a_limit(&bare) {
        return;
    }
    let inside = verify(&Dots::code(bytes).png());
    assert_eq!(records(&bare), records(&inside), "a code changes nothing");
}

/// The file itself, and the same packed: what is found in both must be the same.
fn compressed(name: &'static str, mark: &'static [u8], pack: fn(&[u8]) -> Vec<u8>) -> Target {
    let run = move |bytes: &[u8]| {
        let bare = verify(bytes);
        let inside = verify(&pack(bytes));
        if claims::met_a_limit(&bare) || claims::met_a_limit(&inside) {
            return;
        }
        let found =
            |assessment: &Assessment| -> Vec<Vec<u8>> { assessment.records.iter().map(|entry| entry.source.bytes.clone()).collect() };
        assert_eq!(found(&bare), found(&inside), "packing changes nothing");
    };
    Target::new(name, run, move |vectors| packed(vectors, mark, pack))
}

fn records(assessment: &Assessment) -> Vec<&[u8]> {
    assessment.records.iter().map(|entry| entry.source.bytes.as_slice()).collect()
}

/// Vectors packed that way already, and some that are packed now.
fn packed(vectors: &Vectors, mark: &[u8], pack: impl Fn(&[u8]) -> Vec<u8>) -> Vec<Vec<u8>> {
    let mut seeds = vectors.files_where(|_, bytes| bytes.starts_with(mark));
    let some = vectors.files.iter().filter(|(path, _)| path.contains("carriers/") || path.starts_with("demo/"));
    seeds.extend(some.map(|(_, bytes)| pack(bytes)));
    seeds
}

fn all_of(mut reader: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).unwrap();
    bytes
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    all_of(flate2::read::GzEncoder::new(bytes, flate2::Compression::fast()))
}

fn bzip2(bytes: &[u8]) -> Vec<u8> {
    all_of(bzip2::read::BzEncoder::new(bytes, bzip2::Compression::fast()))
}

fn xz(bytes: &[u8]) -> Vec<u8> {
    let mut writer = lzma_rust2::XzWriter::new(Vec::new(), lzma_rust2::XzOptions::with_preset(0)).unwrap();
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

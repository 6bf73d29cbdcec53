//! Reports as PDF: complete, deterministic, bounded, and themselves something that can be verified.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on shall stop, and reads files"
)]

use std::path::Path;

use eichrecht::model::{Assessment, KeyOrigin, Verdict};
use eichrecht::{Input, Verifier};
use eichrecht_evidence::{EvidenceInput, PdfOptions, Program, pdf_report};
use eichrecht_report::Language;

const PROGRAM: Program<'static> = Program {
    version: "0.1.0",
    commit: Some("0123456789abcdef"),
    sha256: Some("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"),
};

fn vector(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testvectors").join(path)).unwrap()
}

fn options(language: Language) -> PdfOptions<'static> {
    PdfOptions { language, program: PROGRAM, made_at: (jiff::civil::date(2026, 11, 26).at(12, 30, 0, 0), 60), attachments: &[] }
}

fn assess(names: &[&str], key: bool) -> Assessment {
    let verifier = if key { Verifier::new().key(KeyOrigin::User, "meter-key.pem", vector("demo/meter-key.pem")) } else { Verifier::new() };
    verifier.verify(names.iter().map(|name| Input::new(*name, vector(name))).collect())
}

/// Where reports are left for people to look at, if asked for.
fn keep(name: &str, pdf: &[u8]) {
    if let Ok(folder) = std::env::var("EICHRECHT_KEEP_PDF") {
        std::fs::write(Path::new(&folder).join(name), pdf).unwrap();
    }
}

#[test]
fn every_verdict_makes_a_report_in_both_languages_and_the_same_one_twice() {
    for (name, key, verdict) in [
        ("demo/session.ocmf", true, Verdict::Verified),
        ("demo/receipt.xml", false, Verdict::VerifiedWithWarnings),
        ("demo/session-altered.ocmf", true, Verdict::Failed),
        ("demo/session-without-key.ocmf", false, Verdict::NotChecked),
    ] {
        let assessment = assess(&[name], key);
        assert_eq!(assessment.verdict, verdict, "{name}");
        for language in [Language::German, Language::English] {
            let pdf = pdf_report(&assessment, &options(language)).unwrap();
            assert_eq!(pdf, pdf_report(&assessment, &options(language)).unwrap(), "{name}");
            assert!(pdf.starts_with(b"%PDF-1.7") && pdf.len() < 200_000, "{name}: {} bytes", pdf.len());
            keep(&format!("{}-{}.pdf", name.replace(['/', '.'], "_"), language.tag()), &pdf);
        }
    }
}

#[test]
fn attached_inputs_are_verified_again_with_the_same_result() {
    let bytes = vector("demo/receipt.xml");
    let before = assess(&["demo/receipt.xml"], false);
    let attachments = [EvidenceInput { name: "demo/receipt.xml", bytes: &bytes }];
    let pdf = pdf_report(&before, &PdfOptions { attachments: &attachments, ..options(Language::German) }).unwrap();
    let after = Verifier::new().verify(vec![Input::new("report.pdf", pdf.clone())]);
    assert_eq!((after.verdict, after.records.len(), after.errors.len()), (before.verdict, before.records.len(), 0));
    assert_eq!(after.records[0].source.bytes, before.records[0].source.bytes);
    // One name twice is told apart.
    let twice = [attachments[0], attachments[0]];
    pdf_report(&before, &PdfOptions { attachments: &twice, ..options(Language::German) }).unwrap();
    keep("attached.pdf", &pdf);
}

#[test]
fn many_sessions_are_a_table_and_more_than_fit_are_counted() {
    let one = String::from_utf8(vector("demo/session.ocmf")).unwrap();
    let text = |count: usize| vec![one.trim(); count].join("\n");
    let verifier = Verifier::new().key(KeyOrigin::User, "meter-key.pem", vector("demo/meter-key.pem"));
    // Several inputs of one session each, since a record counts once in an input.
    let inputs = |count: usize| (0..count).map(|n| Input::new(format!("session-{n}.ocmf"), text(1))).collect::<Vec<_>>();
    let many = pdf_report(&verifier.verify(inputs(100)), &options(Language::German)).unwrap();
    keep("hundred.pdf", &many);
    let too_many = pdf_report(&verifier.verify(inputs(400)), &options(Language::English)).unwrap();
    assert!(too_many.len() < 3 * many.len(), "{} and {} bytes", too_many.len(), many.len());
    keep("bounded.pdf", &too_many);
}

#[test]
fn text_of_strangers_never_breaks_a_report() {
    let names = ["😀\u{F0000}\u{E000}\u{202E}fdp.ocmf", "", "\0\u{7f}\u{FFFE}\u{FFFF}", "אבג ﷽ 漢字 é e\u{301} \u{FE0F}", "x"];
    let long = "x".repeat(200_000);
    for name in names.into_iter().chain([long.as_str()]) {
        let assessment = Verifier::new().verify(vec![Input::new(name, vector("demo/receipt.xml")), Input::new(name, name)]);
        let bytes = name.as_bytes();
        let attachments = [EvidenceInput { name, bytes }];
        let pdf = pdf_report(&assessment, &PdfOptions { attachments: &attachments, ..options(Language::German) });
        let pdf = pdf.unwrap_or_else(|error| unreachable!("{name:.40}: {error}"));
        keep(&format!("hostile-{}.pdf", name.chars().count()), &pdf);
    }
}

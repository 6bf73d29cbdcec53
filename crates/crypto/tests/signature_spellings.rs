//! One signature in all the spellings that meters use, and what is no signature at all.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "code of tests may fail loudly"
)]

mod common;

use common::{check, hex, key, notes};
use eichrecht_model::{Algorithm, Curve, Hash, InvalidReason, NoteKind, SignatureEncoding};

/// Made with OpenSSL over `5.60 kWh` and the published test key of secp256r1. The first bit of r is set, that of s is not.
const R: &str = "9a185b9ab6807129bda41b4fb0158da0e7d38ad255338f0f697f3200a9a8a123";
const S: &str = "59a6f2b4dfad013a353dc06dd0f9cb8f68e2b5b8ea7b100dd9f6cb3c95fdb0b4";

/// Kind of a note, the part it is about, what was found.
type Noted = (NoteKind, String, String);

fn found(signature: &str, encoding: SignatureEncoding) -> (Result<(), InvalidReason>, Vec<Noted>) {
    let pem = include_bytes!("data/keys/public.pem");
    let algorithm = Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256);
    let check = check(&key(pem), algorithm, encoding, b"5.60 kWh", &hex(signature));
    let notes = notes(&check).into_iter().map(|(kind, field, found)| (kind, field.to_owned(), found.to_owned())).collect();
    (check.verdict, notes)
}

#[test]
fn every_spelling_of_the_numbers_verifies_and_each_deviation_is_noted() {
    let lax = |part: &str, what: &str| (NoteKind::LaxDer, part.to_owned(), what.to_owned());
    let cases = [
        (format!("3045022100{R}0220{S}"), vec![]),
        (format!("30440220{R}0220{S}"), vec![lax("r", "negative-integer")]),
        (format!("3047022100{R}02220000{S}"), vec![lax("s", "leading-zeros")]),
        (format!("304602220000{R}0220{S}"), vec![lax("r", "leading-zeros")]),
        (format!("308145022100{R}0220{S}"), vec![lax("sequence", "long-form-length")]),
        (format!("308400000045022100{R}0220{S}"), vec![lax("sequence", "long-form-length")]),
        (format!("304602812100{R}0220{S}"), vec![lax("r", "long-form-length")]),
        (format!("3047022100{R}02820020{S}"), vec![lax("s", "long-form-length")]),
        (format!("3045022100{R}0220{S}0000"), vec![lax("sequence", "trailing-bytes")]),
        (
            format!("30460220{R}02220000{S}ff"),
            vec![lax("r", "negative-integer"), lax("s", "leading-zeros"), lax("sequence", "trailing-bytes")],
        ),
        (format!("{R}{S}"), vec![(NoteKind::RawSignature, String::new(), "raw".to_owned())]),
    ];
    for (signature, expected) in cases {
        assert_eq!(found(&signature, SignatureEncoding::DerOrRaw), (Ok(()), expected), "{signature}");
    }
    assert_eq!(found(&format!("{R}{S}"), SignatureEncoding::Raw), (Ok(()), vec![]));
}

#[test]
fn what_is_no_signature_is_malformed() {
    let cases = [
        String::new(),
        "30".to_owned(),
        "3000".to_owned(),
        format!("022100{R}0220{S}"),
        format!("3044022100{R}0220{S}"),
        format!("3046022100{R}0220{S}"),
        format!("3080022100{R}0220{S}0000"),
        format!("30ff{R}{S}"),
        format!("3025022100{R}0200"),
        format!("3048022100{R}0220{S}020101"),
        format!("3023022100{R}"),
        format!("{R}{S}00"),
        R.to_owned(),
    ];
    for signature in cases {
        assert_eq!(found(&signature, SignatureEncoding::DerOrRaw), (Err(InvalidReason::Malformed), vec![]), "{signature}");
    }
    let der = format!("3045022100{R}0220{S}");
    assert_eq!(found(&der, SignatureEncoding::Raw), (Err(InvalidReason::Malformed), vec![]), "bare bytes were declared");
}

/// A refused signature still tells how it was read.
#[test]
fn a_refused_signature_keeps_its_notes() {
    let negative = found(&format!("30440220{S}0220{R}"), SignatureEncoding::DerOrRaw);
    assert_eq!(negative.0, Err(InvalidReason::Mismatch));
    assert_eq!(negative.1, [(NoteKind::LaxDer, "s".to_owned(), "negative-integer".to_owned())]);
    let raw = found(&format!("{S}{R}"), SignatureEncoding::DerOrRaw);
    assert_eq!(raw.0, Err(InvalidReason::Mismatch));
    assert_eq!(raw.1[0].0, NoteKind::RawSignature);
}

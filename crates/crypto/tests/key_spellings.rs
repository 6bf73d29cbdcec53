//! One key in all the spellings people and stations use, and everything that must be refused.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "code of tests may fail loudly"
)]

mod common;

use common::{decode, known_answers, to_hex};
use data_encoding::{BASE32, BASE32_NOPAD, BASE64, BASE64_NOPAD, BASE64URL_NOPAD};
use eichrecht_crypto::{decode_key, looks_like_key};
use eichrecht_model::{Curve, KeyKind, KeyProblem, Limits, NoteKind};

const PUBLIC: &str = include_str!("data/keys/public.pem");
const CERTIFICATE: &str = include_str!("data/keys/certificate.pem");
const P256: Option<KeyKind> = Some(KeyKind::Ec(Curve::Secp256r1));

fn body(pem: &str) -> String {
    pem.lines().filter(|line| !line.starts_with(['#', '-'])).collect()
}

fn der(pem: &str) -> Vec<u8> {
    BASE64.decode(body(pem).as_bytes()).unwrap()
}

fn spki() -> Vec<u8> {
    der(PUBLIC)
}

fn grouped(text: &str, size: usize, between: &str) -> String {
    text.as_bytes().chunks(size).map(|group| std::str::from_utf8(group).unwrap()).collect::<Vec<_>>().join(between)
}

/// Text, encoding declared, wrapping noted.
fn spellings() -> Vec<(Vec<u8>, &'static str, &'static str)> {
    let spki = spki();
    let point = &spki[spki.len() - 65..];
    let (hex, upper) = (to_hex(&spki), to_hex(&spki).to_uppercase());
    let keba = format!("{{\"UK\":\"{upper}\"}}");
    let chargy = |members: &str| format!("{{\"@context\":\"https://open.charging.cloud/contexts/publicKey+json\",{members}}}");
    let (x, y) = (to_hex(&point[1..33]), to_hex(&point[33..]));
    let value = format!("\"value\":\"{}\"", to_hex(point));
    let text = |text: &str, declared, wrapping| (text.as_bytes().to_vec(), declared, wrapping);
    vec![
        text(&hex, "hex", ""),
        text(&upper, "HEX", ""),
        text(&hex, "plain", ""),
        text(&grouped(&upper, 4, " "), "hex", ""),
        text(&grouped(&hex, 2, ":"), "hex", ""),
        text(&format!("0x{hex}"), "hex", ""),
        text(&grouped(&hex, 64, "\r\n\t"), "hex", ""),
        text(&format!("\u{feff}  {hex}\n"), "hex", ""),
        text(&BASE64.encode(&spki), "base64", ""),
        text(&BASE64_NOPAD.encode(&spki), "base64", ""),
        text(&BASE64URL_NOPAD.encode(&spki), "base64", ""),
        text(&grouped(&BASE64.encode(&spki), 64, "\n"), "Base64", ""),
        text(&BASE32.encode(&spki), "base32", ""),
        text(&BASE32_NOPAD.encode(&spki).to_lowercase(), "base32", ""),
        text(PUBLIC, "pem", ""),
        text(&PUBLIC.replace('\n', "\r\n"), "pem", ""),
        text(&format!("-----BEGIN PUBLIC KEY-----{}-----END PUBLIC KEY----- ", body(PUBLIC)), "pem", ""),
        text(&format!("{PUBLIC}{PUBLIC}"), "pem", ""),
        text(include_str!("data/keys/compressed.pem"), "pem", ""),
        (spki.clone(), "der", ""),
        text(&to_hex(point), "hex", ""),
        text(&BASE64.encode(point), "base64", ""),
        text(&BASE32.encode(point), "base32", ""),
        text(&to_hex(&point[1..]), "hex", ""),
        text(&BASE64.encode(&point[1..]), "base64", ""),
        (point.to_vec(), "binary", ""),
        text(&format!("oca:base16:asn1:{hex}"), "oca", "oca:hex"),
        text(&format!("OCA:base16:asn1:{}", grouped(&upper, 2, ":")), "oca", "oca:hex"),
        text(&format!("oca:base64:asn1:{}", BASE64.encode(&spki)), "oca", "oca:base64"),
        text(&format!("oca:com:{hex}"), "oca", "oca:hex"),
        text(&BASE64.encode(format!("oca:base16:asn1:{hex}").as_bytes()), "base64", "base64:oca:hex"),
        text(&BASE64.encode(format!("oca:base64:asn1:{}", BASE64.encode(&spki)).as_bytes()), "base64", "base64:oca:base64"),
        text(&BASE64.encode(upper.as_bytes()), "base64", "base64:hex"),
        text(&BASE64.encode(PUBLIC.as_bytes()), "base64", "base64:pem"),
        text(&BASE64.encode(keba.as_bytes()), "base64", "base64:json-uk:hex"),
        text(&keba, "json", "json-uk:hex"),
        text(
            &chargy(&format!("\"algorithm\":{{\"oid\":\"1.2.840.10045.3.1.7\",\"name\":\"secp256r1\"}},\"encoding\":\"HEX\",{value}")),
            "json",
            "json-chargy:hex",
        ),
        text(&chargy(&value), "json", "json-chargy:hex"),
        text(&chargy(&format!("\"algorithm\":\"secp256r1\",\"value\":\"{}\"", to_hex(&compressed(point)))), "json", "json-chargy:hex"),
        text(&chargy(&format!("\"format\":\"XY\",\"x\":\"{x}\",\"y\":\"{y}\"")), "json", "json-chargy:hex"),
        text(CERTIFICATE, "pem", "pem:x509"),
        text(&BASE64.encode(&der(CERTIFICATE)), "base64", "base64:x509"),
        (der(CERTIFICATE), "x509", "x509"),
    ]
}

fn compressed(point: &[u8]) -> Vec<u8> {
    [&[0x02 + (point[64] & 1)], &point[1..33]].concat()
}

#[test]
fn all_spellings_are_one_key() {
    let expected = decode(spki(), None, None).unwrap().key;
    assert_eq!(expected.spki_der(), spki());
    assert_eq!(expected.kind(), KeyKind::Ec(Curve::Secp256r1));
    for (bytes, declared, wrapping) in spellings() {
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        for (declared, differs) in [(Some(declared), false), (None, false), (Some("nonsense"), true), (Some(" "), false)] {
            // One certificate needs its own name to be called rightly; its outermost layer is what counts.
            let found = decode(&bytes, declared, None).unwrap_or_else(|problem| panic!("{problem:?}: {shown}"));
            assert_eq!(found.key, expected, "{shown}");
            assert_eq!(found.key.fingerprint(), expected.fingerprint());
            let note = |kind| found.notes.iter().find(|note| note.kind == kind).map_or("", |note| note.found.as_str());
            assert_eq!(note(NoteKind::KeyWrapping), wrapping, "{shown}");
            assert_eq!(!note(NoteKind::KeyEncodingDiffers).is_empty(), differs, "{declared:?}: {shown}");
        }
        assert!(looks_like_key(&bytes), "{shown}");
    }
    let point = &spki()[26..];
    for text in [to_hex(&compressed(point)), BASE64.encode(&compressed(point)), BASE32_NOPAD.encode(&compressed(point))] {
        assert_eq!(decode(&text, None, P256).unwrap().key, expected, "{text}");
    }
}

/// The fingerprint is the SHA-256 that `openssl pkey -pubin -outform DER | openssl sha256` prints.
#[test]
fn the_fingerprint_is_the_hash_of_the_der() {
    let key = decode(PUBLIC, None, None).unwrap().key;
    assert_eq!(key.fingerprint(), "272f92c86fba48203a8bccb01a323dac26a7a6b4cc7ddbeaec2c77c6d6545803");
}

#[test]
fn every_curve_is_read_in_every_shape() {
    for answer in known_answers() {
        let expected = decode(&answer.spki, None, None).unwrap().key;
        assert_eq!((expected.kind(), expected.spki_der()), (KeyKind::Ec(answer.curve), answer.spki.as_slice()));
        let size = answer.curve.field_bytes();
        let point = &answer.spki[answer.spki.len() - 2 * size - 1..];
        let compressed = [&[0x02 + (point[2 * size] & 1)], &point[1..=size]].concat();
        for hint in [None, Some(KeyKind::Ec(answer.curve)), Some(KeyKind::Ec(Curve::Secp256k1)), Some(KeyKind::Ed25519)] {
            // Both coordinates fit only one curve, whatever the hint says: the pipeline compares.
            assert_eq!(decode(to_hex(point), None, hint).unwrap().key, expected);
            assert_eq!(decode(to_hex(&point[1..]), None, hint).unwrap().key, expected);
        }
        assert_eq!(decode(to_hex(&compressed), None, Some(KeyKind::Ec(answer.curve))).unwrap().key, expected);
        match decode(to_hex(&compressed), None, None) {
            Ok(found) => assert_eq!(found.key, expected),
            Err(KeyProblem::AmbiguousCurve(curves)) => assert!(curves.contains(&answer.curve)),
            Err(problem) => panic!("{problem:?}"),
        }
    }
}

/// Two fields of 192 bits: an x may have a point on both curves, on one, or on none.
#[test]
fn a_compressed_point_without_a_hint_is_only_taken_when_one_curve_fits() {
    let both = "023cefc7e5dcc19ec2e093df29f268259af652a33d7f4891a2";
    assert_eq!(decode(both, None, None).unwrap_err(), KeyProblem::AmbiguousCurve(vec![Curve::Secp192k1, Curve::Secp192r1]));
    for curve in [Curve::Secp192k1, Curve::Secp192r1] {
        assert_eq!(decode(both, None, Some(KeyKind::Ec(curve))).unwrap().key.kind(), KeyKind::Ec(curve));
    }
    let only_k1 = "0217b38de86d9a29a5614d4d7d93f8c1c93a9ff547f16880d3";
    assert_eq!(decode(only_k1, None, None).unwrap().key.kind(), KeyKind::Ec(Curve::Secp192k1));
    assert_eq!(decode(only_k1, None, Some(KeyKind::Ec(Curve::Secp192r1))).unwrap_err(), KeyProblem::NotOnCurve);
    let only_r1 = "0234749bfa275fb5dd692b0910cff75cdf76d9bfde226827c2";
    assert_eq!(decode(only_r1, None, None).unwrap().key.kind(), KeyKind::Ec(Curve::Secp192r1));
    let none = "02b4f055993f77b186be15abf15c4f619e92d549827cfba075";
    assert_eq!(decode(none, None, None).unwrap_err(), KeyProblem::NotOnCurve);
    // As Base32 without a hint, the form in which such keys stand in the register.
    let base32 = BASE32_NOPAD.encode(&common::hex(both));
    assert!(matches!(decode(&base32, Some("base32"), None), Err(KeyProblem::AmbiguousCurve(_))));
    assert!(looks_like_key(base32.as_bytes()));
}

#[test]
fn private_keys_are_refused_in_every_spelling() {
    for pem in [
        include_str!("data/keys/private-sec1.pem"),
        include_str!("data/keys/private-pkcs8.pem"),
        include_str!("data/keys/private-encrypted.pem"),
    ] {
        let der = der(pem);
        let together = format!("{PUBLIC}{pem}");
        for bytes in [
            pem.as_bytes(),
            to_hex(&der).as_bytes(),
            body(pem).as_bytes(),
            BASE64.encode(pem.as_bytes()).as_bytes(),
            &der,
            together.as_bytes(),
        ] {
            assert_eq!(decode(bytes, None, P256).unwrap_err(), KeyProblem::PrivateKey, "{}", String::from_utf8_lossy(bytes));
            assert_eq!(decode(bytes, Some("base64"), P256).unwrap_err(), KeyProblem::PrivateKey);
            assert!(looks_like_key(bytes), "a private key file is a key file, so that it can be refused as one");
        }
    }
}

#[test]
fn each_problem_is_named() {
    let spki = spki();
    let unsupported = |oid: &str| KeyProblem::UnsupportedAlgorithm(oid.to_owned());
    let off_curve = {
        let mut altered = spki.clone();
        *altered.last_mut().unwrap() ^= 1;
        altered
    };
    let not_below_p = [&spki[..27], &[0xff; 32], &spki[59..]].concat();
    let infinity = common::hex("3019301306072a8648ce3d020106082a8648ce3d0301070302000000");
    let infinity = [&[0x30, 0x19], &infinity[2..23], &[0x03, 0x02, 0x00, 0x00]].concat();
    let two = format!("{PUBLIC}{}", include_str!("data/keys/ed25519.pem"));
    let cases: Vec<(Vec<u8>, KeyProblem)> = vec![
        (b"".to_vec(), KeyProblem::Empty),
        (b" \r\n\t".to_vec(), KeyProblem::Empty),
        (b"Wird nachgereicht!".to_vec(), KeyProblem::NotDecodable),
        (to_hex(&spki)[..180].into(), KeyProblem::NotAKey),
        (to_hex(&spki).replacen('0', "O", 1).into(), KeyProblem::NotDecodable),
        ([spki.as_slice(), &[0]].concat(), KeyProblem::NotAKey),
        (to_hex(&[spki.as_slice(), &spki].concat()).into(), KeyProblem::NotAKey),
        (off_curve, KeyProblem::NotOnCurve),
        (not_below_p, KeyProblem::NotOnCurve),
        (infinity, KeyProblem::NotOnCurve),
        (two.into(), KeyProblem::AmbiguousEncoding),
        (include_str!("data/keys/explicit-parameters.pem").into(), KeyProblem::ExplicitParameters),
        (include_str!("data/keys/rsa.pem").into(), unsupported("1.2.840.113549.1.1.1")),
        (include_str!("data/keys/rsa-pkcs1.pem").into(), unsupported("1.2.840.113549.1.1.1")),
        (include_str!("data/keys/secp160r1.pem").into(), unsupported("1.3.132.0.8")),
        (PUBLIC.replace("END PUBLIC", "END PUBIC").into(), KeyProblem::NotDecodable),
        (format!("{PUBLIC}OCMF|{{}}").into(), KeyProblem::NotDecodable),
        (PUBLIC.replace("PUBLIC KEY", "NONSENSE").into(), KeyProblem::NotAKey),
        (b"{\"UK\":\"00\",\"UK\":\"00\"}".to_vec(), KeyProblem::NotAKey),
        (b"{\"FV\":\"1.0\"}".to_vec(), KeyProblem::NotAKey),
        // A signature pasted where a key belongs.
        (known_answers()[0].signature.clone(), KeyProblem::NotAKey),
    ];
    for (bytes, expected) in cases {
        assert_eq!(decode(&bytes, None, None).unwrap_err(), expected, "{}", String::from_utf8_lossy(&bytes));
    }
    let limits = Limits::default();
    assert_eq!(decode_key(&vec![b'0'; limits.key_bytes + 1], None, None, &limits).unwrap_err(), KeyProblem::TooLong);
}

/// Bare bytes of a key that is no point have no marks: only the algorithm of the signature can say what they are.
#[test]
fn bare_keys_of_other_schemes_need_the_hint() {
    for (pem, kind, size) in
        [(include_str!("data/keys/ed25519.pem"), KeyKind::Ed25519, 32), (include_str!("data/keys/ed448.pem"), KeyKind::Ed448, 57)]
    {
        let expected = decode(pem, None, None).unwrap().key;
        assert_eq!((expected.kind(), expected.spki_der()), (kind, der(pem).as_slice()));
        let bare = to_hex(&der(pem)[der(pem).len() - size..]);
        assert_eq!(decode(&bare, Some("hex"), Some(kind)).unwrap().key, expected);
        assert!(decode(&bare, Some("hex"), None).is_err());
        assert!(decode(&bare, Some("hex"), P256).is_err());
    }
}

#[test]
fn layers_are_bounded() {
    let mut text = to_hex(&spki());
    for _ in 0..3 {
        text = format!("oca:base64:asn1:{}", BASE64.encode(text.as_bytes()));
    }
    let limits = Limits::default();
    let deep = decode_key(text.as_bytes(), None, None, &limits);
    let mut few = Limits::default();
    few.wrappings = 2;
    assert!(decode_key(text.as_bytes(), None, None, &few).is_err());
    assert!(deep.is_ok(), "{deep:?}");
}

#[test]
fn records_and_texts_are_no_keys() {
    for text in [
        "",
        "OCMF|{\"FV\":\"1.0\"}|{\"SD\":\"3045\"}",
        "<?xml version=\"1.0\"?><values></values>",
        "{\"FV\":\"1.0\",\"publicKey\":\"00\"}",
        "{\"@context\":\"https://open.charging.cloud/contexts/CTR+json\"}",
        "[]",
        "Wird nachgereicht",
        "DE*BDO*E1234*1",
        "550e8400-e29b-41d4-a716-446655440000",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "Agents are checking the meters of the city",
        "Age of the meter in this station is 8 years",
        "-----BEGIN",
    ] {
        assert!(!looks_like_key(text.as_bytes()), "{text}");
    }
    let long = to_hex(&spki()).repeat(1000);
    assert!(!looks_like_key(long.as_bytes()));
    for answer in known_answers() {
        assert!(!looks_like_key(&answer.signature));
        assert!(!looks_like_key(to_hex(&answer.signature).as_bytes()));
        assert!(!looks_like_key(answer.message.as_bytes()));
    }
    let two = format!("{PUBLIC}{}", include_str!("data/keys/ed25519.pem"));
    assert!(looks_like_key(two.as_bytes()));
    assert!(looks_like_key(include_bytes!("data/keys/rsa.pem")));
    assert!(looks_like_key(include_bytes!("data/keys/explicit-parameters.pem")));
}

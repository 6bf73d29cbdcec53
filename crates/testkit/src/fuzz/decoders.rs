//! Targets of single decoders: key texts, signatures, JSON, decimals.

use std::sync::LazyLock;

use eichrecht::decode_key;
use eichrecht_crypto::{Job, PublicKey, looks_like_key, verify};
use eichrecht_json::{JsonErrorKind, JsonLimits, Node, Value, parse};
use eichrecht_model::{Algorithm, Decimal, KeyKind, Limits, SignatureEncoding};

use super::Target;
use crate::generate::der::{self, Spelling};
use crate::generate::ecdsa::{Pair, octets};
use crate::generate::keys;

pub(super) fn targets() -> Vec<Target> {
    vec![
        Target::new("key", key, |vectors| {
            let carried = vectors.records.iter().filter_map(|record| record.source.key.as_ref().map(|key| key.bytes.clone()));
            vectors.files_where(|path, _| path.contains("keys/")).into_iter().chain(carried).collect()
        }),
        Target::new("signature", signature, |_| signature_seeds()),
        Target::new("json", json, |vectors| vectors.files_where(|_, bytes| bytes.starts_with(b"{") || bytes.starts_with(b"["))),
        Target::new("decimal", decimal, |_| DECIMALS.iter().map(|text| text.as_bytes().to_vec()).collect()),
    ]
}

/// Whatever is read can be read again from its own canonical form, as the same key, and is taken for a key file.
fn key(bytes: &[u8]) {
    let limits = Limits::default();
    let bare = decode_key(bytes, None, None, &limits);
    if let Ok(decoded) = &bare {
        let again = decode_key(decoded.key.spki_der(), None, None, &limits).map(|again| again.key.fingerprint().to_owned());
        assert_eq!(again.as_deref(), Ok(decoded.key.fingerprint()), "the canonical form is the same key");
        assert!(looks_like_key(decoded.key.spki_der()));
    }
    for declared in ["hex", "base64", "base32", "plain", "no such encoding"] {
        let decoded = decode_key(bytes, Some(declared), None, &limits);
        if let (Ok(bare), Ok(decoded)) = (&bare, &decoded) {
            assert_eq!(bare.key.fingerprint(), decoded.key.fingerprint(), "a name of an encoding makes no other key of it");
        }
    }
    let hint = bytes.first().map(|first| keys::all()[usize::from(*first) % keys::all().len()].kind);
    for kind in [Some(keys::METER.kind), hint].into_iter().flatten() {
        if let Ok(decoded) = decode_key(bytes, None, Some(kind), &limits) {
            let again = decode_key(decoded.key.spki_der(), None, Some(kind), &limits).map(|again| again.key.fingerprint().to_owned());
            assert_eq!(again.as_deref(), Ok(decoded.key.fingerprint()), "the canonical form is the same key with a hint");
        }
    }
    let mut few = Limits::default();
    few.key_bytes = 8;
    assert!(bytes.len() <= 8 || decode_key(bytes, None, None, &few).is_err(), "the limit holds");
}

const MESSAGE: &[u8] = b"what the meter signed";

/// A key with its one genuine signature of [`MESSAGE`].
struct Signer {
    key: PublicKey,
    algorithm: Algorithm,
    /// The numbers of the signature, or its bytes where there are none.
    numbers: Vec<Vec<u8>>,
    spellings: Vec<Vec<u8>>,
}

static SIGNERS: LazyLock<Vec<Signer>> = LazyLock::new(|| keys::all().iter().map(signer).collect());

fn signer(key: &keys::Key) -> Signer {
    let algorithm = key.usual_algorithm();
    let (numbers, spellings) = match (key.kind, algorithm) {
        (KeyKind::Ec(curve), Algorithm::Ecdsa(_, hash)) => {
            let pair: Pair = key.sign_pair(hash, MESSAGE);
            let all = [Spelling::Strict, Spelling::Negative, Spelling::NonMinimal, Spelling::LongLength, Spelling::Trailing, Spelling::Raw];
            let spellings = all.map(|spelling| der::signature(&pair, spelling, curve.order_bytes())).to_vec();
            // A leading zero may be left out, so only what stands behind it has to be there.
            let digits = |number| octets(number, curve.order_bytes()).into_iter().skip_while(|byte| *byte == 0).collect();
            (vec![digits(&pair.r), digits(&pair.s)], spellings)
        }
        _ => {
            let bytes = key.sign_native(MESSAGE);
            (vec![bytes.clone()], vec![bytes])
        }
    };
    let key = decode_key(&key.spki(), None, None, &Limits::default()).expect("a test key").key;
    Signer { key, algorithm, numbers, spellings }
}

/// The first byte chooses the key. What is valid holds the numbers of the genuine signature, and a message that was
/// not signed has no valid one.
fn signature(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let signer = &SIGNERS[usize::from(*first) % SIGNERS.len()];
    let job = |message, encoding| Job { message, algorithm: signer.algorithm, signature: bytes, encoding, key: &signer.key };
    let encodings = [SignatureEncoding::DerOrRaw, SignatureEncoding::Raw, SignatureEncoding::Native];
    let jobs: Vec<Job<'_>> = encodings.iter().flat_map(|encoding| [job(MESSAGE, *encoding), job(b"something else", *encoding)]).collect();
    let checks = verify(&jobs);
    assert_eq!(checks.len(), jobs.len());
    for (check, job) in checks.iter().zip(&jobs) {
        if check.verdict.is_ok() {
            assert_eq!(job.message, MESSAGE, "nobody signed that");
            for number in &signer.numbers {
                assert!(bytes.windows(number.len()).any(|window| window == number), "valid without the numbers of the signature");
            }
        }
    }
}

fn signature_seeds() -> Vec<Vec<u8>> {
    let with_number = |(at, signer): (usize, &Signer)| {
        let first = u8::try_from(at).unwrap();
        signer.spellings.iter().map(|spelling| [&[first], spelling.as_slice()].concat()).collect::<Vec<_>>()
    };
    SIGNERS.iter().enumerate().flat_map(with_number).collect()
}

/// Our reader against `serde_json`: the same texts are accepted, and each span holds the text of its value.
fn json(bytes: &[u8]) {
    const LIMITS: JsonLimits = JsonLimits { depth: 60, fields: 10_000 };
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match (parse(text, LIMITS), serde_json::from_str::<serde_json::Value>(text)) {
        (Ok(node), other) => {
            // A float of serde_json has bounds, our spelling has none.
            let beyond = other.as_ref().is_err_and(|error| error.to_string().contains("number out of range"));
            assert!(other.is_ok() || beyond, "accepted here only");
            spans_fit(&node, text);
        }
        (Err(error), other) => {
            assert!(error.offset <= text.len());
            assert!(other.is_err() || error.kind != JsonErrorKind::Syntax, "refused here only: {error:?}");
        }
    }
    assert!(parse(text, JsonLimits { depth: 60, fields: 3 }).map_or(true, |node| values(&node) <= 4), "the limit holds");
}

fn spans_fit(node: &Node<'_>, text: &str) {
    let piece = text.get(node.span.clone()).expect("a span lies in the text");
    assert_eq!(piece.trim(), piece);
    match &node.value {
        Value::Null => assert_eq!(piece, "null"),
        Value::Bool(it) => assert_eq!(piece, if *it { "true" } else { "false" }),
        Value::Number(spelling) => assert_eq!(*spelling, piece),
        Value::String(it) => assert_eq!(serde_json::from_str::<String>(piece).ok().as_deref(), Some(it.as_ref())),
        Value::Array(elements) => elements.iter().for_each(|element| spans_fit(element, text)),
        Value::Object(object) => {
            for member in &object.members {
                spans_fit(&member.value, text);
                let twice = object.members.iter().filter(|other| other.key == member.key).count() > 1;
                assert_eq!(object.get(&member.key).is_none(), twice, "a member that stands twice is not used");
            }
        }
    }
}

fn values(node: &Node<'_>) -> usize {
    1 + match &node.value {
        Value::Array(elements) => elements.iter().map(values).sum(),
        Value::Object(object) => object.members.iter().map(|member| values(&member.value)).sum(),
        _ => 0,
    }
}

const DECIMALS: [&str; 9] = ["0", "-0.00", "1200.50 0.0001", "1e5", "-1.5E-3 7", "79228162514264337593543950335 1", "+1", "0.1 0.2", ".5"];

/// Two decimals: digits are kept, and the difference gives the first back.
fn decimal(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut numbers = text.split(' ').map(str::parse::<Decimal>);
    let Some(Ok(first)) = numbers.next() else { return };
    assert_eq!(first.to_string().parse::<Decimal>().as_ref(), Ok(&first), "written and read again");
    let Some(Ok(second)) = numbers.next() else { return };
    if let Some(difference) = first.checked_sub(&second) {
        assert_eq!(difference.is_negative(), first < second, "{first} - {second} = {difference}");
        assert_eq!(second.checked_sub(&first).map(|back| back.is_negative()), Some(second < first));
    }
}

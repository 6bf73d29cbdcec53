//! Sealed data: what opens and bears a signature of its own, what opens and bears none, and every way not to open.
//! A case that must not open is called `broken/<problem>`, or `broken/<problem>-<variant>` where there are several.

use num_bigint::BigUint;

use super::super::book::{Draft, Group};
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload};
use super::super::seal::{
    AES_256_CBC, Envelope, RSA_1024, RSA_2048, RsaKey, aes_keys, blocks_one, blocks_two, noise, seal_one, seal_two, spki,
};

const REASON: &str = "seal-is-not-a-signature";
const GENUINE: &str = "sealed/version-2";
const PREFIX: [u8; 2] = [0x3e, 0x7a];

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::of_format("sealed", "Sealed data in SAFE XML: opened, and never taken for signed.");
    unsigned(&mut group);
    signed(&mut group);
    spellings(&mut group);
    structure(&mut group);
    keys(&mut group);
    blocks(&mut group);
    contents(&mut group);
    group
}

/// The usual session without a signature, as sealing stations write it.
#[must_use]
pub fn bare() -> String {
    bare_of(&Payload::whole())
}

fn bare_of(payload: &Payload) -> String {
    format!("OCMF|{}|{{\"SD\":\"\"}}", payload.json())
}

/// A file of one value: the content under a seal of version 2, with the usual key beside it.
#[must_use]
pub fn sealed_file(content: &str) -> String {
    file(&two(content.as_bytes()), &RSA_2048.spki())
}

/// The same file with a line break among the digits of its seal.
#[must_use]
pub fn spread(file: &str) -> String {
    file.replacen("\"hex\">30", "\"hex\">30\n      ", 1)
}

fn two(content: &[u8]) -> Vec<u8> {
    Envelope::of(2, &RSA_2048).around(&seal_two(&blocks_two(content), PREFIX, &RSA_2048))
}

fn one(content: &[u8], key: &RsaKey) -> Vec<u8> {
    Envelope::of(1, key).around(&seal_one(&blocks_one(content, key, 0x009b_b5ea), key))
}

/// The library itself and not one of those that `flate2` may stand for: which one that is depends on what else is built,
/// and each packs a little differently.
fn deflated(content: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(content, 9)
}

fn packed(packed: &[u8]) -> Vec<u8> {
    let envelope = Envelope { compression: Some(2), ..Envelope::of(2, &RSA_2048) };
    envelope.around(&seal_two(&blocks_two(packed), PREFIX, &RSA_2048))
}

fn value_of(attributes: &str, data: &str, key: &str) -> String {
    let key = if key.is_empty() { String::new() } else { format!("    <publicKey encoding=\"hex\">{key}</publicKey>\n") };
    format!("  <value transactionId=\"1\">\n    <encodedData{attributes}>{data}</encodedData>\n{key}  </value>\n")
}

fn values(values: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<values>\n{values}</values>\n")
}

const ATTRIBUTES: &str = " format=\"OCMF\" encoding=\"hex\"";

fn file(sealed: &[u8], key: &[u8]) -> String {
    values(&value_of(ATTRIBUTES, &hex::encode_upper(sealed), &hex::encode(key)))
}

fn case<'a>(group: &'a mut Group, name: &str, description: &str, text: impl AsRef<[u8]>) -> Draft<'a> {
    group.case(name, description).flag("format").input("xml", text)
}

/// Opened, and nothing inside is signed.
fn shown(draft: Draft<'_>, more: &[&str]) {
    draft.not_checked(REASON).stated(ENERGY).findings(&["CON025", "SIG016"]).findings(more).unchecked();
}

fn unsigned(group: &mut Group) {
    let content = bare();
    let bytes = content.as_bytes();
    let key = RSA_2048.spki();
    shown(case(group, "version-2", "Version 2, nothing inside is signed.", file(&two(bytes), &key)), &[]);
    shown(case(group, "version-1", "Version 1.", file(&one(bytes, &RSA_2048), &key)), &[]);
    shown(case(group, "version-1-short-key", "Version 1 with the shortest key.", file(&one(bytes, &RSA_1024), &RSA_1024.spki())), &[]);
    let wrapping = Envelope::of(1, &RSA_1024).around(&seal_one(&blocks_one(bytes, &RSA_1024, u32::MAX - 1), &RSA_1024));
    shown(case(group, "version-1-wraps", "The counter of the blocks wraps.", file(&wrapping, &RSA_1024.spki())), &[]);
    let filled = format!("{content}{}", " ".repeat(123 * 12 - content.len()));
    shown(
        case(
            group,
            "version-1-full",
            "The last block is full, so one of filler follows.",
            file(&one(filled.as_bytes(), &RSA_1024), &RSA_1024.spki()),
        ),
        &[],
    );
    shown(case(group, "packed", "The content is packed.", file(&packed(&deflated(bytes)), &key)), &[]);
    let envelope = Envelope { compression: Some(2), ..Envelope::of(1, &RSA_1024) };
    let one_packed = envelope.around(&seal_one(&blocks_one(&deflated(bytes), &RSA_1024, 7), &RSA_1024));
    shown(case(group, "packed-version-1", "The content of version 1 is packed.", file(&one_packed, &RSA_1024.spki())), &[]);
    let envelope = Envelope { compression: None, key_bits: None, vector: Some(vec![0; 16]), ..Envelope::of(2, &RSA_2048) };
    let sparse = envelope.around(&seal_two(&blocks_two(bytes), PREFIX, &RSA_2048));
    shown(case(group, "sparse", "What may be left out is left out, and a vector is given.", file(&sparse, &key)), &[]);
}

/// A signature inside is judged as if there were no seal.
fn signed(group: &mut Group) {
    let record = Payload::whole().record();
    let key = RSA_2048.spki();
    for (name, description, sealed) in [
        ("signed", "The record inside is signed.", two(record.as_bytes())),
        ("signed-version-1", "The record inside is signed, version 1.", one(record.as_bytes(), &RSA_2048)),
        ("signed-packed", "The record inside is signed and packed.", packed(&deflated(record.as_bytes()))),
    ] {
        case(group, name, description, file(&sealed, &key)).key(&METER).valid(1).proven(ENERGY).findings(&["CON025"]).warned();
    }
    case(
        group,
        "signed-without-key",
        "The record inside is signed; the key of the seal is none for it.",
        file(&two(record.as_bytes()), &key),
    )
    .not_checked("no-key")
    .stated(ENERGY)
    .findings(&["CON025", "KEY001"])
    .unchecked();
    let altered = record.replace("1206.10", "1207.10");
    case(group, "signed-altered", "The record was altered before it was sealed.", file(&two(altered.as_bytes()), &key))
        .altered("sealed/signed", "The end is higher")
        .key(&METER)
        .invalid("mismatch")
        .stated("6.60 kWh")
        .findings(&["CON025", "SIG001"])
        .failed();
    let of = |payload: Payload| value_of(ATTRIBUTES, &hex::encode(two(payload.record().as_bytes())), &hex::encode(&key));
    case(group, "signed-two", "Begin and end, each under a seal.", values(&(of(Payload::begin()) + &of(Payload::end()))))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON025"])
        .warned();
    let later = two(bare_of(&Payload::later()).as_bytes());
    let neighbours = of(Payload::whole()) + &value_of(ATTRIBUTES, &hex::encode(later), &hex::encode(&key));
    case(group, "signed-beside-unsigned", "A signed record and an unsigned one, each under a seal.", values(&neighbours))
        .key(&METER)
        .valid(1)
        .not_checked(REASON)
        .proven(ENERGY)
        .stated("2.25 kWh")
        .findings(&["CON025", "SIG016"])
        .unchecked();
}

fn spellings(group: &mut Group) {
    let sealed = two(bare().as_bytes());
    let digits = hex::encode(&sealed);
    let key = hex::encode(RSA_2048.spki());
    let text = values(&value_of(ATTRIBUTES, &digits, ""));
    shown(case(group, "key-given", "The key is given by the user.", &text).key_file("key-given-rsa.hex", &key), &[]);
    let draft = group.case("key-beside", "The key lies beside the file.").flag("format").file("key-beside.xml", &text);
    shown(draft.file("key-beside-publicKey.hex", &key), &[]);
    let both = values(&value_of(ATTRIBUTES, &hex::encode(two(Payload::whole().record().as_bytes())), ""));
    case(group, "keys-given", "The user gives the key of the seal and that of the meter.", both)
        .key_text(&key)
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON025"])
        .warned();
    let lines: Vec<&str> = digits.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap()).collect();
    let broken = values(&value_of(ATTRIBUTES, &lines.join("\n      "), &key));
    shown(case(group, "line-breaks", "There are line breaks among the digits.", broken), &["CON026"]);
    let unnamed = values(&value_of(" encoding=\"hex\"", &digits, &key));
    shown(case(group, "format-unnamed", "The format of the content is not named.", unnamed), &["CON005"]);
    let mislabelled = values(&value_of(" format=\"OCMF\" encoding=\"base64\"", &digits, &key));
    shown(case(group, "encoding-mislabelled", "The encoding is named wrongly.", mislabelled), &["CON006"]);
}

/// A seal that must stay closed.
fn closed(group: &mut Group, name: &str, description: &str, text: &str) {
    let draft = case(group, &format!("broken/{name}"), description, text).altered(GENUINE, description);
    draft.not_checked(REASON).errors(&["sealed"]).unchecked();
}

/// The same with another structure around good sealed bytes.
fn with_envelope(group: &mut Group, name: &str, description: &str, envelope: &Envelope) {
    let sealed = envelope.around(&seal_two(&blocks_two(bare().as_bytes()), PREFIX, &RSA_2048));
    closed(group, name, description, &file(&sealed, &RSA_2048.spki()));
}

fn structure(group: &mut Group) {
    let usual = || Envelope::of(2, &RSA_2048);
    let key = RSA_2048.spki();
    let good = two(bare().as_bytes());
    // No seal at all, so there is no record to speak of.
    for (name, description, digits) in [
        ("not-hex", "The data is Base64.", "MIICjAYKKwYBBAGD1ncBAQIBAmBx".to_owned()),
        ("not-hex-odd", "A digit is missing.", hex::encode(&good)[1..].to_owned()),
        ("format-id-none", "The data is the record itself in hex.", hex::encode(bare())),
    ] {
        let text = values(&value_of(ATTRIBUTES, &digits, &hex::encode(&key)));
        let draft = case(group, &format!("broken/{name}"), description, text).altered(GENUINE, description);
        draft.errors(&["sealed"]).unchecked();
    }
    let both = file(&good, &key).replacen(
        "    <publicKey",
        &format!("    <signedData>{}</signedData>\n    <publicKey", Payload::whole().record()),
        1,
    );
    case(group, "signed-data-beside", "Signed data stands beside sealed data: neither is taken.", both)
        .altered(GENUINE, "Signed data stands beside it")
        .key(&METER)
        .errors(&["value-payload"])
        .unchecked();
    with_envelope(group, "format-id", "Another format of the same owner.", &Envelope { format_id: "2b0601040183d6770102", ..usual() });
    let mut bad = |name: &str, description: &str, bytes: Vec<u8>| closed(group, name, description, &file(&bytes, &key));
    bad("structure-trailing", "A byte follows the structure.", [good.as_slice(), &[0]].concat());
    bad("structure-cut", "The last byte is missing.", good[..good.len() - 1].to_vec());
    bad("structure-indefinite", "The length is indefinite.", [&[0x30, 0x80], &good[4..], &[0, 0]].concat());
    bad("structure-length", "The length is not in its shortest form.", [&[0x30, 0x83, 0], &good[2..]].concat());
    with_envelope(group, "structure-tag", "The encryption layer has a tag of another class.", &Envelope { layer_tag: 0xa0, ..usual() });
    with_envelope(group, "version", "The version is 3.", &Envelope { version: 3, procedure: 3, ..usual() });
    with_envelope(group, "version-procedure", "The procedure is that of version 1.", &Envelope { procedure: 1, ..usual() });
    with_envelope(group, "cipher", "The cipher is not RSA.", &Envelope { cipher: AES_256_CBC, ..usual() });
    let agreement = super::super::der::object_identifier(&[0x2b, 0x81, 0x04, 0x01, 0x0c]);
    let agreed = Envelope { cipher: AES_256_CBC, aes_keys: Vec::new(), key_bits: Some(0), agreement, ..Envelope::of(1, &RSA_2048) };
    with_envelope(group, "key-agreement", "Sealed for one receiver by ECDHE.", &agreed);
    with_envelope(group, "compression", "Packed with Brotli.", &Envelope { compression: Some(3), ..usual() });
    with_envelope(group, "aes-keys-two", "There are two keys for AES.", &Envelope { aes_keys: aes_keys()[..2].to_vec(), ..usual() });
    let mut four = aes_keys();
    four.push(noise("fourth key", 16));
    with_envelope(group, "aes-keys-four", "There are four keys for AES.", &Envelope { aes_keys: four, ..usual() });
    let short = aes_keys().iter().map(|key| key[..15].to_vec()).collect();
    with_envelope(group, "aes-keys-short", "The keys for AES are short.", &Envelope { aes_keys: short, ..usual() });
    with_envelope(group, "aes-keys-none", "There are no keys for AES.", &Envelope { aes_keys: Vec::new(), ..usual() });
    let with_keys = Envelope { aes_keys: aes_keys(), ..Envelope::of(1, &RSA_2048) };
    with_envelope(group, "aes-keys-version-1", "Version 1 has keys for AES.", &with_keys);
    let authentication = vec![0x04, 1, 0];
    with_envelope(group, "authentication-layer", "The reserved layer is not empty.", &Envelope { authentication, ..usual() });
    with_envelope(group, "nonce-bits", "Version 2 states the size of its nonce.", &Envelope { nonce_bits: Some(32), ..usual() });
    with_envelope(group, "key-size-stated", "The stated length of the key is another.", &Envelope { key_bits: Some(1024), ..usual() });
}

fn keys(group: &mut Group) {
    let good = two(bare().as_bytes());
    let with_key = |group: &mut Group, name: &str, description: &str, key: &[u8]| closed(group, name, description, &file(&good, key));
    closed(group, "key-missing", "There is no key.", &values(&value_of(ATTRIBUTES, &hex::encode(&good), "")));
    with_key(group, "key-unusable", "The key is on an elliptic curve.", &METER.spki());
    with_key(group, "key-unusable-text", "The key is none.", b"no key at all");
    let modulus = BigUint::from_bytes_be(&[[0xc1; 255].as_slice(), &[1]].concat());
    let long = BigUint::from_bytes_be(&[0xc1; 520]);
    let short = BigUint::from_bytes_be(&[0xc1; 127]);
    let exponent = BigUint::from(65537_u32);
    with_key(group, "key-size-short", "Version 2 with a key of 1024 bits.", &RSA_1024.spki());
    with_key(group, "key-weak-exponent", "The exponent is 3.", &spki(&modulus, &BigUint::from(3_u32)));
    with_key(group, "key-weak-one", "The exponent is 1.", &spki(&modulus, &BigUint::from(1_u32)));
    with_key(group, "key-weak-even-exponent", "The exponent is even.", &spki(&modulus, &BigUint::from(65538_u32)));
    with_key(group, "key-weak-huge-exponent", "The exponent is huge.", &spki(&modulus, &long));
    with_key(group, "key-weak-even", "The modulus is even.", &spki(&(&modulus - 1_u32), &exponent));
    for (name, description, modulus) in [
        ("key-weak-long", "The modulus is longer than 4096 bits.", long),
        ("key-weak-short", "The modulus is shorter than 1024 bits.", short),
    ] {
        let envelope = Envelope { key_bits: None, ..Envelope::of(1, &RSA_2048) };
        let sealed = envelope.around(&noise("sealed", 2600));
        closed(group, name, description, &file(&sealed, &spki(&modulus, &exponent)));
    }
    // The block is below this modulus, so something comes out, which is no seal.
    let other = spki(&BigUint::from_bytes_be(&[0xff; 256]), &exponent);
    with_key(group, "prefix-other-key", "The key is another one.", &other);
    let one_other = file(&one(bare().as_bytes(), &RSA_2048), &other);
    closed(group, "out-of-range-other-key", "Version 1 with another key.", &one_other);
    let above = Envelope::of(2, &RSA_2048).around(&[[0xff; 256].as_slice(), &noise("rest", 258)].concat());
    closed(group, "out-of-range", "The sealed block is above the modulus.", &file(&above, &RSA_2048.spki()));
}

fn blocks(group: &mut Group) {
    let content = bare();
    let bytes = content.as_bytes();
    let around_two = |blocks: &[Vec<u8>], prefix| Envelope::of(2, &RSA_2048).around(&seal_two(blocks, prefix, &RSA_2048));
    let around_one = |blocks: &[Vec<u8>]| Envelope::of(1, &RSA_1024).around(&seal_one(blocks, &RSA_1024));
    let good = blocks_two(bytes);
    assert!(good.len() > 2);
    let mut bad = |name: &str, description: &str, alter: &dyn Fn(&mut Vec<Vec<u8>>)| {
        let mut blocks = good.clone();
        alter(&mut blocks);
        closed(group, name, description, &file(&around_two(&blocks, PREFIX), &RSA_2048.spki()));
    };
    bad("magic", "A block does not begin as it must.", &|blocks| blocks[1][0] ^= 1);
    bad("nonce", "A block has another nonce.", &|blocks| blocks[1][23] ^= 1);
    bad("content-length", "A block states another length.", &|blocks| blocks[1][27] ^= 1);
    bad("sequence", "Two blocks have changed places.", &|blocks| blocks.swap(0, 1));
    bad("block-count-surplus", "There is a block too many.", &|blocks| {
        let mut more = blocks[0].clone();
        more[31] = u8::try_from(blocks.len()).unwrap();
        blocks.push(more);
    });
    bad("block-count-missing", "The last block is missing.", &|blocks| drop(blocks.pop()));
    bad("block-count-huge", "The length is huge.", &|blocks| blocks.iter_mut().for_each(|block| block[24] = 0xff));
    bad("filler", "The filler is not zero.", &|blocks| *blocks.last_mut().unwrap().last_mut().unwrap() = 1);
    closed(group, "prefix", "The prefix is another.", &file(&around_two(&good, [0x3e, 0x7b]), &RSA_2048.spki()));
    let sealed = seal_two(&good, PREFIX, &RSA_2048);
    let cut = Envelope::of(2, &RSA_2048).around(&sealed[..sealed.len() - 1]);
    closed(group, "length", "A byte of the sealed ones is missing.", &file(&cut, &RSA_2048.spki()));
    let none = Envelope::of(2, &RSA_2048).around(&sealed[..2]);
    closed(group, "length-none", "There is no block.", &file(&none, &RSA_2048.spki()));

    let good = blocks_one(bytes, &RSA_1024, 7);
    let mut bad = |name: &str, description: &str, alter: &dyn Fn(&mut Vec<Vec<u8>>)| {
        let mut blocks = good.clone();
        alter(&mut blocks);
        closed(group, name, description, &file(&around_one(&blocks), &RSA_1024.spki()));
    };
    bad("magic-version-1", "The header of version 1 does not begin as it must.", &|blocks| blocks[0][0] ^= 1);
    bad("sequence-version-1", "Two blocks of version 1 have changed places.", &|blocks| blocks.swap(1, 2));
    bad("block-count-version-1", "A block of version 1 is missing.", &|blocks| drop(blocks.pop()));
    bad("out-of-range-version-1", "A block of version 1 opens to more than a block.", &|blocks| blocks[1].insert(0, 1));
    let sealed = seal_one(&good, &RSA_1024);
    let cut = Envelope::of(1, &RSA_1024).around(&sealed[..sealed.len() - 1]);
    closed(group, "length-version-1", "A byte of the sealed ones of version 1 is missing.", &file(&cut, &RSA_1024.spki()));

    // What the first block of the scheme does not protect. The lowest bit of some byte of each part of the file is flipped.
    let whole = two(bytes);
    let sealed_from = whole.len() - 2 - 256 * blocks_two(bytes).len();
    for (name, description, at) in [
        ("magic-flipped-aes-key", "A bit of a key for AES is flipped.", 80),
        ("prefix-flipped", "A bit of the block under RSA is flipped.", sealed_from + 100),
    ] {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        closed(group, name, description, &file(&flipped, &RSA_2048.spki()));
    }
}

fn contents(group: &mut Group) {
    let content = bare();
    let mut bad = |name: &str, description: &str, bytes: &[u8]| closed(group, name, description, &file(&two(bytes), &RSA_2048.spki()));
    bad("content-control", "There is a control character inside.", content.replace("TEST GATEWAY", "TEST\u{7}GATEWAY").as_bytes());
    bad(
        "content-not-utf-8",
        "There is a byte inside that is no UTF-8.",
        &content.bytes().map(|b| if b == b'7' { 0xff } else { b }).collect::<Vec<_>>(),
    );
    bad("content-text-behind", "Text follows the record.", format!("{content} and more").as_bytes());
    bad("content-two", "There are two records inside.", format!("{content}\n{content}").as_bytes());
    bad("content-none", "There is no record inside.", b"1206.10 kWh");
    bad("content-empty", "There is nothing inside.", b"");
    let alfen = std::iter::repeat_n("AP;1;3;AA;BB;CC", 3).collect::<String>();
    bad("content-other", "There is something of another format inside.", alfen.as_bytes());
    let packed_file = |bytes: &[u8]| file(&packed(bytes), &RSA_2048.spki());
    closed(group, "inflate", "The content is not packed, although it is said to be.", &packed_file(content.as_bytes()));
    let trailing = [deflated(content.as_bytes()).as_slice(), b"rubbish"].concat();
    closed(group, "inflate-trailing", "Rubbish follows the packed content.", &packed_file(&trailing));
    let bomb = deflated(&vec![b' '; 8 << 20]);
    case(group, "broken/limit", "The content unpacks to eight megabytes.", packed_file(&bomb))
        .altered(GENUINE, "The content unpacks to eight megabytes")
        .not_checked(REASON)
        .errors(&["limit"])
        .unchecked();
    let unreadable = content.replacen("\"FV\":", "\"FV\" ", 1);
    case(group, "unreadable", "The record inside is broken.", file(&two(unreadable.as_bytes()), &RSA_2048.spki()))
        .altered(GENUINE, "A colon of the record is missing")
        .not_checked("record-unreadable")
        .findings(&["CON025"])
        .errors(&["record-unreadable"])
        .unchecked();
}

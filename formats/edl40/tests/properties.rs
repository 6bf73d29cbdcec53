//! What must hold for any bytes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use eichrecht_edl40::{EDL40_SIG, ISA_EDL40, SML_EDL40};
use eichrecht_model::{Detection, Format, Limits, Location, Record};
use proptest::prelude::*;

const FORMATS: [&dyn Format; 3] = [&SML_EDL40, &ISA_EDL40, &EDL40_SIG];
const START: [u8; 8] = [0x1B, 0x1B, 0x1B, 0x1B, 1, 1, 1, 1];

fn record(bytes: &[u8]) -> Record {
    Record {
        bytes: bytes.to_vec(),
        location: Location::input("property"),
        span: None,
        declared: eichrecht_model::Declared::default(),
        key: None,
        notes: Vec::new(),
    }
}

/// The checksum, in another way than the crate's.
fn crc(bytes: &[u8]) -> u16 {
    let step = |state: u16, byte: &u8| {
        let mut low = (state ^ u16::from(*byte)) & 0xFF;
        for _ in 0..8 {
            low = (low >> 1) ^ (0x8408 * (low & 1));
        }
        (state >> 8) ^ low
    };
    bytes.iter().fold(0xFFFF, step) ^ 0xFFFF
}

/// A frame with right checksum around any payload, so that what is behind the transport is reached.
fn frame(payload: &[u8]) -> Vec<u8> {
    let mut bytes = START.to_vec();
    let mut run = 0;
    for byte in payload {
        bytes.push(*byte);
        run = if *byte == 0x1B { run + 1 } else { 0 };
        if run == 4 {
            bytes.extend([0x1B; 4]);
            run = 0;
        }
    }
    let fill = (4 - bytes.len() % 4) % 4;
    bytes.extend(vec![0; fill]);
    bytes.extend([0x1B, 0x1B, 0x1B, 0x1B, 0x1A, u8::try_from(fill).unwrap()]);
    bytes.extend(crc(&bytes).to_le_bytes());
    bytes
}

/// A message of any tag and body with right checksum.
fn message(body: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0x76, 0x02, 0x01, 0x62, 0x00, 0x62, 0x00, 0x72, 0x63, 0x07, 0x01];
    bytes.extend(body);
    let [low, high] = crc(&bytes).to_le_bytes();
    bytes.extend([0x63, low, high, 0x00]);
    bytes
}

/// Telegrams from the test vectors beside this crate: one in SML with 192 bits, one of Isabellenhütte.
fn genuine() -> Vec<Vec<u8>> {
    ["sml-edl40/session.xml", "sml-edl40/session-256.xml", "isa-edl40/end.xml"]
        .into_iter()
        .map(|file| {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../testvectors/").to_owned() + file;
            let text = std::fs::read_to_string(path).unwrap();
            let digits = text.split("encoding=\"plain\">").nth(1).unwrap().split('<').next().unwrap();
            hex::decode(digits).unwrap()
        })
        .collect()
}

/// Fields of all kinds, whole and broken.
fn fields() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        vec![0x01],
        vec![0x77],
        vec![0x72, 0x62, 0x01],
        vec![0x65, 0, 0, 2, 0xDC],
        vec![0x52, 0xFF],
        vec![0x59, 0, 0, 0, 0, 0, 0, 0, 7],
        vec![0x07, 1, 0, 1, 0x11, 0, 0xFF],
        vec![0x07, 1, 0, 1, 8, 0, 0x80],
        vec![0x07, 0x81, 0x80, 0xC7, 0xF0, 0x40, 0xFF],
        vec![0x07, 0x81, 0x80, 0x81, 0x71, 1, 0xFF],
        vec![0x72, 0x62, 0x03, 0x73],
        vec![0x8F, 0x8F, 0x8F],
        vec![0x83, 0x04],
        vec![0xFF, 0x0F],
        vec![0x71; 20],
        vec![0x1B; 4],
        vec![0x00],
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn near_documents() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<signedMeterValue>",
        "</signedMeterValue>",
        "<signedMeterValue ",
        "</signedMeterValue ",
        "<?xml version=\"1.0\"?>",
        "<encodedMeterValue encoding=\"base64\">",
        "</encodedMeterValue>",
        "<meterValueSignature encoding=\"hex\">",
        "</meterValueSignature>",
        "<signatureMethod>ECDSA192SHA256</signatureMethod>",
        "AAAA",
        "<",
        "&lt;",
        "&x;",
        "<!DOCTYPE a>",
        "<![CDATA[",
        "]]>",
        " ",
        "é",
    ]);
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

fn check_any(bytes: &[u8]) -> Result<(), TestCaseError> {
    for format in FORMATS {
        let detected = format.detect(bytes);
        let parsed = format.parse(&record(bytes), &Limits::default());
        if let Ok(parsed) = parsed {
            prop_assert_eq!(detected, Detection::Yes);
            prop_assert!(!parsed.signed_bytes.is_empty());
            for signed in &parsed.signed_bytes {
                prop_assert_eq!(signed.bytes(bytes).len(), 320);
            }
        }
        let mut end = 0;
        for range in format.find(bytes, usize::MAX) {
            prop_assert!(range.start >= end && range.start < range.end && range.end <= bytes.len());
            prop_assert_eq!(format.detect(&bytes[range.clone()]), Detection::Yes);
            end = range.end;
        }
    }
    let claims = FORMATS.iter().filter(|format| format.detect(bytes) == Detection::Yes).count();
    prop_assert!(claims <= 1);
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_any(&bytes)?;
        check_any(&frame(&bytes))?;
        check_any(&frame(&message(&bytes)))?;
    }

    #[test]
    fn any_fields(bytes in fields()) {
        check_any(&frame(&bytes))?;
        check_any(&frame(&message(&bytes)))?;
        check_any(&[START.as_slice(), &bytes].concat())?;
    }

    #[test]
    fn anything_like_a_document(text in near_documents()) {
        check_any(text.as_bytes())?;
    }

    /// Lists inside one another beyond the limit are refused, whatever is in them.
    #[test]
    fn depth_is_bounded(depth in 17usize..5000, head in 0x71u8..=0x7F) {
        let bomb = frame(&message(&vec![head; depth]));
        prop_assert!(SML_EDL40.parse(&record(&bomb), &Limits::default()).is_err());
    }

    /// As many telegrams are found as were put in, with anything between them that begins none.
    #[test]
    fn telegrams_among_other_bytes(payloads in prop::collection::vec(fields(), 0..6), gap in prop::collection::vec(0x20u8..0x7F, 0..9)) {
        let mut text = gap.clone();
        for payload in &payloads {
            text.extend(frame(payload));
            text.extend(&gap);
        }
        let found = SML_EDL40.find(&text, usize::MAX).len() + ISA_EDL40.find(&text, usize::MAX).len();
        prop_assert_eq!(found, payloads.len());
    }

    /// As many documents are found as were put in.
    #[test]
    fn documents_among_other_text(count in 0usize..6, gap in "[a-z \n]{0,9}") {
        let one = "<?xml version=\"1.0\"?><signedMeterValue><a>1</a></signedMeterValue>";
        let text = (0..count).map(|_| format!("{gap}{one}")).collect::<String>() + &gap;
        prop_assert_eq!(EDL40_SIG.find(text.as_bytes(), usize::MAX).len(), count);
        prop_assert_eq!(EDL40_SIG.find(text.as_bytes(), 2).len(), count.min(2));
    }

    /// A good telegram stays one only as a whole.
    #[test]
    fn cut_telegrams(cut in 0usize..590, telegram in prop::sample::select(genuine())) {
        if cut < telegram.len() {
            let format = FORMATS.into_iter().find(|format| format.detect(&telegram) == Detection::Yes).unwrap();
            prop_assert!(format.parse(&record(&telegram), &Limits::default()).is_ok());
            prop_assert!(format.parse(&record(&telegram[..cut]), &Limits::default()).is_err());
            check_any(&telegram[..cut])?;
        }
    }

    /// No byte of a telegram can be changed without breaking a checksum.
    #[test]
    fn changed_telegrams(at in any::<prop::sample::Index>(), mask in 1u8.., telegram in prop::sample::select(genuine())) {
        let mut changed = telegram;
        let at = at.index(changed.len());
        changed[at] ^= mask;
        for format in FORMATS {
            prop_assert!(format.parse(&record(&changed), &Limits::default()).is_err());
        }
        check_any(&changed)?;
    }
}

//! A whole format in one file. A real one is a folder below `formats/`, with the same parts in files of their own.

use std::ops::Range;

use eichrecht::model::{
    Algorithm, AlgorithmClaim, Curve, Detection, Format, FormatId, FormatInfo, Hash, Limits, Measurement, MeterStatus, MeterTime, ObisCode,
    ParseError, ParseErrorKind, ParsedRecord, ReadingReason, Record, SignatureData, SignatureEncoding, SignatureProblem, SignedBytes,
    SignedBytesReading, SignedBytesSource, TimeSync, Unit,
};
use jiff::Timestamp;
use jiff::tz::Offset;

pub struct Mini;

pub static FORMAT: Mini = Mini;

const ID: FormatId = FormatId("mini");
const MARK: &str = "MINI;";

impl Format for Mini {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "Mini",
            versions: "the one there is",
            algorithms: "ECDSA (secp256r1) with SHA-256",
            labels: &["MINI"],
            carries_key: false,
            carriers: &["safe-xml"],
        }
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        if bytes.trim_ascii().starts_with(MARK.as_bytes()) { Detection::Yes } else { Detection::No }
    }

    /// A record is a line that begins with the mark.
    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>> {
        let mut start = 0;
        let lines = text.split_inclusive(|byte| *byte == b'\n').map(|line| {
            let range = start..start + line.trim_ascii_end().len();
            start += line.len();
            (line, range)
        });
        lines.filter(|(line, _)| line.starts_with(MARK.as_bytes())).map(|(_, range)| range).take(most).collect()
    }

    fn parse(&self, record: &Record, _: &Limits) -> Result<ParsedRecord, ParseError> {
        let text = std::str::from_utf8(&record.bytes).map_err(|error| ParseError::new(ParseErrorKind::NotUtf8).at(error.valid_up_to()))?;
        let (signed, signature) = text.trim_end().rsplit_once(';').ok_or(ParseError::new(ParseErrorKind::Truncated))?;
        let fields: Vec<&str> = signed.split(';').collect();
        let [_, serial, begin_time, begin, end_time, end] = fields.as_slice() else {
            return Err(ParseError::new(ParseErrorKind::Truncated));
        };

        // The bytes as received: never written anew.
        let signed = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Range(0..signed.len()) };
        let algorithm = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256));
        let signature = match hex::decode(signature) {
            Ok(bytes) => SignatureData::Bytes(bytes, SignatureEncoding::Raw),
            Err(_) => SignatureData::Unreadable(SignatureProblem::NotDecodable),
        };
        let mut parsed = ParsedRecord::empty(ID, vec![signed], algorithm, signature);
        parsed.meter.serial = Some((*serial).to_owned());
        for (time, value, reason) in [(begin_time, begin, ReadingReason::Begin), (end_time, end, ReadingReason::End)] {
            parsed.measurements.push(Measurement {
                time: Some(time_of(time).ok_or(ParseError::new(ParseErrorKind::Syntax).field("time"))?),
                reason: Some(reason),
                value: Some(value.parse().map_err(|_| ParseError::new(ParseErrorKind::Syntax).field("value"))?),
                unit: Some(Unit::KilowattHour),
                obis: Some(ObisCode::new("1-0:1.8.0")),
                status: Some(MeterStatus::Ok),
                ..Measurement::default()
            });
        }
        Ok(parsed)
    }
}

fn time_of(raw: &str) -> Option<MeterTime> {
    let instant = Timestamp::from_second(raw.parse().ok()?).ok()?;
    let local = Offset::UTC.to_datetime(instant);
    Some(MeterTime { local, offset_minutes: Some(0), instant, sync: TimeSync::Synchronised, raw: raw.to_owned() })
}

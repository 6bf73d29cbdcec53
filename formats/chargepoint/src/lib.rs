//! Signed session of a ChargePoint station: a JSON file, `secrrct`, and its signature in a file beside it.
//!
//! The station writes one file for each finished session and signs the whole of it. Two forms are in use: an invoice
//! with the session inside, and the session alone. `FORMAT.md` beside this crate tells the format.
//!
//! This crate finds and reads records. It verifies nothing and judges nothing: oddities become
//! [`eichrecht_model::Note`]s.
//!
//! ```
//! use eichrecht_chargepoint::FORMAT;
//! use eichrecht_model::{Detection, Format};
//!
//! let session = br#"{"session_id": 7, "station_mac": "00", "driver_info": "x", "meter_serial": "1", "total_energy": 1,
//!     "meter_startreading": 1, "meter_endreading": 2, "energy_units": "kWh"}"#;
//! assert_eq!(FORMAT.detect(session), Detection::Yes);
//! assert_eq!(FORMAT.find(session, 9), [0..session.len()]);
//! ```

mod fields;
mod parse;
mod scan;

use std::ops::Range;

use eichrecht_model::{Detection, Format, FormatId, FormatInfo, Limits, ParseError, ParsedRecord, Record};

/// The format's name.
pub(crate) const ID: FormatId = FormatId("chargepoint");

/// The format as a [`Format`].
#[derive(Clone, Copy, Debug)]
pub struct ChargePointSession;

/// The one value of [`ChargePointSession`], for lists of formats.
pub static FORMAT: ChargePointSession = ChargePointSession;

impl Format for ChargePointSession {
    fn signed_apart(&self) -> bool {
        true
    }

    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "ChargePoint signed session",
            versions: "invoice (2018, 2019), session (2020)",
            algorithms: "ECDSA (secp224k1, secp256r1)",
            labels: &["CHARGEPOINT"],
            carries_key: false,
            carriers: &["chargy"],
        }
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        scan::detect(bytes)
    }

    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>> {
        scan::find(text, most)
    }

    fn parse(&self, record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
        parse::parse(record, limits)
    }
}

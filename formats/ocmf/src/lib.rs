//! Open Charge Metering Format (OCMF) of the S.A.F.E. initiative, versions 0.1 to 1.4.1.
//!
//! A record is `OCMF|<payload>|<signature section>`, two JSON objects; the signature covers the payload
//! alone. `FORMAT.md` beside this crate tells the format and what stations make of it.
//!
//! This crate finds and reads records. It verifies nothing and judges nothing: oddities become
//! [`eichrecht_model::Note`]s.
//!
//! ```
//! use eichrecht_model::{Detection, Format, Limits, Location, Record};
//! use eichrecht_ocmf::FORMAT;
//!
//! let text = br#"OCMF|{"FV":"1.0","PG":"T1","MS":"7","IS":false,"IT":"NONE",
//!     "RD":[{"TM":"2026-01-10T08:00:00,000+0100 S","TX":"B","RV":0.2600,"RI":"1-b:1.8.0","RU":"kWh","ST":"G"}]}|{"SD":"00"}"#;
//! assert_eq!(FORMAT.detect(text), Detection::Yes);
//! let record = Record {
//!     bytes: text.to_vec(),
//!     location: Location::input("example"),
//!     span: None,
//!     declared: Default::default(),
//!     key: None,
//!     notes: Vec::new(),
//! };
//! let parsed = FORMAT.parse(&record, &Limits::default()).unwrap();
//! assert_eq!(parsed.measurements[0].value.unwrap().to_string(), "0.2600");
//! ```

mod algorithm;
mod context;
mod detect;
mod number;
mod parse;
mod payload;
mod reading;
mod scan;
mod signature_section;
mod signed_bytes;
mod tables;
mod tariff;
#[cfg(test)]
mod testing;
mod text_check;
mod time;
mod user;
mod version;

use std::ops::Range;

use eichrecht_model::{Detection, Format, FormatId, FormatInfo, Limits, ParseError, ParsedRecord, Record};

/// The format's name.
pub(crate) const ID: FormatId = FormatId("ocmf");

/// OCMF as a [`Format`].
#[derive(Clone, Copy, Debug)]
pub struct Ocmf;

/// The one value of [`Ocmf`], for lists of formats.
pub static FORMAT: Ocmf = Ocmf;

impl Format for Ocmf {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "Open Charge Metering Format",
            versions: "0.1 to 1.4.1",
            algorithms: "ECDSA (secp192k1, secp192r1, secp256k1, secp256r1, secp384r1, brainpoolP256r1, brainpoolP384r1); \
                         beyond the specification secp521r1, brainpoolP512r1, SHA-384, SHA-512, Ed25519, Ed448, ML-DSA",
            labels: &["OCMF"],
            carries_key: false,
            carriers: &["safe-xml", "ocpi", "ptb", "chargy"],
        }
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        detect::detect(bytes)
    }

    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>> {
        scan::find(text, most)
    }

    fn parse(&self, record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
        parse::parse(record, limits)
    }
}

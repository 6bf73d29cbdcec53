//! Vocabulary of eichrecht.
//!
//! Every other crate speaks in these types and this crate knows none of them. It does no input or output,
//! has no clock, verifies nothing and holds no sentence meant for a user: a fact is a typed value here and
//! becomes words in the report.
//!
//! The order of the modules is the order of the data flow: bytes are unwrapped into [`Record`]s, a
//! [`Format`] turns each into a [`ParsedRecord`] of [`Measurement`]s, a signature check makes it a
//! [`CheckedRecord`], records are put together to a [`Transaction`], rules add [`Finding`]s, and all of
//! it is gathered in an [`Assessment`]. Over many of them, records of one meter make up its [`History`].
//!
//! # Terms
//!
//! | Here | In specifications and in texts for users |
//! |---|---|
//! | [`Record`] | signed meter value, OCMF data set: what one signature covers |
//! | [`Measurement`] | reading; element of OCMF `RD` |
//! | [`Transaction`] | charging session; OCPP's transaction id is only a hint at it |
//! | `signed_bytes` | what was hashed |
//! | [`Pagination`] | OCMF `PG`: the signed counter of records. Session number, seconds index and event counter are others |
//! | [`ObisCode`] | OCMF `RI`: which quantity was read |
//! | [`MeterIdentity`], [`GatewayIdentity`] | the meter (`MV`, `MM`, `MS`, `MF`); the component that signs (`GI`, `GS`, `GV`) |
//! | [`UserAssignment`] | who charged and how sure that is (`IS`, `IL`, `IF`, `IT`, `ID`) |
//! | [`ReadingReason`] | OCMF `TX`: begin, end and why, in between, exception |
//! | [`TimeSync`] | OCMF time status `U`, `I`, `S`, `R` |
//! | [`MeterStatus`], [`ErrorFlags`] | OCMF `ST`; `EF` |
//! | [`LossCompensation`] | OCMF `LC`, with `CL` at the readings |
//! | [`SignatureVerdict`], [`Finding`], [`Verdict`] | on one signature; of one rule; on the whole |
//! | [`KeyOrigin`] | how a key reached us |
//! | [`SessionClaim`] | what a message log or charge detail record says of a session, unsigned |
//!
//! ```
//! use eichrecht_model::Decimal;
//!
//! let begin: Decimal = "1200.50".parse().unwrap();
//! let end: Decimal = "1206.10".parse().unwrap();
//! assert_eq!(end.checked_sub(&begin).unwrap().to_string(), "5.60");
//! ```

mod assessment;
mod bill;
mod claim;
mod decimal;
mod finding;
mod format;
mod history;
mod identity;
mod key;
mod limits;
mod location;
mod measurement;
mod note;
mod obis;
mod pagination;
mod record;
mod register;
mod seal;
mod signature;
mod tariff;
mod time;
mod transaction;
mod unit;
mod verdict;

pub use assessment::*;
pub use bill::*;
pub use claim::*;
pub use decimal::*;
pub use finding::*;
pub use format::*;
pub use history::*;
pub use identity::*;
pub use key::*;
pub use limits::*;
pub use location::*;
pub use measurement::*;
pub use note::*;
pub use obis::*;
pub use pagination::*;
pub use record::*;
pub use register::*;
pub use seal::*;
pub use signature::*;
pub use tariff::*;
pub use time::*;
pub use transaction::*;
pub use unit::*;
pub use verdict::*;

//! EDL40: meters that sign a block of 320 bytes.
//!
//! Three formats carry such blocks: [`SML_EDL40`], a telegram in SML with one reading; [`ISA_EDL40`], the
//! telegram of Isabellenhütte meters with begin and present reading; [`EDL40_SIG`], the block itself in a
//! small XML document. `FORMAT.md` beside this crate tells the formats and what stations make of them.
//!
//! This crate finds and reads records. It verifies nothing and judges nothing: oddities become
//! [`eichrecht_model::Note`]s.
//!
//! ```
//! use eichrecht_edl40::SML_EDL40;
//! use eichrecht_model::{Detection, Format};
//!
//! let telegram = [0x1B, 0x1B, 0x1B, 0x1B, 0x01, 0x01, 0x01, 0x01, 0x76, 0x05];
//! assert_eq!(SML_EDL40.detect(&telegram), Detection::Yes);
//! // A telegram that ends in the middle is found all the same, so that it is reported and not lost.
//! assert_eq!(SML_EDL40.find(&telegram, 1), [0..10]);
//! ```

mod base;
mod block;
mod crc;
mod fields;
mod isa;
mod reading;
mod sig;
mod sml;
mod sml_edl40;
mod status;
mod text;
mod tlv;
mod transport;
mod xml;

pub use fields::{BlockFields, fill_from_block};
pub use isa::IsaEdl40;
pub use sig::Edl40Sig;
pub use sml_edl40::SmlEdl40;

/// The one value of [`SmlEdl40`], for lists of formats.
pub static SML_EDL40: SmlEdl40 = SmlEdl40;
/// The one value of [`IsaEdl40`], for lists of formats.
pub static ISA_EDL40: IsaEdl40 = IsaEdl40;
/// The one value of [`Edl40Sig`], for lists of formats.
pub static EDL40_SIG: Edl40Sig = Edl40Sig;

//! Verifier of signed meter data of electric vehicle charging.
//!
//! A charging station signs what its meter shows. This crate reads such data, checks the signatures,
//! puts the readings together to charging sessions, judges them by rules of German calibration law
//! (Eichrecht), and says what is proven and what is not.
//!
//! ```
//! let file = std::fs::read("../../testvectors/demo/receipt.xml")?;
//! let result = eichrecht::Verifier::new().verify(vec![eichrecht::Input::new("receipt.xml", file)]);
//! for transaction in &result.transactions {
//!     if let Some(proven) = result.verified_energy(transaction.id) {
//!         println!("{} {}", proven.energy().value, proven.energy().unit);
//!     }
//! }
//! # assert_eq!(result.verdict, eichrecht::model::Verdict::VerifiedWithWarnings);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! The pipeline, in the order of the data: [`Input`]s are unwrapped to records, each record is recognised
//! (out of its seal, if it is under one) and parsed by one of [`formats`], signatures are checked, records are assembled to transactions, rules
//! judge all of it. Nothing here reads files, the clock or the network: the caller gives bytes, keys and
//! the present, so a result can be repeated years later.
//!
//! A bill can be given too ([`Verifier::bill`]): it is compared with what is proven and has part in the verdict.
//!
//! A valid signature proves that the data fits a key. Whose key that is depends on where it came from:
//! a key that travelled with the data proves only that the data was not altered since
//! ([`model::KeyOrigin`]).

mod assemble;
mod billing;
mod check;
mod declared;
mod input;
mod key_cache;
mod key_files;
mod keys;
mod read;
mod registered;
mod unseal;
mod verdict;
mod verifier;

pub use eichrecht_bill as bill;
pub use eichrecht_container::{CarrierInfo, carriers};
pub use eichrecht_crypto::{DecodedKey, PublicKey, RsaKey, decode_key, decode_seal_key};
pub use eichrecht_model as model;
pub use eichrecht_rules as rules;
pub use input::{Input, Refused};
pub use key_files::find_keys;
pub use verifier::{Progress, Step, Verifier};

use eichrecht_model::Format;

/// The signed formats that can be read. A new format is one line here.
#[must_use]
pub fn formats() -> &'static [&'static dyn Format] {
    static FORMATS: &[&dyn Format] = &[
        &eichrecht_ocmf::FORMAT,
        &eichrecht_alfen::FORMAT,
        &eichrecht_pcdf::FORMAT,
        &eichrecht_chargepoint::FORMAT,
        &eichrecht_edl40::ISA_EDL40,
        &eichrecht_edl40::SML_EDL40,
        &eichrecht_edl40::EDL40_SIG,
        &eichrecht_emh::FORMAT,
        &eichrecht_bsm::FORMAT,
        &eichrecht_mennekes::FORMAT,
        &eichrecht_sealed::FORMAT,
        &eichrecht_gdf::FORMAT,
    ];
    FORMATS
}

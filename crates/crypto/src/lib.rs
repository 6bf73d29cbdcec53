//! Signature verification and key decoding.
//!
//! Steps 3 and 4 of the data flow: behind the formats, which hand over signed bytes, signature bytes and key
//! texts, and before the assembly of transactions. This crate reads no record and knows no format. It answers
//! two questions: which key does this text hold ([`decode_key`]), and does this signature hold for these bytes
//! under that key ([`verify`]). Apart from both it does the arithmetic that opens a seal ([`open_seal`]), which says nothing
//! about a signature.
//!
//! Everything it handles is public, so its running time may depend on the data. It holds no private key and
//! refuses to read one.
//!
//! ```
//! use eichrecht_crypto::{Job, decode_key, verify};
//! use eichrecht_model::{Algorithm, Curve, Hash, InvalidReason, Limits, SignatureEncoding};
//!
//! // A key as people copy it from a label: hex, in groups, without saying which curve it belongs to.
//! let text = b"02 60FED4BA 255A9D31 C961EB74 C6356D68 C049B892 3B61FA6C E669622E 60F29FB6";
//! let key = decode_key(text, Some("hex"), None, &Limits::default());
//! // A compressed point alone may fit several curves. It is never guessed.
//! assert!(key.is_err());
//!
//! let point = b"0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";
//! let key = decode_key(point, Some("hex"), None, &Limits::default()).unwrap().key;
//! assert_eq!(key.kind().as_str(), "secp256r1");
//!
//! // The example of RFC 6979, A.2.5.
//! let signature = [
//!     0xEF, 0xD4, 0x8B, 0x2A, 0xAC, 0xB6, 0xA8, 0xFD, 0x11, 0x40, 0xDD, 0x9C, 0xD4, 0x5E, 0x81, 0xD6, 0x9D, 0x2C, 0x87, 0x7B, 0x56, 0xAA,
//!     0xF9, 0x91, 0xC3, 0x4D, 0x0E, 0xA8, 0x4E, 0xAF, 0x37, 0x16, 0xF7, 0xCB, 0x1C, 0x94, 0x2D, 0x65, 0x7C, 0x41, 0xD4, 0x36, 0xC7, 0xA1,
//!     0xB6, 0xE2, 0x9F, 0x65, 0xF3, 0xE9, 0x00, 0xDB, 0xB9, 0xAF, 0xF4, 0x06, 0x4D, 0xC4, 0xAB, 0x2F, 0x84, 0x3A, 0xCD, 0xA8,
//! ];
//! let job = |message| Job {
//!     message,
//!     algorithm: Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256),
//!     signature: &signature,
//!     encoding: SignatureEncoding::Raw,
//!     key: &key,
//! };
//! let checks = verify(&[job(b"sample"), job(b"Sample")]);
//! assert_eq!(checks[0].verdict, Ok(()));
//! assert_eq!(checks[1].verdict, Err(InvalidReason::Mismatch));
//! ```

mod curves;
mod ecdsa;
mod key;
mod multiples;
mod native;
#[cfg(feature = "native")]
mod quick;
mod seal;
mod signature;
mod verify;

pub use ecdsa::Arithmetic;
pub use key::{DecodedKey, PublicKey, decode_key, decode_seal_key, looks_like_key};
pub use seal::{RsaKey, open_seal};
pub use verify::{Check, Job, verify, verify_by};

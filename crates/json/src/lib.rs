//! Strict JSON reading that keeps what signed data needs kept: the order of fields, fields that stand
//! twice, the spelling of numbers, and where each value stands in the text.
//!
//! The grammar is that of RFC 8259, checked by `serde_json`; nothing is tolerated. Numbers are never
//! converted. Two keys are the same when they are so after unescaping: `"RV"` and `"\u0052V"`.
//!
//! ```
//! use eichrecht_json::{JsonLimits, Value, parse};
//!
//! let node = parse(r#"{"RV":0.2600,"TX":"B","TX":"E"}"#, JsonLimits { depth: 8, fields: 100 }).unwrap();
//! let Value::Object(object) = node.value else { panic!() };
//! assert_eq!(object.get("RV").unwrap().value, Value::Number("0.2600"));
//! assert_eq!(object.duplicates(), ["TX"]);
//! assert!(object.get("TX").is_none());
//! ```

mod find;
mod read;
mod record;
mod value;

pub use find::{SeenFields, find_objects};
pub use read::{JsonError, JsonErrorKind, JsonLimits, MAX_DEPTH, parse};
pub use record::{carried_key, detect_whole, hex_signature, parse_record};
pub use value::{Member, Node, Object, Value};

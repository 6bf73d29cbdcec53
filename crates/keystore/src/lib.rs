//! A store of registered public keys: whose key is it, and since when?
//!
//! A key that travels with the data proves that the data was not altered, not whose it is. This crate keeps what is
//! known from elsewhere: states of the official register of charging stations, lists of operators, and keys that
//! the user pinned one by one, in one SQLite file. Each imported register is a dated state and stays, so that an old
//! session is judged by the register of its time.
//!
//! It sits beside the front ends: it reads and writes its own file and nothing else. Files to import come as bytes,
//! the present as a date, and what it answers ([`KeyDirectory`]) depends on nothing but the store and the question.
//!
//! ```
//! use eichrecht_keystore::{Import, KeyStore};
//! use eichrecht_model::{IdentifierKind, KeyDirectory, Limits};
//!
//! let store = KeyStore::in_memory().unwrap();
//! let list = "evse;meter;public key\nDE*TST*E1*1;1TST42;not known yet\n";
//! let summary = store.import(&Import::new("list_2026-09-01.csv", list.as_bytes(), "2026-09-10".parse().unwrap()), &Limits::default()).unwrap();
//! assert_eq!((summary.key_cells, summary.bad_cells.len()), (1, 1));
//! assert_eq!(store.registered_for(IdentifierKind::ChargePoint, "DETSTE11", None).unwrap().len(), 1);
//! ```

mod date;
mod decode;
mod error;
mod import;
mod layout;
mod lookup;
mod pins;
mod schema;
mod store;
mod table;

pub use decode::read_key;
pub use eichrecht_model::KeyDirectory;
pub use error::StoreError;
pub use import::Import;
pub use lookup::Found;
pub use pins::Pin;
pub use store::{Access, KeyStore};

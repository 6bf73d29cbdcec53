//! The continuity ledger: what meters signed over all their sessions, kept in one SQLite file.
//!
//! One file proves one session. Whether records are missing, were put to use twice, or whether the register moved
//! between sessions shows only over many of them. The ledger takes in what [`eichrecht_model::Assessment`]s found and
//! hands out the history of each meter, which the rules of the family LED judge.
//!
//! - **Evidence** is a record with a valid signature, and nothing else. What was not checked or did not hold is listed
//!   as such and neither accuses nor excuses anybody.
//! - **A record** is its format and the SHA-256 of its signed bytes; **a meter** is what its records sign about it together
//!   with the key ([`eichrecht_model::KeyedMeter`]).
//! - **Taken from a report**: a JSON report of this program carries its verdict without the signature. Such records are
//!   marked, and give way as soon as the record itself is added.
//! - **Adding is idempotent and order-independent**: the same inputs in any order, any number of times, make the same
//!   history. Each input is taken in whole or not at all.
//!
//! ```
//! use eichrecht_ledger::{Filter, Ledger};
//!
//! let mut ledger = Ledger::in_memory()?;
//! let file = std::fs::read("../../testvectors/demo/receipt.xml").unwrap();
//! let assessment = eichrecht::Verifier::new().verify(vec![eichrecht::Input::new("receipt.xml", file)]);
//! let added = ledger.add(&assessment)?;
//! assert_eq!((added.new, added.known), (2, 0));
//! assert_eq!(ledger.add(&assessment)?.known, 2);
//! ledger.audit(&Filter::default(), |meter| {
//!     assert_eq!(meter.findings[0].code, "LED001");
//!     Ok::<(), eichrecht_ledger::LedgerError>(())
//! })?;
//! # Ok::<(), eichrecht_ledger::LedgerError>(())
//! ```
//!
//! # From many threads
//!
//! SQLite has one writer. Turn assessments into [`Submission`]s where they are made (that is the work) and hand those
//! over to a [`Writer`], which owns the ledger on a thread of its own and commits in batches; or share a ledger behind a
//! mutex. Other processes may read meanwhile; a second one that writes waits.

mod audit;
mod error;
mod gather;
mod report;
mod row;
mod schema;
mod store;
mod submission;
mod writer;

pub use audit::{Filter, Period};
pub use error::LedgerError;
pub use report::{Reports, is_report};
pub use store::{Added, Batch, Ledger};
pub use submission::{Evidence, Submission};
pub use writer::Writer;

//! Verifies millions of charging sessions in one run: tables, archives and folders in, one row each out.
//!
//! A front end without a face: it opens files and writes one, decides nothing about meter data, and says nothing to
//! anybody. Each input is one call of [`eichrecht::Verifier::verify`], whatever it came in; the key of one input
//! serves no other.
//!
//! ```
//! use std::sync::Arc;
//!
//! use arrow_array::{ArrayRef, RecordBatch, StringArray};
//! use eichrecht_batch::{Columns, Engine};
//!
//! let session = std::fs::read_to_string("../../testvectors/demo/session.ocmf")?;
//! let key = std::fs::read_to_string("../../testvectors/demo/meter-key.pem")?;
//! let column = |texts: [&str; 2]| -> ArrayRef { Arc::new(StringArray::from(texts.to_vec())) };
//! let altered = session.replace("1206.10", "1306.10");
//! let batch = RecordBatch::try_from_iter([("ocmf", column([&session, &altered])), ("public_key", column([&key, &key]))])?;
//!
//! let engine = Engine::new(eichrecht::Verifier::new());
//! let result = engine.verify_batch("sessions", &batch, &Columns::default(), 1)?;
//!
//! let verdicts = result.column_by_name("verdict").unwrap();
//! let verdicts: &StringArray = verdicts.as_any().downcast_ref().unwrap();
//! assert_eq!((verdicts.value(0), verdicts.value(1)), ("verified-with-warnings", "failed"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![allow(clippy::disallowed_methods, reason = "a front end: it reads files")]

mod arrow;
mod columns;
mod counts;
mod engine;
mod item;
mod journal;
mod render;
mod row;
mod run;
mod sink;
mod source;

pub use arrow::result_schema;
pub use columns::{Columns, USUAL_EVSE, USUAL_KEY, USUAL_PAYLOAD, USUAL_SESSION};
pub use counts::Counts;
pub use engine::{Engine, Keeper};
pub use item::{Item, Unread};
pub use journal::{file_fingerprint, fingerprint};
pub use row::{COLUMNS, Column, Kind, Row};
pub use run::{Ended, Progress, Run, RunError, Settings, Summary, Watch};
pub use sink::ResultForm;
pub use source::{Form, Plan, PlanError, Source};

//! The key store: where the user's own one is, and what is told when one cannot be used.

use std::path::PathBuf;
use std::sync::Arc;

use eichrecht::model::{DirectoryError, IdentifierKind, KeyDirectory, Registration};
use eichrecht_keystore::{Found, StoreError};
use eichrecht_report::StoreProblem;
use etcetera::{AppStrategy, AppStrategyArgs};
use jiff::civil::Date;

/// The store in the user's data directory.
///
/// # Errors
/// Why there is no such directory.
pub fn own() -> Result<PathBuf, String> {
    let names = AppStrategyArgs { top_level_domain: "de".to_owned(), author: "eichrecht".to_owned(), app_name: "eichrecht".to_owned() };
    let strategy = etcetera::choose_app_strategy(names).map_err(|error| error.to_string())?;
    Ok(strategy.data_dir().join("keys.sqlite"))
}

/// The directory of a store that could not be opened. It answers every question with that, which leaves every record not
/// checked: what the store would have said is not known.
#[must_use]
pub fn unreadable(error: &StoreError) -> Arc<dyn KeyDirectory> {
    Arc::new(Unreadable(error.to_string()))
}

#[derive(Debug)]
struct Unreadable(String);

impl Unreadable {
    fn answer(&self) -> Result<Vec<Registration>, DirectoryError> {
        Err(DirectoryError { detail: self.0.clone() })
    }
}

impl KeyDirectory for Unreadable {
    fn registered_for(&self, _: IdentifierKind, _: &str, _: Option<Date>) -> Result<Vec<Registration>, DirectoryError> {
        self.answer()
    }

    fn registered_as(&self, _: &str, _: Option<Date>) -> Result<Vec<Registration>, DirectoryError> {
        self.answer()
    }
}

/// An error of a store or a file to import as something there is a sentence for; `None` where its own text has to do.
#[must_use]
pub fn problem(error: &StoreError) -> Option<StoreProblem<'_>> {
    Some(match error {
        StoreError::Missing => StoreProblem::Missing,
        StoreError::NotAStore => StoreProblem::NotAStore,
        StoreError::TooNew(_) => StoreProblem::TooNew,
        StoreError::Damaged(detail) => StoreProblem::Damaged(detail),
        StoreError::Busy => StoreProblem::Busy,
        StoreError::Io(detail) => StoreProblem::Io(detail),
        StoreError::NoHeader => StoreProblem::NoHeader,
        StoreError::NotATable(detail) => StoreProblem::NotATable(detail),
        StoreError::Limit(limit) => StoreProblem::Limit(limit.as_str()),
        StoreError::NoDate => StoreProblem::NoDate,
        StoreError::DateTaken(..) => StoreProblem::DateTaken,
        StoreError::NothingToPinTo => StoreProblem::NothingToPinTo,
        _ => return None,
    })
}

/// By what an entry was found: a stable word.
#[must_use]
pub fn found_by(found: Found) -> &'static str {
    match found {
        Found::Identifier(kind) => kind.as_str(),
        Found::Station => "station",
        Found::Fingerprint => "fingerprint",
    }
}

//! Where the key store is, and what is told when it cannot be used.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eichrecht::model::KeyDirectory;
use eichrecht_front::store as front;
use eichrecht_keystore::{Access, KeyStore, StoreError};
use eichrecht_report::{self as report, Language};

use crate::args::VerifyStore;
use crate::exit::Trouble;

/// The store named, or the one in the user's data directory.
pub(super) fn place(named: Option<&Path>) -> Result<PathBuf, Trouble> {
    if let Some(named) = named {
        return Ok(named.to_owned());
    }
    front::own().map_err(|error| Trouble::Usage(format!("there is no data directory ({error}); say --keys FILE")))
}

/// Opens the store for reading.
pub(super) fn read(named: Option<&Path>, language: Language) -> Result<KeyStore, Trouble> {
    let place = place(named)?;
    KeyStore::open(&place, Access::Read).map_err(|error| trouble(&place.to_string_lossy(), &error, language))
}

/// Opens the store for writing; makes it, and the user's data directory, where they are not there.
pub(super) fn write(named: Option<&Path>, language: Language) -> Result<KeyStore, Trouble> {
    let place = place(named)?;
    let made = if named.is_none() { place.parent().map_or(Ok(()), std::fs::create_dir_all) } else { Ok(()) };
    let opened = made.map_err(|error| StoreError::Io(error.to_string())).and_then(|()| KeyStore::open(&place, Access::Write));
    opened.map_err(|error| trouble(&place.to_string_lossy(), &error, language))
}

/// The directory `verify` asks, if it is to ask one. A store that is not there is wrong usage; one that cannot be
/// read is asked all the same and answers so, which leaves every record not checked.
pub(crate) fn directory(arguments: &VerifyStore, language: Language) -> Result<Option<Arc<dyn KeyDirectory>>, Trouble> {
    if arguments.keys_file.is_none() && !arguments.my_keys {
        return Ok(None);
    }
    let place = place(arguments.keys_file.as_deref())?;
    match KeyStore::open(&place, Access::Read) {
        Ok(store) => Ok(Some(Arc::new(store))),
        Err(error @ (StoreError::Missing | StoreError::NotAStore | StoreError::TooNew(_))) => {
            Err(trouble(&place.to_string_lossy(), &error, language))
        }
        Err(error) => Ok(Some(front::unreadable(&error))),
    }
}

/// What tells whether [`directory`] still gives the answers it gave before: its file as it is.
#[cfg(feature = "batch")]
pub(crate) fn mark(arguments: &VerifyStore) -> Result<String, Trouble> {
    if arguments.keys_file.is_none() && !arguments.my_keys {
        return Ok("none".to_owned());
    }
    Ok(eichrecht_batch::file_fingerprint(&place(arguments.keys_file.as_deref())?))
}

/// What a user is told of an error about a store or a file to import.
pub(super) fn trouble(file: &str, error: &StoreError, language: Language) -> Trouble {
    let Some(problem) = front::problem(error) else { return Trouble::Store(error.to_string()) };
    let message = report::store_problem(file, problem, language);
    match error {
        StoreError::Damaged(_) | StoreError::Busy | StoreError::Io(_) => Trouble::Store(message),
        _ => Trouble::Usage(message),
    }
}

//! The file: opening, checking, sharing.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::{StoreError, schema};

/// How long one program waits for another that writes.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the store is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Looking things up. The store must be there.
    Read,
    /// Adding to it. It is made if it is not there.
    Write,
}

/// A store of registered keys. May be shared by any number of threads.
#[derive(Debug)]
pub struct KeyStore {
    connection: Mutex<Connection>,
}

impl KeyStore {
    /// Opens the store in a file and checks that it is whole.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::NotAStore`], [`StoreError::TooNew`], [`StoreError::Damaged`],
    /// [`StoreError::Busy`] and [`StoreError::Io`].
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        if access == Access::Read && !path.exists() {
            return Err(StoreError::Missing);
        }
        match Self::open_as(path, access) {
            // Reading a store in WAL mode takes a file of its own beside it. Where none can be made, on a medium that
            // cannot be written, nobody can be writing either, and the store is read as it lies there.
            Err(StoreError::Io(detail)) if access == Access::Read && !beside(path, "-wal").exists() => {
                Self::open_unchanging(path).map_err(|_| StoreError::Io(detail))
            }
            result => result,
        }
    }

    fn open_as(path: &Path, access: Access) -> Result<Self, StoreError> {
        let flags = match access {
            // See above: the files beside the store must be writable, `query_only` keeps us from changing the store.
            Access::Read => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        };
        let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        Self::prepare(connection, access)
    }

    fn open_unchanging(path: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let mut uri = "file:".to_owned();
        for byte in path.to_string_lossy().bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => uri.push(char::from(byte)),
                other => uri.push_str(&format!("%{other:02X}")),
            }
        }
        let connection = Connection::open_with_flags(format!("{uri}?immutable=1"), flags)?;
        Self::prepare(connection, Access::Read)
    }

    fn prepare(mut connection: Connection, access: Access) -> Result<Self, StoreError> {
        connection.busy_timeout(PATIENCE)?;
        // Nothing in a damaged or foreign file may make SQLite do more than read tables.
        connection.pragma_update(None, "trusted_schema", false)?;
        connection.pragma_update(None, "cell_size_check", true)?;
        match access {
            Access::Read => {
                schema::require_current(&connection)?;
                connection.pragma_update(None, "query_only", true)?;
            }
            Access::Write => {
                connection.pragma_update(None, "foreign_keys", true)?;
                schema::migrate(&mut connection)?;
                connection.pragma_update(None, "journal_mode", "wal")?;
            }
        }
        whole(&connection)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// An empty store that lives as long as this value.
    ///
    /// # Errors
    /// [`StoreError::Io`] when there is no memory for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        connection.pragma_update(None, "foreign_keys", true)?;
        schema::migrate(&mut connection)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// The connection. Whoever panicked while holding it left no transaction open: they roll back when dropped.
    pub(crate) fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn whole(connection: &Connection) -> Result<(), StoreError> {
    let problem: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if problem == "ok" { Ok(()) } else { Err(StoreError::Damaged(problem)) }
}

/// The path of a file that SQLite keeps beside the store.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_that_cannot_be_written_is_read_as_it_lies() {
        let path = std::env::temp_dir().join(format!("eichrecht keys?#%41-{}.sqlite", std::process::id()));
        drop(KeyStore::open(&path, Access::Write).unwrap());
        let store = KeyStore::open_unchanging(&path).unwrap();
        assert_eq!(store.pins().unwrap(), 0);
        assert!(store.unpin("00").is_err());
        std::fs::remove_file(path).unwrap();
    }
}

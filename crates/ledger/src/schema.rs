//! The tables, and opening them.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::LedgerError;

/// Version of the tables, in `user_version`. A change adds a step to [`prepare`].
const VERSION: i64 = 1;
/// Mark of our files, in `application_id`: "EiLe".
const APPLICATION: i64 = 0x4569_4c65;
/// How long a second process waits for the first one to finish its transaction.
const PATIENCE: Duration = Duration::from_secs(60);

/// `record` is ordered as audits read it: meter by meter, counter by counter, page by page. Absent texts are empty.
const TABLES: &str = "
CREATE TABLE meter (
    id INTEGER PRIMARY KEY,
    serial TEXT NOT NULL,
    manufacturer TEXT NOT NULL,
    model TEXT NOT NULL,
    gateway TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (serial, manufacturer, model, gateway, key)
) STRICT;
CREATE INDEX meter_signer ON meter (key, gateway);
-- Charging points a meter signed for.
CREATE TABLE point (
    meter INTEGER NOT NULL REFERENCES meter,
    point TEXT NOT NULL,
    PRIMARY KEY (meter, point)
) STRICT, WITHOUT ROWID;
CREATE INDEX point_meters ON point (point, meter);
-- The evidence: records with a valid signature. evidence: 0 taken from a report, 1 checked here.
CREATE TABLE record (
    meter INTEGER NOT NULL REFERENCES meter,
    context INTEGER NOT NULL,
    page INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    format TEXT NOT NULL,
    evidence INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    content TEXT NOT NULL,
    claims TEXT NOT NULL,
    PRIMARY KEY (meter, context, page, sha256, format)
) STRICT, WITHOUT ROWID;
-- What is no evidence. Serial number and page are claims.
CREATE TABLE unproven (
    sha256 BLOB NOT NULL,
    format TEXT NOT NULL,
    invalid INTEGER NOT NULL,
    input TEXT NOT NULL,
    serial TEXT NOT NULL,
    context INTEGER NOT NULL,
    page INTEGER NOT NULL,
    PRIMARY KEY (serial, sha256, format, invalid, input)
) STRICT, WITHOUT ROWID;
-- Where it all came from; claims point here by the beginning of the hash.
CREATE TABLE input (
    sha256 TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    size INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

/// Opens a ledger for writing, and makes it where there is none.
pub(crate) fn open(path: &Path) -> Result<Connection, LedgerError> {
    let connection = Connection::open(path)?;
    prepare(&connection, true)?;
    Ok(connection)
}

/// Opens a ledger that is there, without changing it.
pub(crate) fn open_existing(path: &Path) -> Result<Connection, LedgerError> {
    // Not read-only for SQLite: after a crash its journal has to be taken in first.
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    prepare(&connection, false)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

pub(crate) fn in_memory() -> Result<Connection, LedgerError> {
    let connection = Connection::open_in_memory()?;
    prepare(&connection, true)?;
    Ok(connection)
}

fn prepare(connection: &Connection, make: bool) -> Result<(), LedgerError> {
    connection.busy_timeout(PATIENCE)?;
    let (application, version) = marks(connection)?;
    if (application, version) == (0, 0) {
        let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        if tables > 0 || !make {
            return Err(LedgerError::NotALedger);
        }
        make_tables(connection)?;
    } else if application != APPLICATION {
        return Err(LedgerError::NotALedger);
    } else if version > VERSION {
        return Err(LedgerError::TooNew { found: version });
    }
    connection.pragma_update(None, "journal_mode", "wal")?;
    // What is told to be in the ledger shall be in it after a power failure too.
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "cache_size", -64_000)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(())
}

fn marks(connection: &Connection) -> Result<(i64, i64), LedgerError> {
    let mark = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    Ok((mark("application_id")?, mark("user_version")?))
}

/// All tables at once or none: a process that is killed here leaves an empty file, which is made again.
fn make_tables(connection: &Connection) -> Result<(), LedgerError> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let made = || -> Result<(), LedgerError> {
        // Another process may have been quicker.
        if marks(connection)? == (0, 0) {
            connection.execute_batch(TABLES)?;
            connection.pragma_update(None, "application_id", APPLICATION)?;
            connection.pragma_update(None, "user_version", VERSION)?;
        }
        Ok(())
    };
    match made() {
        Ok(()) => Ok(connection.execute_batch("COMMIT")?),
        Err(error) => {
            let _ = connection.execute_batch("ROLLBACK");
            Err(error)
        }
    }
}

//! The tables, and how a store of an earlier version becomes one of this.

use rusqlite::Connection;

use crate::StoreError;

/// Marks a file as ours among SQLite databases: the letters `eKey`.
const APPLICATION: i64 = 0x654b_6579;

/// One step for each version: what it adds to the version before.
const STEPS: &[&str] = &["
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('register', 'list', 'pin')),
    name TEXT NOT NULL,
    UNIQUE (kind, name)
) STRICT;

-- One dated state of a register or list.
CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources,
    date TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    imported TEXT NOT NULL,
    UNIQUE (source, date)
) STRICT;

-- The text of a key, once however often it occurs. What it is was decided at the import.
CREATE TABLE keys (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE,
    spki BLOB,
    fingerprint TEXT,
    readable INTEGER NOT NULL CHECK (readable IN (0, 1))
) STRICT;

-- By which fingerprints a key is found: one, or one for each curve that its text fits.
CREATE TABLE prints (
    fingerprint TEXT NOT NULL,
    key INTEGER NOT NULL REFERENCES keys,
    PRIMARY KEY (fingerprint, key)
) STRICT, WITHOUT ROWID;

-- What a source says of one charging point or meter. An entry that changes becomes another entry.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources,
    hash BLOB NOT NULL,
    charge_point TEXT,
    charge_point_id TEXT,
    station TEXT,
    meter TEXT,
    meter_id TEXT,
    gateway TEXT,
    gateway_id TEXT,
    operator TEXT,
    place TEXT,
    key INTEGER REFERENCES keys,
    valid_from TEXT,
    valid_to TEXT,
    pinned TEXT,
    UNIQUE (source, hash)
) STRICT;
CREATE INDEX entries_charge_point ON entries (charge_point_id) WHERE charge_point_id IS NOT NULL;
CREATE INDEX entries_meter ON entries (meter_id) WHERE meter_id IS NOT NULL;
CREATE INDEX entries_gateway ON entries (gateway_id) WHERE gateway_id IS NOT NULL;
CREATE INDEX entries_station ON entries (station) WHERE station IS NOT NULL;
CREATE INDEX entries_key ON entries (key) WHERE key IS NOT NULL;

-- Which states have an entry.
CREATE TABLE presence (
    entry INTEGER NOT NULL REFERENCES entries,
    snapshot INTEGER NOT NULL REFERENCES snapshots,
    PRIMARY KEY (entry, snapshot)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_snapshot ON presence (snapshot);
"];

/// Makes sure that a store that may be written has the tables of this version.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    // Of two programs that meet here one waits and then finds the work done.
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let version = version(&transaction)?;
    for step in STEPS.iter().skip(version) {
        transaction.execute_batch(step)?;
    }
    if version < STEPS.len() {
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", i64::try_from(STEPS.len()).unwrap_or(i64::MAX))?;
    }
    transaction.commit()?;
    Ok(())
}

/// Makes sure that a store that is only read has the tables of this version.
pub(crate) fn require_current(connection: &Connection) -> Result<(), StoreError> {
    match version(connection)? {
        version if version == STEPS.len() => Ok(()),
        // An empty file, or a store whose maker was interrupted before anything was in it.
        0 => Err(StoreError::NotAStore),
        _ => Err(StoreError::Damaged("its version is older than any".to_owned())),
    }
}

/// Number of steps the file has seen. A database of somebody else is refused.
fn version(connection: &Connection) -> Result<usize, StoreError> {
    let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let (application, version) = (number("application_id")?, number("user_version")?);
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (application, version) {
        (APPLICATION, 1..) => match usize::try_from(version) {
            Ok(version) if version <= STEPS.len() => Ok(version),
            _ => Err(StoreError::TooNew(version)),
        },
        (0, 0) if tables == 0 => Ok(0),
        _ => Err(StoreError::NotAStore),
    }
}

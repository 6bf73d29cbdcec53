//! Answers: what is registered for an identification or a key, as seen from a date.

use std::collections::HashMap;

use eichrecht_crypto::decode_key;
use eichrecht_model::{
    DirectoryError, IdentifierKind, KeyDirectory, LimitName, Limits, RegisterSource, RegisteredKey, Registration, SourceKind, Standing,
    StoredRegister,
};
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::{KeyStore, StoreError, decode};

/// Entries that one question may have. A key that stands at more places is filler, and a longer history is none.
const MOST: usize = 2_000;

/// What led to a found entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// An identification.
    Identifier(IdentifierKind),
    /// The number of the charging station in the register.
    Station,
    /// The fingerprint of the key, or its first digits.
    Fingerprint,
}

/// Columns of [`entry`].
const COLUMNS: &str = "e.id, e.source, s.kind, s.name, e.charge_point, e.station, e.meter, e.gateway, e.operator, e.place,
    e.valid_from, e.valid_to, e.pinned, k.text, k.spki, k.fingerprint, k.readable";
const TABLES: &str = "entries e JOIN sources s ON s.id = e.source LEFT JOIN keys k ON k.id = e.key";

impl KeyDirectory for KeyStore {
    fn registered_for(&self, kind: IdentifierKind, normalised: &str, at: Option<Date>) -> Result<Vec<Registration>, DirectoryError> {
        Ok(self.select(&format!("e.{} = ?1", column(kind)), &[&normalised], at)?)
    }

    fn registered_as(&self, fingerprint: &str, at: Option<Date>) -> Result<Vec<Registration>, DirectoryError> {
        Ok(self.select("e.key IN (SELECT key FROM prints WHERE fingerprint = ?1)", &[&fingerprint], at)?)
    }
}

fn column(kind: IdentifierKind) -> &'static str {
    match kind {
        IdentifierKind::ChargePoint => "charge_point_id",
        IdentifierKind::Meter => "meter_id",
        IdentifierKind::Gateway => "gateway_id",
    }
}

impl KeyStore {
    /// Everything the text may mean: an EVSE-ID in any spelling, a serial number, the number of a station, or the first digits of a fingerprint
    /// (eight at least). Best standing first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find(&self, text: &str, at: Option<Date>) -> Result<Vec<(Found, Registration)>, StoreError> {
        let mut found = Vec::new();
        for kind in [IdentifierKind::ChargePoint, IdentifierKind::Meter, IdentifierKind::Gateway] {
            let id = kind.normalised(text);
            if !id.is_empty() {
                let entries = self.select(&format!("e.{} = ?1", column(kind)), &[&id], at)?;
                found.extend(entries.into_iter().map(|entry| (Found::Identifier(kind), entry)));
            }
        }
        let stations = self.select("e.station = ?1", &[&text.trim()], at)?;
        found.extend(stations.into_iter().map(|entry| (Found::Station, entry)));
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != ':').flat_map(char::to_lowercase).collect();
        if digits.len() >= 8 && digits.len() <= 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let condition = "e.key IN (SELECT key FROM prints WHERE fingerprint >= ?1 AND fingerprint < ?1 || 'g')";
            let entries = self.select(condition, &[&digits], at)?;
            found.extend(entries.into_iter().map(|entry| (Found::Fingerprint, entry)));
        }
        Ok(found)
    }

    /// All entries as seen from a date, or without one from the newest states, in the order they came into the store:
    /// those that hold, and with `all` the others, too.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn entries(&self, all: bool, at: Option<Date>, mut each: impl FnMut(Registration)) -> Result<(), StoreError> {
        let connection = self.connection();
        let mut states = States::new(&connection, at);
        let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM {TABLES} ORDER BY e.id"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let entry = entry(row, &mut states)?;
            if all || entry.standing != Standing::OtherPeriod {
                each(entry);
            }
        }
        Ok(())
    }

    /// The states of registers and lists in the store, oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn registers(&self) -> Result<Vec<StoredRegister>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare(
            "SELECT s.kind, s.name, n.date, n.file, n.sha256, n.imported,
                (SELECT count(*) FROM presence p WHERE p.snapshot = n.id),
                (SELECT count(*) FROM presence p JOIN entries e ON e.id = p.entry JOIN keys k ON k.id = e.key
                    WHERE p.snapshot = n.id AND k.readable = 1)
             FROM snapshots n JOIN sources s ON s.id = n.source ORDER BY n.date, n.id",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(StoredRegister {
                kind: kind(&row.get::<_, String>(0)?)?,
                name: row.get(1)?,
                date: date(&row.get::<_, String>(2)?)?,
                file: row.get(3)?,
                sha256: row.get(4)?,
                imported: date(&row.get::<_, String>(5)?)?,
                entries: row.get(6)?,
                keys: row.get(7)?,
            });
        }
        Ok(found)
    }

    /// Number of pinned keys.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn pins(&self) -> Result<usize, StoreError> {
        Ok(self.connection().query_row("SELECT count(*) FROM entries WHERE pinned IS NOT NULL", [], |row| row.get(0))?)
    }

    fn select(&self, condition: &str, params: &[&dyn rusqlite::ToSql], at: Option<Date>) -> Result<Vec<Registration>, StoreError> {
        let connection = self.connection();
        let mut states = States::new(&connection, at);
        let mut statement =
            connection.prepare_cached(&format!("SELECT {COLUMNS} FROM {TABLES} WHERE {condition} ORDER BY e.id LIMIT {}", MOST + 1))?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            // Leaving entries out could hide the one that decides.
            if found.len() == MOST {
                return Err(StoreError::Limit(LimitName::KeysPerRecord));
            }
            found.push(entry(row, &mut states)?);
        }
        // A stable order: best standing first, the official register before lists and pins, newest before older.
        found.sort_by(|a, b| {
            let rank = |entry: &Registration| (entry.standing, entry.source.kind);
            rank(a).cmp(&rank(b)).then(b.last_seen.cmp(&a.last_seen))
        });
        Ok(found)
    }
}

fn entry(row: &Row<'_>, states: &mut States<'_>) -> Result<Registration, StoreError> {
    let day = |at: usize| -> Result<Option<Date>, StoreError> { row.get::<_, Option<String>>(at)?.map(|text| date(&text)).transpose() };
    let (id, source): (i64, i64) = (row.get(0)?, row.get(1)?);
    let (valid_from, valid_to, pinned) = (day(10)?, day(11)?, day(12)?);
    let kind = kind(&row.get::<_, String>(2)?)?;
    let place = match pinned {
        Some(pinned) => Place { standing: states.by_period(valid_from, valid_to), date: None, first: Some(pinned), last: None },
        None => states.place(id, source, valid_from, valid_to)?,
    };
    Ok(Registration {
        source: RegisterSource { kind, name: row.get(3)?, date: place.date },
        standing: place.standing,
        charge_point: row.get(4)?,
        station: row.get(5)?,
        meter: row.get(6)?,
        gateway: row.get(7)?,
        operator: row.get(8)?,
        place: row.get(9)?,
        key: key(row)?,
        valid_from,
        valid_to,
        first_seen: place.first,
        last_seen: place.last,
    })
}

/// The key of an entry, read anew from what was stored. That also tells a store that was damaged or changed.
fn key(row: &Row<'_>) -> Result<RegisteredKey, StoreError> {
    let limits = Limits::default();
    let Some(text) = row.get::<_, Option<String>>(13)? else { return Ok(RegisteredKey::Missing) };
    let (spki, stored): (Option<Vec<u8>>, Option<String>) = (row.get(14)?, row.get(15)?);
    let damaged = || StoreError::Damaged("a key is not what its fingerprint says".to_owned());
    match spki {
        // A text that an earlier version of this program could not read may be a key to this one.
        None => Ok(decode::read(&text, &limits)),
        Some(spki) => {
            let decoded = decode_key(&spki, None, None, &limits).map_err(|_| damaged())?;
            let key = decode::key(&decoded.key);
            if stored.is_some_and(|stored| key.fits(&stored)) { Ok(key) } else { Err(damaged()) }
        }
    }
}

/// Where an entry stands among the states of its source.
struct Place {
    standing: Standing,
    date: Option<Date>,
    first: Option<Date>,
    last: Option<Date>,
}

/// The states of each source around a date.
struct States<'a> {
    connection: &'a Connection,
    at: Option<Date>,
    of_source: HashMap<i64, Around>,
}

/// The last state at or before the date and the first one behind it.
#[derive(Clone, Default)]
struct Around {
    before: Option<String>,
    after: Option<String>,
}

impl<'a> States<'a> {
    fn new(connection: &'a Connection, at: Option<Date>) -> Self {
        Self { connection, at, of_source: HashMap::new() }
    }

    /// By the period an entry states itself.
    fn by_period(&self, from: Option<Date>, to: Option<Date>) -> Standing {
        let Some(at) = self.at else { return Standing::InForce };
        let outside = from.is_some_and(|from| at < from) || to.is_some_and(|to| at > to);
        if outside { Standing::OtherPeriod } else { Standing::InForce }
    }

    fn place(&mut self, entry: i64, source: i64, from: Option<Date>, to: Option<Date>) -> Result<Place, StoreError> {
        let around = self.around(source)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT min(n.date), max(n.date), max(n.date = ?2), max(n.date = ?3)
             FROM presence p JOIN snapshots n ON n.id = p.snapshot WHERE p.entry = ?1",
        )?;
        let (first, last, in_before, in_after): (Option<String>, Option<String>, Option<bool>, Option<bool>) = statement
            .query_row(params![entry, around.before, around.after], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        let day = |text: &Option<String>| text.as_deref().map(date).transpose();
        let (first, last) = (day(&first)?, day(&last)?);
        let (standing, date) = match (in_before, in_after) {
            (Some(true), _) => (Standing::InForce, day(&around.before)?),
            (_, Some(true)) => {
                // The entry says itself since when it holds, so it need not have been written down at the time.
                let standing = match (from, &around.before) {
                    (Some(_), _) => Standing::InForce,
                    (None, Some(_)) => Standing::Between,
                    (None, None) => Standing::RegisterYounger,
                };
                (standing, day(&around.after)?)
            }
            _ => (Standing::OtherPeriod, last),
        };
        let standing =
            standing.max(if self.by_period(from, to) == Standing::OtherPeriod { Standing::OtherPeriod } else { Standing::InForce });
        Ok(Place { standing, date, first, last })
    }

    fn around(&mut self, source: i64) -> Result<Around, StoreError> {
        if let Some(known) = self.of_source.get(&source) {
            return Ok(known.clone());
        }
        let at = self.at.map(|date| date.to_string());
        let find = |sql: &str| -> Result<Option<String>, StoreError> {
            Ok(self.connection.prepare_cached(sql)?.query_row(params![source, at], |row| row.get(0)).optional()?.flatten())
        };
        let around = Around {
            before: find("SELECT max(date) FROM snapshots WHERE source = ?1 AND (?2 IS NULL OR date <= ?2)")?,
            after: find("SELECT min(date) FROM snapshots WHERE source = ?1 AND date > ?2")?,
        };
        self.of_source.insert(source, around.clone());
        Ok(around)
    }
}

fn kind(text: &str) -> Result<SourceKind, StoreError> {
    [SourceKind::Register, SourceKind::List, SourceKind::Pin]
        .into_iter()
        .find(|kind| kind.as_str() == text)
        .ok_or_else(|| StoreError::Damaged("a source is of no known kind".to_owned()))
}

fn date(text: &str) -> Result<Date, StoreError> {
    text.parse().map_err(|_| StoreError::Damaged("a date cannot be read".to_owned()))
}

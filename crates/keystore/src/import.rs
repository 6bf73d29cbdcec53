//! Importing a register or list: all of it or nothing.

use std::collections::{BTreeMap, HashMap};

use eichrecht_model::{
    BadCell, CellProblem, DateFrom, IdentifierKind, ImportSummary, KeyKind, KeyProblem, Limits, RegisteredKey, SourceKind,
};
use jiff::civil::Date;
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};
use sha2::{Digest, Sha256};

use crate::layout::{Columns, Form};
use crate::table::{self, Head, Row, Taker};
use crate::{KeyStore, StoreError, date, decode};

/// Name of the official register, under which its states are kept together.
const OFFICIAL: &str = "Ladesäulenregister";
/// Charging points in one cell that are told apart.
const IDS_PER_CELL: usize = 16;

/// A file to import.
#[derive(Clone, Debug)]
pub struct Import<'a> {
    /// Its name; may tell its date.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
    /// The present day.
    pub today: Date,
    /// The date of the register, if the user says it. It comes before what file and name say.
    pub date: Option<Date>,
    /// Name under which its states are kept together; needed for lists of several operators.
    pub source: Option<&'a str>,
    /// Whether it may take the place of another file of the same register and date.
    pub replace: bool,
}

impl<'a> Import<'a> {
    /// A file as it is, with nothing said about it.
    #[must_use]
    pub fn new(name: &'a str, bytes: &'a [u8], today: Date) -> Self {
        Self { name, bytes, today, date: None, source: None, replace: false }
    }
}

impl KeyStore {
    /// Imports a state of a register or list, as a whole or not at all. Earlier states stay.
    ///
    /// # Errors
    /// What is wrong with the file: [`StoreError::NoHeader`], [`StoreError::NotATable`], [`StoreError::NoDate`],
    /// [`StoreError::DateTaken`], [`StoreError::Limit`]; or with the store. Cells that hold no key are no error: they
    /// are in the summary.
    pub fn import(&self, import: &Import<'_>, limits: &Limits) -> Result<ImportSummary, StoreError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut writer = Writer::new(&transaction, import, limits);
        match table::read(import.bytes, limits, &mut writer) {
            // The very same file: what it said then it says now.
            Err(StoreError::DateTaken(_, sha256)) if sha256 == writer.sha256 => {
                let known = writer.known()?;
                return Ok(known);
            }
            result => result?,
        }
        let summary = writer.finish()?;
        transaction.commit()?;
        Ok(summary)
    }
}

/// What the text of a cell turned out to be.
#[derive(Clone)]
enum Outcome {
    Key(KeyKind),
    Ambiguous,
    Bad(KeyProblem),
}

struct Writer<'a> {
    transaction: &'a Transaction<'a>,
    import: &'a Import<'a>,
    limits: &'a Limits,
    sha256: String,
    /// Set when the header is known.
    state: Option<(i64, i64)>,
    summary: Option<ImportSummary>,
    decoded: BTreeMap<KeyKind, usize>,
    /// Texts met, with their number in the store.
    keys: HashMap<String, (i64, Outcome)>,
    /// The file is in the store: it is read for the summary only.
    only_read: bool,
}

/// What the store keeps of one charging point or meter.
#[derive(Default)]
pub(crate) struct Entry<'a> {
    pub(crate) charge_point: Option<&'a str>,
    pub(crate) station: Option<&'a str>,
    pub(crate) meter: Option<&'a str>,
    pub(crate) gateway: Option<&'a str>,
    pub(crate) operator: Option<&'a str>,
    pub(crate) place: Option<&'a str>,
    pub(crate) key: Option<i64>,
    pub(crate) valid_from: Option<Date>,
    pub(crate) valid_to: Option<Date>,
}

impl<'a> Writer<'a> {
    fn new(transaction: &'a Transaction<'a>, import: &'a Import<'a>, limits: &'a Limits) -> Self {
        Self {
            transaction,
            import,
            limits,
            sha256: data_encoding::HEXLOWER.encode(&Sha256::digest(import.bytes)),
            state: None,
            summary: None,
            decoded: BTreeMap::new(),
            keys: HashMap::new(),
            only_read: false,
        }
    }

    /// The summary of a file that is in the store already.
    fn known(mut self) -> Result<ImportSummary, StoreError> {
        self.only_read = true;
        table::read(self.import.bytes, self.limits, &mut self)?;
        self.finish()
    }

    fn finish(self) -> Result<ImportSummary, StoreError> {
        let mut summary = self.summary.ok_or(StoreError::NoHeader)?;
        summary.decoded = self.decoded.into_iter().collect();
        let Some((source, snapshot)) = self.state else { return Ok(summary) };
        let count = |sql: &str, params: &[&dyn rusqlite::ToSql]| -> Result<usize, StoreError> {
            Ok(self.transaction.query_row(sql, params, |row| row.get(0))?)
        };
        summary.shared_keys = count(
            "SELECT count(*) FROM (SELECT e.key FROM presence p JOIN entries e ON e.id = p.entry JOIN keys k ON k.id = e.key
             WHERE p.snapshot = ?1 AND k.readable = 1 GROUP BY e.key HAVING count(DISTINCT e.station) > 1)",
            &[&snapshot],
        )?;
        summary.gone_entries = count(
            "SELECT count(*) FROM presence p WHERE p.snapshot = (
                SELECT id FROM snapshots WHERE source = ?1 AND date < ?2 ORDER BY date DESC LIMIT 1)
             AND NOT EXISTS (SELECT 1 FROM presence q WHERE q.entry = p.entry AND q.snapshot = ?3)",
            &[&source, &summary.date.to_string(), &snapshot],
        )?;
        Ok(summary)
    }

    /// The state this file becomes, or that it is there.
    fn begin(&self, kind: SourceKind, name: &str, date: Date) -> Result<(i64, i64), StoreError> {
        let source = source(self.transaction, kind, name)?;
        let day = date.to_string();
        let there: Option<(i64, String)> = self
            .transaction
            .query_row("SELECT id, sha256 FROM snapshots WHERE source = ?1 AND date = ?2", params![source, day], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        if let Some((id, sha256)) = there {
            if !self.import.replace || sha256 == self.sha256 {
                return Err(StoreError::DateTaken(date, sha256));
            }
            self.transaction.execute("DELETE FROM presence WHERE snapshot = ?1", [id])?;
            self.transaction.execute("DELETE FROM snapshots WHERE id = ?1", [id])?;
            self.transaction.execute("DELETE FROM entries WHERE source = ?1 AND id NOT IN (SELECT entry FROM presence)", [source])?;
        }
        self.transaction.execute(
            "INSERT INTO snapshots (source, date, file, sha256, imported) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![source, day, file_name(self.import.name), self.sha256, self.import.today.to_string()],
        )?;
        Ok((source, self.transaction.last_insert_rowid()))
    }

    /// Reads the text of a key, once however often it occurs.
    fn key(&mut self, text: &str) -> Result<(i64, Outcome), StoreError> {
        if let Some(known) = self.keys.get(text) {
            return Ok(known.clone());
        }
        let key = decode::read(text, self.limits);
        let outcome = match &key {
            RegisteredKey::Key { kind, .. } => Outcome::Key(*kind),
            RegisteredKey::Ambiguous { .. } => Outcome::Ambiguous,
            RegisteredKey::Unreadable { problem, .. } => Outcome::Bad(problem.clone()),
            RegisteredKey::Missing => Outcome::Bad(KeyProblem::Empty),
        };
        let id = if self.only_read { 0 } else { store_key(self.transaction, text, &key)? };
        self.keys.insert(text.to_owned(), (id, outcome.clone()));
        Ok((id, outcome))
    }

    fn write(&mut self, entry: &Entry<'_>) -> Result<(), StoreError> {
        let Some(summary) = &mut self.summary else { return Ok(()) };
        summary.entries += 1;
        let Some((source, snapshot)) = self.state else { return Ok(()) };
        let hash = entry.hash();
        let mut find = self.transaction.prepare_cached("SELECT id FROM entries WHERE source = ?1 AND hash = ?2")?;
        let id: Option<i64> = find.query_row(params![source, hash], |row| row.get(0)).optional()?;
        let id = match id {
            Some(id) => id,
            None => {
                summary.new_entries += 1;
                insert(self.transaction, source, entry, &hash, None)?
            }
        };
        let mut present = self.transaction.prepare_cached("INSERT OR IGNORE INTO presence (entry, snapshot) VALUES (?1, ?2)")?;
        present.execute([id, snapshot])?;
        Ok(())
    }

    fn bad(&mut self, row: u64, columns: &Columns, at: Option<usize>, charge_point: Option<&str>, text: &str, problem: CellProblem) {
        let column = at.and_then(|at| columns.titles.get(at)).cloned().unwrap_or_default();
        let cell = BadCell { row, column, charge_point: charge_point.map(str::to_owned), text: text.to_owned(), problem };
        if let Some(summary) = &mut self.summary {
            summary.bad_cells.push(cell);
        }
    }
}

impl Taker for Writer<'_> {
    fn head(&mut self, head: Head) -> Result<(), StoreError> {
        let kind = match head.columns.form {
            Form::Register => SourceKind::Register,
            Form::List => SourceKind::List,
        };
        let name = match (self.import.source, kind) {
            (Some(name), _) => name.trim().to_owned(),
            (None, SourceKind::Register) => OFFICIAL.to_owned(),
            (None, _) => list_name(self.import.name),
        };
        let by_text = || Some((head.preamble.iter().find_map(|text| date::in_preamble(text))?, DateFrom::Text));
        let by_name = || Some((date::in_name(self.import.name)?, DateFrom::Name));
        let by_user = self.import.date.map(|date| (date, DateFrom::User));
        let (date, date_from) = by_user.or_else(by_text).or_else(by_name).ok_or(StoreError::NoDate)?;
        if !self.only_read {
            self.state = Some(self.begin(kind, &name, date)?);
        }
        self.summary = Some(ImportSummary {
            kind,
            source: name,
            date,
            date_from,
            known: self.only_read,
            rows: 0,
            entries: 0,
            key_cells: 0,
            decoded: Vec::new(),
            ambiguous: 0,
            bad_cells: Vec::new(),
            shared_keys: 0,
            new_entries: 0,
            gone_entries: 0,
        });
        Ok(())
    }

    fn row(&mut self, columns: &Columns, row: Row<'_>) -> Result<(), StoreError> {
        let cell = |at: Option<usize>| row.cells.get(at?).map(String::as_str).filter(|text| !text.is_empty());
        if let Some(summary) = &mut self.summary {
            summary.rows += 1;
        }
        let place: Vec<&str> = columns.place.iter().filter_map(|at| cell(Some(*at))).collect();
        let place = place.join(" ");
        for point in &columns.points {
            let ids = cell(point.charge_point);
            let text = cell(point.key);
            let (meter, gateway) = (cell(columns.meter), cell(columns.gateway));
            let named = ids.is_some() || meter.is_some() || gateway.is_some();
            if text.is_none() && !named {
                continue;
            }
            let shown = ids.or(meter).or(gateway);
            let mut dates = [None, None];
            let mut whole = true;
            for (date, at) in dates.iter_mut().zip([columns.valid_from, columns.valid_to]) {
                let Some(text) = cell(at) else { continue };
                *date = date::parse(text);
                if date.is_none() {
                    // An entry whose period cannot be read must not hold for ever: it is left out.
                    whole = false;
                    self.bad(row.number, columns, at, shown, text, CellProblem::Date);
                }
            }
            let key = match text {
                None => None,
                Some(text) => {
                    let (id, outcome) = self.key(text)?;
                    if let Some(summary) = &mut self.summary {
                        summary.key_cells += 1;
                        summary.ambiguous += usize::from(matches!(outcome, Outcome::Ambiguous));
                    }
                    match outcome {
                        Outcome::Key(kind) => *self.decoded.entry(kind).or_default() += 1,
                        Outcome::Ambiguous => {}
                        Outcome::Bad(problem) => {
                            self.bad(row.number, columns, point.key, shown, text, CellProblem::Key(problem));
                            // A text that is no key and belongs to nothing can never be found again.
                            whole &= named;
                        }
                    }
                    Some(id)
                }
            };
            if !whole {
                continue;
            }
            let [valid_from, valid_to] = dates;
            let entry = Entry {
                station: cell(columns.station),
                meter,
                gateway,
                operator: cell(columns.operator),
                place: Some(place.as_str()).filter(|place| !place.is_empty()),
                key,
                valid_from,
                valid_to,
                charge_point: None,
            };
            match ids {
                None => self.write(&entry)?,
                Some(ids) => {
                    for id in charge_points(ids) {
                        self.write(&Entry { charge_point: Some(id), ..entry })?;
                    }
                }
            }
        }
        Ok(())
    }
}

impl Entry<'_> {
    /// Tells entries of one source apart by everything they say.
    pub(crate) fn hash(&self) -> Vec<u8> {
        let mut hash = Sha256::new();
        let (key, from, to) =
            (self.key.map(|key| key.to_string()), self.valid_from.map(|d| d.to_string()), self.valid_to.map(|d| d.to_string()));
        let fields = [
            self.charge_point,
            self.station,
            self.meter,
            self.gateway,
            self.operator,
            self.place,
            key.as_deref(),
            from.as_deref(),
            to.as_deref(),
        ];
        for field in fields {
            let text = field.unwrap_or_default();
            hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(text.as_bytes());
        }
        hash.finalize().to_vec()
    }
}

/// The charging points named in one cell: several stand on lines of their own or behind commas.
fn charge_points(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['\n', '\r', ';', ',']).map(str::trim).filter(|id| !id.is_empty()).take(IDS_PER_CELL)
}

/// Name of a list by the name of its file, without folder, ending and date.
fn list_name(file: &str) -> String {
    let file = file_name(file);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let name = stem.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_' | '.' | ' '));
    if name.is_empty() { stem.to_owned() } else { name.to_owned() }
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The number of a source, made if it is new.
pub(crate) fn source(transaction: &Transaction<'_>, kind: SourceKind, name: &str) -> Result<i64, StoreError> {
    transaction.execute("INSERT OR IGNORE INTO sources (kind, name) VALUES (?1, ?2)", params![kind.as_str(), name])?;
    Ok(transaction.query_row("SELECT id FROM sources WHERE kind = ?1 AND name = ?2", params![kind.as_str(), name], |row| row.get(0))?)
}

/// The number of a key text, put in if it is new.
pub(crate) fn store_key(transaction: &Transaction<'_>, text: &str, key: &RegisteredKey) -> Result<i64, StoreError> {
    let known: Option<i64> =
        transaction.prepare_cached("SELECT id FROM keys WHERE text = ?1")?.query_row([text], |row| row.get(0)).optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    let (spki, fingerprint, prints) = match key {
        RegisteredKey::Key { spki, fingerprint, .. } => (Some(spki), Some(fingerprint), std::slice::from_ref(fingerprint)),
        RegisteredKey::Ambiguous { fingerprints, .. } => (None, None, fingerprints.as_slice()),
        RegisteredKey::Missing | RegisteredKey::Unreadable { .. } => (None, None, [].as_slice()),
    };
    transaction.prepare_cached("INSERT INTO keys (text, spki, fingerprint, readable) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
        text,
        spki,
        fingerprint,
        key.is_readable()
    ])?;
    let id = transaction.last_insert_rowid();
    for print in prints {
        transaction.prepare_cached("INSERT INTO prints (fingerprint, key) VALUES (?1, ?2)")?.execute(params![print, id])?;
    }
    Ok(id)
}

/// Puts in an entry.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    source: i64,
    entry: &Entry<'_>,
    hash: &[u8],
    pinned: Option<Date>,
) -> Result<i64, StoreError> {
    let id = |kind: IdentifierKind, text: Option<&str>| text.map(|text| kind.normalised(text)).filter(|id| !id.is_empty());
    transaction
        .prepare_cached(
            "INSERT INTO entries (source, hash, charge_point, charge_point_id, station, meter, meter_id, gateway, gateway_id,
                operator, place, key, valid_from, valid_to, pinned)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        )?
        .execute(params![
            source,
            hash,
            entry.charge_point,
            id(IdentifierKind::ChargePoint, entry.charge_point),
            entry.station,
            entry.meter,
            id(IdentifierKind::Meter, entry.meter),
            entry.gateway,
            id(IdentifierKind::Gateway, entry.gateway),
            entry.operator,
            entry.place,
            entry.key,
            entry.valid_from.map(|date| date.to_string()),
            entry.valid_to.map(|date| date.to_string()),
            pinned.map(|date| date.to_string()),
        ])?;
    Ok(transaction.last_insert_rowid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_named_by_their_file() {
        for (file, name) in [
            ("x/stadtwerk_2026-09-01.csv", "stadtwerk"),
            ("keys.csv", "keys"),
            ("2026-09-01.csv", "2026-09-01"),
            ("Liste 20260901.xlsx", "Liste"),
        ] {
            assert_eq!(list_name(file), name, "{file}");
        }
    }

    #[test]
    fn several_charging_points_in_a_cell() {
        assert_eq!(charge_points("DE*BEC*H1-2\nDE*BEC*H1-3\n\n").collect::<Vec<_>>(), ["DE*BEC*H1-2", "DE*BEC*H1-3"]);
    }
}

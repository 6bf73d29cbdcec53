//! Taking records in.

use std::collections::HashMap;
use std::path::Path;

use eichrecht_model::{Assessment, KeyedMeter, UnprovenRecord};
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use crate::report::{self, Report};
use crate::submission::{Evidence, Source, Submission};
use crate::{LedgerError, row, schema};

/// Meters whose number is remembered while adding.
const REMEMBERED: usize = 100_000;

/// A ledger: one SQLite file, or none at all.
pub struct Ledger {
    pub(crate) connection: Connection,
    meters: HashMap<KeyedMeter, i64>,
}

/// What became of the records that were added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Records of evidence that were not in the ledger before.
    pub new: usize,
    /// Records of evidence that were: only where they were delivered has been noted.
    pub known: usize,
    /// Records that are no evidence.
    pub unproven: usize,
}

impl std::ops::AddAssign for Added {
    fn add_assign(&mut self, other: Self) {
        self.new += other.new;
        self.known += other.known;
        self.unproven += other.unproven;
    }
}

impl Ledger {
    /// Opens a ledger and makes it where there is none.
    ///
    /// # Errors
    /// When the file cannot be opened, is no ledger, or is one of a later version.
    pub fn open(path: &Path) -> Result<Self, LedgerError> {
        Ok(Self::of(schema::open(path)?))
    }

    /// Opens a ledger that is there, for reading only.
    ///
    /// # Errors
    /// As [`Self::open`], and when there is none.
    pub fn open_existing(path: &Path) -> Result<Self, LedgerError> {
        Ok(Self::of(schema::open_existing(path)?))
    }

    /// A ledger that is gone with the program.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, LedgerError> {
        Ok(Self::of(schema::in_memory()?))
    }

    fn of(connection: Connection) -> Self {
        Self { connection, meters: HashMap::new() }
    }

    /// Adds all inputs of an assessment, each in whole or not at all. Inputs that were not read add nothing.
    ///
    /// # Errors
    /// When the store fails; inputs before the one that failed are then in the ledger.
    pub fn add(&mut self, assessment: &Assessment) -> Result<Added, LedgerError> {
        let mut added = Added::default();
        for submission in Submission::all(assessment) {
            let mut batch = self.batch()?;
            added += batch.add(&submission)?;
            batch.commit()?;
        }
        Ok(added)
    }

    /// Begins to add many inputs that are committed together: much faster than one by one. Each is still taken in whole
    /// or not at all. What is not committed is not in the ledger.
    ///
    /// # Errors
    /// When the store fails, or another process writes for too long.
    pub fn batch(&mut self) -> Result<Batch<'_>, LedgerError> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        Ok(Batch { ledger: self, open: true })
    }

    fn meter(&mut self, meter: &KeyedMeter) -> Result<i64, LedgerError> {
        if let Some(id) = self.meters.get(meter) {
            return Ok(*id);
        }
        let absent = |field: &Option<String>| field.clone().unwrap_or_default();
        let texts = [absent(&meter.serial), absent(&meter.manufacturer), absent(&meter.model), absent(&meter.gateway), meter.key.clone()];
        self.connection
            .prepare_cached("INSERT INTO meter (serial, manufacturer, model, gateway, key) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")?
            .execute(params_from_iter(&texts))?;
        let id = self
            .connection
            .prepare_cached("SELECT id FROM meter WHERE serial = ? AND manufacturer = ? AND model = ? AND gateway = ? AND key = ?")?
            .query_row(params_from_iter(&texts), |row| row.get(0))?;
        if self.meters.len() >= REMEMBERED {
            self.meters.clear();
        }
        self.meters.insert(meter.clone(), id);
        Ok(id)
    }

    fn put(&mut self, submission: &Submission) -> Result<Added, LedgerError> {
        let mut added = Added { unproven: submission.unproven.len(), ..Added::default() };
        self.put_source(&submission.source)?;
        for evidence in &submission.evidence {
            let meter = self.meter(&evidence.meter)?;
            if self.put_record(meter, evidence)? { added.new += 1 } else { added.known += 1 }
        }
        for unproven in &submission.unproven {
            self.put_unproven(unproven, submission.source.short())?;
        }
        Ok(added)
    }

    /// Of several names for one content the smallest stays, so that the order of adding does not matter.
    fn put_source(&self, source: &Source) -> Result<(), LedgerError> {
        let size = i64::try_from(source.size).unwrap_or(i64::MAX);
        let text = "INSERT INTO input (sha256, name, size) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET name = min(name, excluded.name), size = max(size, excluded.size)";
        self.connection.prepare_cached(text)?.execute(params![source.sha256, source.name, size])?;
        Ok(())
    }

    /// Whether the record is new.
    fn put_record(&self, meter: i64, evidence: &Evidence) -> Result<bool, LedgerError> {
        let record = &evidence.record;
        let (context, page) = row::page(record.pagination);
        let (content, claims) = (row::content(record)?, row::claims(&record.claims)?);
        let (strength, origin) = (row::evidence_number(record.evidence), row::origin_number(record.key_origin));
        let text = "INSERT INTO record (meter, context, page, sha256, format, evidence, origin, content, claims)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        let mut insert = self.connection.prepare_cached(text)?;
        let values = params![meter, context, page, record.signed_sha256, &*record.format, strength, origin, content, claims];
        if insert.execute(values)? > 0 {
            self.put_point(meter, record.charge_point.as_deref())?;
            return Ok(true);
        }
        let key = params![meter, context, page, record.signed_sha256, &*record.format];
        let text = "SELECT evidence, origin, content, claims FROM record
             WHERE meter = ? AND context = ? AND page = ? AND sha256 = ? AND format = ?";
        let mut select = self.connection.prepare_cached(text)?;
        let known: (i64, i64, String, String) = select.query_row(key, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        let merged = merge(&known, (strength, origin, content, claims))?;
        if merged != known {
            let text = "UPDATE record SET evidence = ?6, origin = ?7, content = ?8, claims = ?9
                 WHERE meter = ?1 AND context = ?2 AND page = ?3 AND sha256 = ?4 AND format = ?5";
            let mut update = self.connection.prepare_cached(text)?;
            let (strength, origin, content, claims) = &merged;
            update.execute(params![meter, context, page, record.signed_sha256, &*record.format, strength, origin, content, claims])?;
            if *content != known.2 {
                self.put_point(meter, record.charge_point.as_deref())?;
            }
        }
        Ok(false)
    }

    fn put_point(&self, meter: i64, point: Option<&str>) -> Result<(), LedgerError> {
        if let Some(point) = point.filter(|point| point.chars().count() >= POINT) {
            self.connection
                .prepare_cached("INSERT INTO point (meter, point) VALUES (?, ?) ON CONFLICT DO NOTHING")?
                .execute(params![meter, point])?;
        }
        Ok(())
    }

    fn put_unproven(&self, unproven: &UnprovenRecord, input: &str) -> Result<(), LedgerError> {
        let (context, page) = row::page(unproven.pagination);
        let text = "INSERT INTO unproven (sha256, format, invalid, input, serial, context, page) VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT DO NOTHING";
        let mut insert = self.connection.prepare_cached(text)?;
        insert.execute(params![unproven.sha256, unproven.format, unproven.invalid, input, unproven.serial, context, page])?;
        Ok(())
    }

    /// The name of the input whose hash begins so.
    pub(crate) fn input_name(&self, short: &str) -> Result<Option<String>, LedgerError> {
        let text = "SELECT name FROM input WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' ORDER BY sha256 LIMIT 1";
        Ok(self.connection.prepare_cached(text)?.query_row([short], |row| row.get(0)).optional()?)
    }
}

/// Least letters of the name of a charging point that may be taken for unique; `1` is not.
const POINT: usize = 5;

/// Evidence, origin of the key, content and claims of a record.
type Stored = (i64, i64, String, String);

/// A record that is there and the same one again. What was checked goes before what a report said; of two reports that
/// contradict each other the smaller content stays, whichever came first.
fn merge(known: &Stored, new: Stored) -> Result<Stored, LedgerError> {
    let claims = if known.3 == new.3 { new.3 } else { row::merged_claims(&known.3, &new.3)? };
    Ok(match new.0.cmp(&known.0) {
        std::cmp::Ordering::Greater => (new.0, new.1, new.2, claims),
        std::cmp::Ordering::Less => (known.0, known.1, known.2.clone(), claims),
        std::cmp::Ordering::Equal => (known.0, known.1.max(new.1), known.2.clone().min(new.2), claims),
    })
}

/// Many inputs that are committed together. Dropped without [`Self::commit`] it leaves the ledger as it was.
pub struct Batch<'a> {
    ledger: &'a mut Ledger,
    open: bool,
}

impl Batch<'_> {
    /// Adds an input in whole or, where that fails, not at all.
    ///
    /// # Errors
    /// When the store fails.
    pub fn add(&mut self, submission: &Submission) -> Result<Added, LedgerError> {
        self.whole(|ledger| ledger.put(submission))
    }

    /// Adds what a report tells, in whole or not at all.
    fn add_report(&mut self, report: &Report, number: usize) -> Result<Added, LedgerError> {
        let submissions = report::submissions(report).map_err(|reason| LedgerError::Report { number, reason })?;
        self.whole(|ledger| {
            let mut added = Added::default();
            for submission in &submissions {
                added += ledger.put(submission)?;
            }
            Ok(added)
        })
    }

    /// Adds the next report of a stream; `None` at its end.
    ///
    /// # Errors
    /// When the text is no report, or the store fails. Nothing behind a broken report can be read.
    pub fn add_next<R: std::io::Read>(&mut self, reports: &mut report::Reports<R>) -> Result<Option<Added>, LedgerError> {
        match reports.take()? {
            Some((number, report)) => self.add_report(&report, number).map(Some),
            None => Ok(None),
        }
    }

    fn whole(&mut self, work: impl FnOnce(&mut Ledger) -> Result<Added, LedgerError>) -> Result<Added, LedgerError> {
        self.ledger.connection.prepare_cached("SAVEPOINT input")?.execute([])?;
        let done = work(self.ledger);
        if done.is_err() {
            // Meters that are taken back lose their numbers.
            self.ledger.meters.clear();
            self.ledger.connection.prepare_cached("ROLLBACK TO input")?.execute([])?;
        }
        self.ledger.connection.prepare_cached("RELEASE input")?.execute([])?;
        done
    }

    /// Makes all that was added last.
    ///
    /// # Errors
    /// When the store fails; then nothing of the batch is in the ledger.
    pub fn commit(mut self) -> Result<(), LedgerError> {
        self.ledger.connection.execute_batch("COMMIT")?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        if self.open {
            self.ledger.meters.clear();
            // A failure leaves the transaction to the end of the connection, which takes it back as well.
            let _ = self.ledger.connection.execute_batch("ROLLBACK");
        }
    }
}

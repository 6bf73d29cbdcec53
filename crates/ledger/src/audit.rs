//! Reading histories out, meter by meter.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use eichrecht_model::{
    AuditSummary, EvidenceSource, History, HistoryFinding, KeyOrigin, KeyedMeter, MeterAudit, MeterListing, Pagination, PastRecord,
    Relative, Severity, UnprovenRecord,
};
use eichrecht_rules::{Course, judge_history};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::row::{self, RecordRow};
use crate::{Ledger, LedgerError};

/// Which meters are looked at, and what is told of them.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// A serial number, or the beginning of a key's fingerprint (at least 8 hex digits); all meters without it.
    pub meter: Option<String>,
    /// Only findings about records of this time.
    pub period: Period,
}

/// A span of time. Histories are always judged in full; the period chooses what is told. What has no time is always
/// told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Period {
    /// From this instant on.
    pub from: Option<Timestamp>,
    /// Until before this instant.
    pub until: Option<Timestamp>,
}

impl Period {
    fn holds(&self, finding: &HistoryFinding) -> bool {
        let mut times = finding.records.iter().filter_map(|record| record.time?.set()).peekable();
        times.peek().is_none() || times.any(|time| self.from.is_none_or(|from| time >= from) && self.until.is_none_or(|until| time < until))
    }
}

impl Ledger {
    /// Judges the history of each meter, in the order of serial numbers. Only one history is in memory at a time, and
    /// what is added meanwhile is not seen.
    ///
    /// # Errors
    /// When the store fails, or `each` does.
    pub fn audit<E: From<LedgerError>>(
        &self,
        filter: &Filter,
        mut each: impl FnMut(MeterAudit) -> Result<(), E>,
    ) -> Result<AuditSummary, E> {
        let mut summary = AuditSummary::default();
        self.snapshot(|reader| {
            reader.each_meter(filter, |reader, id, meter| -> Result<(), E> {
                let Some(audit) = reader.audit(id, meter, filter)? else { return Ok(()) };
                summary.meters += 1;
                summary.checked += audit.checked;
                summary.reported += audit.reported;
                summary.sessions += audit.sessions;
                summary.meters_with_findings += usize::from(!audit.findings.is_empty());
                for finding in &audit.findings {
                    match finding.severity {
                        Severity::Fail => summary.fail += 1,
                        Severity::Warn => summary.warn += 1,
                        Severity::Info => summary.info += 1,
                    }
                }
                each(audit)
            })?;
            summary.unproven = reader.unproven(filter, |_| Ok::<(), E>(()))?;
            Ok::<(), E>(())
        })?;
        Ok(summary)
    }

    /// Lists the records of each meter, in the meter's order.
    ///
    /// # Errors
    /// As [`Self::audit`].
    pub fn list<E: From<LedgerError>>(&self, filter: &Filter, mut each: impl FnMut(MeterListing) -> Result<(), E>) -> Result<(), E> {
        self.snapshot(|reader| {
            reader.each_meter(filter, |reader, id, meter| {
                let history = reader.history(id, meter)?;
                let records = Course::new(&history).listing().into_iter().map(|(record, session)| (record.clone(), session)).collect();
                each(MeterListing { meter: history.meter.clone(), records })
            })
        })
    }

    /// The records that are no evidence, by the serial number they claim; how many there are. A record that is evidence
    /// by another delivery is not among them.
    ///
    /// # Errors
    /// As [`Self::audit`].
    pub fn unproven<E: From<LedgerError>>(&self, filter: &Filter, each: impl FnMut(UnprovenRecord) -> Result<(), E>) -> Result<usize, E> {
        self.snapshot(|reader| reader.unproven(filter, each))
    }

    /// Runs something on the state of one moment.
    fn snapshot<T, E: From<LedgerError>>(&self, work: impl FnOnce(&mut Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        self.connection.execute_batch("BEGIN").map_err(LedgerError::from)?;
        let done = work(&mut Reader { ledger: self, connection: &self.connection, spans: HashMap::new() });
        self.connection.execute_batch("COMMIT").map_err(LedgerError::from)?;
        done
    }
}

/// Earliest and latest time of a meter.
type Span = (Option<Timestamp>, Option<Timestamp>);

struct Reader<'a> {
    ledger: &'a Ledger,
    connection: &'a Connection,
    /// Of meters that were looked at as relatives.
    spans: HashMap<i64, Span>,
}

impl Reader<'_> {
    fn each_meter<E: From<LedgerError>>(
        &mut self,
        filter: &Filter,
        mut each: impl FnMut(&mut Self, i64, KeyedMeter) -> Result<(), E>,
    ) -> Result<(), E> {
        let wanted = filter.meter.as_deref().unwrap_or_default().trim();
        let is_key = wanted.len() >= 8 && wanted.bytes().all(|byte| byte.is_ascii_hexdigit());
        let key = if is_key { wanted.to_ascii_lowercase() } else { "-".to_owned() };
        let text = "SELECT id, serial, manufacturer, model, gateway, key FROM meter
             WHERE ?1 = '' OR serial = ?1 OR (key >= ?2 AND key < ?2 || 'g')
             ORDER BY serial, manufacturer, model, gateway, key";
        let mut statement = self.connection.prepare(text).map_err(LedgerError::from)?;
        let mut rows = statement.query(params![wanted, key]).map_err(LedgerError::from)?;
        while let Some(row) = rows.next().map_err(LedgerError::from)? {
            let (id, meter) = meter_of(row).map_err(LedgerError::from)?;
            each(self, id, meter)?;
        }
        Ok(())
    }

    fn audit(&mut self, id: i64, meter: KeyedMeter, filter: &Filter) -> Result<Option<MeterAudit>, LedgerError> {
        let history = self.history(id, meter)?;
        if history.records.is_empty() {
            return Ok(None);
        }
        let of = |source| history.records.iter().filter(move |record| record.evidence == source);
        let (checked, reported) = (of(EvidenceSource::Checked).count(), of(EvidenceSource::Report).count());
        let origin = |source| of(source).map(|record| record.key_origin).max();
        let mut findings = judge_history(&history);
        findings.retain(|finding| filter.period.holds(finding));
        let (first, last) = span(&history.records);
        Ok(Some(MeterAudit {
            checked,
            reported,
            sessions: Course::new(&history).session_count(),
            formats: history.records.iter().map(|record| record.format.clone()).collect(),
            key_origin: origin(EvidenceSource::Checked).or(origin(EvidenceSource::Report)).unwrap_or(KeyOrigin::Record),
            span: first.zip(last),
            findings,
            meter: history.meter,
        }))
    }

    fn history(&mut self, id: i64, meter: KeyedMeter) -> Result<History, LedgerError> {
        let records = self.records(id)?;
        let related = self.related(id, &meter)?;
        let mut counted_elsewhere = Vec::new();
        let mut relatives = Vec::new();
        for (other, relative, same_charge_point) in related {
            if relative.same_signer(&meter) {
                self.pages(other, &mut counted_elsewhere)?;
            }
            let (first, last) = self.span(other)?;
            relatives.push(Relative { meter: relative, same_charge_point, first, last });
        }
        relatives.sort_by(|a, b| a.meter.cmp(&b.meter));
        counted_elsewhere.sort_unstable();
        counted_elsewhere.dedup();
        Ok(History { meter, records, counted_elsewhere, relatives })
    }

    fn records(&self, meter: i64) -> Result<Vec<PastRecord>, LedgerError> {
        let mut formats: BTreeSet<Arc<str>> = BTreeSet::new();
        let text = "SELECT context, page, sha256, format, evidence, origin, content, claims FROM record WHERE meter = ?
             ORDER BY context, page, sha256, format";
        let mut statement = self.connection.prepare_cached(text)?;
        let mut rows = statement.query([meter])?;
        let mut found = Vec::new();
        // Names are needed only where deliveries may contradict each other.
        let mut names_matter = false;
        while let Some(row) = rows.next()? {
            let row = record_of(row, &mut formats)?;
            let record = row.record(&mut |short| Arc::from(short))?;
            names_matter |= record.claims.len() > 1;
            found.push(record);
        }
        once(&mut found);
        if names_matter {
            self.name_inputs(&mut found)?;
        }
        Ok(found)
    }

    fn name_inputs(&self, records: &mut [PastRecord]) -> Result<(), LedgerError> {
        let mut names: HashMap<Arc<str>, Arc<str>> = HashMap::new();
        for claim in records.iter_mut().flat_map(|record| &mut record.claims) {
            let (eichrecht_model::Claim::Number { input, .. } | eichrecht_model::Claim::Session { input, .. }) = claim;
            let name = match names.get(input) {
                Some(name) => name.clone(),
                None => {
                    let name = self.ledger.input_name(input)?.map_or_else(|| input.clone(), Arc::from);
                    names.insert(input.clone(), name.clone());
                    name
                }
            };
            *input = name;
        }
        Ok(())
    }

    /// Other meters of the same device, signer or charging point.
    fn related(&self, id: i64, meter: &KeyedMeter) -> Result<Vec<(i64, KeyedMeter, bool)>, LedgerError> {
        let text = "SELECT id, serial, manufacturer, model, gateway, key,
                 EXISTS (SELECT 1 FROM point a JOIN point b USING (point) WHERE a.meter = ?1 AND b.meter = meter.id)
             FROM meter WHERE id <> ?1 AND id IN (
                 SELECT id FROM meter WHERE ?2 <> '' AND serial = ?2 AND manufacturer = ?3 AND model = ?4
                 UNION SELECT id FROM meter WHERE key = ?6 AND gateway = ?5
                 UNION SELECT b.meter FROM point a JOIN point b USING (point) WHERE a.meter = ?1)
             ORDER BY key = ?6 AND gateway = ?5 DESC, serial, manufacturer, model, gateway, key LIMIT ?7";
        let absent = |field: &Option<String>| field.clone().unwrap_or_default();
        let mut statement = self.connection.prepare_cached(text)?;
        let values = params![
            id,
            absent(&meter.serial),
            absent(&meter.manufacturer),
            absent(&meter.model),
            absent(&meter.gateway),
            meter.key,
            RELATIVES
        ];
        let rows = statement.query_map(values, |row| {
            let (id, meter) = meter_of(row)?;
            Ok((id, meter, row.get(6)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn pages(&self, meter: i64, pages: &mut Vec<Pagination>) -> Result<(), LedgerError> {
        let mut statement = self.connection.prepare_cached("SELECT context, page FROM record WHERE meter = ? AND context > 0")?;
        let mut rows = statement.query([meter])?;
        while let Some(row) = rows.next()? {
            pages.extend(row::page_of(row.get(0)?, row.get(1)?)?);
        }
        Ok(())
    }

    fn span(&mut self, meter: i64) -> Result<Span, LedgerError> {
        if let Some(span) = self.spans.get(&meter) {
            return Ok(*span);
        }
        let found = span(&self.records(meter)?);
        self.spans.insert(meter, found);
        Ok(found)
    }

    fn unproven<E: From<LedgerError>>(
        &mut self,
        filter: &Filter,
        mut each: impl FnMut(UnprovenRecord) -> Result<(), E>,
    ) -> Result<usize, E> {
        let wanted = filter.meter.as_deref().unwrap_or_default().trim();
        let text = "SELECT sha256, format, invalid, serial, context, page, min(input) FROM unproven WHERE ?1 = '' OR serial = ?1
             GROUP BY serial, sha256, format, invalid ORDER BY serial, context, page, sha256, format, invalid";
        let mut statement = self.connection.prepare_cached(text).map_err(LedgerError::from)?;
        let mut rows = statement.query([wanted]).map_err(LedgerError::from)?;
        let mut count = 0;
        while let Some(row) = rows.next().map_err(LedgerError::from)? {
            if let Some(unproven) = self.unproven_of(row)? {
                count += 1;
                each(unproven)?;
            }
        }
        Ok(count)
    }

    /// The row, unless the same record is evidence by another delivery.
    fn unproven_of(&self, row: &Row<'_>) -> Result<Option<UnprovenRecord>, LedgerError> {
        let (sha256, format, serial): ([u8; 32], String, String) = (row.get(0)?, row.get(1)?, row.get(3)?);
        let (context, page): (i64, i64) = (row.get(4)?, row.get(5)?);
        let text = "SELECT 1 FROM meter JOIN record ON record.meter = meter.id
             WHERE meter.serial = ?1 AND context = ?2 AND page = ?3 AND sha256 = ?4 AND format = ?5 LIMIT 1";
        let mut statement = self.connection.prepare_cached(text)?;
        let proven = statement.query_row(params![serial, context, page, sha256, format], |_| Ok(())).optional()?;
        if proven.is_some() {
            return Ok(None);
        }
        let input: String = row.get(6)?;
        let name = self.ledger.input_name(&input)?.unwrap_or(input);
        Ok(Some(UnprovenRecord { sha256, format, invalid: row.get(2)?, serial, pagination: row::page_of(context, page)?, input: name }))
    }
}

/// Relatives looked at for one meter at most: a charging point has a few meters in its life, but a name like `WALLBOX`
/// may have thousands.
const RELATIVES: i64 = 64;

/// Of a record that reports tell differently only the best remains: what was checked, else the smallest.
fn once(records: &mut Vec<PastRecord>) {
    if records.iter().all(|record| record.evidence == EvidenceSource::Checked) {
        return;
    }
    let mut best: HashMap<([u8; 32], Arc<str>), (EvidenceSource, usize)> = HashMap::new();
    for (at, record) in records.iter().enumerate() {
        let place = best.entry((record.signed_sha256, record.format.clone())).or_insert((record.evidence, at));
        if record.evidence > place.0 {
            *place = (record.evidence, at);
        }
    }
    let keep: BTreeSet<usize> = best.into_values().map(|(_, at)| at).collect();
    let mut at = 0;
    records.retain(|_| {
        at += 1;
        keep.contains(&(at - 1))
    });
}

fn span(records: &[PastRecord]) -> Span {
    let first = records.iter().filter_map(PastRecord::first_instant).min();
    (first, records.iter().filter_map(PastRecord::last_instant).max())
}

fn meter_of(row: &Row<'_>) -> rusqlite::Result<(i64, KeyedMeter)> {
    let text = |at: usize| row.get::<_, String>(at).map(|text| Some(text).filter(|text| !text.is_empty()));
    let meter = KeyedMeter { serial: text(1)?, manufacturer: text(2)?, model: text(3)?, gateway: text(4)?, key: row.get(5)? };
    Ok((row.get(0)?, meter))
}

fn record_of(row: &Row<'_>, formats: &mut BTreeSet<Arc<str>>) -> Result<RecordRow, LedgerError> {
    let name = row.get_ref(3)?.as_str().map_err(|_| LedgerError::Damaged("format of a record".to_owned()))?;
    let format = match formats.get(name) {
        Some(known) => known.clone(),
        None => {
            let new: Arc<str> = Arc::from(name);
            formats.insert(new.clone());
            new
        }
    };
    Ok(RecordRow {
        context: row.get(0)?,
        page: row.get(1)?,
        sha256: row.get(2)?,
        format,
        evidence: row.get(4)?,
        origin: row.get(5)?,
        content: row.get(6)?,
        claims: row.get(7)?,
    })
}

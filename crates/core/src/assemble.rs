//! Step 5: put checked records together to transactions.
//!
//! What belongs together is decided by what was signed: same key, same gateway, same meter, in the order
//! of the pagination. Where a record signs whether it begins or ends a session, what a container calls
//! begin, end or transaction number plays no part here; rules compare it afterwards. Basis: OCMF 1.4.1,
//! transactions in one or in several records.
//!
//! Some formats sign single readings without any role. Two of one signer make a session only if the
//! container says so: one is declared the begin, one the end, under one transaction number
//! (`declared.rs`). The difference of two genuine readings is then proven, not that it was one session.

use std::collections::{BTreeMap, HashSet};

use eichrecht_model::{
    CheckedRecord, InputAssessment, Measurement, MeasurementRef, Pagination, ParsedRecord, ReadingReason, RecordEntry, RecordId,
    TimeQuality, Transaction, TransactionId, TransactionShape, Verdict,
};

use crate::{billing, declared};

/// What makes records come from one signer: key, gateway, meter.
pub(crate) type Signer<'a> = (Option<&'a str>, Option<&'a str>, Option<&'a str>);

/// A transaction in the making.
#[derive(Clone)]
struct Draft {
    input: usize,
    records: Vec<RecordId>,
    shape: TransactionShape,
}

impl Draft {
    /// A begin and an end that only the container calls so.
    fn declared((begin, end): (&RecordEntry, &RecordEntry)) -> Self {
        Self { input: begin.input, records: vec![begin.id, end.id], shape: TransactionShape::SeparateRecords }
    }
}

/// What a record has of a transaction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    Begin,
    Inner,
    End,
    /// An end and behind it a begin: two halves of two transactions, which one record must not hold.
    EndThenBegin,
    None,
}

/// All transactions, by input and then by the position of their first record.
pub(crate) fn assemble(entries: &[RecordEntry], inputs: &[InputAssessment]) -> Vec<Transaction> {
    let mut drafts = Vec::new();
    for input in inputs {
        let records = entries.get(input.records.clone()).unwrap_or_default();
        let own: Vec<&RecordEntry> = records.iter().filter(|entry| entry.duplicate_of.is_none()).collect();
        drafts.extend(draft(&own));
        drafts.extend(declared::pairs(&own).into_iter().map(Draft::declared));
    }
    if inputs.len() > 1 {
        join_across_inputs(&mut drafts, entries);
        drafts.extend(
            declared::pairs(&declared::left_over(entries, &drafts.iter().flat_map(|draft| draft.records.iter().copied()).collect()))
                .into_iter()
                .map(Draft::declared),
        );
    }
    drafts.sort_by_key(|draft| (draft.input, draft.records.iter().min().copied()));
    drafts.iter().enumerate().map(|(position, draft)| finish(TransactionId(position + 1), draft, entries)).collect()
}

/// Transactions of the given records, each signer for itself.
fn draft(entries: &[&RecordEntry]) -> Vec<Draft> {
    let mut by_signer: BTreeMap<Signer<'_>, Vec<(&RecordEntry, &CheckedRecord)>> = BTreeMap::new();
    for entry in entries {
        if let Ok(record) = &entry.content {
            by_signer.entry(signer(record)).or_default().push((entry, record));
        }
    }
    by_signer.into_values().flat_map(draft_of_signer).collect()
}

pub(crate) fn signer(record: &CheckedRecord) -> Signer<'_> {
    let content = record.content();
    (record.keys().used.as_ref().map(|key| key.fingerprint.as_str()), content.gateway.serial.as_deref(), content.meter.serial.as_deref())
}

fn draft_of_signer(mut records: Vec<(&RecordEntry, &CheckedRecord)>) -> Vec<Draft> {
    records.sort_by_key(|(entry, record)| (order(record), entry.id));
    let mut done = Vec::new();
    let mut open: Option<Draft> = None;
    // The record whose begin was seen last.
    let mut begin: Option<&CheckedRecord> = None;
    for (entry, record) in records {
        let new = |shape| Draft { input: entry.input, records: vec![entry.id], shape };
        let part = part(record);
        // The same begin told again: one more state of the session that is open.
        let (goes_on, again) = (open.is_some(), begin.is_some_and(|begin| retells(record, begin)));
        if matches!(part, Part::Whole | Part::Begin) {
            begin = Some(record);
        }
        match part {
            Part::Whole | Part::Begin if goes_on && again => {
                if let Some(draft) = &mut open {
                    draft.records.push(entry.id);
                }
                if part == Part::Whole {
                    done.extend(open.take().map(|draft| Draft { shape: TransactionShape::SeparateRecords, ..draft }));
                }
            }
            Part::None => {}
            Part::Whole => done.push(new(TransactionShape::WholeInOneRecord)),
            Part::Begin => done.extend(open.replace(new(TransactionShape::EndMissing))),
            Part::Inner => {
                if let Some(draft) = &mut open {
                    draft.records.push(entry.id);
                }
            }
            Part::End => match open.take() {
                Some(mut draft) => {
                    draft.records.push(entry.id);
                    draft.shape = TransactionShape::SeparateRecords;
                    done.push(draft);
                }
                None => done.push(new(TransactionShape::BeginMissing)),
            },
            Part::EndThenBegin => {
                done.extend(open.take());
                done.push(new(TransactionShape::BeginMissing));
            }
        }
    }
    done.extend(open);
    done
}

/// Whether a record tells the begin of an earlier one again, in a format where each record does: the same
/// register, value, time, state and user.
fn retells(record: &CheckedRecord, earlier: &CheckedRecord) -> bool {
    let (record, earlier) = (record.content(), earlier.content());
    let first = |content: &ParsedRecord| {
        let begin = content.measurements.iter().find(|reading| reading.reason.as_ref().is_some_and(ReadingReason::is_begin))?;
        let time = begin.time.as_ref()?.raw.clone();
        Some((time, begin.value?, begin.unit.clone(), begin.obis.clone(), begin.status.clone()))
    };
    let both_retell = record.begin_retold && earlier.begin_retold;
    both_retell && record.user == earlier.user && first(record).is_some() && first(record) == first(earlier)
}

fn order(record: &CheckedRecord) -> (Option<Pagination>, Option<jiff::Timestamp>) {
    let first_time = record.content().measurements.iter().find_map(|m| m.time.as_ref().map(|time| time.instant));
    (record.content().pagination, first_time)
}

fn part(record: &CheckedRecord) -> Part {
    let reasons: Vec<&ReadingReason> = record.content().measurements.iter().filter_map(|m| m.reason.as_ref()).collect();
    let begin = reasons.iter().position(|reason| reason.is_begin());
    let end = reasons.iter().rposition(|reason| reason.is_end());
    match (begin, end) {
        (Some(begin), Some(end)) if begin < end => Part::Whole,
        (Some(_), Some(_)) => Part::EndThenBegin,
        (Some(_), None) => Part::Begin,
        (None, Some(_)) => Part::End,
        (None, None) if reasons.is_empty() => Part::None,
        (None, None) => Part::Inner,
    }
}

/// Begin in one file, end in another: halves that no input could complete by itself are tried together.
/// Complete transactions are left alone, so that a file is judged the same whatever lies beside it.
fn join_across_inputs(drafts: &mut Vec<Draft>, entries: &[RecordEntry]) {
    let mut seen: HashSet<&[u8]> = HashSet::new();
    let halves: Vec<&RecordEntry> = drafts
        .iter()
        .filter(|draft| !draft.shape.is_complete())
        .flat_map(|draft| &draft.records)
        .filter_map(|id| entries.get(id.0.checked_sub(1)?))
        .filter(|entry| seen.insert(entry.source.bytes.as_slice()))
        .collect();
    let joined: Vec<Draft> = draft(&halves).into_iter().filter(|draft| draft.shape.is_complete()).collect();
    let placed: HashSet<RecordId> = joined.iter().flat_map(|draft| draft.records.iter().copied()).collect();
    drafts.retain(|draft| draft.shape.is_complete() || !draft.records.iter().any(|id| placed.contains(id)));
    drafts.extend(joined);
}

fn finish(id: TransactionId, draft: &Draft, entries: &[RecordEntry]) -> Transaction {
    let entry = |id: RecordId| id.0.checked_sub(1).and_then(|at| entries.get(at));
    let records = draft.records.iter().filter_map(|id| Some((*id, declared::role(entry(*id)?), entry(*id)?.content.as_ref().ok()?)));
    let registers = billing::register_runs(records);
    let lookup =
        |at: MeasurementRef| -> Option<&Measurement> { entry(at.record)?.content.as_ref().ok()?.content().measurements.get(at.index) };
    let content = |id: RecordId| Some(entry(id)?.content.as_ref().ok()?.content());
    let billing = billing::choose(&registers, &lookup);
    let run = billing.and_then(|(at, _)| registers.get(at));
    Transaction {
        id,
        input: draft.input,
        records: draft.records.clone(),
        shape: draft.shape,
        stated_energy: run.and_then(|run| billing::stated_energy(run, &lookup)),
        duration_s: run.and_then(|run| billing::counted_duration(run, &content).or_else(|| billing::duration(run, &lookup))),
        time_quality: run.map_or(TimeQuality::Unusable, |run| billing::time_quality(run, &lookup)),
        verdict: Verdict::NotChecked,
        registers,
        billing,
    }
}

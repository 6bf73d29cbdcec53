//! Questions that several rules ask of the facts.

use std::collections::HashSet;

use eichrecht_model::{
    Assessment, CheckedRecord, Decimal, DeclaredRole, Measurement, MeasurementRef, MeterStatus, NotEvaluated, ObisCode, Pagination,
    RecordEntry, RecordId, RegisterKind, RegisterRun, Transaction, Unit,
};

use smallvec::SmallVec;

use crate::{Facts, Formats, Sink};

/// What a question finds: mostly one or two, which need no memory of their own.
pub(crate) type Few<T> = SmallVec<[T; 4]>;

/// A record together with its content.
pub(crate) type Readable<'a> = (&'a RecordEntry, &'a CheckedRecord);

/// All records that could be read, each once. Tells the sink when there are none.
pub(crate) fn readable<'a>(facts: Facts<'a>, sink: &mut Sink<'_>) -> Few<Readable<'a>> {
    let once = facts.assessment.records.iter().filter(|entry| entry.duplicate_of.is_none());
    let found: Few<_> = once.filter_map(|entry| Some((entry, entry.content.as_ref().ok()?))).collect();
    if found.is_empty() {
        sink.not_evaluated(NotEvaluated::NoReadableRecord);
    }
    found
}

/// All records with a valid signature, each once. Tells the sink when there are none.
pub(crate) fn valid<'a>(facts: Facts<'a>, sink: &mut Sink<'_>) -> Few<Readable<'a>> {
    let mut found = readable(facts, sink);
    let any = !found.is_empty();
    found.retain(|(_, record)| record.signature().is_valid());
    if any && found.is_empty() {
        sink.not_evaluated(NotEvaluated::NoValidSignature);
    }
    found
}

/// All transactions, complete or not. Tells the sink when there is nothing to read.
pub(crate) fn transactions<'a>(facts: Facts<'a>, sink: &mut Sink<'_>) -> &'a [Transaction] {
    if facts.assessment.transactions.is_empty() {
        readable(facts, sink);
    }
    &facts.assessment.transactions
}

/// The complete transactions. Tells the sink when there are none.
pub(crate) fn complete<'a>(facts: Facts<'a>, sink: &mut Sink<'_>) -> Few<&'a Transaction> {
    let found: Few<_> = transactions(facts, sink).iter().filter(|transaction| transaction.shape.is_complete()).collect();
    if found.is_empty() && facts.assessment.records.iter().any(|entry| entry.content.is_ok()) {
        sink.not_evaluated(NotEvaluated::NoCompleteTransaction);
    }
    found
}

/// The readable records of a transaction, in signed order.
pub(crate) fn records_of<'a>(
    transaction: &'a Transaction,
    assessment: &'a Assessment,
) -> impl Iterator<Item = (RecordId, &'a CheckedRecord)> {
    transaction.records.iter().filter_map(|id| Some((*id, assessment.checked(*id)?)))
}

/// Whether every record of a transaction has a valid signature.
pub(crate) fn all_valid(transaction: &Transaction, assessment: &Assessment) -> bool {
    transaction.records.iter().all(|id| assessment.checked(*id).is_some_and(|record| record.signature().is_valid()))
}

/// The registers that decide about a transaction: the billing register, or all where none could be chosen.
pub(crate) fn deciding_runs(transaction: &Transaction) -> &[RegisterRun] {
    transaction.billing_register().map_or(transaction.registers.as_slice(), std::slice::from_ref)
}

/// The readings that decide about a transaction: begin and end of [`deciding_runs`].
pub(crate) fn boundary(transaction: &Transaction) -> impl Iterator<Item = MeasurementRef> {
    deciding_runs(transaction).iter().flat_map(|run| run.begins.iter().chain(&run.ends)).copied()
}

/// The deciding readings of all transactions.
pub(crate) fn boundaries(facts: Facts<'_>) -> Lookup<MeasurementRef> {
    Lookup::of(facts.assessment.transactions.iter().flat_map(boundary))
}

/// A set that is made once and then asked; a small one needs no memory of its own.
pub(crate) struct Lookup<T>(Few<T>);

impl<T: Ord> Lookup<T> {
    pub(crate) fn of(members: impl Iterator<Item = T>) -> Self {
        let mut members: Few<T> = members.collect();
        members.sort_unstable();
        Self(members)
    }

    pub(crate) fn contains(&self, wanted: &T) -> bool {
        self.0.binary_search(wanted).is_ok()
    }
}

/// Every reading of every record that has part in a transaction, each once.
pub(crate) fn session_readings<'a>(facts: Facts<'a>, sink: &mut Sink<'_>) -> Vec<(MeasurementRef, &'a Measurement)> {
    let transactions = transactions(facts, sink);
    let mut seen = HashSet::new();
    // One transaction alone names no record twice.
    let mut once = |id: RecordId| transactions.len() < 2 || seen.insert(id);
    let ids = transactions.iter().flat_map(|transaction| &transaction.records).filter(|id| once(**id));
    ids.flat_map(|id| readings_of(facts.assessment, *id)).collect()
}

/// The readings of a record with their places.
pub(crate) fn readings_of(assessment: &Assessment, record: RecordId) -> impl Iterator<Item = (MeasurementRef, &Measurement)> {
    let readings = assessment.checked(record).map(|checked| checked.content().measurements.as_slice()).unwrap_or_default();
    readings.iter().enumerate().map(move |(index, reading)| (MeasurementRef { record, index }, reading))
}

/// Begin and end of one register.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) begin: &'a Measurement,
    pub(crate) end: &'a Measurement,
    pub(crate) begin_at: MeasurementRef,
    pub(crate) end_at: MeasurementRef,
}

impl Pair<'_> {
    /// End minus begin in watt hours; `None` when a value is missing or is no energy.
    pub(crate) fn delta_wh(&self) -> Option<Decimal> {
        in_wh(self.end)?.checked_sub(&in_wh(self.begin)?)
    }

    /// End minus begin for display, in the unit of the end: `29.5 kWh`. Empty when it cannot be computed.
    pub(crate) fn delta_shown(&self) -> String {
        let difference = || {
            let unit = self.end.unit.as_ref()?;
            let begin = self.begin.unit.as_ref()?.convert(self.begin.value.as_ref()?, unit)?;
            Some(amount(Some(&self.end.value?.checked_sub(&begin)?), Some(unit)))
        };
        difference().unwrap_or_default()
    }

    /// Seconds from begin to end, by the instants of the two readings.
    pub(crate) fn seconds(&self) -> Option<i64> {
        let (begin, end) = (self.begin.time.as_ref()?, self.end.time.as_ref()?);
        Some(end.instant.as_second() - begin.instant.as_second())
    }
}

/// Seconds from begin to end as the device counted them beside its clock; `None` where it counts none. Negative when
/// the count runs backwards.
pub(crate) fn counted_seconds(pair: &Pair<'_>, assessment: &Assessment) -> Option<i64> {
    let begin = assessment.checked(pair.begin_at.record)?.content();
    let end = assessment.checked(pair.end_at.record)?.content();
    if pair.begin_at.record == pair.end_at.record {
        return i64::try_from(begin.counted_seconds?).ok();
    }
    i64::try_from(i128::from(end.seconds_index?) - i128::from(begin.seconds_index?)).ok()
}

/// Seconds from begin to end: those counted where there are any, else by the clock.
pub(crate) fn duration_seconds(pair: &Pair<'_>, assessment: &Assessment) -> Option<i64> {
    counted_seconds(pair, assessment).filter(|seconds| *seconds >= 0).or_else(|| pair.seconds())
}

/// Begin and end of a register, if it has exactly one of each.
pub(crate) fn pair<'a>(run: &RegisterRun, assessment: &'a Assessment) -> Option<Pair<'a>> {
    match (run.begins.as_slice(), run.ends.as_slice()) {
        (&[begin_at], &[end_at]) => {
            Some(Pair { begin: assessment.measurement(begin_at)?, end: assessment.measurement(end_at)?, begin_at, end_at })
        }
        _ => None,
    }
}

/// Begin and end of the deciding registers. Tells the sink when a complete transaction has none.
pub(crate) fn deciding_pairs<'a>(transaction: &Transaction, assessment: &'a Assessment, sink: &mut Sink<'_>) -> Few<Pair<'a>> {
    let pairs: Few<_> = deciding_runs(transaction).iter().filter_map(|run| pair(run, assessment)).collect();
    if pairs.is_empty() && transaction.shape.is_complete() {
        sink.not_evaluated(NotEvaluated::ValuesMissing);
    }
    pairs
}

/// All readings of a register in signed order: record by record, and as they stand in each.
pub(crate) fn in_signed_order(run: &RegisterRun, positions: &Positions) -> Few<MeasurementRef> {
    let mut all: Few<_> = run.begins.iter().chain(&run.inner).chain(&run.ends).copied().collect();
    all.sort_by_key(|at| (positions.of(at.record), at.index));
    all
}

/// Place of each record in the signed order of its transaction.
pub(crate) fn positions(transaction: &Transaction) -> Positions {
    let mut places: Few<_> = transaction.records.iter().enumerate().map(|(position, id)| (*id, position)).collect();
    places.sort_unstable();
    Positions(places)
}

/// Records with their places, ordered by record.
pub(crate) struct Positions(Few<(RecordId, usize)>);

impl Positions {
    fn of(&self, record: RecordId) -> Option<usize> {
        let at = self.0.binary_search_by_key(&record, |(id, _)| *id).ok()?;
        self.0.get(at).map(|(_, position)| *position)
    }
}

/// Whether a register counts energy: by its code, or by its unit where the code does not tell.
pub(crate) fn counts_energy(run: &RegisterRun, assessment: &Assessment) -> bool {
    match run.obis.as_ref().map(ObisCode::kind) {
        Some(RegisterKind::Import(..) | RegisterKind::Export(..) | RegisterKind::Reserved) => true,
        Some(RegisterKind::Duration) => false,
        _ => run.begins.iter().chain(&run.ends).chain(&run.inner).any(|at| {
            let unit = assessment.measurement(*at).and_then(|reading| reading.unit.as_ref());
            unit.is_some_and(Unit::is_energy)
        }),
    }
}

/// What a register is called: its code in one spelling, empty where it has none.
pub(crate) fn register_name(run: &RegisterRun) -> String {
    run.obis.as_ref().map(ObisCode::normalised).unwrap_or_default()
}

/// A register without its quantity: what the codes of one amount at the mains side and at the vehicle side have in
/// common, that is channel, tariff and the group behind. `1-0:B2.8.0` and `1-0:B3.8.0` share it.
pub(crate) fn without_quantity(obis: &ObisCode) -> Option<String> {
    let code = obis.normalised();
    let (channel, rest) = code.split_once(':')?;
    let (_, rest) = rest.split_once('.')?;
    Some(format!("{channel}:{rest}"))
}

/// The value of a reading in watt hours.
pub(crate) fn in_wh(reading: &Measurement) -> Option<Decimal> {
    wh(reading.value.as_ref()?, reading.unit.as_ref()?)
}

/// An amount in watt hours.
pub(crate) fn wh(value: &Decimal, unit: &Unit) -> Option<Decimal> {
    unit.convert(value, &Unit::WattHour)
}

/// The value of a reading for display: `12.50 kWh`.
pub(crate) fn shown(reading: &Measurement) -> String {
    amount(reading.value.as_ref(), reading.unit.as_ref())
}

/// An amount for display. Without a unit a question mark stands in its place, so that the text is never
/// taken for a bare number and shown otherwise than it was signed.
pub(crate) fn amount(value: Option<&Decimal>, unit: Option<&Unit>) -> String {
    match (value, unit) {
        (None, _) => String::new(),
        (Some(value), Some(unit)) => format!("{value} {unit}"),
        (Some(value), None) => format!("{value} ?"),
    }
}

/// Whether a fact that may be empty is there, for texts to select on: `found` or `none`.
pub(crate) fn has(found: &str) -> (&'static str, String) {
    ("has", if found.is_empty() { "none" } else { "found" }.to_owned())
}

/// Which of two facts are there, for texts to select on: `both`, `before`, `after` or `none`.
pub(crate) fn has_of(before: &str, after: &str) -> (&'static str, String) {
    let word = match (before.is_empty(), after.is_empty()) {
        (false, false) => "both",
        (false, true) => "before",
        (true, false) => "after",
        (true, true) => "none",
    };
    ("has", word.to_owned())
}

/// Whether a reading begins or ends, as a word for texts. Where the reading signs no reason, the role that the
/// container gives its record is what it was put together by.
pub(crate) fn position_word(assessment: &Assessment, at: MeasurementRef) -> String {
    let reason = assessment.measurement(at).and_then(|reading| reading.reason.as_ref());
    let declared = || assessment.record(at.record)?.source.declared.role();
    let word = match reason {
        Some(reason) if reason.is_begin() => "begin",
        Some(reason) if reason.is_end() => "end",
        Some(_) => "between",
        None => match declared() {
            Some(DeclaredRole::Begin) => "begin",
            Some(DeclaredRole::End) => "end",
            None => "between",
        },
    };
    word.to_owned()
}

/// The state of a meter as a word for texts.
pub(crate) fn status_word(status: Option<&MeterStatus>) -> String {
    let word = match status {
        None => "missing",
        Some(MeterStatus::Ok) => "ok",
        Some(MeterStatus::NotPresent) => "not-present",
        Some(MeterStatus::Timeout) => "timeout",
        Some(MeterStatus::Disconnected) => "disconnected",
        Some(MeterStatus::NotFound) => "not-found",
        Some(MeterStatus::Manipulated) => "manipulated",
        Some(MeterStatus::Exchanged) => "exchanged",
        Some(MeterStatus::Incompatible) => "incompatible",
        Some(MeterStatus::OutOfRange) => "out-of-range",
        Some(MeterStatus::Substitute) => "substitute",
        Some(MeterStatus::OtherError) => "other-error",
        Some(MeterStatus::ReadError) => "read-error",
        Some(_) => "unknown",
    };
    word.to_owned()
}

/// A text without blanks around it; `None` when nothing remains.
pub(crate) fn text(field: Option<&String>) -> Option<&str> {
    field.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// Who signed: the key with the serial numbers its records state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Signer<'a> {
    pub(crate) key: &'a str,
    pub(crate) gateway: Option<&'a str>,
    pub(crate) meter: Option<&'a str>,
}

/// The signer of a record that was checked with a key.
pub(crate) fn signer(record: &CheckedRecord) -> Option<Signer<'_>> {
    let key = record.keys().used.as_ref()?.fingerprint.as_str();
    let content = record.content();
    Some(Signer { key, gateway: text(content.gateway.serial.as_ref()), meter: text(content.meter.serial.as_ref()) })
}

/// One page of a signer's book: a valid record with its place in the counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Page<'a> {
    pub(crate) input: usize,
    pub(crate) signer: Signer<'a>,
    pub(crate) pagination: Pagination,
    pub(crate) id: RecordId,
}

impl<'a> Page<'a> {
    /// Its place among all pages.
    pub(crate) fn place(&self) -> (usize, Signer<'a>, Pagination) {
        (self.input, self.signer, self.pagination)
    }

    /// Whether both pages are counted by the same counter of the same signer.
    pub(crate) fn same_book(&self, other: &Self) -> bool {
        self.input == other.input && self.signer == other.signer && self.pagination.context == other.pagination.context
    }
}

/// All valid records that have a pagination, ordered by input, signer and pagination. Tells the sink when no record is
/// valid.
pub(crate) fn pages<'a>(facts: Facts<'a>, sink: &mut Sink<'_>) -> Few<Page<'a>> {
    valid(facts, sink);
    book(facts.assessment)
}

/// All valid records that have a pagination, each once, ordered by input, signer and pagination.
pub(crate) fn book(assessment: &Assessment) -> Few<Page<'_>> {
    let once = assessment.records.iter().filter(|entry| entry.duplicate_of.is_none());
    let mut pages: Few<Page<'_>> = once.filter_map(|entry| page(assessment, entry.id)).collect();
    pages.sort_unstable();
    pages
}

/// The page of a record, if it is valid and has a pagination.
pub(crate) fn page(assessment: &Assessment, id: RecordId) -> Option<Page<'_>> {
    let entry = assessment.record(id)?;
    let record = entry.content.as_ref().ok().filter(|record| record.signature().is_valid())?;
    Some(Page { input: entry.input, signer: signer(record)?, pagination: record.content().pagination?, id })
}

/// Whether a rule for these formats applies to a record.
pub(crate) fn covers(formats: Formats, entry: &RecordEntry) -> bool {
    match formats {
        Formats::All => true,
        Formats::Only(ids) => entry.format.is_some_and(|format| ids.contains(&format.as_str())),
    }
}

/// The paginations of a transaction's records, for texts: `T7` or `T7 … T9`.
pub(crate) fn page_numbers(transaction: &Transaction, assessment: &Assessment) -> String {
    let mut pages: Vec<Pagination> = records_of(transaction, assessment).filter_map(|(_, record)| record.content().pagination).collect();
    pages.sort_unstable();
    match pages.as_slice() {
        [] => String::new(),
        [one] => one.to_string(),
        [first, .., last] => format!("{first} … {last}"),
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason, TimeSync, TransactionId};

    use super::*;
    use crate::testing::*;

    /// 10,000 sessions of two records each: whatever looks at all pairs of them does not come back in time.
    #[test]
    fn twenty_thousand_records_of_one_signer() {
        let first: jiff::Timestamp = "2020-01-01T00:00:00Z".parse().unwrap();
        let at = |hour: usize| (first + jiff::SignedDuration::from_hours(i64::try_from(hour).unwrap())).to_string();
        let mut scene = Scene::new();
        for session in 0..10_000_usize {
            let (number, id) = (2 * session + 1, session.to_string());
            let begin = reading(ReadingReason::Begin, &session.to_string(), &at(number));
            let end = reading(ReadingReason::End, &(session + 1).to_string(), &at(number + 1));
            scene = scene
                .record(record().reading(begin).page(number as u64).declared("Transaction.Begin", &id))
                .record(record().reading(end).page(number as u64 + 1).declared("Transaction.End", &id))
                .transaction(&[number, number + 1]);
        }
        let assessment = scene.build();
        for rule in crate::all() {
            let (found, outcome) = run(rule, &assessment);
            assert!(found.is_empty(), "{} {outcome:?}", rule.code);
        }
    }

    /// All sessions lie inside one another by their numbers: the worst case for what looks between begin and end.
    #[test]
    fn five_thousand_nested_sessions() {
        let count = 5_000_usize;
        let mut scene = Scene::new();
        for page in 1..=2 * count {
            let reason = if page <= count { ReadingReason::Begin } else { ReadingReason::End };
            scene = scene.record(one_reading(reason, &page.to_string()).page(page as u64));
        }
        for session in 1..=count {
            scene = scene.transaction(&[session, 2 * count + 1 - session]);
        }
        let assessment = scene.build();
        let foreign = crate::find("PAG005").unwrap();
        // Each has another one inside it, but for the innermost.
        assert_eq!(run(foreign, &assessment).1, Outcome::Found(count - 1));
    }

    #[test]
    fn deciding_readings_are_those_of_the_bill_or_of_all_registers() {
        let mut other = reading(ReadingReason::End, "9", "2024-05-01T13:00:00Z");
        other.obis = Some(ObisCode::new("1-0:2.8.0"));
        let mut assessment = Scene::new().record(whole("1", "2").reading(other)).transaction(&[1]).build();
        assert_eq!(boundary(&assessment.transactions[0]).count(), 2);
        assessment.transactions[0].billing = None;
        assert_eq!(boundary(&assessment.transactions[0]).count(), 3);
    }

    #[test]
    fn a_pair_needs_exactly_one_begin_and_one_end() {
        let assessment = Scene::new().record(whole("1.5", "2")).transaction(&[1]).build();
        let found = pair(&assessment.transactions[0].registers[0], &assessment).unwrap();
        assert_eq!((found.delta_wh().unwrap().to_string(), found.seconds()), ("500".to_owned(), Some(3600)));
        assert_eq!(found.delta_shown(), "0.5 kWh");
        let twice = whole("1", "2").reading(reading(ReadingReason::Begin, "1", "2024-05-01T12:00:00Z"));
        let assessment = Scene::new().record(twice).transaction(&[1]).build();
        assert!(pair(&assessment.transactions[0].registers[0], &assessment).is_none());
    }

    #[test]
    fn readings_of_separate_records_keep_the_order_of_the_session() {
        let mut late = reading(ReadingReason::Charging, "1", "2024-05-01T12:00:00Z");
        late.time = Some(meter_time("2024-05-01T12:10:00Z", TimeSync::Informative));
        let mut assessment = Scene::new()
            .record(one_reading(ReadingReason::End, "3"))
            .record(one_reading(ReadingReason::Begin, "1").reading(late))
            .transaction(&[1, 2])
            .build();
        assessment.transactions[0].records = vec![RecordId(2), RecordId(1)];
        let transaction = assessment.transaction(TransactionId(1)).unwrap();
        let order = in_signed_order(&transaction.registers[0], &positions(transaction));
        let places: Vec<_> = order.iter().map(|at| (at.record.0, at.index)).collect();
        assert_eq!(places, [(2, 0), (2, 1), (1, 0)]);
    }

    #[test]
    fn registers_of_one_amount_share_what_is_left() {
        let left = |code: &str| without_quantity(&ObisCode::new(code));
        assert_eq!(left("01-00:B2.08.00*FF"), left("1-0:B3.8.0"));
        assert_ne!(left("1-0:B2.8.0"), left("1-0:B3.8.1"));
        assert_eq!(left("1-b"), None);
    }

    #[test]
    fn a_value_without_unit_is_never_a_bare_number() {
        let value: Decimal = "0.2600".parse().unwrap();
        assert_eq!(amount(Some(&value), Some(&Unit::KilowattHour)), "0.2600 kWh");
        assert_eq!(amount(Some(&value), None), "0.2600 ?");
        assert_eq!(amount(None, Some(&Unit::KilowattHour)), "");
    }
}

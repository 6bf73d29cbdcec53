//! What can be done with the state, without a picture of it: open, check, choose, word.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;

use eichrecht::Verifier;
use eichrecht::model::{Assessment, KeyOrigin, Limits, MeasurementRef, RecordId, Subject};
use eichrecht_front::{files, store};
use eichrecht_report::{Arg, Words};
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil::Date};

use crate::keys::{self, GivenKey, StoreWork};
use crate::list::Line;
use crate::load::{Budget, Checked, Job, Outcome, Running, Source};
use crate::state::{Detail, Notice, RawView, State, Tab, Work};

/// Wakes the window from any thread.
pub(crate) type Wake = Arc<dyn Fn() + Send + Sync>;

/// The present. The front end is where it comes from.
#[allow(clippy::disallowed_methods, reason = "nothing below the front ends has a clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// The present day in UTC.
pub(crate) fn today() -> Date {
    now().to_zoned(TimeZone::UTC).date()
}

impl State {
    /// Opens more, and checks everything that is open in one go, so that begin and end may lie in two files.
    pub(crate) fn open(&mut self, fresh: Vec<Source>, wake: &Wake) {
        // What is being opened is not forgotten when more comes meanwhile.
        self.pending.extend(fresh);
        self.start(wake);
    }

    /// Checks again what is open: with other keys, another bill, or after a cancel.
    pub(crate) fn check_again(&mut self, wake: &Wake) {
        if !self.kept.is_empty() || !self.pending.is_empty() {
            self.start(wake);
        }
    }

    fn start(&mut self, wake: &Wake) {
        if let Work::Running(running) = &self.work {
            running.cancel();
        }
        self.notice = None;
        self.page = crate::state::Page::Result;
        let Some(verifier) = self.verifier() else { return };
        let beyond = self.text("beyond-budget");
        let wake = Arc::clone(wake);
        let job = Job { kept: self.kept.clone(), fresh: self.pending.clone(), verifier, budget: Budget::default(), beyond };
        self.work = Work::Running(Running::start(job, move || wake()));
        self.return_to = self.chosen.take().or(self.return_to);
        self.detail = None;
    }

    fn verifier(&mut self) -> Option<Verifier> {
        let limits = Limits::default();
        let mut verifier = Verifier::new().require_origin(self.preferences.origin()).now(now());
        for key in &self.keys {
            verifier = verifier.key(KeyOrigin::User, &key.name, key.bytes.clone());
        }
        if self.preferences.ask_store
            && let Ok(path) = store::own()
        {
            verifier = verifier.key_directory(keys::directory(&path));
        }
        // What was typed has been read once before it came here.
        match self.bill.as_ref().map(|form| form.request(&limits)) {
            Some(Ok(Some(request))) => verifier = verifier.bill(request),
            Some(Err(_)) => {
                self.form_problem = Some(self.text("bill-unreadable"));
                return None;
            }
            None | Some(Ok(None)) => {}
        }
        Some(verifier)
    }

    /// Looks whether threads have something new.
    pub(crate) fn poll(&mut self) {
        if let Work::Running(running) = &self.work
            && let Some(outcome) = running.outcome()
        {
            self.pending.clear();
            match outcome {
                Outcome::Done(checked) => self.done(*checked),
                Outcome::Cancelled(kept) => {
                    self.kept = kept;
                    self.work = Work::Cancelled;
                }
                Outcome::Fault(kept, text) => {
                    self.kept = kept;
                    self.work = Work::Fault(text);
                }
            }
        }
        if let Some(answer) = self.keys_view.busy.as_ref().and_then(|busy| busy.try_recv().ok()) {
            self.keys_view.busy = None;
            self.keys_view.answer = Some(answer);
        }
        if let Some(content) = self.ledger.busy.as_ref().and_then(|busy| busy.try_recv().ok()) {
            self.ledger.busy = None;
            self.ledger.content = Some(content);
            self.ledger.chart = None;
            self.ledger.meter = 0;
        }
        if let Some(written) = self.exporting.as_ref().and_then(|exporting| exporting.try_recv().ok()) {
            self.exporting = None;
            crate::export::told(self, &written);
        }
        if let Some(hash) = self.hashing.as_ref().and_then(|hashing| hashing.try_recv().ok()) {
            self.hashing = None;
            self.own_hash = Some(hash);
        }
    }

    fn done(&mut self, checked: Checked) {
        let before = self.kept.len();
        self.kept.clone_from(&checked.kept);
        if checked.repeated > 0 {
            let text = self.words.say("notice-repeated", &[("count", Arg::Count(checked.repeated))]);
            self.notice = Some(Notice { text, bad: false });
        }
        self.arrangement.arrange(&checked.lines);
        self.word_whole(&checked.assessment);
        // What was opened last is what one wants to see.
        let newest = checked.lines.iter().position(|line| line.input >= before && line.verdict.is_some());
        let before = self.return_to.take().filter(|line| *line < checked.lines.len());
        let any = checked.lines.iter().position(|line| line.verdict.is_some()).or((!checked.lines.is_empty()).then_some(0));
        self.work = if checked.kept.is_empty() { Work::Nothing } else { Work::Done(Arc::new(checked)) };
        self.choose(newest.or(before).or(any));
        self.follow = true;
    }

    fn word_whole(&mut self, assessment: &Assessment) {
        self.overall = self.words.headline(assessment).sentence;
        self.bill_content = self.words.bill(assessment);
    }

    /// Chooses a line and words it.
    pub(crate) fn choose(&mut self, line: Option<usize>) {
        self.chosen = line;
        self.detail = None;
        self.unfolded = None;
        let (Some(checked), Some(line)) = (self.checked(), line) else { return };
        if let Some(line) = checked.lines.get(line) {
            self.detail = detail(&self.words, &checked.assessment, line);
            self.raw = RawView { hex: self.raw.hex, ..RawView::default() };
            self.raw.record = self.detail.as_ref().and_then(|detail| detail.records.first().copied());
        }
    }

    /// Chooses the next or previous line that is shown.
    pub(crate) fn step(&mut self, forward: bool) {
        let shown = &self.arrangement.shown;
        let at = self.chosen.and_then(|chosen| shown.iter().position(|line| *line == chosen));
        let next = match (at, forward) {
            (None, _) => 0,
            (Some(at), true) => (at + 1).min(shown.len().saturating_sub(1)),
            (Some(at), false) => at.saturating_sub(1),
        };
        let next = shown.get(next).copied();
        if next.is_some() && next != self.chosen {
            self.choose(next);
            self.follow = true;
        }
    }

    /// Arranges the list anew.
    pub(crate) fn arrange(&mut self) {
        if let Some(checked) = self.checked() {
            self.arrangement.arrange(&checked.lines);
        }
    }

    /// Everything is worded anew in the language of the preferences.
    pub(crate) fn speak(&mut self) {
        self.words = Words::new(self.preferences.language());
        self.notice = None;
        self.form_problem = None;
        self.keys_view.answer = None;
        self.keys_view.problem = None;
        self.ledger.chart = None;
        if let Some(checked) = self.checked() {
            self.word_whole(&checked.assessment);
            let (raw, unfolded) = (self.raw.clone(), self.unfolded);
            self.choose(self.chosen);
            (self.raw, self.unfolded) = (RawView { content: None, ..raw }, unfolded);
        }
    }

    /// Shows the place of a finding: its record, and in the bytes what the finding speaks of.
    pub(crate) fn go_to(&mut self, code: &str, subject: Subject) {
        let Some(checked) = self.checked() else { return };
        let (record, reading) = match subject {
            Subject::Record(record) => (Some(record), None),
            Subject::Measurement(at) => (Some(at.record), Some(at.index)),
            Subject::Transaction(id) => (checked.assessment.transaction(id).and_then(|t| t.records.first().copied()), None),
            Subject::Input | Subject::Claim(_) | Subject::Bill => (self.detail.as_ref().and_then(|d| d.records.first().copied()), None),
        };
        let Some(record) = record else { return };
        let facts = checked.assessment.findings.iter().filter(|finding| finding.code == code && finding.subject == subject);
        let marked = facts.flat_map(|finding| finding.facts.iter().map(|(_, value)| value.clone())).collect();
        self.show_record(Some(record));
        self.mark(marked, reading);
    }

    /// Shows a record.
    pub(crate) fn show_record(&mut self, record: Option<RecordId>) {
        self.raw = RawView { hex: self.raw.hex, record, ..RawView::default() };
        self.tab = Tab::Records;
    }

    /// Shows a reading in the bytes of its record.
    pub(crate) fn show_reading(&mut self, at: MeasurementRef) {
        self.show_record(Some(at.record));
        self.mark(Vec::new(), Some(at.index));
    }

    /// Marks texts, or a reading, in the bytes on the screen.
    pub(crate) fn mark(&mut self, marked: Vec<String>, reading: Option<usize>) {
        self.raw = RawView { marked, reading, scroll: true, ranges: None, ..std::mem::take(&mut self.raw) };
    }

    /// Takes keys from a file or a text; everything that is open is checked again with them.
    pub(crate) fn add_keys(&mut self, name: &str, bytes: &[u8], wake: &Wake) -> bool {
        match keys::given(name, bytes, &Limits::default()) {
            Ok(found) => {
                let new: Vec<GivenKey> = found.into_iter().filter(|key| !self.keys.iter().any(|known| known.bytes == key.bytes)).collect();
                self.keys.extend(new);
                self.keys_view.problem = None;
                let page = self.page;
                self.check_again(wake);
                self.page = page;
                true
            }
            Err(problem) => {
                self.keys_view.problem = Some(eichrecht_report::key_problem(name, &problem, self.words.language()));
                false
            }
        }
    }

    /// Takes keys from a file.
    pub(crate) fn add_key_file(&mut self, path: &Path, wake: &Wake) {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        match files::read_ordinary(path, Limits::default().input_bytes) {
            Ok(bytes) => {
                self.add_keys(&name, &bytes, wake);
            }
            Err(refused) => self.keys_view.problem = Some(format!("{name}: {}", refused.detail)),
        }
    }

    /// Does something with the key store, on a thread.
    pub(crate) fn ask_store(&mut self, work: StoreWork, wake: &Wake) {
        let Ok(path) = store::own() else {
            self.keys_view.answer = Some(Err(self.text("store-nowhere")));
            return;
        };
        let (sender, receiver) = channel();
        let (language, wake) = (self.words.language(), Arc::clone(wake));
        let run = move || {
            let _ = sender.send(keys::work(&path, &work, today(), language));
            wake();
        };
        self.keys_view.answer = None;
        self.keys_view.busy = thread::Builder::new().name("keys".to_owned()).spawn(run).ok().map(|_| receiver);
    }

    /// Begins to work out the SHA-256 of the running program, once.
    pub(crate) fn hash_program(&mut self, wake: &Wake) {
        if self.own_hash.is_some() || self.hashing.is_some() {
            return;
        }
        let (sender, receiver) = channel();
        let wake = Arc::clone(wake);
        let run = move || {
            let _ = sender.send(files::own_hash().unwrap_or_else(|| "-".to_owned()));
            wake();
        };
        self.hashing = thread::Builder::new().name("hash".to_owned()).spawn(run).ok().map(|_| receiver);
    }

    /// Says something at the foot of the window.
    pub(crate) fn tell(&mut self, text: String, bad: bool) {
        self.notice = Some(Notice { text, bad });
    }

    /// Closes everything that is open. Keys stay.
    pub(crate) fn close(&mut self) {
        if let Work::Running(running) = &self.work {
            running.cancel();
        }
        self.kept.clear();
        self.pending.clear();
        self.work = Work::Nothing;
        self.chosen = None;
        self.return_to = None;
        self.detail = None;
        self.notice = None;
        self.bill = None;
        self.arrangement = crate::list::Arrangement::default();
    }

    /// Closes the input of the line chosen; the others are checked again without it.
    pub(crate) fn close_chosen(&mut self, wake: &Wake) {
        let Some(input) = self.detail.as_ref().map(|detail| detail.input) else { return };
        if input < self.kept.len() {
            self.kept.remove(input);
        }
        if self.kept.is_empty() { self.close() } else { self.check_again(wake) }
    }
}

/// Words a line.
fn detail(words: &Words, assessment: &Assessment, line: &Line) -> Option<Detail> {
    let head = words.input(assessment, line.input)?;
    let content = line.session.and_then(|id| words.session(assessment, id));
    let energy = line.session.and_then(|id| words.session_line(assessment, id)).map(|line| {
        let [_, _, amount, proof, ..] = line.cells;
        (amount, proof, line.proven)
    });
    let (findings, records) = match line.session.and_then(|id| assessment.transaction(id)) {
        Some(session) => (words.session_findings(assessment, session.id), session.records.clone()),
        None => {
            let loose: HashSet<RecordId> = head.loose.iter().copied().collect();
            let all = assessment.records_of(line.input).iter().map(|entry| entry.id);
            // With sessions beside it, the line of an input is about what belongs to none.
            let records: Vec<RecordId> = if loose.is_empty() { all.collect() } else { all.filter(|id| loose.contains(id)).collect() };
            (head.findings.clone(), records)
        }
    };
    let only_session = assessment.transactions_of(line.input).take(2).count() == 1;
    let sentence = match line.session {
        // The sentence on an input with one session is about that session, and says more.
        Some(id) if !only_session => words.session_sentence(assessment, id),
        _ => head.headline.sentence.clone(),
    };
    Some(Detail {
        sentence,
        input: line.input,
        session: line.session,
        only_session,
        readings: records.iter().flat_map(|id| readings(assessment, *id)).collect(),
        head,
        content,
        energy,
        findings,
        records,
        chart: None,
        whole: None,
    })
}

/// The readings of a record.
pub(crate) fn readings(assessment: &Assessment, record: RecordId) -> impl Iterator<Item = MeasurementRef> + use<> {
    let count = assessment.checked(record).map_or(0, |record| record.content().measurements.len());
    (0..count).map(move |index| MeasurementRef { record, index })
}

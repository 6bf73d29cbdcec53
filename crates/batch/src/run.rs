//! A run: one thread reads, as many as there are cores verify, one writes.
//!
//! Few chunks are under way at a time, so memory does not depend on the size of the inputs. Rows are written in input
//! order, and a journal beside the output says how far they are safely on the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use eichrecht::model::Limits;

use crate::journal::{Journal, State, with_ending};
use crate::sink::{self, Rendered, ResultForm, Sink, part_path};
use crate::source::{self, Bounds, Chunk, Feed, Plan, Source, told};
use crate::{Columns, Counts, Engine, Row};

/// How a run is to go.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which columns of tables are read.
    pub columns: Columns,
    /// Where the result goes; `None` is standard output.
    pub output: Option<PathBuf>,
    /// Its form.
    pub form: ResultForm,
    /// Go on with an unfinished run, if there is one.
    pub resume: bool,
    /// Keep the order of the inputs.
    pub ordered: bool,
    /// Stop when more inputs than this failed; counted from the start of this run.
    pub max_failed: Option<u64>,
    /// Threads that verify.
    pub workers: usize,
    /// How long rows of a text may be written without being saved: what a power failure costs. Parquet is saved by
    /// pieces.
    pub save_every: Duration,
    /// Everything else a row depends on, by name and value: keys, options, program. A run is only gone on with when
    /// all of it is the same.
    pub marks: Vec<(String, String)>,
}

/// What a run tells while it goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows written, those of an earlier run that is gone on with among them.
    pub counts: Counts,
    /// Bytes of the inputs read so far.
    pub read: u64,
    /// Bytes of all inputs; `None` where that is not known.
    pub total: Option<u64>,
}

/// Watches a run.
pub trait Watch: Sync {
    /// Called whenever rows were written.
    fn progress(&self, progress: Progress);
    /// Whether the run is to stop: what is under way is finished and saved.
    fn wants_stop(&self) -> bool;
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Everything was read and written.
    Complete,
    /// [`Watch::wants_stop`].
    Stopped,
    /// [`Settings::max_failed`].
    TooManyFailed,
    /// Nobody reads the output any more.
    OutputClosed,
}

/// What came of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Rows written, those of an earlier run that was gone on with among them.
    pub counts: Counts,
    /// How many of them were there before.
    pub resumed: u64,
    /// How it ended.
    pub ended: Ended,
}

/// Why a run could not be.
#[derive(Debug)]
#[non_exhaustive]
pub enum RunError {
    /// There is an unfinished output, and it was not asked to go on with it.
    Unfinished(PathBuf),
    /// The unfinished output cannot be gone on with; why.
    CannotResume(String),
    /// The output cannot be written.
    Output(io::Error),
    /// The [`Keeper`](crate::Keeper) could not keep what was found; why.
    Keeper(String),
    /// The program failed.
    Fault,
}

/// A run that is about to start.
pub struct Run {
    plan: Plan,
    settings: Settings,
    journal: Journal,
    resumes: bool,
}

impl Run {
    /// Prepares a run; finds the unfinished one that it goes on with. `now` is the present for a new one.
    ///
    /// # Errors
    /// [`RunError::Unfinished`] and [`RunError::CannotResume`].
    pub fn new(plan: Plan, settings: Settings, now: jiff::Timestamp) -> Result<Self, RunError> {
        let mut marks = settings.marks.clone();
        marks.extend([
            ("columns".to_owned(), format!("{:?}", settings.columns)),
            ("the form of the inputs".to_owned(), format!("{:?}", plan.form())),
            ("the form of the output".to_owned(), format!("{:?}", settings.form)),
            ("keeping the order".to_owned(), settings.ordered.to_string()),
        ]);
        let fresh = |plan: &Plan| Journal::new(plan, marks.clone(), now);
        let Some(output) = &settings.output else {
            return Ok(Self { journal: fresh(&plan), plan, settings, resumes: false });
        };
        let journal_path = journal_path(output);
        let unfinished = journal_path.exists() || part_path(output).exists();
        if !settings.resume {
            return match unfinished {
                true => Err(RunError::Unfinished(part_path(output))),
                false => Ok(Self { journal: fresh(&plan), plan, settings, resumes: false }),
            };
        }
        if plan.sources().contains(&Source::Stdin) {
            return Err(RunError::CannotResume("standard input cannot be read a second time".to_owned()));
        }
        if !journal_path.exists() {
            // It ended before anything was saved: nothing of it is of use.
            remove(&part_path(output)).map_err(RunError::Output)?;
            return Ok(Self { journal: fresh(&plan), plan, settings, resumes: false });
        }
        let journal = Journal::read(&journal_path).map_err(RunError::CannotResume)?;
        journal.fits(&plan, &marks).map_err(RunError::CannotResume)?;
        Ok(Self { journal, plan, settings, resumes: true })
    }

    /// The present that all rows are judged by: that of the first start.
    ///
    /// # Errors
    /// [`RunError::CannotResume`] when the journal holds none.
    pub fn now(&self) -> Result<jiff::Timestamp, RunError> {
        self.journal.now.parse().map_err(|_| RunError::CannotResume("its journal is damaged".to_owned()))
    }

    /// Goes through all inputs.
    ///
    /// # Errors
    /// [`RunError::Output`], [`RunError::Fault`]. What was written before stays and can be gone on with.
    pub fn start(mut self, engine: &Engine, watch: &dyn Watch) -> Result<Summary, RunError> {
        let before = self.journal.state.counts;
        let output = self.settings.output.clone();
        if let (true, Some(output)) = (self.resumes, &output)
            && !part_path(output).exists()
            && output.exists()
        {
            // It was complete, only the journal was still there.
            remove(&journal_path(output)).map_err(RunError::Output)?;
            return Ok(Summary { counts: before, resumed: before.rows(), ended: Ended::Complete });
        }
        let state = self.resumes.then_some(&self.journal.state);
        let mut sink = sink::open(output.as_deref(), self.settings.form, self.settings.save_every, state).map_err(|error| {
            match (state, error.kind()) {
                (None, io::ErrorKind::AlreadyExists) => RunError::Unfinished(output.as_deref().map(part_path).unwrap_or_default()),
                (Some(_), _) => RunError::CannotResume(told(&error)),
                _ => RunError::Output(error),
            }
        })?;
        let ended = self.pump(engine, watch, sink.as_mut());
        let ended = match ended {
            Err(RunError::Output(error)) if output.is_none() && error.kind() == io::ErrorKind::BrokenPipe => Ok(Ended::OutputClosed),
            other => other,
        }?;
        engine.commit().map_err(RunError::Keeper)?;
        if let Some(output) = &output {
            self.save(sink.as_mut(), output, true).map_err(RunError::Output)?;
            if ended == Ended::Complete {
                sink.finish(&mut self.journal.state).map_err(RunError::Output)?;
                remove(&journal_path(output)).map_err(RunError::Output)?;
            }
        }
        Ok(Summary { counts: self.journal.state.counts, resumed: before.rows(), ended })
    }

    fn save(&mut self, sink: &mut dyn Sink, output: &Path, last: bool) -> io::Result<()> {
        sink.save(&mut self.journal.state, last)?;
        self.journal.write(&journal_path(output))
    }

    /// Reader, workers and, in this thread, the writer.
    fn pump(&mut self, engine: &Engine, watch: &dyn Watch, sink: &mut dyn Sink) -> Result<Ended, RunError> {
        let flow = Flow { read: Arc::default(), stop: AtomicBool::new(false), budget: Budget::new(self.settings.workers * 3) };
        let (jobs, waiting) = mpsc::channel::<Job>();
        let waiting = Mutex::new(waiting);
        let (done, finished) = mpsc::channel::<Done>();
        let (plan, columns, form) = (self.plan.clone(), self.settings.columns.clone(), self.settings.form);
        let skip = Skip::of(&self.journal.state);
        thread::scope(|scope| {
            let (flow, waiting, columns) = (&flow, &waiting, &columns);
            let reader = scope.spawn(move || {
                let mut next = Next::default();
                let mut emit = |chunk: Chunk| {
                    let (number, first_row) = next.take(&chunk);
                    if flow.stop.load(Ordering::Relaxed) || watch.wants_stop() {
                        return ControlFlow::Break(());
                    }
                    if skip.contains(number) {
                        return ControlFlow::Continue(());
                    }
                    let bytes = flow.budget.acquire(chunk.bytes());
                    match jobs.send(Job { number, first_row, chunk, bytes }) {
                        Ok(()) => ControlFlow::Continue(()),
                        Err(_) => ControlFlow::Break(()),
                    }
                };
                let Limits { input_bytes, row_bytes, archive_depth, .. } = Limits::default();
                let bounds = Bounds { input_bytes, row_bytes, depth: archive_depth };
                source::read_all(&plan, &flow.read, &mut Feed::new(&mut emit, bounds, columns))
            });
            for _ in 0..self.settings.workers {
                let done = done.clone();
                scope.spawn(move || work(waiting, &done, engine, columns, form, &flow.stop));
            }
            drop(done);
            let written = self.write(&finished, flow, sink, engine, watch);
            if written.is_err() {
                flow.stop.store(true, Ordering::Relaxed);
                flow.budget.open_wide();
                finished.iter().for_each(drop);
            }
            let all_read = reader.join().map_err(|_| RunError::Fault)?;
            match (written?, all_read) {
                (Some(ended), _) => Ok(ended),
                (None, ControlFlow::Continue(())) => Ok(Ended::Complete),
                (None, ControlFlow::Break(())) => Ok(Ended::Stopped),
            }
        })
    }

    /// Writes what comes from the workers, in order if that is wanted. Why it stopped, if it did before the end.
    fn write(
        &mut self,
        finished: &mpsc::Receiver<Done>,
        flow: &Flow,
        sink: &mut dyn Sink,
        engine: &Engine,
        watch: &dyn Watch,
    ) -> Result<Option<Ended>, RunError> {
        let output = self.settings.output.clone();
        let total = self.plan.bytes();
        let failed_before = self.journal.state.counts.failed;
        let mut early: BTreeMap<u64, Done> = BTreeMap::new();
        let mut ended = None;
        for done in finished {
            early.insert(done.number, done);
            loop {
                let next = early.first_key_value().map(|(number, _)| *number);
                let may = |number: &u64| !self.settings.ordered || *number == self.journal.state.chunks;
                let Some(done) = next.filter(may).and_then(|number| early.remove(&number)) else { break };
                flow.budget.release(done.bytes);
                if ended.is_some() {
                    continue;
                }
                let rendered = done.rendered.ok_or(RunError::Fault)?.map_err(RunError::Output)?;
                sink.write(rendered.body).map_err(RunError::Output)?;
                advance(&mut self.journal.state, done.number, &rendered.counts);
                watch.progress(Progress { counts: self.journal.state.counts, read: flow.read.load(Ordering::Relaxed), total });
                if let (Some(output), true) = (&output, sink.is_due()) {
                    engine.commit().map_err(RunError::Keeper)?;
                    self.save(sink, output, false).map_err(RunError::Output)?;
                }
                let failed = self.journal.state.counts.failed - failed_before;
                if self.settings.max_failed.is_some_and(|most| failed > most) {
                    ended = Some(Ended::TooManyFailed);
                    flow.stop.store(true, Ordering::Relaxed);
                }
            }
        }
        // In a run without gaps nothing is left over.
        if early.is_empty() || ended.is_some() { Ok(ended) } else { Err(RunError::Fault) }
    }
}

/// Notes a chunk as written.
fn advance(state: &mut State, number: u64, counts: &Counts) {
    state.counts.add_all(counts);
    state.ahead.push(number);
    while let Some(at) = state.ahead.iter().position(|ahead| *ahead == state.chunks) {
        state.ahead.swap_remove(at);
        state.chunks += 1;
    }
    state.ahead.sort_unstable();
}

fn journal_path(output: &Path) -> PathBuf {
    with_ending(output, ".journal")
}

/// Removes a file or folder, if it is there.
fn remove(path: &Path) -> io::Result<()> {
    let removed = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A chunk on its way to a worker.
struct Job {
    number: u64,
    first_row: u64,
    chunk: Chunk,
    bytes: usize,
}

/// A chunk on its way to the writer; without rows the program failed at it.
struct Done {
    number: u64,
    bytes: usize,
    rendered: Option<io::Result<Rendered>>,
}

fn work(
    waiting: &Mutex<mpsc::Receiver<Job>>,
    done: &mpsc::Sender<Done>,
    engine: &Engine,
    columns: &Columns,
    form: ResultForm,
    stop: &AtomicBool,
) {
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { number, first_row, chunk, bytes }) = next else { return };
        let rows = || {
            let items = chunk.into_items(columns);
            let rows: Vec<Row> = (first_row..).zip(items).map(|(number, item)| engine.verify(number, item)).collect();
            Rendered::new(&rows, form)
        };
        // When nothing more is written, nothing more need be verified.
        let rendered = if stop.load(Ordering::Relaxed) { None } else { catch_unwind(AssertUnwindSafe(rows)).ok() };
        if done.send(Done { number, bytes, rendered }).is_err() {
            return;
        }
    }
}

/// Numbers of chunks and rows.
#[derive(Default)]
struct Next {
    chunk: u64,
    rows: u64,
}

impl Next {
    /// Number of the chunk, counted from 0, and of its first row, counted from 1.
    fn take(&mut self, chunk: &Chunk) -> (u64, u64) {
        let numbers = (self.chunk, self.rows + 1);
        self.chunk += 1;
        self.rows += u64::try_from(chunk.len()).unwrap_or(0);
        numbers
    }
}

/// Chunks that an earlier run has written.
struct Skip {
    before: u64,
    ahead: BTreeSet<u64>,
}

impl Skip {
    fn of(state: &State) -> Self {
        Self { before: state.chunks, ahead: state.ahead.iter().copied().collect() }
    }

    fn contains(&self, number: u64) -> bool {
        number < self.before || self.ahead.contains(&number)
    }
}

/// What the threads of a run share.
struct Flow {
    /// Bytes read so far.
    read: Arc<AtomicU64>,
    /// Nothing more is to be read, verified or written.
    stop: AtomicBool,
    budget: Budget,
}

/// Bounds what is under way between reader and writer: in chunks, and in bytes.
struct Budget {
    most_chunks: usize,
    under_way: Mutex<UnderWay>,
    freed: Condvar,
}

#[derive(Default)]
struct UnderWay {
    chunks: usize,
    bytes: usize,
    unbounded: bool,
}

/// Bytes under way at most. One input may be larger; it then goes alone.
const BYTES_UNDER_WAY: usize = 32 << 20;

impl Budget {
    fn new(most_chunks: usize) -> Self {
        Self { most_chunks: most_chunks.max(2), under_way: Mutex::default(), freed: Condvar::new() }
    }

    /// Waits until there is room.
    fn acquire(&self, bytes: usize) -> usize {
        let full = |held: &mut UnderWay| {
            !held.unbounded && held.chunks > 0 && (held.chunks >= self.most_chunks || held.bytes + bytes > BYTES_UNDER_WAY)
        };
        let held = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        let mut held = self.freed.wait_while(held, full).unwrap_or_else(PoisonError::into_inner);
        held.chunks += 1;
        held.bytes += bytes;
        bytes
    }

    fn release(&self, bytes: usize) {
        let mut held = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        held.chunks = held.chunks.saturating_sub(1);
        held.bytes = held.bytes.saturating_sub(bytes);
        drop(held);
        self.freed.notify_all();
    }

    /// Lets everybody through: nothing is kept any more.
    fn open_wide(&self) {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner).unbounded = true;
        self.freed.notify_all();
    }
}

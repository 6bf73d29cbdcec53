//! From files to an assessment, on a thread of its own. Dialogs, drops, pastes and arguments all come through here.

use std::any::Any;
use std::collections::HashMap;
use std::io;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use eichrecht::model::{Assessment, Limits, ReadErrorKind};
use eichrecht::{Input, Progress, Refused, Verifier};
use eichrecht_front::files;

use crate::list::Line;

/// Bounds of what is opened in one go, beside those of [`Limits`] for each input.
#[derive(Clone, Debug)]
pub struct Budget {
    /// Limits of the verifier.
    pub limits: Limits,
    /// Bytes of all inputs together. Default 1 GiB.
    pub bytes: u64,
    /// Inputs. Default 50,000.
    pub inputs: usize,
    /// Folders inside one another. Default 16.
    pub depth: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { limits: Limits::default(), bytes: 1 << 30, inputs: 50_000, depth: 16 }
    }
}

/// What is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file, or a folder with everything in it.
    Path(PathBuf),
    /// Something pasted or dropped without a file.
    Bytes {
        /// Name to show.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

/// An input that is open. Its bytes are kept, so that another key or a bill needs no file again.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Name to show.
    pub name: String,
    /// The bytes as read, or why there are none.
    pub bytes: Result<Arc<[u8]>, Refused>,
}

impl Kept {
    /// As the verifier takes it.
    #[must_use]
    pub fn input(&self) -> Input {
        match &self.bytes {
            Ok(bytes) => Input::new(self.name.clone(), bytes.to_vec()),
            Err(refused) => Input::refused(self.name.clone(), refused.clone()),
        }
    }

    fn size(&self) -> u64 {
        self.bytes.as_ref().map_or(0, |bytes| length(bytes.len()))
    }
}

/// A whole piece of work.
pub struct Job {
    /// Inputs that are open already.
    pub kept: Vec<Kept>,
    /// What is to be opened.
    pub fresh: Vec<Source>,
    /// The verifier with its keys and its bill.
    pub verifier: Verifier,
    /// Bounds.
    pub budget: Budget,
    /// What is told of inputs beyond the bounds, in the language of the window.
    pub beyond: String,
}

/// What a job ended with.
pub enum Outcome {
    /// All inputs were verified.
    Done(Box<Checked>),
    /// It was cancelled. Nothing was verified; these inputs were open before.
    Cancelled(Vec<Kept>),
    /// A fault of this program. Nothing was verified; these inputs were open before.
    Fault(Vec<Kept>, String),
}

/// Inputs with what was found about them.
pub struct Checked {
    /// The inputs, in the order of [`Assessment::inputs`].
    pub kept: Vec<Kept>,
    /// What was found.
    pub assessment: Assessment,
    /// The lines of the list, in the order of the data.
    pub lines: Vec<Line>,
    /// Inputs that were open already, byte for byte and by name, and were not opened again.
    pub repeated: usize,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Files are read; so many are.
    Files(usize),
    /// The verifier is at work.
    Verify(Progress),
}

/// A job on its thread.
pub struct Running {
    cancel: Arc<AtomicBool>,
    stage: Arc<Mutex<Stage>>,
    outcome: Receiver<Outcome>,
}

impl Running {
    /// Starts a job. `wake` is called when there is something new to show, at most some twenty times a second.
    pub fn start(job: Job, wake: impl Fn() + Send + 'static) -> Self {
        let cancel = Arc::new(AtomicBool::new(false));
        let stage = Arc::new(Mutex::new(Stage::Files(0)));
        let (sender, outcome) = channel();
        let watch = Watch { cancel: Arc::clone(&cancel), stage: Arc::clone(&stage), wake: Box::new(wake), told: Instant::now() };
        let spawned = {
            let sender = sender.clone();
            let kept = job.kept.clone();
            thread::Builder::new().name("verify".to_owned()).spawn(move || work(job, kept, watch, &sender))
        };
        if let Err(error) = spawned {
            // The receiver is in our hands: sending cannot fail.
            let _ = sender.send(Outcome::Fault(Vec::new(), error.to_string()));
        }
        Self { cancel, stage, outcome }
    }

    /// Asks the job to end. It does so before the next input.
    pub fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }

    /// How far it is.
    #[must_use]
    pub fn stage(&self) -> Stage {
        *self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What it ended with, once it has.
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome.try_recv().ok()
    }
}

struct Watch {
    cancel: Arc<AtomicBool>,
    stage: Arc<Mutex<Stage>>,
    wake: Box<dyn Fn() + Send>,
    told: Instant,
}

/// The user wants no more of it.
struct Stop;

impl Watch {
    fn tell(&mut self, stage: Stage) -> ControlFlow<Stop> {
        if self.cancel.load(Ordering::Relaxed) {
            return ControlFlow::Break(Stop);
        }
        *self.stage.lock().unwrap_or_else(PoisonError::into_inner) = stage;
        if self.told.elapsed() > Duration::from_millis(50) {
            self.told = Instant::now();
            (self.wake)();
        }
        ControlFlow::Continue(())
    }
}

fn work(job: Job, before: Vec<Kept>, mut watch: Watch, sender: &Sender<Outcome>) {
    let outcome = match catch_unwind(AssertUnwindSafe(|| run(job, &mut watch))) {
        Ok(ControlFlow::Continue(checked)) => Outcome::Done(Box::new(checked)),
        Ok(ControlFlow::Break(Stop)) => Outcome::Cancelled(before),
        Err(panic) => Outcome::Fault(before, panic_text(&*panic)),
    };
    // The window may be gone meanwhile.
    let _ = sender.send(outcome);
    (watch.wake)();
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

fn run(job: Job, watch: &mut Watch) -> ControlFlow<Stop, Checked> {
    let Job { kept, fresh, verifier, budget, beyond } = job;
    let mut names: HashMap<String, Vec<usize>> = HashMap::new();
    for (position, known) in kept.iter().enumerate() {
        names.entry(known.name.clone()).or_default().push(position);
    }
    let mut opened = Opened { bytes: kept.iter().map(Kept::size).sum(), kept, names, repeated: 0, budget, beyond };
    for source in fresh {
        opened.open(source, watch)?;
    }
    let Opened { kept, repeated, .. } = opened;
    let inputs = kept.iter().map(Kept::input).collect();
    let assessment = verifier.verify_while(inputs, |progress| watch.tell(Stage::Verify(progress)))?;
    let lines = crate::list::lines(&assessment);
    ControlFlow::Continue(Checked { kept, assessment, lines, repeated })
}

struct Opened {
    kept: Vec<Kept>,
    /// Positions in `kept` by name.
    names: HashMap<String, Vec<usize>>,
    bytes: u64,
    repeated: usize,
    budget: Budget,
    beyond: String,
}

impl Opened {
    fn open(&mut self, source: Source, watch: &mut Watch) -> ControlFlow<Stop> {
        match source {
            Source::Bytes { name, bytes } => {
                let bytes =
                    if bytes.len() > self.budget.limits.input_bytes { Err(files::too_large(length(bytes.len()))) } else { Ok(bytes) };
                self.put(name, bytes, watch)
            }
            Source::Path(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
                if path.is_dir() { self.folder(&path, &name, 0, watch) } else { self.file(&path, name, watch) }
            }
        }
    }

    fn file(&mut self, path: &Path, name: String, watch: &mut Watch) -> ControlFlow<Stop> {
        // What is beyond the bounds is not even read; `put` says so.
        let bytes = if self.full() { Ok(Vec::new()) } else { files::read_ordinary(path, self.budget.limits.input_bytes) };
        self.put(name, bytes, watch)
    }

    /// Everything in a folder, by name. Links to folders are not followed: they may lead in circles.
    fn folder(&mut self, path: &Path, name: &str, depth: usize, watch: &mut Watch) -> ControlFlow<Stop> {
        let listed = std::fs::read_dir(path).and_then(|entries| {
            // One more than may be opened, so that it is told that there is more.
            entries.take(self.budget.inputs.saturating_add(1)).collect::<io::Result<Vec<_>>>()
        });
        let mut entries = match listed {
            Ok(entries) if depth < self.budget.depth => entries,
            Ok(_) => return self.refuse(name.to_owned(), watch),
            Err(error) => return self.put(name.to_owned(), Err(files::unreadable(0, &error)), watch),
        };
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let inner = format!("{name}/{}", entry.file_name().to_string_lossy());
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => self.folder(&entry.path(), &inner, depth + 1, watch)?,
                Ok(kind) if kind.is_symlink() && entry.path().is_dir() => {}
                _ => self.file(&entry.path(), inner, watch)?,
            }
            if self.kept.len() > self.budget.inputs {
                break;
            }
        }
        ControlFlow::Continue(())
    }

    fn full(&self) -> bool {
        self.kept.len() >= self.budget.inputs || self.bytes > self.budget.bytes
    }

    fn put(&mut self, name: String, bytes: Result<Vec<u8>, Refused>, watch: &mut Watch) -> ControlFlow<Stop> {
        watch.tell(Stage::Files(self.kept.len()))?;
        if self.full() {
            return self.refuse(name, watch);
        }
        let bytes: Result<Arc<[u8]>, Refused> = bytes.map(Into::into);
        if let Ok(new) = &bytes {
            let alike = self.names.entry(name.clone()).or_default();
            if alike.iter().filter_map(|at| self.kept.get(*at)).any(|known| known.bytes.as_ref().is_ok_and(|known| known == new)) {
                self.repeated += 1;
                return ControlFlow::Continue(());
            }
            alike.push(self.kept.len());
            self.bytes = self.bytes.saturating_add(length(new.len()));
        }
        self.kept.push(Kept { name, bytes });
        ControlFlow::Continue(())
    }

    /// Lists an input beyond the bounds as one that was not read: nothing is dropped in silence. Of very many the first
    /// stands for the rest.
    fn refuse(&mut self, name: String, watch: &mut Watch) -> ControlFlow<Stop> {
        watch.tell(Stage::Files(self.kept.len()))?;
        if self.kept.len() <= self.budget.inputs {
            let refused = Refused { kind: ReadErrorKind::InputUnreadable, size: 0, detail: self.beyond.clone() };
            self.kept.push(Kept { name, bytes: Err(refused) });
        }
        ControlFlow::Continue(())
    }
}

fn length(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

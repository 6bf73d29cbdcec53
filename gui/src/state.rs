//! What is open, what is chosen, what is remembered. Nothing here draws.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use eichrecht::model::{KeyOrigin, MeasurementRef, MeterAudit, MeterListing, RecordId, TransactionId};
use eichrecht_report::{BillContent, FindingContent, InputHead, Language, RecordContent, SessionContent, Words};
use serde::{Deserialize, Serialize};

use crate::bill::BillForm;
use crate::export::Written;
use crate::keys::GivenKey;
use crate::list::Arrangement;
use crate::load::{Checked, Kept, Running, Source};
use crate::plot::Chart;

/// What is remembered from one sitting to the next: how things look, never what was looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// `de` or `en`; `None` for the language of the system.
    pub language: Option<String>,
    /// Light, dark, or as the system.
    pub theme: Theme,
    /// How many times larger than usual everything is.
    pub zoom: f32,
    /// Whether the key store is asked.
    pub ask_store: bool,
    /// The least origin of a key that may count as verified, by its stable name.
    pub required_origin: String,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { language: None, theme: Theme::System, zoom: 1.0, ask_store: false, required_origin: "record".to_owned() }
    }
}

/// Origins of a key, least trustworthy first.
pub const ORIGINS: [KeyOrigin; 4] = [KeyOrigin::Record, KeyOrigin::Container, KeyOrigin::User, KeyOrigin::Register];

impl Preferences {
    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        match self.language.as_deref() {
            Some("de") => Language::German,
            Some("en") => Language::English,
            _ => Language::from_locale(&sys_locale::get_locale().unwrap_or_default()),
        }
    }

    /// The least origin.
    #[must_use]
    pub fn origin(&self) -> KeyOrigin {
        ORIGINS.into_iter().find(|origin| origin.as_str() == self.required_origin).unwrap_or(KeyOrigin::Record)
    }
}

/// What became of what is open.
#[derive(Default)]
pub enum Work {
    /// Nothing is open.
    #[default]
    Nothing,
    /// At work. There is no result, and none is shown.
    Running(Running),
    /// Cancelled: nothing is checked.
    Cancelled,
    /// A fault of this program: nothing is checked.
    Fault(String),
    /// Checked.
    Done(Arc<Checked>),
}

/// The large parts of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// Verdicts on what is open.
    #[default]
    Result,
    /// Keys.
    Keys,
    /// The bill.
    Bill,
    /// Histories of meters.
    Ledger,
}

/// Sides of one result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// What is proven, by whose key.
    #[default]
    Verdict,
    /// What was found.
    Findings,
    /// Readings as table and plot.
    Readings,
    /// Records with their bytes.
    Records,
}

/// What one line of the list is about, worded once when it is chosen.
pub struct Detail {
    /// Position of the input.
    pub input: usize,
    /// The session; `None` for an input as a whole.
    pub session: Option<TransactionId>,
    /// The input.
    pub head: InputHead,
    /// The session in words.
    pub content: Option<SessionContent>,
    /// What the verdict on the session, or on the input, means.
    pub sentence: String,
    /// Amount and proof of the session.
    pub energy: Option<(String, String, bool)>,
    /// Whether the input has this one session: then its verdict and sentence are those of the input.
    pub only_session: bool,
    /// Findings to show.
    pub findings: Vec<FindingContent>,
    /// Records to show, in signed order.
    pub records: Vec<RecordId>,
    /// Readings of those records.
    pub readings: Vec<MeasurementRef>,
    /// The readings as a plot, made when first shown.
    pub chart: Option<Chart>,
    /// The readings of the whole input, made when first shown.
    pub whole: Option<Whole>,
}

/// All readings of an input.
pub struct Whole {
    /// The readings.
    pub readings: Vec<MeasurementRef>,
    /// Their plot.
    pub chart: Chart,
}

/// The record in the view of bytes.
#[derive(Clone, Debug, Default)]
pub struct RawView {
    /// The record.
    pub record: Option<RecordId>,
    /// Texts to mark in its bytes.
    pub marked: Vec<String>,
    /// The reading that is marked.
    pub reading: Option<usize>,
    /// Whether bytes are shown as hex digits.
    pub hex: bool,
    /// Whether the bytes as signed are shown, where they were built from the record and do not stand in it.
    pub signed: bool,
    /// Whether to scroll to the marks.
    pub scroll: bool,
    /// The places of the marks, once they were looked for.
    pub ranges: Option<Vec<Range<usize>>>,
    /// The record in words, and the SHA-256 of what was signed, once they were made.
    pub content: Option<(RecordContent, String)>,
}

/// The page of keys.
#[derive(Default)]
pub struct KeysView {
    /// The text typed or pasted.
    pub text: String,
    /// What is wrong with it.
    pub problem: Option<String>,
    /// What is looked for in the store.
    pub search: String,
    /// The charging point to pin a key for.
    pub pin_point: String,
    /// The meter to pin a key for.
    pub pin_meter: String,
    /// What the store answered.
    pub answer: Option<Result<String, String>>,
    /// Work on the store that is going on.
    pub(crate) busy: Option<Receiver<Result<String, String>>>,
}

/// A ledger with the meters in it.
#[derive(Default)]
pub struct LedgerView {
    /// The file.
    pub path: Option<PathBuf>,
    /// What was read from it, or why not.
    pub content: Option<Result<LedgerContent, String>>,
    /// Reading that is going on.
    pub(crate) busy: Option<Receiver<Result<LedgerContent, String>>>,
    /// The meter chosen.
    pub meter: usize,
    /// Its history as a plot, made when first shown.
    pub chart: Option<(usize, Chart)>,
}

/// All meters of a ledger.
pub struct LedgerContent {
    /// Each meter with its findings and its records.
    pub meters: Vec<(MeterAudit, MeterListing)>,
    /// Meters beyond those shown.
    pub more: usize,
}

/// A line at the foot of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// Whether something did not work.
    pub bad: bool,
}

/// Everything.
pub struct State {
    /// What is remembered.
    pub preferences: Preferences,
    /// Words of the present language.
    pub words: Words,
    /// What is open.
    pub kept: Vec<Kept>,
    /// What is being opened at present.
    pub(crate) pending: Vec<Source>,
    /// What became of it.
    pub work: Work,
    /// Order and filter of the list.
    pub arrangement: Arrangement,
    /// Position of the line chosen, in the order of the data.
    pub chosen: Option<usize>,
    /// The line to choose again when what is open has been checked once more.
    pub(crate) return_to: Option<usize>,
    /// The line chosen, in words.
    pub detail: Option<Detail>,
    /// The sentence over everything.
    pub overall: String,
    /// The bill in words, if one was checked.
    pub bill_content: Option<BillContent>,
    /// Whether the readings of the whole input are looked at.
    pub whole_input: bool,
    /// The page.
    pub page: Page,
    /// The side of the result.
    pub tab: Tab,
    /// The record in the view of bytes.
    pub raw: RawView,
    /// Code of the finding that is unfolded.
    pub unfolded: Option<&'static str>,
    /// Keys the user gave.
    pub keys: Vec<GivenKey>,
    /// The page of keys.
    pub keys_view: KeysView,
    /// The form of the bill as typed.
    pub form: BillForm,
    /// The bill as it went to the verifier.
    pub bill: Option<BillForm>,
    /// What is wrong in the form.
    pub form_problem: Option<String>,
    /// The ledger.
    pub ledger: LedgerView,
    /// Whether the window about the program is open.
    pub about: bool,
    /// SHA-256 of the running program, once it is known.
    pub own_hash: Option<String>,
    pub(crate) hashing: Option<Receiver<String>>,
    pub(crate) exporting: Option<Receiver<Written>>,
    /// The line at the foot.
    pub notice: Option<Notice>,
    /// Whether the list is to take the keyboard.
    pub focus_filter: bool,
    /// Whether the chosen line is to be scrolled to.
    pub follow: bool,
}

impl State {
    /// A fresh window.
    #[must_use]
    pub fn new(preferences: Preferences) -> Self {
        Self {
            words: Words::new(preferences.language()),
            preferences,
            kept: Vec::new(),
            pending: Vec::new(),
            work: Work::Nothing,
            arrangement: Arrangement::default(),
            chosen: None,
            return_to: None,
            detail: None,
            overall: String::new(),
            bill_content: None,
            whole_input: false,
            page: Page::default(),
            tab: Tab::default(),
            raw: RawView::default(),
            unfolded: None,
            keys: Vec::new(),
            keys_view: KeysView::default(),
            form: BillForm::default(),
            bill: None,
            form_problem: None,
            ledger: LedgerView::default(),
            about: false,
            own_hash: None,
            hashing: None,
            exporting: None,
            notice: None,
            focus_filter: false,
            follow: false,
        }
    }

    /// What was found, if the work is done.
    #[must_use]
    pub fn checked(&self) -> Option<Arc<Checked>> {
        match &self.work {
            Work::Done(checked) => Some(Arc::clone(checked)),
            _ => None,
        }
    }

    /// A text of the window.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.words.plain(id)
    }
}

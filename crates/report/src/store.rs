//! The commands about the key store in words and as JSON.

use eichrecht_model::{BadCell, CellProblem, DateFrom, ImportSummary, RegisteredKey, Registration, SourceKind, Standing, StoredRegister};
use serde::Serialize;

use crate::content::words;
use crate::json::to_json;
use crate::key::{grouped, problem_words};
use crate::registration::{FullEntryOut, list_json};
use crate::style::{Page, Tone};
use crate::text::table;
use crate::texts::{Arg, Texts};
use crate::{Language, Style, names, visible};

const SCHEMA: &str = "eichrecht-keys/1";

/// What an import found, in words.
#[must_use]
pub fn key_import(file: &str, summary: &ImportSummary, language: Language, style: Style) -> String {
    let texts = Texts::new(language);
    let mut page = Page::new(style);
    let title = page.paint(Tone::Strong, &visible(file));
    let outcome = texts.plain(if summary.known { "import-known" } else { "import-done" });
    page.wrapped("", 2, &format!("{title}: {outcome}"));
    let kind = texts.plain(&format!("source-{}", summary.kind.as_str()));
    page.row(&texts.plain("label-register"), &format!("{} ({kind})", visible(&summary.source)));
    let from = texts.plain(match summary.date_from {
        DateFrom::User => "date-from-user",
        DateFrom::Text => "date-from-text",
        DateFrom::Name => "date-from-name",
    });
    page.row(&texts.plain("label-state-of"), &format!("{} ({from})", words::day(&texts, summary.date)));
    let count = |id: &str, count: usize| texts.say(id, &[("count", Arg::Count(count))]);
    page.row(&texts.plain("label-read"), &format!("{}, {}", count("import-rows", summary.rows), count("import-entries", summary.entries)));
    if !summary.known {
        let changes = format!("{}, {}", count("import-new", summary.new_entries), count("import-gone", summary.gone_entries));
        page.row(&texts.plain("label-changes"), &changes);
    }
    let readable = [("count", Arg::Count(summary.key_cells)), ("readable", Arg::Count(summary.readable()))];
    page.row(&texts.plain("label-keys"), &texts.say("import-keys", &readable));
    let curves: Vec<String> = summary.decoded.iter().map(|(kind, count)| format!("{} {count}", kind.as_str())).collect();
    let ambiguous = (summary.ambiguous > 0).then(|| count("import-ambiguous", summary.ambiguous));
    let curves: Vec<String> = curves.into_iter().chain(ambiguous).collect();
    if !curves.is_empty() {
        page.row(&texts.plain("label-curves"), &curves.join(", "));
    }
    if summary.shared_keys > 0 {
        page.row(&texts.plain("label-note"), &count("import-shared", summary.shared_keys));
    }
    if !summary.bad_cells.is_empty() {
        page.heading(&count("import-bad-cells", summary.bad_cells.len()));
        for cell in &summary.bad_cells {
            let row = cell.row.to_string();
            let place = texts.say("bad-cell-place", &[("row", Arg::Text(&row)), ("column", Arg::Text(&visible(&cell.column)))]);
            let point = cell.charge_point.as_deref().map_or_else(String::new, |point| format!(", {}", visible(point)));
            page.wrapped("  ", 4, &format!("{place}{point}: {} {}", problem(&texts, cell), quoted(&texts, &cell.text)));
        }
    }
    page.finish()
}

fn problem(texts: &Texts, cell: &BadCell) -> String {
    match &cell.problem {
        CellProblem::Key(problem) => problem_words(texts, problem),
        CellProblem::Date => texts.plain("bad-cell-date"),
    }
}

/// What imports found, as JSON.
#[must_use]
pub fn key_import_json(imports: &[(String, ImportSummary)]) -> String {
    #[derive(Serialize)]
    struct Out<'a> {
        schema: &'static str,
        command: &'static str,
        imports: Vec<ImportOut<'a>>,
    }
    #[derive(Serialize)]
    struct ImportOut<'a> {
        file: &'a str,
        kind: &'static str,
        source: &'a str,
        date: String,
        date_from: &'static str,
        known: bool,
        rows: usize,
        entries: usize,
        new_entries: usize,
        gone_entries: usize,
        key_cells: usize,
        readable: usize,
        ambiguous: usize,
        curves: Vec<CurveOut>,
        shared_keys: usize,
        bad_cells: Vec<BadCellOut<'a>>,
    }
    #[derive(Serialize)]
    struct CurveOut {
        curve: &'static str,
        count: usize,
    }
    #[derive(Serialize)]
    struct BadCellOut<'a> {
        row: u64,
        column: &'a str,
        charge_point: Option<&'a str>,
        text: &'a str,
        problem: &'static str,
    }
    let bad = |cell: &'_ BadCell| match &cell.problem {
        CellProblem::Key(problem) => names::key_problem(problem),
        CellProblem::Date => "not-a-date",
    };
    let imports = imports.iter().map(|(file, summary)| ImportOut {
        file,
        kind: summary.kind.as_str(),
        source: &summary.source,
        date: summary.date.to_string(),
        date_from: match summary.date_from {
            DateFrom::User => "user",
            DateFrom::Text => "text",
            DateFrom::Name => "name",
        },
        known: summary.known,
        rows: summary.rows,
        entries: summary.entries,
        new_entries: summary.new_entries,
        gone_entries: summary.gone_entries,
        key_cells: summary.key_cells,
        readable: summary.readable(),
        ambiguous: summary.ambiguous,
        curves: summary.decoded.iter().map(|(kind, count)| CurveOut { curve: kind.as_str(), count: *count }).collect(),
        shared_keys: summary.shared_keys,
        bad_cells: summary
            .bad_cells
            .iter()
            .map(|cell| BadCellOut {
                row: cell.row,
                column: &cell.column,
                charge_point: cell.charge_point.as_deref(),
                text: &cell.text,
                problem: bad(cell),
            })
            .collect(),
    });
    to_json(&Out { schema: SCHEMA, command: "import", imports: imports.collect() })
}

/// A key that was pinned.
#[derive(Clone, Copy, Debug)]
pub struct PinView<'a> {
    /// The key.
    pub key: &'a RegisteredKey,
    /// Whether it was not pinned like this before.
    pub new: bool,
    /// What else is known for the same charging point, meter or signing component at present.
    pub others: &'a [Registration],
}

/// That a key was pinned, in words.
#[must_use]
pub fn key_pin(pin: &PinView<'_>, language: Language, style: Style) -> String {
    let texts = Texts::new(language);
    let mut page = Page::new(style);
    page.line(&texts.plain(if pin.new { "pin-done" } else { "pin-known" }));
    key_rows(&mut page, &texts, pin.key);
    if !pin.others.is_empty() {
        page.heading(&texts.plain("pin-others"));
        pin.others.iter().for_each(|entry| entry_rows(&mut page, &texts, entry));
    }
    page.finish()
}

/// That a key was pinned, as JSON.
#[must_use]
pub fn key_pin_json(pin: &PinView<'_>) -> String {
    #[derive(Serialize)]
    struct Out<'a> {
        schema: &'static str,
        command: &'static str,
        new: bool,
        fingerprints: Vec<&'a str>,
        others: Vec<FullEntryOut<'a>>,
    }
    let fingerprints = match pin.key {
        RegisteredKey::Key { fingerprint, .. } => vec![fingerprint.as_str()],
        RegisteredKey::Ambiguous { fingerprints, .. } => fingerprints.iter().map(String::as_str).collect(),
        RegisteredKey::Missing | RegisteredKey::Unreadable { .. } => Vec::new(),
    };
    let others = pin.others.iter().map(|entry| FullEntryOut::new(entry, None)).collect();
    to_json(&Out { schema: SCHEMA, command: "pin", new: pin.new, fingerprints, others })
}

/// Found entries in words.
#[must_use]
pub fn key_found(text: &str, found: &[(&'static str, Registration)], language: Language, style: Style) -> String {
    let texts = Texts::new(language);
    let mut page = Page::new(style);
    if found.is_empty() {
        page.wrapped("", 0, &texts.say("find-nothing", &[("text", Arg::Text(&visible(text)))]));
    }
    for (_, entry) in found {
        page.gap();
        entry_rows(&mut page, &texts, entry);
    }
    page.finish()
}

/// Found entries as JSON.
#[must_use]
pub fn key_found_json(text: &str, found: &[(&'static str, Registration)]) -> String {
    #[derive(Serialize)]
    struct Out<'a> {
        schema: &'static str,
        command: &'static str,
        text: &'a str,
        entries: Vec<FullEntryOut<'a>>,
    }
    let entries = found.iter().map(|(by, entry)| FullEntryOut::new(entry, Some(*by))).collect();
    to_json(&Out { schema: SCHEMA, command: "find", text, entries })
}

/// An entry with all it says.
fn entry_rows(page: &mut Page, texts: &Texts, entry: &Registration) {
    let named = [
        ("label-charge-point", &entry.charge_point),
        ("label-meter", &entry.meter),
        ("label-gateway", &entry.gateway),
        ("label-station-id", &entry.station),
        ("label-operator", &entry.operator),
        ("label-place", &entry.place),
    ];
    for (label, text) in named {
        if let Some(text) = text {
            page.row(&texts.plain(label), &visible(text));
        }
    }
    key_rows(page, texts, &entry.key);
    let standing = texts.plain(&format!("standing-{}", entry.standing.as_str()));
    let tone = if entry.standing == Standing::OtherPeriod { Tone::Remark } else { Tone::Good };
    let standing = page.paint(tone, &standing);
    page.row(&texts.plain("label-source"), &format!("{}: {standing}", words::source(texts, entry)));
    if let Some(period) = period(texts, entry) {
        page.row(&texts.plain("label-validity"), &period);
    }
    if entry.source.kind != SourceKind::Pin
        && let (Some(first), Some(last)) = (entry.first_seen, entry.last_seen)
    {
        page.row(&texts.plain("label-seen"), &span(texts, &words::day(texts, first), &words::day(texts, last)));
    }
}

/// Foreign text in the quotation marks of the language.
fn quoted(texts: &Texts, text: &str) -> String {
    texts.say("quoted", &[("text", Arg::Text(&visible(text)))])
}

/// The period an entry states itself.
fn period(texts: &Texts, entry: &Registration) -> Option<String> {
    entry.valid_from.or(entry.valid_to)?;
    let day = |date: Option<jiff::civil::Date>| date.map_or_else(|| "…".to_owned(), |date| words::day(texts, date));
    Some(span(texts, &day(entry.valid_from), &day(entry.valid_to)))
}

fn span(texts: &Texts, from: &str, to: &str) -> String {
    texts.say("day-span", &[("from", Arg::Text(from)), ("to", Arg::Text(to))])
}

fn key_rows(page: &mut Page, texts: &Texts, key: &RegisteredKey) {
    match key {
        RegisteredKey::Missing => page.row(&texts.plain("label-key"), &texts.plain("key-missing-in-register")),
        RegisteredKey::Key { kind, fingerprint, spki } => {
            page.row(&texts.plain("label-curve"), kind.as_str());
            page.rows(&crate::key::key_rows(texts, fingerprint, spki));
        }
        RegisteredKey::Ambiguous { text, curves, fingerprints } => {
            let names: Vec<&str> = curves.iter().map(|curve| curve.as_str()).collect();
            page.row(&texts.plain("label-curve"), &texts.say("curve-one-of", &[("curves", Arg::Text(&names.join(", ")))]));
            for fingerprint in fingerprints {
                page.row(&texts.plain("label-fingerprint"), &grouped(fingerprint));
            }
            page.row(&texts.plain("label-key-text"), &visible(text));
        }
        RegisteredKey::Unreadable { text, problem } => {
            let why = problem_words(texts, problem);
            page.row(&texts.plain("label-key"), &format!("{why} {}", quoted(texts, text)));
        }
    }
}

/// What is in the store.
#[derive(Clone, Copy, Debug)]
pub struct ListView<'a> {
    /// Entries that hold.
    pub entries: &'a [Registration],
}

/// Entries in a table.
#[must_use]
pub fn key_list(list: &ListView<'_>, language: Language, style: Style) -> String {
    let texts = Texts::new(language);
    let mut page = Page::new(style);
    if list.entries.is_empty() {
        page.line(&texts.plain("list-empty"));
        return page.finish();
    }
    let head = ["column-charge-point", "column-meter", "column-curve", "column-fingerprint", "column-operator", "column-source"];
    let mut rows: Vec<Vec<String>> = vec![head.map(|id| texts.plain(id)).into()];
    rows.extend(list.entries.iter().map(|entry| row(&texts, entry)));
    let tones = vec![None; rows.len()];
    table::aligned(&mut page, &rows, &tones, &[]);
    page.finish()
}

fn row(texts: &Texts, entry: &Registration) -> Vec<String> {
    let short = |fingerprint: &str| grouped(fingerprint.get(..16).unwrap_or(fingerprint));
    let (curve, fingerprint) = match &entry.key {
        RegisteredKey::Missing => ("-".to_owned(), "-".to_owned()),
        RegisteredKey::Key { kind, fingerprint, .. } => (kind.as_str().to_owned(), short(fingerprint)),
        RegisteredKey::Ambiguous { curves, .. } => {
            (curves.iter().map(|curve| curve.as_str()).collect::<Vec<_>>().join(" / "), texts.plain("list-ambiguous"))
        }
        RegisteredKey::Unreadable { .. } => ("-".to_owned(), texts.plain("list-unreadable")),
    };
    let text = |text: Option<&str>| text.map_or_else(|| "-".to_owned(), |text| visible(text).into_owned());
    let point = entry.charge_point.as_deref().or(entry.station.as_deref());
    let meter = entry.meter.as_deref().or(entry.gateway.as_deref());
    vec![text(point), text(meter), curve, fingerprint, text(entry.operator.as_deref()), words::source(texts, entry)]
}

/// Entries as JSON.
#[must_use]
pub fn key_list_json(list: &ListView<'_>) -> String {
    list_json("list", list.entries)
}

/// What was imported and when, or what is known of one thing over time.
#[derive(Clone, Copy, Debug)]
pub struct HistoryView<'a> {
    /// The states of registers and lists.
    pub registers: &'a [StoredRegister],
    /// Number of pinned keys.
    pub pins: usize,
}

/// The states in the store, in words.
#[must_use]
pub fn key_history(history: &HistoryView<'_>, language: Language, style: Style) -> String {
    let texts = Texts::new(language);
    let mut page = Page::new(style);
    if !history.registers.is_empty() {
        let head = ["column-date", "column-register", "column-entries", "column-keys", "column-imported", "column-file"];
        let mut rows: Vec<Vec<String>> = vec![head.map(|id| texts.plain(id)).into()];
        rows.extend(history.registers.iter().map(|state| {
            vec![
                words::day(&texts, state.date),
                visible(&state.name).into_owned(),
                state.entries.to_string(),
                state.keys.to_string(),
                words::day(&texts, state.imported),
                visible(&state.file).into_owned(),
            ]
        }));
        let tones = vec![None; rows.len()];
        table::aligned(&mut page, &rows, &tones, &[2, 3]);
    }
    page.line(&texts.say("history-pins", &[("count", Arg::Count(history.pins))]));
    page.finish()
}

/// The states in the store, as JSON.
#[must_use]
pub fn key_history_json(history: &HistoryView<'_>) -> String {
    #[derive(Serialize)]
    struct Out<'a> {
        schema: &'static str,
        command: &'static str,
        registers: Vec<StateOut<'a>>,
        pins: usize,
    }
    #[derive(Serialize)]
    struct StateOut<'a> {
        kind: &'static str,
        name: &'a str,
        date: String,
        file: &'a str,
        sha256: &'a str,
        imported: String,
        entries: usize,
        keys: usize,
    }
    let registers = history.registers.iter().map(|state| StateOut {
        kind: state.kind.as_str(),
        name: &state.name,
        date: state.date.to_string(),
        file: &state.file,
        sha256: &state.sha256,
        imported: state.imported.to_string(),
        entries: state.entries,
        keys: state.keys,
    });
    to_json(&Out { schema: SCHEMA, command: "history", registers: registers.collect(), pins: history.pins })
}

/// Why the store, or a file to import, could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreProblem<'a> {
    /// There is no store.
    Missing,
    /// The file is no store.
    NotAStore,
    /// The store is of a later version.
    TooNew,
    /// The store is damaged.
    Damaged(&'a str),
    /// Another program holds it.
    Busy,
    /// It cannot be opened, read or written.
    Io(&'a str),
    /// No header of a register or list was found.
    NoHeader,
    /// The file is no table.
    NotATable(&'a str),
    /// A limit was reached; its name.
    Limit(&'a str),
    /// No date is known.
    NoDate,
    /// Another file of the same register and date is there.
    DateTaken,
    /// A pin names nothing.
    NothingToPinTo,
}

/// What is wrong with a store or a file, in a sentence.
#[must_use]
pub fn store_problem(file: &str, problem: StoreProblem<'_>, language: Language) -> String {
    let texts = Texts::new(language);
    let file = visible(file);
    let (id, detail) = match problem {
        StoreProblem::Missing => ("store-missing", ""),
        StoreProblem::NotAStore => ("store-not-a-store", ""),
        StoreProblem::TooNew => ("store-too-new", ""),
        StoreProblem::Damaged(detail) => ("store-damaged", detail),
        StoreProblem::Busy => ("store-busy", ""),
        StoreProblem::Io(detail) => ("store-io", detail),
        StoreProblem::NoHeader => ("store-no-header", ""),
        StoreProblem::NotATable(detail) => ("store-not-a-table", detail),
        StoreProblem::Limit(limit) => ("store-limit", limit),
        StoreProblem::NoDate => ("store-no-date", ""),
        StoreProblem::DateTaken => ("store-date-taken", ""),
        StoreProblem::NothingToPinTo => ("store-nothing-to-pin-to", ""),
    };
    texts.say(id, &[("file", Arg::Text(&file)), ("detail", Arg::Text(&visible(detail)))])
}

/// That pins were taken back, in words.
#[must_use]
pub fn key_unpin(count: usize, language: Language) -> String {
    Texts::new(language).say("unpin-done", &[("count", Arg::Count(count))]) + "\n"
}

/// That pins were taken back, as JSON.
#[must_use]
pub fn key_unpin_json(count: usize) -> String {
    #[derive(Serialize)]
    struct Out {
        schema: &'static str,
        command: &'static str,
        count: usize,
    }
    to_json(&Out { schema: SCHEMA, command: "unpin", count })
}

/// That entries without a key beyond doubt were left out of an export.
#[must_use]
pub fn key_left_out(count: usize, language: Language) -> String {
    Texts::new(language).say("export-left-out", &[("count", Arg::Count(count))])
}

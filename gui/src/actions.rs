//! Everything a menu or a key can do, in one table: name, key, when it is possible, what it does.

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers, ViewportCommand};
use eichrecht_report::Language;

use crate::app::Desk;
use crate::dialogs::Purpose;
use crate::export::Form;
use crate::state::{Page, State, Tab, Theme, Work};

/// Something that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Action {
    Open,
    OpenFolder,
    Paste,
    CheckAgain,
    Cancel,
    CloseOne,
    CloseAll,
    ExportJson,
    ExportCsv,
    ExportPdf,
    ExportBundle,
    Quit,
    AddKey,
    OpenLedger,
    PageResult,
    PageKeys,
    PageBill,
    PageLedger,
    TabVerdict,
    TabFindings,
    TabReadings,
    TabRecords,
    Filter,
    NextLine,
    PreviousLine,
    Language,
    ThemeLight,
    ThemeDark,
    ThemeSystem,
    Larger,
    Smaller,
    UsualSize,
    About,
}

/// A line of the table.
pub(crate) struct Entry {
    pub(crate) action: Action,
    /// Name of its text.
    pub(crate) text: &'static str,
    pub(crate) key: Option<KeyboardShortcut>,
}

const fn entry(action: Action, text: &'static str, key: Option<KeyboardShortcut>) -> Entry {
    Entry { action, text, key }
}

const fn command(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND, key))
}

const fn shifted(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key))
}

const fn alone(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::NONE, key))
}

/// All actions.
pub(crate) static ACTIONS: &[Entry] = &[
    entry(Action::Open, "action-open", command(Key::O)),
    entry(Action::OpenFolder, "action-open-folder", shifted(Key::O)),
    // Pasting comes from the system as text, whatever the key for it is.
    entry(Action::Paste, "action-paste", None),
    entry(Action::CheckAgain, "action-check-again", alone(Key::F5)),
    entry(Action::Cancel, "action-cancel", None),
    entry(Action::CloseOne, "action-close", command(Key::W)),
    entry(Action::CloseAll, "action-close-all", shifted(Key::W)),
    entry(Action::ExportJson, "action-export-json", command(Key::S)),
    entry(Action::ExportCsv, "action-export-csv", shifted(Key::S)),
    entry(Action::ExportPdf, "action-export-pdf", command(Key::P)),
    entry(Action::ExportBundle, "action-export-bundle", command(Key::E)),
    entry(Action::Quit, "action-quit", command(Key::Q)),
    entry(Action::AddKey, "action-add-key", command(Key::K)),
    entry(Action::OpenLedger, "action-open-ledger", command(Key::L)),
    entry(Action::PageResult, "page-result", alone(Key::F1)),
    entry(Action::PageKeys, "page-keys", alone(Key::F2)),
    entry(Action::PageBill, "page-bill", alone(Key::F3)),
    entry(Action::PageLedger, "page-ledger", alone(Key::F4)),
    entry(Action::TabVerdict, "tab-verdict", command(Key::Num1)),
    entry(Action::TabFindings, "tab-findings", command(Key::Num2)),
    entry(Action::TabReadings, "tab-readings", command(Key::Num3)),
    entry(Action::TabRecords, "tab-records", command(Key::Num4)),
    entry(Action::Filter, "action-filter", command(Key::F)),
    entry(Action::NextLine, "action-next", Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowDown))),
    entry(Action::PreviousLine, "action-previous", Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowUp))),
    entry(Action::Language, "action-language", command(Key::D)),
    entry(Action::ThemeLight, "action-light", None),
    entry(Action::ThemeDark, "action-dark", None),
    entry(Action::ThemeSystem, "action-system", None),
    entry(Action::Larger, "action-larger", command(Key::Plus)),
    entry(Action::Smaller, "action-smaller", command(Key::Minus)),
    entry(Action::UsualSize, "action-usual-size", command(Key::Num0)),
    entry(Action::About, "action-about", alone(Key::F12)),
];

/// The line of an action.
pub(crate) fn of(action: Action) -> Option<&'static Entry> {
    ACTIONS.iter().find(|entry| entry.action == action)
}

/// Whether it can be done at present.
pub(crate) fn possible(state: &State, action: Action) -> bool {
    let done = matches!(state.work, Work::Done(_));
    match action {
        Action::Cancel => matches!(state.work, Work::Running(_)),
        Action::CheckAgain => !state.kept.is_empty() && !matches!(state.work, Work::Running(_)),
        Action::CloseOne => state.detail.is_some(),
        Action::CloseAll => !matches!(state.work, Work::Nothing),
        Action::ExportJson | Action::ExportCsv | Action::ExportPdf | Action::ExportBundle => done && state.exporting.is_none(),
        Action::Filter | Action::NextLine | Action::PreviousLine => done,
        Action::TabVerdict | Action::TabFindings | Action::TabReadings | Action::TabRecords => done,
        _ => true,
    }
}

/// Does it.
pub(crate) fn perform(desk: &mut Desk, action: Action, ctx: &Context) {
    if !possible(&desk.state, action) {
        return;
    }
    match action {
        Action::Open => desk.ask(Purpose::Open, "action-open"),
        Action::OpenFolder => desk.ask(Purpose::OpenFolder, "action-open-folder"),
        Action::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
        Action::AddKey => desk.ask(Purpose::Key, "action-add-key"),
        Action::OpenLedger => desk.ask(Purpose::Ledger, "action-open-ledger"),
        Action::ExportJson => desk.ask(Purpose::Save(Form::Json), "action-export-json"),
        Action::ExportCsv => desk.ask(Purpose::Save(Form::Csv), "action-export-csv"),
        Action::ExportPdf => desk.ask(Purpose::Save(Form::Pdf), "action-export-pdf"),
        Action::ExportBundle => desk.ask(Purpose::Save(Form::Bundle), "action-export-bundle"),
        Action::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        Action::About => {
            desk.state.about = true;
            desk.state.hash_program(&desk.wake);
        }
        Action::CheckAgain => desk.state.check_again(&desk.wake),
        Action::CloseOne => desk.state.close_chosen(&desk.wake),
        other => on_state(&mut desk.state, other, ctx),
    }
}

fn on_state(state: &mut State, action: Action, ctx: &Context) {
    match action {
        Action::Cancel => {
            if let Work::Running(running) = &state.work {
                running.cancel();
            }
        }
        Action::CloseAll => state.close(),
        Action::PageResult => state.page = Page::Result,
        Action::PageKeys => state.page = Page::Keys,
        Action::PageBill => state.page = Page::Bill,
        Action::PageLedger => state.page = Page::Ledger,
        Action::TabVerdict => show(state, Tab::Verdict),
        Action::TabFindings => show(state, Tab::Findings),
        Action::TabReadings => show(state, Tab::Readings),
        Action::TabRecords => show(state, Tab::Records),
        Action::Filter => {
            state.page = Page::Result;
            state.focus_filter = true;
        }
        Action::NextLine => state.step(true),
        Action::PreviousLine => state.step(false),
        Action::Language => {
            let other = if state.words.language() == Language::German { "en" } else { "de" };
            state.preferences.language = Some(other.to_owned());
            state.speak();
        }
        Action::ThemeLight => state.preferences.theme = Theme::Light,
        Action::ThemeDark => state.preferences.theme = Theme::Dark,
        Action::ThemeSystem => state.preferences.theme = Theme::System,
        Action::Larger => zoom(state, ctx, 0.1),
        Action::Smaller => zoom(state, ctx, -0.1),
        Action::UsualSize => state.preferences.zoom = 1.0,
        _ => {}
    }
}

fn show(state: &mut State, tab: Tab) {
    state.page = Page::Result;
    state.tab = tab;
}

#[allow(clippy::float_arithmetic, reason = "size of the picture")]
fn zoom(state: &mut State, ctx: &Context, by: f32) {
    state.preferences.zoom = (ctx.zoom_factor() + by).clamp(0.6, 3.0);
}

//! The program: what came in, what is drawn, what is remembered.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::{self, Context, Event, Ui};

use crate::actions::{self, ACTIONS, Action};
use crate::desk::Wake;
use crate::dialogs::{Dialogs, Picked, Purpose, SystemDialogs};
use crate::keys::StoreWork;
use crate::load::Source;
use crate::state::{Page, Preferences, State, Theme};
use crate::{export, look, views};

/// Name under which the system knows the program and its preferences.
pub const APP_ID: &str = "eichrecht";
const PREFERENCES: &str = "preferences";

/// The state with what reaches out of it: threads, dialogs.
pub(crate) struct Desk {
    /// The state.
    pub state: State,
    pub(crate) wake: Wake,
    dialogs: Box<dyn Dialogs>,
    answer: Sender<Picked>,
}

impl Desk {
    /// Asks the user for files.
    pub(crate) fn ask(&mut self, purpose: Purpose, title: &str) {
        let title = self.state.text(title);
        let wake = Arc::clone(&self.wake);
        self.dialogs.ask(purpose, &title, self.answer.clone(), Box::new(move || wake()));
    }
}

/// The window.
pub struct App {
    desk: Desk,
    answers: Receiver<Picked>,
    shown: Option<Preferences>,
}

impl App {
    /// The window with keys and what is to be opened at once.
    #[must_use]
    pub fn new(creation: &eframe::CreationContext<'_>, keys: Vec<PathBuf>, sources: Vec<Source>) -> Self {
        let preferences = creation.storage.and_then(|storage| eframe::get_value(storage, PREFERENCES)).unwrap_or_default();
        let mut app = Self::with(&creation.egui_ctx, preferences, Box::new(SystemDialogs), Vec::new());
        let wake = Arc::clone(&app.desk.wake);
        for path in &keys {
            app.desk.state.add_key_file(path, &wake);
        }
        if !sources.is_empty() {
            app.desk.state.open(sources, &wake);
        }
        // A key that cannot be used is told at once.
        if app.desk.state.keys_view.problem.is_some() {
            app.desk.state.page = Page::Keys;
        }
        app
    }

    /// The window with dialogs of another kind.
    #[must_use]
    pub fn with(ctx: &Context, preferences: Preferences, dialogs: Box<dyn Dialogs>, sources: Vec<Source>) -> Self {
        look::set_up(ctx);
        // Zoom is a preference of ours, so egui must not keep one of its own.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let wake: Wake = {
            let ctx = ctx.clone();
            Arc::new(move || ctx.request_repaint())
        };
        let (answer, answers) = channel();
        let mut desk = Desk { state: State::new(preferences), wake, dialogs, answer };
        if !sources.is_empty() {
            let wake = Arc::clone(&desk.wake);
            desk.state.open(sources, &wake);
        }
        Self { desk, answers, shown: None }
    }

    /// The state, for tests.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.desk.state
    }

    fn take_answers(&mut self) {
        while let Ok(picked) = self.answers.try_recv() {
            let wake = Arc::clone(&self.desk.wake);
            let state = &mut self.desk.state;
            let first = picked.paths.first().cloned();
            match (picked.purpose, first) {
                (_, None) => {}
                (Purpose::Open | Purpose::OpenFolder, Some(_)) => {
                    state.open(picked.paths.into_iter().map(Source::Path).collect(), &wake);
                }
                (Purpose::Key, Some(path)) => {
                    state.page = Page::Keys;
                    state.add_key_file(&path, &wake);
                }
                (Purpose::Register, Some(path)) => state.ask_store(StoreWork::Import(path), &wake),
                (Purpose::Bill, Some(path)) => state.form.take_file(&path, &eichrecht::model::Limits::default()),
                (Purpose::Ledger, Some(path)) => {
                    state.page = Page::Ledger;
                    views::ledger::open(state, path, &wake);
                }
                (Purpose::Save(form), Some(path)) => export::start(state, form, path, &wake),
            }
        }
    }

    /// Files dropped and text pasted.
    fn take_input(&mut self, ctx: &Context) {
        let (dropped, pasted) = ctx.input(|input| {
            let dropped: Vec<Source> = input.raw.dropped_files.iter().map(|file| Source::Path(file.path().to_owned())).collect();
            let pasted = input.events.iter().find_map(|event| match event {
                Event::Paste(text) => Some(text.clone()),
                _ => None,
            });
            (dropped, pasted)
        });
        let wake = Arc::clone(&self.desk.wake);
        if !dropped.is_empty() {
            self.desk.state.open(dropped, &wake);
        }
        if let Some(text) = pasted
            && !ctx.text_edit_focused()
            && !text.trim().is_empty()
        {
            let name = self.desk.state.text("pasted");
            self.desk.state.open(vec![Source::Bytes { name, bytes: text.into_bytes() }], &wake);
        }
    }

    fn take_keys(&mut self, ctx: &Context) {
        // Longer combinations first: Ctrl+Shift+O is also Ctrl+O to whoever looks for that.
        let mut keyed: Vec<_> = ACTIONS.iter().filter_map(|entry| Some((entry.key?, entry.action))).collect();
        keyed.sort_by_key(|(key, _)| !key.modifiers.shift);
        for (key, action) in keyed {
            if ctx.input_mut(|input| input.consume_shortcut(&key)) {
                actions::perform(&mut self.desk, action, ctx);
            }
        }
        if ctx.input(|input| input.key_pressed(egui::Key::Escape)) {
            self.desk.state.about = false;
            actions::perform(&mut self.desk, Action::Cancel, ctx);
        }
    }

    /// Applies preferences when they have changed.
    fn apply(&mut self, ctx: &Context) {
        let preferences = &self.desk.state.preferences;
        if self.shown.as_ref() == Some(preferences) {
            return;
        }
        ctx.set_theme(match preferences.theme {
            Theme::System => egui::ThemePreference::System,
            Theme::Light => egui::ThemePreference::Light,
            Theme::Dark => egui::ThemePreference::Dark,
        });
        ctx.set_zoom_factor(preferences.zoom.clamp(0.6, 3.0));
        self.shown = Some(preferences.clone());
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.take_answers();
        self.take_input(&ctx);
        self.take_keys(&ctx);
        self.desk.state.poll();
        self.apply(&ctx);
        views::draw(ui, &mut self.desk);
        self.apply(&ctx);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, PREFERENCES, &self.desk.state.preferences);
    }

    /// Only preferences are remembered: what egui keeps tells of what was looked at.
    fn persist_egui_memory(&self) -> bool {
        false
    }
}

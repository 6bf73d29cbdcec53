//! The sentences: Fluent files by language and family, parsed when the first of their texts is asked for.

use std::cell::OnceCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::Language;

type Bundle = FluentBundle<FluentResource>;

/// A file of texts: name, English, German.
pub(crate) struct TextFile {
    pub(crate) name: &'static str,
    pub(crate) english: &'static str,
    pub(crate) german: &'static str,
}

macro_rules! text_files {
    ($($name:literal),* $(,)?) => {
        /// All files. All but the first two bear the names of [`family_file`].
        pub(crate) static FILES: &[TextFile] = &[$(TextFile {
            name: $name,
            english: include_str!(concat!("../i18n/en/", $name, ".ftl")),
            german: include_str!(concat!("../i18n/de/", $name, ".ftl")),
        }),*];
    };
}

text_files!["report", "window", "bil", "container", "fmt", "idn", "key", "led", "los", "mtr", "obi", "pag", "sig", "tim", "txn", "val"];

/// Name of the file with the texts of a rule: the letters of its code in lower case. Files of the name
/// `con` cannot exist on Windows.
pub(crate) fn family_file(code: &str) -> String {
    let letters: String = code.chars().take_while(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    if letters == "con" { "container".to_owned() } else { letters }
}

impl TextFile {
    pub(crate) fn source(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::German => self.german,
        }
    }
}

/// A value for a text.
#[derive(Clone, Copy)]
pub enum Arg<'a> {
    /// A text that is already fit to be shown.
    Text(&'a str),
    /// A count, which decides between singular and plural.
    Count(usize),
}

/// The texts of one language.
pub(crate) struct Texts {
    language: Language,
    bundles: Vec<OnceCell<Bundle>>,
}

impl Texts {
    pub(crate) fn new(language: Language) -> Self {
        Self { language, bundles: FILES.iter().map(|_| OnceCell::new()).collect() }
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// A text of the report itself.
    pub(crate) fn plain(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// A text of the report itself with values in it.
    pub(crate) fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find("report", id, &values(args)).unwrap_or_else(|| id.to_owned())
    }

    /// A text of the window.
    pub(crate) fn window(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find("window", id, &values(args)).unwrap_or_else(|| id.to_owned())
    }

    /// A text about a rule: `part` is `title`, `message`, `bill`, `advice` or `about`. `None` when there
    /// is no such text.
    pub(crate) fn rule(&self, code: &str, part: &str, facts: &FluentArgs<'_>) -> Option<String> {
        self.find(&family_file(code), &format!("{code}-{part}"), facts)
    }

    fn find(&self, file: &str, id: &str, values: &FluentArgs<'_>) -> Option<String> {
        let position = FILES.iter().position(|f| f.name == file)?;
        let bundle = self.bundles.get(position)?.get_or_init(|| FILES.get(position).map_or_else(empty, |f| load(f, self.language)));
        let pattern = bundle.get_message(id)?.value()?;
        // A value that is missing shows as its name in braces: never a reason to say nothing.
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(values), &mut errors).into_owned())
    }
}

fn values<'a>(args: &[(&'a str, Arg<'a>)]) -> FluentArgs<'a> {
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        let value = match value {
            Arg::Text(text) => FluentValue::from(*text),
            Arg::Count(count) => FluentValue::from(*count),
        };
        values.set(*name, value);
    }
    values
}

fn empty() -> Bundle {
    FluentBundle::new(Vec::new())
}

fn load(file: &TextFile, language: Language) -> Bundle {
    let tag: Vec<LanguageIdentifier> = language.tag().parse().into_iter().collect();
    let mut bundle = FluentBundle::new(tag);
    bundle.set_use_isolating(false);
    // Broken entries are left out and their codes shown instead; a test keeps that from happening.
    let resource = FluentResource::try_new(file.source(language).to_owned()).unwrap_or_else(|(usable, _)| usable);
    let _ = bundle.add_resource(resource);
    bundle
}

#[cfg(test)]
mod tests;

//! The XML of a charging process: two levels of elements with text.

use std::collections::BTreeMap;

use eichrecht_model::{LimitName, Limits, Note, NoteKind, ParseError, ParseErrorKind};
use quick_xml::Reader;
use quick_xml::events::Event;

/// Elements with text below the root.
const TEXTS: [&str; 5] = ["ServerId", "PublicKey", "MeteringPoint", "CustomerIdent", "TimestampCustomerIdent"];
/// Elements with elements below the root.
const GROUPS: [(&str, &[&str]); 3] =
    [("SiteAddress", &["ZipCode", "Street", "Town"]), ("MeasurementStart", &MEASUREMENT), ("MeasurementEnd", &MEASUREMENT)];
const MEASUREMENT: [&str; 9] =
    ["TimestampCustomerIdent", "Timestamp", "Signature", "EventCounter", "MeterStatus", "Value", "Scaler", "Pagination", "SecondIndex"];
/// Element that is empty in all known documents, and whose content nobody knows how to check.
const EVENTS: &str = "EventLogItems";
/// Unknown elements that are noted.
const NOTED: usize = 20;

/// The texts of a charging process by their paths, and what was odd.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// `None` where the element stands several times.
    fields: BTreeMap<String, Option<String>>,
    pub(crate) notes: Vec<Note>,
}

impl Document {
    /// The text of an element, without the white space around it; `None` when it is absent or empty.
    ///
    /// # Errors
    /// When it stands several times.
    pub(crate) fn optional(&self, path: &str) -> Result<Option<&str>, ParseError> {
        match self.fields.get(path) {
            Some(None) => Err(ParseError::new(ParseErrorKind::Syntax).field(path)),
            Some(Some(text)) => Ok(Some(text.trim()).filter(|text| !text.is_empty())),
            None => Ok(None),
        }
    }

    /// The text of an element that must be there.
    ///
    /// # Errors
    /// When it is absent or empty, or stands several times.
    pub(crate) fn needed(&self, path: &str) -> Result<&str, ParseError> {
        self.optional(path)?.ok_or_else(|| ParseError::new(ParseErrorKind::PartMissing).field(path))
    }
}

/// Reads one charging process.
///
/// # Errors
/// When it is not well-formed or declares a document type.
pub(crate) fn read(text: &str, limits: &Limits) -> Result<Document, ParseError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut document = Document::default();
    // Names of the open elements as far as they are known: below an unknown one nothing is.
    let mut open: Vec<Option<String>> = Vec::new();
    let mut done = false;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let syntax = || ParseError::new(ParseErrorKind::Syntax).at(at);
        match reader.read_event().map_err(|_| syntax())? {
            Event::Decl(_) if open.is_empty() && !done => {}
            Event::Comment(_) => {}
            Event::Start(start) => {
                if done || open.len() >= limits.xml_depth {
                    return Err(if done { syntax() } else { ParseError::new(ParseErrorKind::Limit(LimitName::XmlDepth)).at(at) });
                }
                let name = start.local_name();
                let path = path(&open, name.as_ref());
                if let Some(path) = &path {
                    document.enter(path);
                } else {
                    document.unknown(&open, name.as_ref());
                }
                open.push(path);
            }
            Event::End(_) => {
                open.pop();
                done = open.is_empty();
            }
            Event::Text(part) => document.text(&open, &part.xml10_content(), at)?,
            Event::CData(part) => document.text(&open, &part.xml10_content(), at)?,
            Event::GeneralRef(reference) => {
                let character = match reference.resolve_char_ref() {
                    Ok(Some(character)) => character,
                    Ok(None) => named(&reference).ok_or_else(syntax)?,
                    Err(_) => return Err(syntax()),
                };
                document.text(&open, character.encode_utf8(&mut [0; 4]), at)?;
            }
            Event::Eof if done => return Ok(document),
            Event::Eof => return Err(ParseError::new(ParseErrorKind::Truncated).at(text.len())),
            _ => return Err(syntax()),
        }
    }
}

/// Path of an element below the root: empty for the root itself, `None` for what is not known.
fn path(open: &[Option<String>], name: &str) -> Option<String> {
    match open {
        [] => Some(String::new()),
        [_] if TEXTS.contains(&name) || name == EVENTS || GROUPS.iter().any(|(group, _)| *group == name) => Some(name.to_owned()),
        [_, Some(group)] => {
            let known = GROUPS.iter().any(|(known, names)| known == group && names.contains(&name));
            known.then(|| format!("{group}/{name}"))
        }
        _ => None,
    }
}

impl Document {
    fn enter(&mut self, path: &str) {
        let is_text = TEXTS.contains(&path) || path.contains('/');
        if is_text {
            self.fields.entry(path.to_owned()).and_modify(|text| *text = None).or_insert_with(|| Some(String::new()));
        }
    }

    fn unknown(&mut self, open: &[Option<String>], name: &str) {
        let parent = open.iter().flatten().next_back().map_or("", String::as_str);
        if parent != EVENTS && self.notes.len() < NOTED {
            let name: String = name.chars().take(64).collect();
            self.notes.push(Note::new(NoteKind::UnexpectedPart, if parent.is_empty() { name } else { format!("{parent}/{name}") }));
        }
    }

    fn text(&mut self, open: &[Option<String>], text: &str, at: usize) -> Result<(), ParseError> {
        let Some(last) = open.last() else {
            return if text.trim().is_empty() { Ok(()) } else { Err(ParseError::new(ParseErrorKind::Syntax).at(at)) };
        };
        let in_events = open.get(1).is_some_and(|path| path.as_deref() == Some(EVENTS));
        if in_events && !text.trim().is_empty() && !self.notes.iter().any(|note| note.field == EVENTS) {
            self.notes.push(Note::new(NoteKind::UnexpectedPart, EVENTS));
        }
        let field = last.as_ref().and_then(|path| self.fields.get_mut(path));
        if let Some(Some(known)) = field {
            known.push_str(text);
        }
        Ok(())
    }
}

fn named(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => None,
    }
}

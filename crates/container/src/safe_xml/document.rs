//! The document level of SAFE XML: which element stands where.

use std::ops::Range;

use eichrecht_model::{LimitName, Note, NoteKind, ReadErrorKind};
use quick_xml::NsReader;
use quick_xml::errors::{Error, SyntaxError};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use super::NAMESPACE;
use super::attributes::{self, Attribute};
use super::value::{Child, ChildKind, Outcome, Value};
use crate::content::Content;
use crate::job::{Job, Mark};
use crate::notes::{Notes, shorten};

/// Why reading ended before the end of the document.
#[derive(Debug)]
pub(super) enum Stop {
    /// A document type was declared.
    Doctype,
    /// Not well-formed.
    Syntax { offset: usize, detail: String },
    /// Another root than `values`. A fragment is a part of the container without its root.
    Root { name: String, fragment: bool },
    /// A limit was reached.
    Limit(LimitName),
    /// No more records are taken; that is among the errors already.
    Full,
}

/// Elements that are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Values,
    Value,
    Payload,
    Station,
    /// An element that does not belong here and was noted; what is in it is skipped.
    Foreign,
}

/// Longest text taken from what the sender says about the station.
const STATION_TEXT: usize = 4096;

pub(super) struct Document<'t, 'j, 'a> {
    text: &'t str,
    content: &'j Content<'t>,
    job: &'j mut Job<'a>,
    open: Vec<Place>,
    root_closed: bool,
    value: Option<Value>,
    values: usize,
    /// Values without any data: errors, unless the whole document is an empty template.
    empty: Vec<(ReadErrorKind, usize)>,
    notes: Notes,
    /// Path in the station element, and what was said there.
    station_path: Vec<String>,
    station: String,
    /// Number of the first record of this document.
    first_record: usize,
    mark: Mark,
    /// Offset behind the last complete value.
    done: usize,
}

impl<'t, 'j, 'a> Document<'t, 'j, 'a> {
    pub(super) fn new(text: &'t str, content: &'j Content<'t>, job: &'j mut Job<'a>) -> Self {
        let (first_record, mark) = (job.records(), job.mark());
        Self {
            text,
            content,
            job,
            open: Vec::new(),
            root_closed: false,
            value: None,
            values: 0,
            empty: Vec::new(),
            notes: Notes::default(),
            station_path: Vec::new(),
            station: String::new(),
            first_record,
            mark,
            done: 0,
        }
    }

    /// Reads the document to its end or to the first thing that makes going on impossible.
    pub(super) fn read(&mut self) -> Result<(), Stop> {
        let mut reader = NsReader::from_str(self.text);
        reader.config_mut().expand_empty_elements = true;
        loop {
            let start = offset(reader.buffer_position());
            let (namespace, event) = match reader.read_resolved_event() {
                Ok((resolved, event)) => (foreign_namespace(&resolved), event),
                Err(Error::Syntax(SyntaxError::UnclosedDoctype)) => return Err(Stop::Doctype),
                Err(error) => return Err(Stop::Syntax { offset: offset(reader.error_position()), detail: error.to_string() }),
            };
            let end = offset(reader.buffer_position());
            match event {
                Event::DocType(_) => return Err(Stop::Doctype),
                Event::Start(element) => self.start(&element, namespace, start)?,
                Event::Empty(_) => {} // Expanded into start and end.
                Event::End(_) => self.end(end)?,
                Event::Text(text) => {
                    let content = text.xml10_content();
                    // A text that the reader changed (line ends) is no longer the piece of the document.
                    let span = (self.text.get(start..end) == Some(&*content)).then_some(start..end);
                    self.text(&content, span, start)?;
                }
                Event::CData(data) if self.open.is_empty() => return Err(outside(&data, start)),
                Event::CData(data) => self.text(&data.xml10_content(), None, start)?,
                Event::GeneralRef(reference) => {
                    let named = || resolve_name(&reference);
                    let character = match reference.resolve_char_ref() {
                        Ok(character) => character.filter(|character| is_xml_char(*character)).or_else(named),
                        Err(_) => None,
                    };
                    let Some(character) = character else {
                        return Err(Stop::Syntax { offset: start, detail: format!("reference `{}`", shorten(&reference)) });
                    };
                    self.text(character.encode_utf8(&mut [0; 4]), None, start)?;
                }
                Event::Comment(_) | Event::PI(_) => self.split("comment or processing instruction"),
                Event::Decl(_) if start == 0 || self.text.get(..start).is_some_and(|before| before.trim().is_empty()) => {}
                Event::Decl(_) => return Err(Stop::Syntax { offset: start, detail: "XML declaration inside the document".to_owned() }),
                Event::Eof if self.open.is_empty() && self.root_closed => return Ok(()),
                Event::Eof => return Err(Stop::Syntax { offset: end, detail: "unexpected end".to_owned() }),
            }
        }
    }

    /// What was reached, and the notes about the document. Call it after [`Self::read`], however that ended.
    pub(super) fn finish(mut self) -> (usize, Vec<Note>) {
        if !self.station.is_empty() {
            self.notes.push(Note::new(NoteKind::SenderData, "chargingStation").found(self.station));
        }
        // An empty template holds nothing; where other values hold something, an empty one is an error.
        if self.job.anything_since(self.mark) {
            for (kind, number) in self.empty {
                self.job.error(kind, self.content.location.inside(format!("values/value[{number}]")), None, "");
            }
        }
        if self.values > 1 {
            for record in self.job.records_from(self.first_record).iter_mut().filter(|record| record.declared.transaction_id.is_none()) {
                record.notes.push(Note::new(NoteKind::TransactionIdOdd, "value/@transactionId"));
            }
        }
        (self.done, self.notes.finish())
    }

    fn start(&mut self, element: &BytesStart<'_>, namespace: Option<String>, at: usize) -> Result<(), Stop> {
        if self.open.len() >= self.job.limits.xml_depth {
            return Err(Stop::Limit(LimitName::XmlDepth));
        }
        let attributes = attributes::read(element, self.job.limits, at)?;
        let name = element.local_name();
        let name = name.as_ref();
        let place = match self.open.last() {
            None if self.root_closed => return Err(Stop::Syntax { offset: at, detail: "second root element".to_owned() }),
            None if name == "values" => self.values_element(attributes),
            None => {
                let fragment = matches!(name, "value" | "signedData" | "encodedData" | "publicKey");
                return Err(Stop::Root { name: name.to_owned(), fragment });
            }
            Some(Place::Values) => match name {
                "value" => self.value_element(attributes, at)?,
                "chargingStation" => self.station_element(name, attributes),
                _ => self.foreign(name, at),
            },
            Some(Place::Value) => match ChildKind::of(name) {
                Some(kind) => self.child_element(kind, attributes),
                None => self.foreign(name, at),
            },
            Some(Place::Payload) => {
                self.split(&format!("element `{name}`"));
                Place::Foreign
            }
            Some(Place::Station) => self.station_element(name, attributes),
            Some(Place::Foreign) => {
                self.misplaced_payload(name, at);
                Place::Foreign
            }
        };
        if let (Some(namespace), Place::Values | Place::Value | Place::Payload) = (namespace, place) {
            self.notes.push_once(Note::new(NoteKind::UnknownNamespace, name).found(shorten(&namespace)).expected(NAMESPACE));
        }
        self.open.push(place);
        Ok(())
    }

    fn values_element(&mut self, attributes: Vec<Attribute>) -> Place {
        for attribute in attributes {
            self.notes.push(unexpected(format!("values/@{}", attribute.name), &attribute.value));
        }
        Place::Values
    }

    fn value_element(&mut self, attributes: Vec<Attribute>, at: usize) -> Result<Place, Stop> {
        self.values += 1;
        // Values without records cost errors and time, too.
        if self.values > self.job.limits.records {
            return Err(Stop::Limit(LimitName::Records));
        }
        self.value = Some(Value::new(self.values, attributes, at));
        Ok(Place::Value)
    }

    fn child_element(&mut self, kind: ChildKind, attributes: Vec<Attribute>) -> Place {
        if let Some(value) = &mut self.value {
            value.open_child(Child::new(kind), attributes);
        }
        Place::Payload
    }

    fn station_element(&mut self, name: &str, attributes: Vec<Attribute>) -> Place {
        self.station_path.push(shorten(name));
        for attribute in attributes {
            self.station_fact(&format!("/@{}", attribute.name), &attribute.value);
        }
        Place::Station
    }

    fn station_fact(&mut self, suffix: &str, value: &str) {
        let value = value.trim();
        if value.is_empty() || self.station.ends_with('…') {
            return;
        }
        let fact = format!("{}{suffix}={}", self.station_path.join("/"), shorten(value));
        if self.station.len() + fact.len() > STATION_TEXT {
            self.station.push_str("; …");
            return;
        }
        if !self.station.is_empty() {
            self.station.push_str("; ");
        }
        self.station.push_str(&fact);
    }

    fn foreign(&mut self, name: &str, at: usize) -> Place {
        if !self.misplaced_payload(name, at) {
            let note = unexpected(shorten(name), "");
            match &mut self.value {
                Some(value) => value.notes.push(note),
                None => self.notes.push(note),
            }
        }
        Place::Foreign
    }

    /// Data outside a value would be lost without a word, so it is an error.
    fn misplaced_payload(&mut self, name: &str, at: usize) -> bool {
        let misplaced = matches!(name, "signedData" | "encodedData");
        if misplaced {
            let location = self.content.location.inside(name);
            self.values += 1;
            if self.values <= self.job.limits.records {
                self.job.error(ReadErrorKind::ValuePayload, location, self.content.offset(at), name.to_owned());
            }
        }
        misplaced
    }

    fn end(&mut self, end: usize) -> Result<(), Stop> {
        match self.open.pop() {
            Some(Place::Station) => {
                self.station_path.pop();
            }
            Some(Place::Payload) => {
                if let Some(value) = &mut self.value {
                    value.close_child();
                }
            }
            Some(Place::Value) => {
                if let Some(value) = self.value.take() {
                    let number = value.number;
                    match value.finish(self.content, self.job) {
                        Outcome::Taken => {}
                        Outcome::Nothing => self.empty.push((ReadErrorKind::ValuePayload, number)),
                        Outcome::Full => return Err(Stop::Full),
                    }
                }
                self.done = end;
            }
            _ => {}
        }
        self.root_closed = self.open.is_empty();
        Ok(())
    }

    fn text(&mut self, text: &str, span: Option<Range<usize>>, at: usize) -> Result<(), Stop> {
        let blank = text.trim().is_empty();
        match self.open.last() {
            None if blank => {}
            None => return Err(outside(text, at)),
            Some(Place::Payload) => {
                if let Some(value) = &mut self.value {
                    value.push_text(text, span);
                }
            }
            Some(Place::Station) => self.station_fact("", text),
            Some(Place::Values) if !blank => self.notes.push(Note::new(NoteKind::StrayText, "values").found(shorten(text.trim()))),
            Some(Place::Value) if !blank => {
                if let Some(value) = &mut self.value {
                    value.notes.push(Note::new(NoteKind::StrayText, "value").found(shorten(text.trim())));
                }
            }
            Some(_) => {}
        }
        Ok(())
    }

    /// Something stands inside a payload element that tears its text apart.
    fn split(&mut self, by: &str) {
        if let (Some(value), Some(Place::Payload)) = (&mut self.value, self.open.last()) {
            value.split(by);
        }
    }
}

/// A note about an element or attribute that does not belong where it stands.
pub(super) fn unexpected(field: impl Into<String>, found: &str) -> Note {
    Note::new(NoteKind::UnexpectedPart, field).found(shorten(found))
}

fn outside(text: &str, at: usize) -> Stop {
    Stop::Syntax { offset: at, detail: format!("text outside the root element: {}", shorten(text.trim())) }
}

/// The namespace, if it is none that the container is known in.
fn foreign_namespace(resolved: &ResolveResult<'_>) -> Option<String> {
    match resolved {
        ResolveResult::Unbound => None,
        ResolveResult::Bound(namespace) => {
            let namespace: &str = namespace.as_ref();
            (!namespace.is_empty() && namespace != NAMESPACE).then(|| namespace.to_owned())
        }
        ResolveResult::Unknown(prefix) => Some(format!("{prefix}:")),
    }
}

fn resolve_name(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => None,
    }
}

/// Characters that XML 1.0 allows (section 2.2).
fn is_xml_char(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

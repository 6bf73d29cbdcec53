//! Fields of JSON objects by name, with what cannot be read noted rather than dropped.

use std::cell::RefCell;
use std::rc::Rc;

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{BillNote, BillNoteKind, BillProblem, BillProblemKind, Decimal, Limits};

use super::problem;
use crate::number::{self, BadNumber};

/// An object of a bill. Names are compared without underscores and case: platforms write `totalEnergy` as well.
#[derive(Clone)]
pub(super) struct Fields<'n, 't> {
    object: &'n Object<'t>,
    pub(super) limits: &'n Limits,
    path: String,
    notes: Rc<RefCell<Vec<BillNote>>>,
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| *c != '_').map(|c| c.to_ascii_lowercase()).collect()
}

/// A number or text as it stands in JSON, for notes.
fn as_received(node: &Node<'_>) -> String {
    match &node.value {
        Value::String(text) => text.chars().take(100).collect(),
        Value::Number(digits) => digits.chars().take(100).collect(),
        Value::Bool(value) => value.to_string(),
        Value::Null => "null".to_owned(),
        Value::Array(_) => "[…]".to_owned(),
        Value::Object(_) => "{…}".to_owned(),
    }
}

impl<'n, 't> Fields<'n, 't> {
    pub(super) fn new(object: &'n Object<'t>, limits: &'n Limits, path: &str) -> Self {
        Self { object, limits, path: path.to_owned(), notes: Rc::default() }
    }

    /// The notes made so far, of this object and all objects below it.
    pub(super) fn take_notes(&self) -> Vec<BillNote> {
        self.notes.take()
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'n str> {
        self.object.members.iter().map(|member| member.key.as_ref())
    }

    pub(super) fn place(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    pub(super) fn note(&self, kind: BillNoteKind, name: &str, found: impl Into<String>) {
        self.notes.borrow_mut().push(BillNote { kind, field: self.place(name), found: found.into() });
    }

    /// The value of a field; `None` when it is absent, `null`, or stands twice.
    pub(super) fn node(&self, name: &str) -> Option<&'n Node<'t>> {
        let wanted = plain(name);
        let mut found = self.object.members.iter().filter(|member| plain(&member.key) == wanted);
        match (found.next(), found.next()) {
            (Some(one), None) => Some(&one.value).filter(|node| node.value != Value::Null),
            (Some(_), Some(_)) => {
                self.note(BillNoteKind::Twice, name, "");
                None
            }
            _ => None,
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        let wanted = plain(name);
        self.object.members.iter().any(|member| plain(&member.key) == wanted && member.value.value != Value::Null)
    }

    /// A text.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let node = self.node(name)?;
        match &node.value {
            Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            Value::Number(digits) => Some((*digits).to_owned()),
            _ => {
                self.unreadable(name, node);
                None
            }
        }
    }

    fn unreadable(&self, name: &str, node: &Node<'_>) {
        self.note(BillNoteKind::Unreadable, name, as_received(node));
    }

    /// A number, or a number written as a text.
    pub(super) fn number(&self, name: &str) -> Option<Decimal> {
        let node = self.node(name)?;
        let read = match &node.value {
            Value::Number(digits) => number::exact(digits, self.limits).ok(),
            Value::String(text) => number::human(text, self.limits).ok(),
            _ => None,
        };
        if read.is_none() {
            self.unreadable(name, node);
        }
        read
    }

    /// What `read` makes of a text; noted when it makes nothing of it.
    pub(super) fn text_as<T>(&self, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let node = self.node(name)?;
        let read = node.as_str().map(str::trim).and_then(read);
        if read.is_none() {
            self.unreadable(name, node);
        }
        read
    }

    /// A number that is not below zero; one that is is noted like any that cannot be read.
    pub(super) fn amount(&self, name: &str) -> Option<Decimal> {
        let value = self.number(name)?;
        if value.is_negative() {
            self.note(BillNoteKind::Unreadable, name, value.to_string());
            return None;
        }
        Some(value)
    }

    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        let node = self.node(name)?;
        match node.value {
            Value::Bool(value) => Some(value),
            _ => {
                self.unreadable(name, node);
                None
            }
        }
    }

    /// An object below.
    pub(super) fn inner(&self, name: &str) -> Option<Self> {
        self.node(name)?.as_object().map(|object| self.below(object, name))
    }

    fn below(&self, object: &'n Object<'t>, part: &str) -> Self {
        Self { object, limits: self.limits, path: self.place(part), notes: Rc::clone(&self.notes) }
    }

    /// The objects of a list below; anything else in it is noted.
    pub(super) fn list(&self, name: &str) -> Vec<Self> {
        let Some(node) = self.node(name) else { return Vec::new() };
        let Some(elements) = node.as_array() else {
            self.unreadable(name, node);
            return Vec::new();
        };
        let mut found = Vec::new();
        for (index, element) in elements.iter().enumerate() {
            let part = format!("{name}[{}]", index + 1);
            match element.as_object() {
                Some(object) => found.push(self.below(object, &part)),
                None => self.unreadable(&part, element),
            }
        }
        found
    }

    /// The texts of a list below.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        let elements = self.node(name).and_then(Node::as_array).unwrap_or_default();
        elements.iter().map(as_received).collect()
    }

    // ---- the strict ones, for tariffs: a price that rests on half a tariff is worth nothing ----

    /// A number that must be readable if it is there.
    pub(super) fn strict_number(&self, name: &str) -> Result<Option<Decimal>, BillProblem> {
        if !self.has(name) {
            return Ok(None);
        }
        let read = match self.node(name).map(|node| &node.value) {
            Some(Value::Number(digits)) => number::exact(digits, self.limits),
            Some(Value::String(text)) => number::human(text, self.limits),
            _ => Err(BadNumber::NotANumber),
        };
        match read {
            Ok(value) if !value.is_negative() => Ok(Some(value)),
            Err(BadNumber::Limit(limit)) => Err(problem(BillProblemKind::Limit(limit), self.place(name))),
            _ => Err(self.broken(name)),
        }
    }

    /// A whole number that must be readable if it is there.
    pub(super) fn strict_whole(&self, name: &str) -> Result<Option<u64>, BillProblem> {
        match self.strict_number(name)? {
            None => Ok(None),
            Some(value) => value.trimmed(0).to_string().parse().map(Some).map_err(|_| self.broken(name)),
        }
    }

    /// A text that must be readable if it is there.
    pub(super) fn strict<T>(&self, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, BillProblem> {
        if !self.has(name) {
            return Ok(None);
        }
        let text = self.node(name).and_then(Node::as_str);
        text.map(str::trim).and_then(read).map(Some).ok_or_else(|| self.broken(name))
    }

    pub(super) fn broken(&self, name: &str) -> BillProblem {
        problem(BillProblemKind::Field, self.place(name))
    }
}

//! What is verified at a time.

use std::sync::Arc;

/// One input of a batch run: what stands in one row of a table, or one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The file, or the member of an archive, it comes from.
    pub input: Arc<str>,
    /// Its place there, counted from 1: line, row or element; `None` for a whole file.
    pub position: Option<u64>,
    /// The signed data, or why there is none.
    pub payload: Result<Vec<Vec<u8>>, Unread>,
    /// The key that came with it.
    pub key: Option<Vec<u8>>,
    /// The caller's number of the session.
    pub session: Option<String>,
    /// The charging point by the caller's word.
    pub evse: Option<String>,
}

/// Why an input has no payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Stable name of the error.
    pub kind: &'static str,
    /// Short detail, may hold foreign text.
    pub detail: String,
}

impl Unread {
    /// A row that is not what its table promises: broken JSON, too few fields.
    pub(crate) fn row(detail: impl Into<String>) -> Self {
        Self { kind: "row-unreadable", detail: detail.into() }
    }

    /// A row without signed data.
    pub(crate) fn missing(detail: impl Into<String>) -> Self {
        Self { kind: "payload-missing", detail: detail.into() }
    }

    /// A table without the columns asked for.
    pub(crate) fn columns(detail: impl Into<String>) -> Self {
        Self { kind: "column-missing", detail: detail.into() }
    }

    /// A table without a row. It is told, as an empty file must not pass for a verified one.
    pub(crate) fn empty() -> Self {
        Self { kind: "empty", detail: String::new() }
    }

    /// A file that cannot be opened or read on.
    pub(crate) fn input(detail: impl Into<String>) -> Self {
        Self { kind: "input-unreadable", detail: detail.into() }
    }

    /// Something at which the program failed.
    pub(crate) fn fault() -> Self {
        Self { kind: crate::engine::FAULT, detail: "the program failed at this input; please report it".to_owned() }
    }

    /// Something larger than allowed.
    pub(crate) fn limit(limit: eichrecht::model::LimitName) -> Self {
        Self { kind: "limit", detail: limit.as_str().to_owned() }
    }
}

impl Item {
    /// An input without anything but its place.
    pub(crate) fn unread(input: &Arc<str>, position: Option<u64>, why: Unread) -> Self {
        Self { input: Arc::clone(input), position, payload: Err(why), key: None, session: None, evse: None }
    }

    /// A whole file.
    pub(crate) fn whole(input: Arc<str>, bytes: Vec<u8>) -> Self {
        Self { input, position: None, payload: Ok(vec![bytes]), key: None, session: None, evse: None }
    }
}

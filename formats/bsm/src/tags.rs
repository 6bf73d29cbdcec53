//! Tags in the texts that the station hands to the meter to be signed: `tag: content`.

use crate::points::Points;

/// What one tag says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tag<'p> {
    Absent,
    Once(&'p str),
    /// In two of the texts: nobody can say which one counts.
    Repeated,
}

impl<'p> Tag<'p> {
    /// The content, if there is exactly one and it is not the word for "none".
    pub(crate) fn known(&self) -> Option<&'p str> {
        match self {
            Self::Once(content) if *content != "unknown" => Some(content),
            _ => None,
        }
    }
}

/// Whose session it is.
pub(crate) const CONTRACT: &str = "contract-id";
/// Where it is.
pub(crate) const EVSE: &str = "evse-id";
/// Software of the station.
pub(crate) const SOFTWARE: &str = "csc-sw-version";

/// The texts that may hold tags.
pub(crate) const TEXTS: [&str; 3] = ["Meta1", "Meta2", "Meta3"];

/// Looks for a tag in the three texts.
pub(crate) fn tag<'p>(points: &'p Points<'_, '_>, name: &str) -> Tag<'p> {
    let content = |text: &&str| points.text(text).strip_prefix(name)?.strip_prefix(": ");
    let mut found = TEXTS.iter().filter_map(content);
    match (found.next(), found.next()) {
        (None, _) => Tag::Absent,
        (Some(content), None) => Tag::Once(content),
        _ => Tag::Repeated,
    }
}

/// Kind and number of a contract: `rfid:12ab`, or the number alone.
pub(crate) fn contract(content: &str) -> (Option<&str>, &str) {
    match content.split_once(':') {
        Some((kind @ ("rfid" | "sms"), id)) => (Some(kind), id),
        _ => (None, content),
    }
}

#[cfg(test)]
mod tests {
    use super::contract;

    #[test]
    fn contracts_may_name_their_kind() {
        assert_eq!(contract("rfid:12ab"), (Some("rfid"), "12ab"));
        assert_eq!(contract("DE:12:ab"), (None, "DE:12:ab"));
        assert_eq!(contract("12ab"), (None, "12ab"));
    }
}

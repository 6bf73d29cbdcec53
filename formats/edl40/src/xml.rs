//! The XML of `signedMeterValue`: one level of elements with text.

use std::ops::Range;

use eichrecht_model::{LimitName, Limits, ParseError, ParseErrorKind};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Name of the root element.
const ROOT: &str = "signedMeterValue";

/// The children of the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Document {
    pub(crate) elements: Vec<Element>,
}

/// One child.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) encoding: Option<String>,
    pub(crate) text: String,
}

impl Document {
    /// The element of a name, if there is one.
    ///
    /// # Errors
    /// When there are several.
    pub(crate) fn optional(&self, name: &str) -> Result<Option<&Element>, ParseError> {
        let mut found = self.elements.iter().filter(|element| element.name == name);
        match (found.next(), found.next()) {
            (_, Some(_)) => Err(ParseError::new(ParseErrorKind::Syntax).field(name)),
            (one, None) => Ok(one),
        }
    }

    /// The element of a name that must be there.
    ///
    /// # Errors
    /// When there is none, or several.
    pub(crate) fn needed(&self, name: &str) -> Result<&Element, ParseError> {
        self.optional(name)?.ok_or_else(|| ParseError::new(ParseErrorKind::PartMissing).field(name))
    }
}

/// Where documents stand in a text, each with its XML declaration, at most `most` of them. One that does not
/// end goes to the next or to the end of the text.
pub(crate) fn documents(text: &[u8], most: usize) -> Vec<Range<usize>> {
    let brackets = text.iter().enumerate().filter(|(_, byte)| **byte == b'<').map(|(at, _)| at);
    let mut tags = brackets.filter_map(|at| Some((at, tag(text, at)?))).peekable();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = 0;
    while let Some((at, opens)) = tags.next().filter(|_| found.len() < most) {
        if !opens {
            continue;
        }
        let start = with_declaration(text, before, at);
        let end = match tags.peek() {
            Some((next, true)) => with_declaration(text, at, *next),
            Some((closing, false)) => behind_bracket(text, *closing),
            None => text.len(),
        };
        found.push(start..end);
        before = end;
    }
    found
}

/// Whether a tag of the root begins here: `true` opens, `false` closes.
fn tag(text: &[u8], at: usize) -> Option<bool> {
    let rest = text.get(at + 1..)?;
    let (name, opens) = match rest.strip_prefix(b"/") {
        Some(rest) => (rest, false),
        None => (rest, true),
    };
    let behind = name.strip_prefix(ROOT.as_bytes())?;
    let ends = behind.first().is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
    ends.then_some(opens)
}

/// End of the tag that begins at `from`. One that is not closed ends where the next begins.
fn behind_bracket(text: &[u8], from: usize) -> usize {
    let start = from + 1;
    let rest = text.get(start..).unwrap_or_default();
    match rest.iter().position(|byte| matches!(byte, b'<' | b'>')) {
        Some(length) if rest.get(length) == Some(&b'>') => start + length + 1,
        Some(length) => start + length,
        None => text.len(),
    }
}

/// Start of the XML declaration in front of the root, or of the root where there is none.
fn with_declaration(text: &[u8], from: usize, root: usize) -> usize {
    let Some(before) = text.get(from..root) else { return root };
    let end = before.trim_ascii_end();
    if !end.ends_with(b"?>") {
        return root;
    }
    // A declaration is short: nothing is looked for further away.
    let window = end.len().saturating_sub(512);
    let mark = end.get(window..).and_then(|tail| tail.windows(5).rposition(|part| part == b"<?xml"));
    mark.map_or(root, |at| from + window + at)
}

/// Reads one document.
///
/// # Errors
/// When it is not well-formed, declares a document type, or is built otherwise than one level of texts.
pub(crate) fn read(text: &str, limits: &Limits) -> Result<Document, ParseError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut document = Document::default();
    let mut state = Place::Before;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let syntax = || ParseError::new(ParseErrorKind::Syntax).at(at);
        let event = reader.read_event().map_err(|_| syntax())?;
        state = match (state, event) {
            (Place::Before, Event::Decl(_)) if text.get(..at).is_some_and(|before| before.trim().is_empty()) => Place::Before,
            (Place::Before, Event::Start(start)) if start.name().as_ref() == ROOT => Place::Root,
            (Place::Root, Event::Start(start)) => {
                if document.elements.len() >= limits.xml_attributes {
                    return Err(ParseError::new(ParseErrorKind::Limit(LimitName::XmlAttributes)).at(at));
                }
                document.elements.push(element(&start, limits, at)?);
                Place::Child
            }
            (Place::Root, Event::End(_)) => Place::After,
            (Place::Child, Event::End(_)) => Place::Root,
            (Place::Child, Event::Text(part)) => push(&mut document, &part.xml10_content(), Place::Child),
            (Place::Child, Event::CData(part)) => push(&mut document, &part.xml10_content(), Place::Child),
            (Place::Child, Event::GeneralRef(reference)) => {
                let character = match reference.resolve_char_ref() {
                    Ok(Some(character)) => character,
                    Ok(None) => named(&reference).ok_or_else(syntax)?,
                    Err(_) => return Err(syntax()),
                };
                push(&mut document, character.encode_utf8(&mut [0; 4]), Place::Child)
            }
            // A comment inside a text would tear it apart.
            (place @ (Place::Before | Place::Root | Place::After), Event::Comment(_)) => place,
            (place @ (Place::Before | Place::Root | Place::After), Event::Text(part)) if part.xml10_content().trim().is_empty() => place,
            (Place::After, Event::Eof) => return Ok(document),
            (_, Event::Eof) => return Err(ParseError::new(ParseErrorKind::Truncated).at(text.len())),
            _ => return Err(syntax()),
        };
    }
}

/// Where in the document reading is.
#[derive(Clone, Copy)]
enum Place {
    Before,
    Root,
    Child,
    After,
}

fn push(document: &mut Document, text: &str, place: Place) -> Place {
    if let Some(element) = document.elements.last_mut() {
        element.text.push_str(text);
    }
    place
}

fn element(start: &BytesStart<'_>, limits: &Limits, at: usize) -> Result<Element, ParseError> {
    let syntax = || ParseError::new(ParseErrorKind::Syntax).at(at);
    if start.attributes_raw().len() > limits.xml_attribute_bytes {
        return Err(ParseError::new(ParseErrorKind::Limit(LimitName::XmlAttributeBytes)).at(at));
    }
    let mut encoding = None;
    for (index, attribute) in start.attributes().with_checks(false).enumerate() {
        if index >= limits.xml_attributes {
            return Err(ParseError::new(ParseErrorKind::Limit(LimitName::XmlAttributes)).at(at));
        }
        let attribute = attribute.map_err(|_| syntax())?;
        let name: &str = attribute.key.into_inner();
        if name == "encoding" {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| syntax())?;
            if encoding.replace(value.into_owned()).is_some() {
                return Err(syntax());
            }
        }
    }
    Ok(Element { name: start.name().as_ref().to_owned(), encoding, text: String::new() })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        documents(text.as_bytes(), 9).into_iter().filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn documents_are_found_with_their_declaration() {
        let one = "<?xml version=\"1.0\" ?>\n<signedMeterValue a=''><x/></signedMeterValue >";
        assert_eq!(found(one), [one]);
        assert_eq!(found(&format!("see {one} and {one}.")), [one, one]);
        assert_eq!(found("a <signedMeterValue><x> <signedMeterValue/> b"), ["<signedMeterValue><x> ", "<signedMeterValue/> b"]);
        assert_eq!(
            found("<signedMeterValue a </signedMeterValue <signedMeterValue b"),
            ["<signedMeterValue a </signedMeterValue ", "<signedMeterValue b"]
        );
        assert!(found("<signedMeterValues/> </signedMeterValue> signedMeterValue").is_empty());
    }

    #[test]
    fn elements_are_read_with_encoding_and_text() {
        let text = "<signedMeterValue> <a encoding=\"hex\">1&amp;<![CDATA[2]]>&#51;</a><!-- c --><b/></signedMeterValue>";
        let document = read(text, &Limits::default()).unwrap();
        let a = document.needed("a").unwrap();
        assert_eq!((a.encoding.as_deref(), a.text.as_str()), (Some("hex"), "1&23"));
        assert_eq!(document.needed("b").unwrap().text, "");
        assert_eq!(document.needed("c").unwrap_err().kind, ParseErrorKind::PartMissing);
    }

    #[test]
    fn what_is_built_otherwise_is_refused() {
        for text in [
            "",
            "<other/>",
            "<signedMeterValue><a>1</a>",
            "<signedMeterValue><a><b/></a></signedMeterValue>",
            "<signedMeterValue>text</signedMeterValue>",
            "<signedMeterValue><a>1<!-- --></a></signedMeterValue>",
            "<!DOCTYPE x [<!ENTITY e 'v'>]><signedMeterValue/>",
            "<signedMeterValue><a>&e;</a></signedMeterValue>",
            "<signedMeterValue/><signedMeterValue/>",
            "<signedMeterValue/>text",
            "<signedMeterValue><a encoding='hex' encoding='hex'/></signedMeterValue>",
            "<signedMeterValue><?xml version='1.0'?></signedMeterValue>",
        ] {
            assert!(read(text, &Limits::default()).is_err(), "{text}");
        }
    }
}

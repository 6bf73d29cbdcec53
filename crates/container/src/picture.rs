//! Carrier: pictures with QR codes. Each code is a content of its own, opened like any other.

use std::borrow::Cow;

use eichrecht_model::{LimitName, Limits, Note, NoteKind, ReadErrorKind};
use eichrecht_pictures::{Bounds, Problem, Spent, codes, is_raster};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::carrier::{Carrier, CarrierInfo};
use crate::content::{Content, is_binary};
use crate::job::Job;

/// Pictures of the largest size in one input.
const PICTURES: usize = 4;

/// Two kinds: pictures of points, and drawings.
pub(crate) enum Picture {
    Raster,
    Svg,
}

impl Carrier for Picture {
    fn info(&self) -> CarrierInfo {
        match self {
            Self::Raster => CarrierInfo {
                id: "picture",
                title: "QR codes in a picture: PNG, JPEG, GIF, BMP, WebP",
                recognised_by: "the first bytes of the picture",
            },
            Self::Svg => CarrierInfo { id: "svg", title: "QR codes in an SVG drawing", recognised_by: "XML with the root `svg`" },
        }
    }

    fn recognises(&self, content: &Content<'_>, _: &Job<'_>) -> bool {
        match self {
            Self::Raster => content.text.is_none() && is_raster(content.bytes),
            Self::Svg => content.text.is_some_and(|text| text.trim_start().starts_with('<') && is_svg(text)),
        }
    }

    fn open(&self, content: &Content<'_>, job: &mut Job<'_>) {
        let bounds = bounds(job.limits, &job.pictures);
        let location = &content.location;
        let found = match codes(content.bytes, &bounds, &mut job.pictures) {
            Ok(found) => found,
            Err(problem) => {
                let (kind, detail) = told(problem);
                return job.error(kind, location.clone(), None, detail);
            }
        };
        if found.more {
            job.error(ReadErrorKind::Limit(LimitName::PictureMarks), location.clone(), None, "");
        } else if found.codes.is_empty() {
            job.error(ReadErrorKind::PictureWithoutCode, location.clone(), None, "");
        }
        for (index, code) in found.codes.iter().enumerate() {
            let location = location.inside(format!("qr-code[{}]", index + 1));
            let bytes = text_of(&code.bytes);
            if matches!(bytes, Cow::Owned(_)) {
                job.note(Note::new(NoteKind::EncodingAssumed, location.to_string()).found("ISO-8859-1"));
            }
            job.open_apart(location, &bytes);
        }
    }
}

/// What one more picture may cost: an archive may hold thousands of them.
fn bounds(limits: &Limits, spent: &Spent) -> Bounds {
    let left = limits.picture_pixels.saturating_mul(PICTURES).saturating_sub(spent.pixels);
    Bounds {
        pixels: limits.picture_pixels.min(left),
        svg_elements: limits.svg_elements,
        marks: limits.picture_marks.saturating_sub(spent.marks),
    }
}

/// The text of a code that names no encoding: UTF-8 as nearly all write it, or else ISO 8859-1 as the first
/// edition of the standard has it. What is no text at all stays as it is.
fn text_of(bytes: &[u8]) -> Cow<'_, [u8]> {
    if std::str::from_utf8(bytes).is_ok() || bytes.iter().any(|byte| is_binary(*byte)) {
        return Cow::Borrowed(bytes);
    }
    // Every byte of ISO 8859-1 is the code point of its character.
    Cow::Owned(bytes.iter().map(|byte| char::from(*byte)).collect::<String>().into_bytes())
}

/// Whether the first element is a drawing.
fn is_svg(text: &str) -> bool {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(root) | Event::Empty(root)) => return root.local_name().as_ref() == "svg",
            Ok(Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_)) => {}
            Ok(Event::Text(text)) if text.trim().is_empty() => {}
            _ => return false,
        }
    }
}

fn told(problem: Problem) -> (ReadErrorKind, &'static str) {
    match problem {
        Problem::TooManyPixels => (ReadErrorKind::Limit(LimitName::PicturePixels), ""),
        Problem::TooManyElements => (ReadErrorKind::Limit(LimitName::SvgElements), ""),
        Problem::TooManyMarks => (ReadErrorKind::Limit(LimitName::PictureMarks), ""),
        Problem::Unsupported => (ReadErrorKind::PictureUnreadable, "SVG with parts that are not drawn here"),
        _ => (ReadErrorKind::PictureUnreadable, ""),
    }
}

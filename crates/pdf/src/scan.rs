//! Finding the objects of a document whose list of them is of no use.

use crate::Problem;
use crate::document::{Document, Loaded, Place};
use crate::object::{Dictionary, Id, Object};

/// Looks for everything that begins like an object. Of two with one number the later one counts, as
/// changes are written behind what they change.
pub(crate) fn find(document: &mut Document<'_>) -> Result<(), Problem> {
    let bounds = document.bounds;
    let heads = heads(document.bytes, bounds.objects)?;
    for (at, id) in heads.iter().rev() {
        document.places.add(*id, Place::At(*at), &bounds)?;
    }
    let mut trailers = trailers(document)?;
    let mut packers: Vec<Id> = Vec::new();
    let mut catalogue = None;
    let ends = heads.iter().skip(1).map(|(at, _)| *at).chain([document.bytes.len()]);
    for ((at, id), end) in heads.iter().zip(ends) {
        let current = document.places.of.get(id) == Some(&Place::At(*at));
        match document.read_before(*at, end) {
            Ok((_, Loaded::Stream(dictionary, _))) if current => {
                if dictionary.is_of_type(b"ObjStm") {
                    packers.push(*id);
                } else if dictionary.is_of_type(b"XRef") {
                    trailers.push(dictionary);
                }
            }
            Ok((_, Loaded::Object(Object::Dictionary(dictionary)))) if current && dictionary.is_of_type(b"Catalog") => {
                catalogue = Some(*id)
            }
            Ok(_) | Err(Problem::Damaged(_)) => {}
            Err(other) => return Err(other),
        }
    }
    trailers.iter().rev().for_each(|trailer| document.places.add_trailer(trailer));
    // What is encrypted cannot be unpacked.
    if document.places.trailer.get(b"Encrypt").is_some() {
        return Ok(());
    }
    for packer in packers.into_iter().rev() {
        match document.packed_ids(packer) {
            Ok(ids) => ids.into_iter().try_for_each(|id| document.places.add(id, Place::In(packer), &bounds))?,
            Err(Problem::Damaged(_) | Problem::Filter) => {}
            Err(other) => return Err(other),
        }
    }
    if let (None, Some(id)) = (document.places.trailer.get(b"Root"), catalogue) {
        document.places.trailer.0.push((b"Root".to_vec(), Object::Reference(id)));
    }
    Ok(())
}

/// Where objects begin, with their numbers.
fn heads(bytes: &[u8], most: usize) -> Result<Vec<(usize, Id)>, Problem> {
    let mut heads = Vec::new();
    for (at, window) in bytes.windows(3).enumerate() {
        if window != b"obj" {
            continue;
        }
        if let Some(head) = head_before(bytes.get(..at).unwrap_or_default()) {
            heads.push(head);
            if heads.len() > most {
                return Err(Problem::TooManyObjects);
            }
        }
    }
    Ok(heads)
}

/// The two numbers that end `before`.
fn head_before(before: &[u8]) -> Option<(usize, Id)> {
    let digits = |text: &[u8]| text.iter().rev().take(11).take_while(|byte| byte.is_ascii_digit()).count();
    let blank = |text: &[u8]| text.iter().rev().take(4).take_while(|byte| byte.is_ascii_whitespace()).count();
    let mut end = before.len() - blank(before);
    let generation = digits(before.get(..end)?);
    end -= generation;
    let between = blank(before.get(..end)?);
    end -= between;
    let number = digits(before.get(..end)?);
    if generation == 0 || between == 0 || number == 0 {
        return None;
    }
    let text = std::str::from_utf8(before.get(end - number..end)?).ok()?;
    Some((end - number, text.parse().ok()?))
}

/// The dictionaries behind the word `trailer`, in the order of the file.
fn trailers(document: &mut Document<'_>) -> Result<Vec<Dictionary>, Problem> {
    let mut found = Vec::new();
    for (at, window) in document.bytes.windows(7).enumerate() {
        if window != b"trailer" {
            continue;
        }
        let mut parser = document.parser(at + window.len());
        let trailer = parser.object();
        document.charge(&parser, at)?;
        found.extend(match trailer {
            Ok(Object::Dictionary(trailer)) => Some(trailer),
            _ => None,
        });
    }
    Ok(found)
}

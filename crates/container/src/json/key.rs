//! Keys as objects of their own, in files and in lists.

use eichrecht_json::Object;
use eichrecht_model::{KeyText, LimitName, Location, ReadErrorKind};

use super::{Document, has, has_context, text_of};

/// An object that says it is a key, or that names an algorithm and holds a value.
pub(super) fn is_key(object: &Object<'_>) -> bool {
    let says_so = ["/contexts/publicKey+json", "/contexts/PublicKeyInfo+json"].iter().any(|ending| has_context(object, ending));
    let holds = text_of(object, "value").is_some() || (text_of(object, "x").is_some() && text_of(object, "y").is_some());
    holds && (says_so || (!has(object, "@context") && has(object, "algorithm")))
}

/// Takes the key. What is said about it, and signatures over it, count for nothing: what they cover is not published.
pub(super) fn take(object: &Object<'_>, location: Location, document: &mut Document<'_, '_, '_>) {
    document.duplicates(object, &location);
    let text = match (text_of(object, "value"), text_of(object, "x"), text_of(object, "y")) {
        (Some(value), ..) => value.to_owned(),
        (None, Some(x), Some(y)) => format!("04{x}{y}"),
        _ => return,
    };
    if text.len() > document.job.limits.key_bytes {
        return document.job.error(ReadErrorKind::Limit(LimitName::KeyBytes), location, None, "");
    }
    let declared_encoding = text_of(object, "encoding").map(str::to_owned);
    document.job.key(KeyText { bytes: text.into_bytes(), declared_encoding, location });
}

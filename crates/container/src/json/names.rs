//! Members by names that senders do not spell alike: `signed_data`, `signedData`, `SignedData`.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::Decimal;

/// A name without underscores, hyphens and case.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|character| !matches!(character, '_' | '-')).map(|character| character.to_ascii_lowercase()).collect()
}

/// The one member of that name, which is given in its plain form. `None` when there is none, or several.
pub(crate) fn member<'n, 't>(object: &'n Object<'t>, name: &str) -> Option<&'n Node<'t>> {
    let mut found = object.members.iter().filter(|member| is(&member.key, name));
    match (found.next(), found.next()) {
        (Some(one), None) => Some(&one.value),
        _ => None,
    }
}

/// Whether a key has that plain name. No text is made for it: logs have many keys.
fn is(key: &str, name: &str) -> bool {
    let letters = key.bytes().filter(|byte| !matches!(byte, b'_' | b'-')).map(|byte| byte.to_ascii_lowercase());
    letters.eq(name.bytes())
}

/// The member at the end of a way of plain names.
pub(crate) fn at<'n, 't>(object: &'n Object<'t>, way: &[&str]) -> Option<&'n Node<'t>> {
    let (last, before) = way.split_last()?;
    let mut object = object;
    for name in before {
        object = member(object, name)?.as_object()?;
    }
    member(object, last)
}

/// A member that is a text with something in it.
pub(crate) fn text<'n>(object: &'n Object<'_>, name: &str) -> Option<&'n str> {
    member(object, name).and_then(Node::as_str).filter(|text| !text.trim().is_empty())
}

/// A member that is a text or a number, as it is written.
pub(crate) fn word<'n>(object: &'n Object<'_>, name: &str) -> Option<&'n str> {
    match &member(object, name)?.value {
        Value::String(text) => Some(text.as_ref()).filter(|text| !text.trim().is_empty()),
        Value::Number(digits) => Some(digits),
        _ => None,
    }
}

/// A member that is a number, or a text that holds one; exact.
pub(crate) fn number(object: &Object<'_>, name: &str) -> Option<Decimal> {
    word(object, name)?.trim().parse().ok()
}

/// The elements of a member; one that stands there without its list counts as a list of one.
pub(crate) fn list<'n, 't>(object: &'n Object<'t>, name: &str) -> &'n [Node<'t>] {
    match member(object, name) {
        Some(node) => match &node.value {
            Value::Array(elements) => elements,
            Value::Null => &[],
            _ => std::slice::from_ref(node),
        },
        None => &[],
    }
}

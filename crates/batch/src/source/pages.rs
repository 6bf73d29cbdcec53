//! JSON documents: pages of OCPI charge detail records, each record an input; anything else as received.

use std::io::Read;
use std::ops::ControlFlow;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Feed, bounded};
use crate::item::{Item, Unread};

/// The answer of an OCPI endpoint, OCPI 2.2.1, section 4.1.7.
#[derive(Deserialize)]
struct Page<'a> {
    #[serde(borrow)]
    data: Vec<&'a RawValue>,
}

/// What of a charge detail record is handed through.
#[derive(Deserialize)]
struct Cdr<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    session_id: Option<&'a RawValue>,
    #[serde(borrow)]
    cdr_location: Option<Place<'a>>,
    #[serde(borrow)]
    signed_data: Option<&'a RawValue>,
    #[serde(borrow)]
    charging_periods: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Place<'a> {
    #[serde(borrow)]
    evse_id: Option<&'a RawValue>,
}

/// Reads a document. `surely`: the caller says that it holds charge detail records.
pub(crate) fn read(input: &Arc<str>, reader: impl Read, surely: bool, feed: &mut Feed<'_>) -> ControlFlow<()> {
    let bytes = match bounded(reader, feed.bounds.input_bytes) {
        Ok(bytes) => bytes,
        Err(why) => return feed.item(Item::unread(input, None, why)),
    };
    let records: Option<Vec<&RawValue>> = elements(&bytes).filter(|records| surely || records.first().is_some_and(|first| is_cdr(first)));
    let Some(records) = records else {
        if surely {
            return feed.item(Item::unread(input, None, Unread::row("no page of charge detail records")));
        }
        return feed.item(Item::whole(Arc::clone(input), bytes));
    };
    for (index, record) in records.into_iter().enumerate() {
        let position = u64::try_from(index + 1).ok();
        let cdr: Option<Cdr<'_>> = serde_json::from_str(record.get()).ok();
        let word = |value: Option<&RawValue>| value.map(|value| value.get().trim_matches('"').to_owned()).filter(|text| text != "null");
        let session = cdr.as_ref().and_then(|cdr| word(cdr.id).or_else(|| word(cdr.session_id)));
        let evse = cdr.as_ref().and_then(|cdr| word(cdr.cdr_location.as_ref()?.evse_id));
        feed.item(Item { position, session, evse, ..Item::whole(Arc::clone(input), record.get().as_bytes().to_vec()) })?;
    }
    ControlFlow::Continue(())
}

/// The elements of the list that a document is or has as `data`.
fn elements(bytes: &[u8]) -> Option<Vec<&RawValue>> {
    match bytes.trim_ascii_start().first()? {
        b'[' => serde_json::from_slice(bytes).ok(),
        b'{' => serde_json::from_slice::<Page<'_>>(bytes).ok().map(|page| page.data),
        _ => None,
    }
}

/// Whether an element looks like a charge detail record.
fn is_cdr(element: &RawValue) -> bool {
    serde_json::from_str::<Cdr<'_>>(element.get()).is_ok_and(|cdr| cdr.signed_data.is_some() || cdr.charging_periods.is_some())
}

#[cfg(test)]
mod tests {
    use super::super::{Bounds, Chunk};
    use super::*;
    use crate::Columns;

    fn cut(text: &str) -> Vec<Item> {
        let columns = Columns::default();
        let mut found = Vec::new();
        let mut emit = |chunk: Chunk| {
            found.extend(chunk.into_items(&columns));
            ControlFlow::Continue(())
        };
        let mut feed = Feed::new(&mut emit, Bounds { input_bytes: 1000, row_bytes: 1000, depth: 2 }, &columns);
        assert!(read(&Arc::from("t"), text.as_bytes(), false, &mut feed).is_continue());
        assert!(feed.flush().is_continue());
        found
    }

    #[test]
    fn each_record_of_a_page_is_an_input() {
        let cdr = |id: u8| format!(r#"{{"id":"C{id}","cdr_location":{{"evse_id":"DE*1"}},"signed_data":{{"x": {id}}}}}"#);
        let list = format!("[{},\n {}]", cdr(1), cdr(2));
        let page = format!(r#"{{"data":{list},"status_code":1000}}"#);
        for text in [&list, &page] {
            let found = cut(text);
            assert_eq!(found.len(), 2);
            assert_eq!((found[1].position, found[1].session.as_deref(), found[1].evse.as_deref()), (Some(2), Some("C2"), Some("DE*1")));
            assert_eq!(found[1].payload, Ok(vec![cdr(2).into_bytes()]));
        }
    }

    #[test]
    fn other_documents_are_taken_as_they_are() {
        for text in [r#"{"a":1}"#, "[1,2]", "[]", "{", r#"[{"meterValue":1}]"#] {
            let found = cut(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].payload, Ok(vec![text.as_bytes().to_vec()]));
        }
    }
}

//! Where records stand, told by the names of their fields.

use std::ops::Range;

use eichrecht_json::{SeenFields, find_objects};
use eichrecht_model::Detection;

/// Fields of the older form, which is an invoice. The session stands in one of them.
const OLDER: [&str; 6] = ["company_name", "display_unit", "minMaxAdj", "subtotal", "totalAmount", "additional_info"];
/// Fields of the newer form that no other format has together.
const NEWER: [&str; 7] =
    ["session_id", "station_mac", "driver_info", "meter_serial", "meter_startreading", "meter_endreading", "energy_units"];

fn is_record(fields: &SeenFields<'_>) -> bool {
    let all = |names: &[&str]| names.iter().all(|name| fields.iter().any(|(key, _)| key == name));
    all(&OLDER) || (all(&NEWER) && all(&["total_energy"]))
}

/// The text behind a byte order mark, and where it begins; else the offset of the first byte that is no text.
pub(crate) fn text(bytes: &[u8]) -> Result<(&str, usize), usize> {
    let start = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let text = std::str::from_utf8(bytes.get(start..).unwrap_or_default()).map_err(|error| start + error.valid_up_to())?;
    Ok((text, start))
}

/// Whether the bytes are one record: an object with the names of a session and nothing but white space around it.
pub(crate) fn detect(bytes: &[u8]) -> Detection {
    let Ok((text, _)) = text(bytes) else { return Detection::No };
    let inner = text.trim_ascii();
    if !inner.starts_with('{') {
        return Detection::No;
    }
    match find_objects(inner, 1, &is_record).as_slice() {
        [one] if *one == (0..inner.len()) => Detection::Yes,
        _ => Detection::No,
    }
}

/// The records in a text.
pub(crate) fn find(bytes: &[u8], most: usize) -> Vec<Range<usize>> {
    let Ok((text, start)) = text(bytes) else { return Vec::new() };
    // The names are looked for first: most texts have none of them.
    if !text.contains("\"station_mac\"") {
        return Vec::new();
    }
    find_objects(text, most, &is_record).into_iter().map(|range| range.start + start..range.end + start).collect()
}

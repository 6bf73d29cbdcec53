//! The payload: everything but user and readings, which have files of their own.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{
    ChargePoint, LossCompensation, NoteKind, Pagination, PaginationContext, ParseError, ParseErrorKind, ParsedRecord, Unit,
};

use crate::context::{Context, Fields, shorten};
use crate::number::{self, Sign};
use crate::version::Version;
use crate::{reading, tables, tariff, user};

/// Whether a field has a typed place.
fn is_known(key: &str, version: Option<Version>) -> bool {
    match key {
        "FV" | "GI" | "GS" | "GV" | "PG" | "MV" | "MM" | "MS" | "MF" | "IS" | "IL" | "IF" | "IT" | "ID" | "TT" | "CF" | "LC" | "CT"
        | "CI" | "RD" | "VI" | "VV" => true,
        "SA" | "SE" | "SM" => version.is_some_and(Version::has_algorithm_in_payload),
        _ => false,
    }
}

/// `FV`, before anything else is read: much depends on it. Text as received, and its meaning.
pub(crate) fn version(context: &mut Context<'_>, payload: &Object<'_>) -> Option<String> {
    let fields = Fields::new(payload, "", None);
    let Some(node) = fields.get("FV") else {
        context.note(fields.note(NoteKind::VersionMissing, "FV"));
        return None;
    };
    let text = match &node.value {
        Value::String(text) => text.to_string(),
        Value::Number(spelling) => {
            context.note(fields.note(NoteKind::VersionNotText, "FV").found(shorten(spelling)));
            (*spelling).to_owned()
        }
        _ => {
            context.note(fields.note(NoteKind::VersionNotText, "FV").found(shorten(context.raw(node))));
            context.keep("FV".to_owned(), node);
            return None;
        }
    };
    context.version = Version::parse(&text);
    if !context.version.is_some_and(Version::is_known) {
        context.note(fields.note(NoteKind::VersionUnknown, "FV").found(shorten(&text)));
    }
    Some(text)
}

/// Reads all fields into the record.
///
/// # Errors
/// When there are no readings or too many, or one is no object. Offsets are those of the payload text.
pub(crate) fn read(
    context: &mut Context<'_>,
    payload: &Object<'_>,
    most_readings: usize,
    record: &mut ParsedRecord,
) -> Result<(), ParseError> {
    let fields = &Fields::new(payload, "", None);
    let before_0_4 = context.version.is_some_and(|version| version <= Version::V0_3);

    record.gateway.id = context.text(fields, "GI");
    record.gateway.version = context.text(fields, "GV");
    for (key, old_key) in [("GI", "VI"), ("GV", "VV")] {
        let place = if key == "GI" { &mut record.gateway.id } else { &mut record.gateway.version };
        match fields.get(old_key) {
            Some(_) if before_0_4 && place.is_none() => *place = context.text(fields, old_key),
            Some(node) => context.keep(fields.path(old_key), node),
            None => {}
        }
    }
    record.gateway.serial = context.text(fields, "GS");
    record.pagination = pagination(context, fields);
    record.meter.manufacturer = context.text(fields, "MV");
    record.meter.model = context.text(fields, "MM");
    record.meter.serial = context.text(fields, "MS");
    record.meter.firmware = context.text(fields, "MF");

    // The user must be named in transactions, not in readings for other purposes.
    let fiscal = record.pagination.is_some_and(|pagination| pagination.context == PaginationContext::Fiscal);
    record.user = user::read(context, fields, !fiscal);

    context.since(Version::V1_1, fields, "TT", "1.1");
    record.tariff = context.text_up_to(250, fields, "TT").map(tariff::read);
    context.since(Version::V1_3, fields, "CF", "1.3");
    record.gateway.controller_firmware = context.text_up_to(25, fields, "CF");
    context.since(Version::V1_2, fields, "LC", "1.2");
    record.loss = fields.get("LC").and_then(|node| loss(context, fields, node));
    record.charge_point = charge_point(context, fields);

    record.measurements = readings(context, fields, most_readings)?;
    // Where the algorithm is signed it is read with the signature section; its spelling is kept here.
    for key in ["SA", "SE", "SM"] {
        if let Some(node) = fields.get(key).filter(|_| is_known(key, context.version)) {
            context.keep(fields.path(key), node);
        }
    }
    let version = context.version;
    context.leftovers(fields, |key| is_known(key, version));
    Ok(())
}

fn readings(context: &mut Context<'_>, fields: &Fields<'_, '_>, most: usize) -> Result<Vec<eichrecht_model::Measurement>, ParseError> {
    let missing = |offset: Option<usize>, field: String| {
        let error = ParseError::new(ParseErrorKind::PartMissing).field(field);
        offset.map_or(error.clone(), |offset| error.at(offset))
    };
    let node = fields.get("RD").ok_or_else(|| missing(None, "RD".to_owned()))?;
    let elements =
        node.as_array().filter(|elements| !elements.is_empty()).ok_or_else(|| missing(Some(node.span.start), "RD".to_owned()))?;
    if elements.len() > most {
        return Err(ParseError::new(ParseErrorKind::Limit(eichrecht_model::LimitName::Readings)).at(node.span.start).field("RD"));
    }
    let mut readings = reading::Readings::default();
    for (index, element) in elements.iter().enumerate() {
        let object = element.as_object().ok_or_else(|| missing(Some(element.span.start), format!("RD[{index}]")))?;
        readings.push(context, object);
    }
    Ok(readings.finish())
}

/// `PG`: `T` or `F` and a number without leading zeros.
fn pagination(context: &mut Context<'_>, fields: &Fields<'_, '_>) -> Option<Pagination> {
    let node = fields.get("PG")?;
    let pagination = node.as_str().and_then(read_pagination);
    if pagination.is_none() {
        let found = shorten(node.as_str().unwrap_or(context.raw(node)));
        context.note(fields.note(NoteKind::PaginationMalformed, "PG").found(found));
        context.keep(fields.path("PG"), node);
    }
    pagination
}

fn read_pagination(text: &str) -> Option<Pagination> {
    let (context, number) = match text.split_at_checked(1)? {
        ("T", number) => (PaginationContext::Transaction, number),
        ("F", number) => (PaginationContext::Fiscal, number),
        _ => return None,
    };
    let plain = number.bytes().all(|byte| byte.is_ascii_digit()) && (number.len() == 1 || !number.starts_with('0'));
    let number = if plain { number.parse().ok()? } else { return None };
    Some(Pagination { context, number })
}

fn charge_point(context: &mut Context<'_>, fields: &Fields<'_, '_>) -> ChargePoint {
    let scheme = context.text(fields, "CT");
    if let (Some(scheme), Some(Value::String(_))) = (&scheme, fields.get("CT").map(|node| &node.value))
        && !tables::CHARGE_POINT_SCHEMES.contains(&scheme.as_str())
    {
        context.code_unknown(fields, "CT", scheme, "EVSEID, CBIDC");
    }
    ChargePoint { scheme, id: context.text(fields, "CI") }
}

/// `LC`: name, number and resistance of a cable.
fn loss(context: &mut Context<'_>, outer: &Fields<'_, '_>, node: &Node<'_>) -> Option<LossCompensation> {
    let Some(object) = node.as_object() else {
        context.wrong_type(outer, "LC", node, "object");
        context.keep(outer.path("LC"), node);
        return None;
    };
    let fields = &Fields::new(object, "LC.", None);
    for key in ["LR", "LU"] {
        if !fields.has(key) {
            context.note(fields.note(NoteKind::LossParametersIncomplete, key));
        }
    }
    let name = context.text_up_to(20, fields, "LN");
    let mut number = |key| fields.get(key).and_then(|node| number::read(context, fields, key, node, Sign::NotNegative));
    let (id, resistance) = (number("LI"), number("LR"));
    let unit = context.text(fields, "LU").map(|text| {
        let unit = Unit::from_text(&text);
        match unit {
            Unit::MilliOhm | Unit::MicroOhm => {}
            Unit::Other(_) => context.note(fields.note(NoteKind::UnitUnknown, "LU").found(shorten(&text)).expected("mOhm, uOhm")),
            _ => context.code_unknown(fields, "LU", &text, "mOhm, uOhm"),
        }
        unit
    });
    context.leftovers(fields, |key| matches!(key, "LN" | "LI" | "LR" | "LU"));
    Some(LossCompensation { name, id, resistance, unit })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{MINIMAL, noted, parsed, with_fields};

    fn with_version(json: &str) -> ParsedRecord {
        parsed(&MINIMAL.replace(r#""FV":"1.4","#, json))
    }

    fn kinds(record: &ParsedRecord) -> Vec<NoteKind> {
        record.notes.iter().map(|note| note.kind).collect()
    }

    #[test]
    fn versions() {
        for version in ["1.0", "1.1", "1.2", "1.3", "1.4"] {
            let record = with_version(&format!(r#""FV":"{version}","#));
            assert!(!kinds(&record).contains(&NoteKind::VersionUnknown), "{version}");
            assert_eq!(record.version.as_deref(), Some(version));
        }
        assert_eq!(kinds(&with_version("")), [NoteKind::VersionMissing]);
        for version in ["1.5", "1.10", "2.0", "0.0", "1", "1.4.1", "x", ""] {
            let record = with_version(&format!(r#""FV":"{version}","#));
            assert!(kinds(&record).contains(&NoteKind::VersionUnknown), "{version}");
            assert_eq!(record.version.as_deref(), Some(version));
        }
    }

    /// Stations that call themselves TwinCharger send a number.
    #[test]
    fn version_as_number() {
        let record = with_version(r#""FV":1.0,"#);
        assert_eq!(record.version.as_deref(), Some("1.0"));
        assert!(kinds(&record).starts_with(&[NoteKind::VersionNotText]));
        assert!(!kinds(&record).contains(&NoteKind::VersionUnknown));
        assert_eq!(kinds(&with_version(r#""FV":1.10,"#)), [NoteKind::VersionNotText, NoteKind::VersionUnknown]);
        let nothing = with_version(r#""FV":null,"#);
        assert_eq!((nothing.version.as_deref(), kinds(&nothing)), (None, vec![NoteKind::VersionNotText]));
        assert_eq!(nothing.extensions, [("FV".to_owned(), "null".to_owned())]);
    }

    #[test]
    fn identities() {
        let record = with_fields(
            "1.4",
            r#""GI":"DEMO GW","GS":"GW-7","GV":"0.1","MV":"ACME","MM":"M1","MF":"1","CF":"3.1.4","CT":"EVSEID","CI":"DE*X*E1""#,
        );
        assert_eq!(record.gateway.id.as_deref(), Some("DEMO GW"));
        assert_eq!(record.gateway.serial.as_deref(), Some("GW-7"));
        assert_eq!(record.gateway.version.as_deref(), Some("0.1"));
        assert_eq!(record.gateway.controller_firmware.as_deref(), Some("3.1.4"));
        assert_eq!(record.meter.manufacturer.as_deref(), Some("ACME"));
        assert_eq!(record.meter.model.as_deref(), Some("M1"));
        assert_eq!(record.meter.serial.as_deref(), Some("7"));
        assert_eq!(record.meter.firmware.as_deref(), Some("1"));
        assert_eq!((record.charge_point.scheme.as_deref(), record.charge_point.id.as_deref()), (Some("EVSEID"), Some("DE*X*E1")));
        assert!(record.notes.is_empty() && record.extensions.is_empty());
    }

    /// ebee stations send empty serials.
    #[test]
    fn empty_texts_count_as_absent() {
        let record = with_fields("1.4", r#""GS":"","CT":"","CI":" ","TT":"""#);
        assert_eq!((record.gateway.serial, record.charge_point.id, record.tariff), (None, None, None));
        assert!(record.notes.is_empty());
    }

    /// Before 0.4 the gateway had other keys.
    #[test]
    fn old_names_of_the_gateway() {
        let old = parsed(
            &MINIMAL.replace("\"1.4\"", "\"0.1\"").replace("false", "\"NONE\",\"VI\":\"ABL\",\"VV\":\"1.4p3\"").replace("B1.8", "1.8"),
        );
        assert_eq!((old.gateway.id.as_deref(), old.gateway.version.as_deref()), (Some("ABL"), Some("1.4p3")));
        assert!(old.notes.is_empty() && old.extensions.is_empty());
        let new = with_fields("1.4", r#""VI":"x","GV":"y""#);
        assert_eq!((new.gateway.id, new.gateway.version.as_deref()), (None, Some("y")));
        assert_eq!(new.extensions, [("VI".to_owned(), "\"x\"".to_owned())]);
    }

    /// OCMF 1.4.1, pagination: `^[TF](0|[1-9]\d*)$`.
    #[test]
    fn paginations() {
        let read = |json: &str| {
            let record = parsed(&MINIMAL.replace("\"T1\"", json));
            (record.pagination.map(|pagination| pagination.to_string()), kinds(&record), record.extensions.len())
        };
        assert_eq!(read("\"T0\""), (Some("T0".to_owned()), vec![], 0));
        assert_eq!(read("\"F18446744073709551615\""), (Some("F18446744073709551615".to_owned()), vec![], 0));
        for json in [
            "\"T01\"",
            "\"t7\"",
            "\"T00\"",
            "\"P1\"",
            "\"T\"",
            "\"1\"",
            "\"\"",
            "\"T+1\"",
            "\"T-1\"",
            "\"T 1\"",
            "\"T1 \"",
            "\"T18446744073709551616\"",
            "1",
            "null",
            "\"ä\"",
            "\"T١\"",
        ] {
            assert_eq!(read(json), (None, vec![NoteKind::PaginationMalformed], 1), "{json}");
        }
        let missing = parsed(&MINIMAL.replace("\"PG\":\"T1\",", ""));
        assert_eq!((missing.pagination, missing.notes.len()), (None, 0));
    }

    /// The user belongs to transactions: a fiscal reading needs none.
    #[test]
    fn fiscal_records_need_no_user() {
        let user = "\"IS\":false,\"IT\":\"NONE\",";
        assert!(parsed(&MINIMAL.replace(user, "").replace("T1", "F1")).notes.is_empty());
        assert_eq!(kinds(&parsed(&MINIMAL.replace(user, ""))), [NoteKind::FieldMissing; 2]);
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        for (key, most) in [("TT", 250), ("CF", 25)] {
            assert!(with_fields("1.4", &format!(r#""{key}":"{}""#, "ö".repeat(most))).notes.is_empty());
            let long = with_fields("1.4", &format!(r#""{key}":"{}""#, "ö".repeat(most + 1)));
            assert_eq!(long.notes[0].kind, NoteKind::TextTooLong);
            assert_eq!(
                (long.notes[0].found.as_str(), long.notes[0].expected.as_str()),
                ((most + 1).to_string().as_str(), most.to_string().as_str())
            );
        }
        assert_eq!(with_fields("1.4", r#""TT":"002;EUR;0;35;5""#).tariff.unwrap().prices.unwrap().per_kwh.unwrap().to_string(), "35");
    }

    #[test]
    fn fields_newer_than_the_version() {
        for (key, value, first) in [("TT", r#""a""#, 1), ("LC", r#"{"LR":1,"LU":"mOhm"}"#, 2), ("CF", r#""a""#, 3)] {
            let field = &format!("\"{key}\":{value}");
            for minor in 0..=4 {
                let record = with_fields(&format!("1.{minor}"), field);
                let newer = record.notes.iter().any(|note| note.kind == NoteKind::FieldNewerThanVersion && note.field == key);
                assert_eq!(newer, minor < first, "{field} {minor}");
            }
            assert!(!kinds(&with_fields("1.10", field)).contains(&NoteKind::FieldNewerThanVersion));
        }
    }

    #[test]
    fn loss_compensation() {
        let read = |json: &str| {
            let record = with_fields("1.4", &format!(r#""LC":{json}"#));
            (
                noted(&record).into_iter().map(|(kind, field)| format!("{kind:?} {field}")).collect::<Vec<_>>(),
                record.loss,
                record.extensions,
            )
        };
        let (notes, loss, kept) = read(r#"{"LN":"Cable 1","LI":1001,"LR":1.1001,"LU":"mOhm"}"#);
        let loss = loss.unwrap();
        assert_eq!((loss.name.as_deref(), loss.unit), (Some("Cable 1"), Some(Unit::MilliOhm)));
        assert_eq!((loss.id.unwrap().to_string(), loss.resistance.unwrap().to_string()), ("1001".to_owned(), "1.1001".to_owned()));
        assert!(notes.is_empty() && kept.is_empty());

        assert_eq!(read(r#"{"LN":"Cable 1"}"#).0, ["LossParametersIncomplete LC.LR", "LossParametersIncomplete LC.LU"]);
        assert_eq!(read(r#"{"LR":-1,"LU":"kWh"}"#).0, ["ValueUnreadable LC.LR", "CodeUnknown LC.LU"]);
        assert_eq!(read(r#"{"LR":"5","LU":"furlong"}"#).0, ["NumberAsText LC.LR", "UnitUnknown LC.LU"]);
        assert_eq!(read(r#"{"LR":5,"LU":"uOhm","LN":"123456789012345678901"}"#).0, ["TextTooLong LC.LN"]);
        let (notes, _, kept) = read(r#"{"LR":5,"LU":"uOhm","LX":1,"XY":2}"#);
        assert_eq!((notes, kept.len()), (vec!["FieldUnknown LC.LX".to_owned()], 2));
        let (notes, loss, kept) = read("[1]");
        assert_eq!((notes, loss, kept), (vec!["WrongType LC".to_owned()], None, vec![("LC".to_owned(), "[1]".to_owned())]));
    }

    /// `EVSE_ID` and the number 0 have been seen.
    #[test]
    fn charge_point_schemes() {
        assert_eq!(kinds(&with_fields("1.4", r#""CT":"EVSE_ID","CI":"x""#)), [NoteKind::CodeUnknown]);
        let number = with_fields("1.4", r#""CT":0,"CI":"x""#);
        assert_eq!((kinds(&number), number.charge_point.scheme.as_deref()), (vec![NoteKind::WrongType], Some("0")));
    }

    /// OCMF 1.4.1: fields from U to Z are extensions, other letters are reserved.
    #[test]
    fn extensions_and_unknown_fields() {
        let record = with_fields("1.4", r#""XV":[1.0, 2],"U":{"a":"b"},"UCPN":"x","u1":1,"QQ":null"#);
        let kept: Vec<String> = record.extensions.iter().map(|(path, raw)| format!("{path}={raw}")).collect();
        assert_eq!(kept, ["XV=[1.0, 2]", r#"U={"a":"b"}"#, r#"UCPN="x""#, "u1=1", "QQ=null"]);
        assert_eq!(noted(&record), [(NoteKind::FieldUnknown, "u1".to_owned()), (NoteKind::FieldUnknown, "QQ".to_owned())]);
    }

    #[test]
    fn values_of_duplicates_are_kept_and_not_used() {
        let record = with_fields("1.4", r#""GS":"a","\u0047S":"b""#);
        assert_eq!(record.gateway.serial, None);
        assert_eq!(record.extensions, [("GS".to_owned(), "\"a\"".to_owned()), ("GS".to_owned(), "\"b\"".to_owned())]);
        assert_eq!(noted(&record), [(NoteKind::DuplicateField, "GS".to_owned())]);
    }

    #[test]
    fn texts_of_the_wrong_type() {
        let record = with_fields("1.4", r#""GS":4711,"MV":true,"MM":null,"GI":["x"]"#);
        assert_eq!(record.gateway.serial.as_deref(), Some("4711"));
        assert_eq!(kinds(&record), [NoteKind::WrongType; 4]);
        assert_eq!(record.extensions.len(), 3);
    }
}

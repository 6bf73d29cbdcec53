//! Who charged: `IS`, `IL`, `IF`, `IT`, `ID`.

use eichrecht_json::Value;
use eichrecht_model::{AssignmentLevel, NoteKind, UserAssignment};

use crate::context::{Context, Fields, shorten};
use crate::tables;
use crate::version::Version;

/// Greatest number of flags: one for each way of identification.
const MOST_FLAGS: usize = 4;

/// Reads the user. `required` says whether the specification asks for the fields here.
pub(crate) fn read(context: &mut Context<'_>, fields: &Fields<'_, '_>, required: bool) -> UserAssignment {
    for key in ["IS", "IT"] {
        if required && !fields.has(key) {
            context.note(fields.note(NoteKind::FieldMissing, key));
        }
    }
    let (assigned, level) = assignment(context, fields);
    let kind = context.text(fields, "IT");
    if let (Some(kind), Some(Value::String(_))) = (&kind, fields.get("IT").map(|node| &node.value))
        && !tables::IDENTIFICATION_KINDS.contains(&kind.as_str())
    {
        context.code_unknown(fields, "IT", kind, "");
    }
    let id = context.text(fields, "ID");
    if let (Some(kind), Some(id)) = (&kind, &id)
        && let Some(expected) = id_form_missed(kind, id)
    {
        context.note(fields.note(NoteKind::IdForm, "ID").found(shorten(id)).expected(expected));
    }
    UserAssignment { assigned, level, flags: flags(context, fields), kind, id }
}

/// `IS` and `IL`. Up to version 0.3 there is only `IS`, and it holds what became `IL`.
fn assignment(context: &mut Context<'_>, fields: &Fields<'_, '_>) -> (Option<bool>, Option<AssignmentLevel>) {
    let level = context.text(fields, "IL").map(|code| level(context, fields, "IL", &code));
    let Some(node) = fields.get("IS") else { return (None, level) };
    match &node.value {
        Value::Bool(assigned) => (Some(*assigned), level),
        Value::String(code) if context.version.is_some_and(|version| version <= Version::V0_3) => {
            let old = self::level(context, fields, "IS", code);
            let assigned = match old {
                AssignmentLevel::Other(_) => None,
                _ => Some(old != AssignmentLevel::None),
            };
            (assigned, level.or(Some(old)))
        }
        _ => {
            context.wrong_type(fields, "IS", node, "true, false");
            context.keep(fields.path("IS"), node);
            (None, level)
        }
    }
}

fn level(context: &mut Context<'_>, fields: &Fields<'_, '_>, key: &str, code: &str) -> AssignmentLevel {
    let level = tables::assignment_level(code);
    if matches!(level, AssignmentLevel::Other(_)) {
        context.code_unknown(fields, key, code, "");
    }
    level
}

fn flags(context: &mut Context<'_>, fields: &Fields<'_, '_>) -> Vec<String> {
    let Some(node) = fields.get("IF") else { return Vec::new() };
    let Some(elements) = node.as_array() else {
        context.wrong_type(fields, "IF", node, "list");
        context.keep(fields.path("IF"), node);
        return Vec::new();
    };
    if elements.len() > MOST_FLAGS {
        context.wrong_type(fields, "IF", node, "0 - 4");
    }
    let mut flags = Vec::with_capacity(elements.len());
    for (index, element) in elements.iter().enumerate() {
        if let Some(flag) = element.as_str() {
            if !tables::IDENTIFICATION_FLAGS.contains(&flag) {
                context.code_unknown(fields, "IF", flag, "");
            }
            flags.push(flag.to_owned());
        } else {
            context.wrong_type(fields, "IF", element, "text");
            context.keep(format!("{}[{index}]", fields.path("IF")), element);
        }
    }
    flags
}

/// The form an identification should have and has not. OCMF 1.4.1, table of identification types.
fn id_form_missed(kind: &str, id: &str) -> Option<&'static str> {
    let hex = |lengths: &[usize]| lengths.contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (fits, expected) = match kind {
        "NONE" => (false, ""),
        "ISO14443" => (hex(&[8, 14]), "4, 7 byte hex"),
        "ISO15693" => (hex(&[16]), "8 byte hex"),
        "EMAID" => {
            let bare: String = id.chars().filter(|c| *c != '-').collect();
            (matches!(bare.len(), 14 | 15) && bare.bytes().all(|byte| byte.is_ascii_alphanumeric()), "14, 15 A-Z 0-9")
        }
        // The text of the specification says six characters where it means six bytes.
        "EVCCID" => (hex(&[12]) || id.chars().count() <= 6, "6 byte hex"),
        "ISO7812" => ((8..=19).contains(&id.len()) && digits(id), "8 - 19 0-9"),
        "PHONE_NUMBER" => (id.strip_prefix('+').is_some_and(|number| !number.is_empty() && digits(number)), "+0-9"),
        _ => (true, ""),
    };
    (!fits).then_some(expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use eichrecht_json::{JsonLimits, parse};

    type Noted = Vec<(NoteKind, String)>;
    type Kept = Vec<(String, String)>;

    fn user(text: &str, version: &str) -> (UserAssignment, Noted, Kept) {
        let mut context = Context::new(text);
        context.version = Version::parse(version);
        let node = parse(text, JsonLimits { depth: 8, fields: 99 }).unwrap();
        let user = read(&mut context, &Fields::new(node.as_object().unwrap(), "", None), true);
        (user, context.notes.into_iter().map(|note| (note.kind, note.field)).collect(), context.extensions)
    }

    fn notes(text: &str) -> Noted {
        user(text, "1.0").1
    }

    #[test]
    fn a_complete_assignment() {
        let (user, notes, kept) =
            user(r#"{"IS":true,"IL":"VERIFIED","IF":["RFID_PLAIN","OCPP_AUTH_TLS"],"IT":"ISO14443","ID":"04A1B2C3"}"#, "1.4");
        assert_eq!((user.assigned, user.level, user.kind.as_deref()), (Some(true), Some(AssignmentLevel::Verified), Some("ISO14443")));
        assert_eq!(user.flags, ["RFID_PLAIN", "OCPP_AUTH_TLS"]);
        assert_eq!(user.id.as_deref(), Some("04A1B2C3"));
        assert!(notes.is_empty() && kept.is_empty());
    }

    /// OCMF 1.4.1, user assignment: `IS` and `IT` have cardinality 1..1, the rest 0..1.
    #[test]
    fn missing_fields() {
        assert_eq!(notes("{}"), [(NoteKind::FieldMissing, "IS".to_owned()), (NoteKind::FieldMissing, "IT".to_owned())]);
    }

    #[test]
    fn assignment_up_to_0_3_is_a_text() {
        let (found, notes, _) = user(r#"{"IS":"VERIFIED","IT":"UNDEFINED"}"#, "0.1");
        assert_eq!((found.assigned, found.level), (Some(true), Some(AssignmentLevel::Verified)));
        assert!(notes.is_empty());
        assert_eq!(user(r#"{"IS":"NONE","IT":"NONE"}"#, "0.3").0.assigned, Some(false));
        let (found, notes, _) = user(r#"{"IS":"x","IT":"NONE"}"#, "0.3");
        assert_eq!((found.assigned, notes), (None, vec![(NoteKind::CodeUnknown, "IS".to_owned())]));
        let (found, notes, kept) = user(r#"{"IS":"VERIFIED","IT":"NONE"}"#, "0.4");
        assert_eq!((found.assigned, found.level, notes), (None, None, vec![(NoteKind::WrongType, "IS".to_owned())]));
        assert_eq!(kept, [("IS".to_owned(), "\"VERIFIED\"".to_owned())]);
    }

    /// `OCCP_AUTH`: SEAL AG stations.
    #[test]
    fn unknown_codes() {
        assert_eq!(notes(r#"{"IS":true,"IF":["OCCP_AUTH"],"IT":"UNDEFINED"}"#), [(NoteKind::CodeUnknown, "IF".to_owned())]);
        assert_eq!(
            notes(r#"{"IS":true,"IL":"trusted","IT":"RFID"}"#),
            [(NoteKind::CodeUnknown, "IL".to_owned()), (NoteKind::CodeUnknown, "IT".to_owned())]
        );
    }

    #[test]
    fn wrong_types_are_noted_and_kept() {
        let (found, notes, kept) = user(r#"{"IS":1,"IF":["RFID_NONE",7],"IT":10,"ID":{"a":1}}"#, "1.0");
        assert_eq!((found.assigned, found.kind.as_deref(), found.id), (None, Some("10"), None));
        assert_eq!(notes.iter().map(|note| note.0).collect::<Vec<_>>(), [NoteKind::WrongType; 4]);
        assert_eq!(kept.into_iter().map(|(path, raw)| path + "=" + &raw).collect::<Vec<_>>(), ["IS=1", r#"ID={"a":1}"#, "IF[1]=7"]);
        assert_eq!(notes_of_flags("null"), [NoteKind::WrongType]);
        assert_eq!(notes_of_flags("[]"), []);
        assert_eq!(notes_of_flags(r#"["RFID_NONE","RFID_NONE","RFID_NONE","RFID_NONE","RFID_NONE"]"#), [NoteKind::WrongType]);
    }

    fn notes_of_flags(flags: &str) -> Vec<NoteKind> {
        notes(&format!(r#"{{"IS":false,"IT":"NONE","IF":{flags}}}"#)).into_iter().map(|note| note.0).collect()
    }

    #[test]
    fn forms_of_identifications() {
        for (kind, id, fits) in [
            ("NONE", "x", false),
            ("ISO14443", "04A1B2C3", true),
            ("ISO14443", "0410006a345b84", true),
            // LEM meters in VW stations.
            ("ISO14443", "5EEFE0C7F64B050E9FB95C", false),
            ("ISO14443", "04A1B2CG", false),
            ("ISO15693", "E004010012345678", true),
            ("ISO15693", "04A1B2C3", false),
            ("EMAID", "DE8AACA2B3C4D5", true),
            ("EMAID", "DE-8AA-CA2B3C4D5-9", true),
            // eBZ meters in Compleo stations.
            ("EMAID", "DKV_Testbox2", false),
            ("EVCCID", "0123456789AB", true),
            ("EVCCID", "ABC123", true),
            ("EVCCID", "0123456789", false),
            ("ISO7812", "1234567", false),
            ("ISO7812", "12345678", true),
            ("ISO7812", "12345678901234567890", false),
            ("PHONE_NUMBER", "+4912345", true),
            ("PHONE_NUMBER", "+", false),
            ("PHONE_NUMBER", "004912345", false),
            ("UNDEFINED", "anything at all", true),
            ("LOCAL_2", "anything at all", true),
        ] {
            assert_eq!(id_form_missed(kind, id).is_none(), fits, "{kind} {id}");
        }
        assert_eq!(notes(r#"{"IS":false,"IT":"NONE","ID":""}"#), []);
        assert_eq!(notes(r#"{"IS":true,"IT":"EMAID","ID":"DKV_Testbox2"}"#), [(NoteKind::IdForm, "ID".to_owned())]);
    }
}

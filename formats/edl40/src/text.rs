//! Identifiers of a block as text.

use eichrecht_model::{MeterIdentity, ObisCode, ParsedRecord};

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    ::hex::encode(bytes)
}

/// The meter of a server id of ten bytes: kind, medium, three letters of the maker, block, number.
///
/// The number is that printed on the meter, `1EMH0009404064`; ids of another build are given in hex.
pub(crate) fn meter(server_id: &[u8]) -> MeterIdentity {
    let (serial, manufacturer) = match server_id {
        [0x09 | 0x0A, medium @ 0..=9, a, b, c, block, n3, n2, n1, n0] if [a, b, c].into_iter().all(u8::is_ascii_uppercase) => {
            let maker: String = [*a, *b, *c].into_iter().map(char::from).collect();
            let number = u32::from_be_bytes([*n3, *n2, *n1, *n0]);
            (format!("{medium}{maker}{block:02X}{number:08}"), Some(maker))
        }
        other => (hex(other), None),
    };
    MeterIdentity { manufacturer, serial: Some(serial), ..MeterIdentity::default() }
}

/// A register name of six bytes, the groups in hex and the last in decimal: `01-00:01.11.00*255` is 1-0:1.17.0.
pub(crate) fn obis(name: &[u8]) -> ObisCode {
    let text = match name {
        [a, b, c, d, e, f] => format!("{a:02X}-{b:02X}:{c:02X}.{d:02X}.{e:02X}*{f:03}"),
        other => hex(other),
    };
    ObisCode::new(&text)
}

/// The contract of the customer: text where every byte can be printed, hex otherwise. Zeros behind it fill up.
pub(crate) fn user(record: &mut ParsedRecord, contract: &[u8]) {
    let length = contract.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let bytes = contract.get(..length).unwrap_or_default();
    if bytes.is_empty() {
        return;
    }
    record.user.id = Some(printable(bytes).unwrap_or_else(|| hex(bytes)));
}

/// ASCII without control characters.
pub(crate) fn printable(bytes: &[u8]) -> Option<String> {
    let all = bytes.iter().all(|byte| (b' '..=b'~').contains(byte));
    all.then(|| bytes.iter().map(|byte| char::from(*byte)).collect())
}

/// Adds a signed field that has no place of its own.
pub(crate) fn extension(record: &mut ParsedRecord, name: &str, text: &str) {
    record.extensions.push((name.to_owned(), text.to_owned()));
}

/// Adds a field beside the signed bytes.
pub(crate) fn unsigned(record: &mut ParsedRecord, name: &str, text: impl Into<String>) {
    record.unsigned.push((name.to_owned(), text.into()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meters_are_named_as_printed_on_them() {
        let id = ::hex::decode("0901454d4800008f7ea0").unwrap();
        let meter = meter(&id);
        assert_eq!((meter.serial.as_deref(), meter.manufacturer.as_deref()), (Some("1EMH0009404064"), Some("EMH")));
        assert_eq!(super::meter(&[9, 1, 2, 3, 4, 5, 6, 7, 8, 9]).serial.as_deref(), Some("09010203040506070809"));
    }

    #[test]
    fn registers_are_known_by_their_bytes() {
        use eichrecht_model::{MeasuringPoint, RegisterKind, RegisterScope};
        let total = obis(&[1, 0, 1, 0x11, 0, 0xFF]);
        assert_eq!((total.as_received(), total.normalised().as_str()), ("01-00:01.11.00*255", "1-0:1.17.0"));
        assert_eq!(obis(&[1, 0, 1, 8, 0, 0x80]).normalised(), "1-0:1.8.0*128");
        let kind = obis(&[1, 0, 1, 0x11, 0, 0xC8]).kind();
        assert_eq!(kind, RegisterKind::Import(RegisterScope::Lifetime, MeasuringPoint::Device));
        assert!(obis(&[0x0B, 0x0B, 0xFF, 0xFF, 0x0E, 0xFF]).is_readable());
    }
}

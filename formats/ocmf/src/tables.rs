//! Code tables of OCMF 1.4.1. Codes are compared letter by letter, case included.

use eichrecht_model::{AssignmentLevel, CurrentKind, ErrorFlags, MeterStatus, ReadingReason};

/// Flags of `IF`, one group for each way of identification.
pub(crate) const IDENTIFICATION_FLAGS: [&str; 17] = [
    "RFID_NONE",
    "RFID_PLAIN",
    "RFID_RELATED",
    "RFID_PSK",
    "OCPP_NONE",
    "OCPP_RS",
    "OCPP_AUTH",
    "OCPP_RS_TLS",
    "OCPP_AUTH_TLS",
    "OCPP_CACHE",
    "OCPP_WHITELIST",
    "OCPP_CERTIFIED",
    "ISO15118_NONE",
    "ISO15118_PNC",
    "PLMN_NONE",
    "PLMN_RING",
    "PLMN_SMS",
];

/// Kinds of identification, `IT`.
pub(crate) const IDENTIFICATION_KINDS: [&str; 18] = [
    "NONE",
    "DENIED",
    "UNDEFINED",
    "ISO14443",
    "ISO15693",
    "EMAID",
    "EVCCID",
    "EVCOID",
    "ISO7812",
    "CARD_TXN_NR",
    "CENTRAL",
    "CENTRAL_1",
    "CENTRAL_2",
    "LOCAL",
    "LOCAL_1",
    "LOCAL_2",
    "PHONE_NUMBER",
    "KEY_CODE",
];

/// Kinds of charge point identification, `CT`.
pub(crate) const CHARGE_POINT_SCHEMES: [&str; 2] = ["EVSEID", "CBIDC"];

/// `IL`, and `IS` up to version 0.3.
pub(crate) fn assignment_level(code: &str) -> AssignmentLevel {
    match code {
        "NONE" => AssignmentLevel::None,
        "HEARSAY" => AssignmentLevel::Hearsay,
        "TRUSTED" => AssignmentLevel::Trusted,
        "VERIFIED" => AssignmentLevel::Verified,
        "CERTIFIED" => AssignmentLevel::Certified,
        "SECURE" => AssignmentLevel::Secure,
        "MISMATCH" => AssignmentLevel::Mismatch,
        "INVALID" => AssignmentLevel::Invalid,
        "OUTDATED" => AssignmentLevel::Outdated,
        "UNKNOWN" => AssignmentLevel::Unknown,
        _ => AssignmentLevel::Other(code.to_owned()),
    }
}

/// `TX`.
pub(crate) fn reading_reason(code: &str) -> ReadingReason {
    match code {
        "B" => ReadingReason::Begin,
        "C" => ReadingReason::Charging,
        "S" => ReadingReason::Suspended,
        "T" => ReadingReason::TariffChange,
        "X" => ReadingReason::Exception,
        "E" => ReadingReason::End,
        "L" => ReadingReason::EndLocal,
        "R" => ReadingReason::EndRemote,
        "A" => ReadingReason::EndAbort,
        "P" => ReadingReason::EndPowerFailure,
        _ => ReadingReason::Other(code.to_owned()),
    }
}

/// `ST`.
pub(crate) fn meter_status(code: &str) -> MeterStatus {
    match code {
        "G" => MeterStatus::Ok,
        "N" => MeterStatus::NotPresent,
        "T" => MeterStatus::Timeout,
        "D" => MeterStatus::Disconnected,
        "R" => MeterStatus::NotFound,
        "M" => MeterStatus::Manipulated,
        "X" => MeterStatus::Exchanged,
        "I" => MeterStatus::Incompatible,
        "O" => MeterStatus::OutOfRange,
        "S" => MeterStatus::Substitute,
        "E" => MeterStatus::OtherError,
        "F" => MeterStatus::ReadError,
        _ => MeterStatus::Other(code.to_owned()),
    }
}

/// `RT`.
pub(crate) fn current_kind(code: &str) -> CurrentKind {
    match code {
        "AC" => CurrentKind::Ac,
        "DC" => CurrentKind::Dc,
        _ => CurrentKind::Other(code.to_owned()),
    }
}

/// `EF`: the flags known, and whether there were others. Order and repetition mean nothing.
pub(crate) fn error_flags(text: &str) -> (ErrorFlags, bool) {
    let flags = ErrorFlags { energy: text.contains('E'), time: text.contains('t') };
    (flags, text.chars().any(|flag| !matches!(flag, 'E' | 't')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_exact() {
        assert_eq!(reading_reason("B"), ReadingReason::Begin);
        assert_eq!(reading_reason("b"), ReadingReason::Other("b".to_owned()));
        assert_eq!(meter_status(""), MeterStatus::Other(String::new()));
        assert_eq!(current_kind("AC"), CurrentKind::Ac);
        assert_eq!(current_kind("AC "), CurrentKind::Other("AC ".to_owned()));
        assert_eq!(assignment_level("Trusted"), AssignmentLevel::Other("Trusted".to_owned()));
        for code in ["NONE", "HEARSAY", "TRUSTED", "VERIFIED", "CERTIFIED", "SECURE", "MISMATCH", "INVALID", "OUTDATED", "UNKNOWN", "x"] {
            assert_eq!(assignment_level(code).as_str(), code);
        }
    }

    #[test]
    fn every_end_is_an_end() {
        for code in ["E", "L", "R", "A", "P"] {
            assert!(reading_reason(code).is_end(), "{code}");
        }
        for code in ["B", "C", "S", "T", "X", "e", ""] {
            assert!(!reading_reason(code).is_end(), "{code}");
        }
    }

    #[test]
    fn only_g_is_ok() {
        for code in ["N", "T", "D", "R", "M", "X", "I", "O", "S", "E", "F"] {
            assert!(!matches!(meter_status(code), MeterStatus::Other(_) | MeterStatus::Ok), "{code}");
        }
        assert!(meter_status("G").is_ok());
        assert!(!meter_status("g").is_ok());
    }

    #[test]
    fn flags_in_any_order() {
        assert_eq!(error_flags(""), (ErrorFlags { energy: false, time: false }, false));
        assert_eq!(error_flags("Et"), (ErrorFlags { energy: true, time: true }, false));
        assert_eq!(error_flags("tE"), (ErrorFlags { energy: true, time: true }, false));
        assert_eq!(error_flags("e"), (ErrorFlags { energy: false, time: false }, true));
        assert_eq!(error_flags("E "), (ErrorFlags { energy: true, time: false }, true));
    }
}

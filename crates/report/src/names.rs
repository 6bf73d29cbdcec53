//! Stable names of values for JSON and CSV. They never change with the language.

use eichrecht_model::{
    AlgorithmClaim, AssignmentLevel, BillingChoice, ClaimSource, ClaimedEvent, ClaimedPermission, CostKind, CurrentKind, InvalidReason,
    KeyChoice, KeyProblem, MeterStatus, NotCheckedReason, NotEvaluated, ParseErrorKind, Provenance, ReadingReason, SignatureVerdict,
    SignedBytesReading, TimeQuality, TimeSync, TransactionShape, UnreadRecord,
};

pub(crate) fn signature(verdict: &SignatureVerdict) -> &'static str {
    match verdict {
        SignatureVerdict::Valid => "valid",
        SignatureVerdict::Invalid(_) => "invalid",
        SignatureVerdict::NotChecked(_) => "not-checked",
    }
}

pub(crate) fn signature_reason(verdict: &SignatureVerdict) -> Option<&'static str> {
    match verdict {
        SignatureVerdict::Valid => None,
        SignatureVerdict::Invalid(reason) => Some(invalid(*reason)),
        SignatureVerdict::NotChecked(reason) => Some(not_checked(reason)),
    }
}

fn invalid(reason: InvalidReason) -> &'static str {
    match reason {
        InvalidReason::Mismatch => "mismatch",
        InvalidReason::OutOfRange => "out-of-range",
        InvalidReason::Malformed => "malformed",
        InvalidReason::KeyDoesNotFitAlgorithm => "key-does-not-fit-algorithm",
        _ => "other",
    }
}

fn not_checked(reason: &NotCheckedReason) -> &'static str {
    match reason {
        NotCheckedReason::NoKey => "no-key",
        NotCheckedReason::KeyUnreadable => "key-unreadable",
        NotCheckedReason::KeyAmbiguous => "key-ambiguous",
        NotCheckedReason::AlgorithmUnknown => "algorithm-unknown",
        NotCheckedReason::SignatureUnreadable => "signature-unreadable",
        NotCheckedReason::RecordUnreadable => "record-unreadable",
        NotCheckedReason::FormatUnknown => "format-unknown",
        NotCheckedReason::SealOnly => "seal-is-not-a-signature",
        NotCheckedReason::RecipeUnproven => "recipe-unproven",
        _ => "other",
    }
}

pub(crate) fn unread(reason: &UnreadRecord) -> &'static str {
    match reason {
        UnreadRecord::FormatUnknown => "format-unknown",
        UnreadRecord::FormatAmbiguous(_) => "format-ambiguous",
        UnreadRecord::Unreadable(_) => "record-unreadable",
        UnreadRecord::Sealed => "seal-is-not-a-signature",
    }
}

pub(crate) fn parse_error(kind: &ParseErrorKind) -> &'static str {
    match kind {
        ParseErrorKind::HeaderMissing => "header-missing",
        ParseErrorKind::Truncated => "truncated",
        ParseErrorKind::NotUtf8 => "not-utf8",
        ParseErrorKind::Syntax => "syntax",
        ParseErrorKind::PartMissing => "part-missing",
        ParseErrorKind::Checksum => "checksum",
        ParseErrorKind::Sealed => "sealed",
        ParseErrorKind::Limit(_) => "limit",
        _ => "other",
    }
}

pub(crate) fn algorithm(claim: &AlgorithmClaim) -> String {
    match claim {
        AlgorithmClaim::Known(algorithm) => algorithm.to_string(),
        AlgorithmClaim::ByKey(hash) => format!("ECDSA-{hash}"),
        AlgorithmClaim::Unknown(name) => name.clone(),
    }
}

pub(crate) fn key_choice(choice: KeyChoice) -> &'static str {
    match choice {
        KeyChoice::Carried => "carried",
        KeyChoice::PairedByName => "paired-by-name",
        KeyChoice::OnlyKey => "only-key",
        KeyChoice::Trial => "trial",
        KeyChoice::Registered => "registered",
        _ => "other",
    }
}

pub(crate) fn key_problem(problem: &KeyProblem) -> &'static str {
    match problem {
        KeyProblem::Empty => "empty",
        KeyProblem::TooLong => "too-long",
        KeyProblem::NotDecodable => "not-decodable",
        KeyProblem::NotAKey => "not-a-key",
        KeyProblem::NotOnCurve => "not-on-curve",
        KeyProblem::AmbiguousCurve(_) => "ambiguous-curve",
        KeyProblem::AmbiguousEncoding => "ambiguous-encoding",
        KeyProblem::UnsupportedAlgorithm(_) => "unsupported-algorithm",
        KeyProblem::ExplicitParameters => "explicit-parameters",
        KeyProblem::PrivateKey => "private-key",
        _ => "other",
    }
}

pub(crate) fn signed_bytes(reading: SignedBytesReading) -> &'static str {
    match reading {
        SignedBytesReading::Exact => "exact",
        SignedBytesReading::Trimmed => "trimmed",
        SignedBytesReading::Minified => "minified",
        SignedBytesReading::CrLf => "cr-lf",
        SignedBytesReading::OtherByteOrder => "other-byte-order",
        _ => "other",
    }
}

pub(crate) fn time_sync(sync: TimeSync) -> &'static str {
    match sync {
        TimeSync::Unknown => "unknown",
        TimeSync::Informative => "informative",
        TimeSync::Synchronised => "synchronised",
        TimeSync::Relative => "relative",
        _ => "other",
    }
}

pub(crate) fn time_quality(quality: TimeQuality) -> &'static str {
    match quality {
        TimeQuality::Synchronised => "synchronised",
        TimeQuality::DurationOnly => "duration-only",
        TimeQuality::Informative => "informative",
        TimeQuality::Unusable => "unusable",
        _ => "other",
    }
}

/// The reason of a reading; every kind of end is `end`, see [`reading_detail`].
pub(crate) fn reading_reason(reason: &ReadingReason) -> &'static str {
    match reason {
        ReadingReason::Begin => "begin",
        ReadingReason::Charging => "intermediate",
        ReadingReason::Suspended => "suspended",
        ReadingReason::TariffChange => "tariff-change",
        ReadingReason::Exception => "exception",
        reason if reason.is_end() => "end",
        _ => "other",
    }
}

/// How a transaction ended, or the unknown code itself.
pub(crate) fn reading_detail(reason: &ReadingReason) -> Option<&str> {
    match reason {
        ReadingReason::EndLocal => Some("local"),
        ReadingReason::EndRemote => Some("remote"),
        ReadingReason::EndAbort => Some("abort"),
        ReadingReason::EndPowerFailure => Some("power-failure"),
        ReadingReason::Other(text) => Some(text),
        _ => None,
    }
}

pub(crate) fn current(kind: &CurrentKind) -> &str {
    match kind {
        CurrentKind::Ac => "AC",
        CurrentKind::Dc => "DC",
        CurrentKind::Other(text) => text,
        _ => "other",
    }
}

pub(crate) fn meter_status(status: &MeterStatus) -> &'static str {
    match status {
        MeterStatus::Ok => "ok",
        MeterStatus::NotPresent => "not-present",
        MeterStatus::Timeout => "timeout",
        MeterStatus::Disconnected => "disconnected",
        MeterStatus::NotFound => "not-found",
        MeterStatus::Manipulated => "manipulated",
        MeterStatus::Exchanged => "exchanged",
        MeterStatus::Incompatible => "incompatible",
        MeterStatus::OutOfRange => "out-of-range",
        MeterStatus::Substitute => "substitute",
        MeterStatus::OtherError => "other-error",
        MeterStatus::ReadError => "read-error",
        _ => "other",
    }
}

/// The status as received, where it is none of the known ones.
pub(crate) fn meter_status_detail(status: &MeterStatus) -> Option<&str> {
    match status {
        MeterStatus::Other(text) => Some(text),
        _ => None,
    }
}

pub(crate) fn provenance(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Signed => "signed",
        Provenance::Unsigned => "unsigned",
        Provenance::Derived => "derived",
    }
}

pub(crate) fn assignment_level(level: &AssignmentLevel) -> &str {
    match level {
        AssignmentLevel::None => "none",
        AssignmentLevel::Hearsay => "hearsay",
        AssignmentLevel::Trusted => "trusted",
        AssignmentLevel::Verified => "verified",
        AssignmentLevel::Certified => "certified",
        AssignmentLevel::Secure => "secure",
        AssignmentLevel::Mismatch => "mismatch",
        AssignmentLevel::Invalid => "invalid",
        AssignmentLevel::Outdated => "outdated",
        AssignmentLevel::Unknown => "unknown",
        AssignmentLevel::Other(text) => text,
        _ => "other",
    }
}

pub(crate) fn shape(shape: TransactionShape) -> &'static str {
    match shape {
        TransactionShape::WholeInOneRecord => "whole-in-one-record",
        TransactionShape::SeparateRecords => "separate-records",
        TransactionShape::EndMissing => "end-missing",
        TransactionShape::BeginMissing => "begin-missing",
    }
}

pub(crate) fn billing_choice(choice: BillingChoice) -> &'static str {
    match choice {
        BillingChoice::CompensatedImport => "compensated-import",
        BillingChoice::Import => "import",
        BillingChoice::OnlyEnergyRegister => "only-energy-register",
        _ => "other",
    }
}

pub(crate) fn not_evaluated(why: NotEvaluated) -> &'static str {
    match why {
        NotEvaluated::NoReadableRecord => "no-readable-record",
        NotEvaluated::NoCompleteTransaction => "no-complete-transaction",
        NotEvaluated::ValuesMissing => "values-missing",
        NotEvaluated::NoValidSignature => "no-valid-signature",
        _ => "other",
    }
}

pub(crate) fn claim_source(source: ClaimSource) -> &'static str {
    match source {
        ClaimSource::MessageLog => "message-log",
        ClaimSource::ChargeDetailRecord => "charge-detail-record",
        _ => "other",
    }
}

pub(crate) fn permission(permission: ClaimedPermission) -> &'static str {
    match permission {
        ClaimedPermission::Presented => "presented",
        ClaimedPermission::Remote => "remote",
        ClaimedPermission::Local => "local",
        _ => "other",
    }
}

pub(crate) fn cost_kind(kind: CostKind) -> &'static str {
    match kind {
        CostKind::Total => "total",
        CostKind::Fixed => "fixed",
        CostKind::Energy => "energy",
        CostKind::Time => "time",
        CostKind::Parking => "parking",
        CostKind::Reservation => "reservation",
        _ => "other",
    }
}

pub(crate) fn claimed_event(event: &ClaimedEvent) -> &'static str {
    match event {
        ClaimedEvent::Restarted { .. } => "restarted",
        ClaimedEvent::Silence { .. } => "silence",
        ClaimedEvent::MessagesMissing { .. } => "messages-missing",
        ClaimedEvent::Setting { .. } => "setting",
        ClaimedEvent::NotEnded => "not-ended",
        _ => "other",
    }
}

//! Who and what a record speaks of: meter, gateway, charge point, user.

/// Identity of the meter. OCMF `MV`, `MM`, `MS`, `MF`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeterIdentity {
    /// Manufacturer.
    pub manufacturer: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Serial number or server id; empty text counts as absent.
    pub serial: Option<String>,
    /// Firmware version.
    pub firmware: Option<String>,
}

/// Identity of the component that signs, where it is not the meter. OCMF `GI`, `GS`, `GV`, `CF`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GatewayIdentity {
    /// Model or free identification.
    pub id: Option<String>,
    /// Serial number; empty text counts as absent.
    pub serial: Option<String>,
    /// Software version.
    pub version: Option<String>,
    /// Firmware of the charge controller.
    pub controller_firmware: Option<String>,
}

/// The charging point, as the signer states it. OCMF `CT`, `CI`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChargePoint {
    /// Which kind of identification `id` is; as received.
    pub scheme: Option<String>,
    /// The identification itself; empty text counts as absent.
    pub id: Option<String>,
}

/// Who charged, and how sure that is. OCMF `IS`, `IL`, `IF`, `IT`, `ID`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserAssignment {
    /// Whether a user was assigned at all.
    pub assigned: Option<bool>,
    /// How the assignment was secured.
    pub level: Option<AssignmentLevel>,
    /// Flags about the ways of identification, as received.
    pub flags: Vec<String>,
    /// Kind of identification, as received.
    pub kind: Option<String>,
    /// The identification: card number, contract id.
    pub id: Option<String>,
}

/// How far an assignment of a user is secured. OCMF `IL`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AssignmentLevel {
    /// Nobody was assigned. `NONE`.
    None,
    /// Unsecured. `HEARSAY`.
    Hearsay,
    /// `TRUSTED`.
    Trusted,
    /// `VERIFIED`.
    Verified,
    /// `CERTIFIED`.
    Certified,
    /// `SECURE`.
    Secure,
    /// The ids did not fit each other. `MISMATCH`.
    Mismatch,
    /// The identification was refused. `INVALID`.
    Invalid,
    /// The identification had expired. `OUTDATED`.
    Outdated,
    /// The identification is unknown. `UNKNOWN`.
    Unknown,
    /// Something else, as received.
    Other(String),
}

impl AssignmentLevel {
    /// The word of the specification, or what was received.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::None => "NONE",
            Self::Hearsay => "HEARSAY",
            Self::Trusted => "TRUSTED",
            Self::Verified => "VERIFIED",
            Self::Certified => "CERTIFIED",
            Self::Secure => "SECURE",
            Self::Mismatch => "MISMATCH",
            Self::Invalid => "INVALID",
            Self::Outdated => "OUTDATED",
            Self::Unknown => "UNKNOWN",
            Self::Other(text) => text,
        }
    }
}

/// Tariff text signed together with the readings. OCMF `TT`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TariffText {
    /// The text as received.
    pub text: String,
    /// The prices in it, where it follows the convention of the Bonner Eichrechtstage.
    pub prices: Option<TariffPrices>,
}

/// Prices of a tariff text, all in euro cents. Form `001`, `002` and `003` of the BET convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TariffPrices {
    /// Fee for starting, in cents.
    pub start_fee: crate::Decimal,
    /// Price of a kilowatt hour, in cents.
    pub per_kwh: Option<crate::Decimal>,
    /// Price of a minute, in cents.
    pub per_minute: Option<crate::Decimal>,
    /// From when on the price by the minute runs.
    pub minutes_run: MinutesRun,
}

/// From when on a price by the minute runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MinutesRun {
    /// From the start (form 003).
    FromStart,
    /// From a minute of the session on (form 001).
    FromMinute(crate::Decimal),
    /// After charging has ended (form 002).
    AfterCharging,
}

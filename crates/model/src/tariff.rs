//! Tariffs: the prices a bill is made from. Nobody signs them but a meter that signs a tariff text.

use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};

use crate::Decimal;

/// A tariff in the shape of OCPI, the widest of those known; the others are told in its terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariff {
    /// Its number, as received; empty where it has none.
    pub id: String,
    /// What it was read from.
    pub kind: TariffKind,
    /// Currency, three letters: `EUR`.
    pub currency: String,
    /// Whether its prices include value added tax.
    pub taxes: Taxes,
    /// The least a session costs.
    pub min_price: Option<PriceBound>,
    /// The most a session costs.
    pub max_price: Option<PriceBound>,
    /// Not in force before.
    pub from: Option<Timestamp>,
    /// Not in force from then on.
    pub until: Option<Timestamp>,
    /// The elements: for each kind of component the first one that applies counts.
    pub elements: Vec<TariffElement>,
}

/// What a tariff was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TariffKind {
    /// OCPI 2.1.1: prices without tax, no least and greatest price.
    Ocpi211,
    /// OCPI 2.2 and 2.2.1: prices without tax, a rate of tax at each component.
    Ocpi22,
    /// OCPI 2.3.0: says whether prices include tax.
    Ocpi23,
    /// A tariff text by the convention of the Bonner Eichrechtstage, prices with tax.
    Text,
    /// A price of a kilowatt hour with tax, as a person writes it.
    Plain,
}

/// Whether prices include value added tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Taxes {
    /// They do.
    Included,
    /// It is added to them.
    Excluded,
    /// There is none: both amounts are the same.
    None,
}

/// A least or greatest price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceBound {
    /// Without tax.
    pub net: Option<Decimal>,
    /// With tax.
    pub gross: Option<Decimal>,
}

/// Components that apply together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TariffElement {
    /// The prices.
    pub components: Vec<PriceComponent>,
    /// When they apply.
    pub restrictions: Restrictions,
}

/// One price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceComponent {
    /// What it is for.
    pub kind: ComponentKind,
    /// The price: of a kWh, of an hour, or once.
    pub price: Decimal,
    /// Rate of value added tax in percent; `None` when nothing is said.
    pub vat: Option<Decimal>,
    /// The amount billed is a multiple of this: in Wh or in seconds. 0 and 1 for none worth speaking of.
    pub step: u32,
}

/// What a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ComponentKind {
    /// Once for the session. `FLAT`.
    Flat,
    /// A kilowatt hour. `ENERGY`.
    Energy,
    /// An hour of charging. `TIME`.
    Time,
    /// An hour without charging. `PARKING_TIME`.
    Parking,
    /// An hour of the session, charging or not: tariff texts know this one.
    Session,
}

impl ComponentKind {
    /// All kinds, in the order they are shown.
    pub const ALL: [Self; 5] = [Self::Flat, Self::Energy, Self::Time, Self::Parking, Self::Session];

    /// The stable name of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Flat => "flat",
            Self::Energy => "energy",
            Self::Time => "time",
            Self::Parking => "parking",
            Self::Session => "session-time",
        }
    }

    /// Whether its price is for a time.
    #[must_use]
    pub fn is_time(self) -> bool {
        matches!(self, Self::Time | Self::Parking | Self::Session)
    }
}

/// When an element of a tariff applies; what is absent does not restrict. OCPI `TariffRestrictions`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restrictions {
    /// From this time of day at the station.
    pub start_time: Option<Time>,
    /// Until this time of day; not after `start_time` when it lies on the next day.
    pub end_time: Option<Time>,
    /// From this day on.
    pub start_date: Option<Date>,
    /// Until this day, which is no longer included.
    pub end_date: Option<Date>,
    /// On these days of the week; on all when empty.
    pub days: Vec<Weekday>,
    /// From this amount of the session on, in kWh.
    pub min_kwh: Option<Decimal>,
    /// Below this amount of the session, in kWh.
    pub max_kwh: Option<Decimal>,
    /// From this second of the session on.
    pub min_seconds: Option<u64>,
    /// Before this second of the session.
    pub max_seconds: Option<u64>,
    /// From this power in kW on.
    pub min_power: Option<Decimal>,
    /// Below this power in kW.
    pub max_power: Option<Decimal>,
    /// From this current in ampere on.
    pub min_current: Option<Decimal>,
    /// Below this current in ampere.
    pub max_current: Option<Decimal>,
    /// For reservations, which are not judged here.
    pub reservation: bool,
    /// A restriction that is not known here: nobody can say whether the element applies.
    pub unknown: Option<String>,
}

/// Kinds of restriction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RestrictionKind {
    /// Time of day.
    TimeOfDay,
    /// Date.
    Date,
    /// Day of the week.
    Weekday,
    /// Energy of the session so far.
    Energy,
    /// Duration of the session so far.
    Duration,
    /// Power.
    Power,
    /// Current.
    Current,
    /// Reservation.
    Reservation,
    /// One that is not known here.
    Unknown,
}

impl RestrictionKind {
    /// The stable name of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TimeOfDay => "time-of-day",
            Self::Date => "date",
            Self::Weekday => "weekday",
            Self::Energy => "energy",
            Self::Duration => "duration",
            Self::Power => "power",
            Self::Current => "current",
            Self::Reservation => "reservation",
            Self::Unknown => "unknown",
        }
    }
}

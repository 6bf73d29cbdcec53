//! Bills: what somebody asks to be paid for a session, and how it compares with what is proven.
//!
//! Nothing on a bill is signed. It is compared with proven energy only; where nothing is proven a bill is
//! neither right nor wrong.

use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::{
    ComponentKind, Decimal, Energy, LimitName, MeterTime, RestrictionKind, Tariff, TariffKind, TimeQuality, TransactionId, Verdict,
};

/// A bill for one session, as it was received.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bill {
    /// Where it came from, to show.
    pub source: String,
    /// What kind of document it is.
    pub kind: BillKind,
    /// Its number.
    pub id: Option<String>,
    /// Energy billed, with the digits it is written with.
    pub energy: Option<Energy>,
    /// Begin of the session.
    pub begin: Option<BillTime>,
    /// End of the session.
    pub end: Option<BillTime>,
    /// Duration in seconds.
    pub duration_s: Option<Decimal>,
    /// Duration without charging in seconds.
    pub parking_s: Option<Decimal>,
    /// Total with tax.
    pub gross: Option<Decimal>,
    /// Total without tax.
    pub net: Option<Decimal>,
    /// Rate of tax in percent.
    pub vat: Option<Decimal>,
    /// Currency, three letters.
    pub currency: Option<String>,
    /// Whether it takes an earlier bill back, so that its total is negative.
    pub credit: bool,
    /// The session by its number.
    pub session: Option<String>,
    /// The charge point.
    pub evse: Option<String>,
    /// Parts of the session, with what was used in each.
    pub periods: Vec<BillPeriod>,
    /// Tariffs that came with it.
    pub tariffs: Vec<Tariff>,
    /// Why a tariff that came with it could not be read.
    pub tariff_problem: Option<BillProblem>,
    /// The zone of times of day in a tariff.
    pub zone: BillZone,
    /// What was tolerated or could not be read.
    pub notes: Vec<BillNote>,
}

/// What kind of document a bill is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BillKind {
    /// Single figures.
    #[default]
    Figures,
    /// The JSON of this program.
    Own,
    /// A charge detail record of OCPI.
    OcpiCdr,
}

impl BillKind {
    /// The stable name of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Own => "eichrecht-bill",
            Self::OcpiCdr => "ocpi-cdr",
        }
    }
}

/// A time on a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillTime {
    /// As received.
    pub raw: String,
    /// Date and time as written.
    pub local: DateTime,
    /// How its zone is known.
    pub zone: ZoneKnown,
    /// The instants it may mean: one, or two in the hour that a clock shows twice.
    pub instants: Vec<Timestamp>,
    /// Seconds it leaves open: 59 where no seconds are written.
    pub open_s: i64,
}

/// How the zone of a time is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ZoneKnown {
    /// It is written with it.
    Written,
    /// The caller said which.
    Given,
    /// German time was assumed.
    AssumedGerman,
    /// UTC was assumed, as OCPI asks.
    AssumedUtc,
}

/// A zone for times that are written without one, and for times of day in tariffs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BillZone {
    /// Central European Time with its summer time, from the last Sunday of March to that of October.
    #[default]
    German,
    /// A fixed number of minutes before UTC.
    Fixed(i16),
}

/// A charging period of a bill. OCPI `ChargingPeriod`. All of it is the biller's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillPeriod {
    /// Begin; it lasts until the next one begins.
    pub start: Timestamp,
    /// Energy in kWh.
    pub kwh: Option<Decimal>,
    /// Seconds of charging.
    pub charging_s: Option<Decimal>,
    /// Seconds without charging.
    pub parking_s: Option<Decimal>,
    /// Power in kW.
    pub power: Option<Decimal>,
    /// Current in ampere.
    pub current: Option<Decimal>,
    /// The tariff that applies.
    pub tariff: Option<String>,
}

/// Something about a bill that is worth telling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillNote {
    /// What it is.
    pub kind: BillNoteKind,
    /// The field.
    pub field: String,
    /// What was found, as received.
    pub found: String,
}

/// Kinds of [`BillNote`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BillNoteKind {
    /// A field that cannot be read; what it says is not compared.
    Unreadable,
    /// A field that stands twice; neither is used.
    Twice,
    /// A field nobody knows.
    Unknown,
    /// Two statements of the bill that do not agree.
    Contradiction,
}

/// A bill to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillRequest {
    /// Name to show.
    pub name: String,
    /// The bill, or why there is none.
    pub bill: Result<Bill, BillProblem>,
    /// A tariff given apart from the bill, or why it could not be read. It goes before all others.
    pub tariff: Option<Result<Tariff, BillProblem>>,
    /// The session it is for, where the caller says so.
    pub session: Option<TransactionId>,
    /// Days a session may last for prices by the time of day ([`crate::Limits::bill_days`]).
    pub days: usize,
}

/// Why a bill or tariff could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillProblem {
    /// What is wrong.
    pub kind: BillProblemKind,
    /// Where, as a path or byte; empty for the whole.
    pub place: String,
}

/// Kinds of [`BillProblem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BillProblemKind {
    /// The file cannot be opened or read.
    Unopened,
    /// Nothing in it.
    Empty,
    /// Neither JSON nor a tariff text.
    Syntax,
    /// JSON of another kind than a bill or tariff.
    NotABill,
    /// Several bills where one can be checked.
    Several,
    /// A field that a tariff cannot do without is missing or cannot be read.
    Field,
    /// A limit was reached.
    Limit(LimitName),
}

impl BillProblemKind {
    /// The stable name of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unopened => "unopened",
            Self::Empty => "empty",
            Self::Syntax => "syntax",
            Self::NotABill => "not-a-bill",
            Self::Several => "several",
            Self::Field => "field",
            Self::Limit(_) => "limit",
        }
    }
}

/// The outcome of checking a bill.
#[derive(Clone, Debug)]
pub struct BillCheck {
    /// What was to be checked.
    pub request: BillRequest,
    /// The session it was compared with.
    pub assignment: Assignment,
    /// Energy.
    pub energy: Option<EnergyCheck>,
    /// Begin.
    pub begin: Option<TimeCheck>,
    /// End.
    pub end: Option<TimeCheck>,
    /// Duration.
    pub duration: Option<DurationCheck>,
    /// Charge point.
    pub evse: Option<EvseCheck>,
    /// Price.
    pub price: Option<PriceCheck>,
    /// The verdict on the bill alone; `NotChecked` until the rules have run.
    pub verdict: Verdict,
}

impl BillCheck {
    /// Whether everything the bill says about amounts could be checked: it was read as a whole, belongs to a session
    /// whose energy is proven, and its total was recomputed from what is proven. Without that no bill is right.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let Ok(bill) = &self.request.bill else { return false };
        let read = bill.notes.iter().all(|note| !matches!(note.kind, BillNoteKind::Unreadable | BillNoteKind::Twice));
        let assigned = matches!(self.assignment, Assignment::To(..));
        let energy = self.energy.as_ref().is_none_or(|check| check.outcome != Compared::NotChecked)
            && self.energy.is_some() == bill.energy.is_some();
        let has_total = bill.gross.is_some() || bill.net.is_some();
        let price = match &self.price {
            // A price without a total to compare says nothing about the bill.
            _ if !has_total => true,
            Some(check) => {
                let proven = check.computed.as_ref().is_ok_and(|computed| computed.proof == Proof::Proven);
                // A total that is too high by the bill's own claims is wrong, whatever those are worth.
                check.outcome == Compared::Higher || (check.outcome != Compared::NotChecked && proven)
            }
            None => false,
        };
        read && assigned && energy && price && (bill.energy.is_some() || has_total)
    }
}

/// Which session a bill is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignment {
    /// This one, and why.
    To(TransactionId, AssignedBy),
    /// None, and why not. The sessions that come into question, where there are several.
    None(NotAssigned, Vec<TransactionId>),
}

/// Why a session was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AssignedBy {
    /// The caller named it.
    Named,
    /// There is no other.
    Only,
    /// It is the only one that fits what the bill says.
    Fits,
    /// It is the only one with this amount of energy, and nothing else on the bill tells sessions apart.
    AmountAlone,
}

/// Why no session was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotAssigned {
    /// The data holds no session.
    NoSession,
    /// The number named does not exist.
    NoSuchSession,
    /// Several fit.
    Several,
    /// None fits.
    NoneFits,
    /// The bill's times and those of the only session do not meet.
    OtherTime,
    /// The bill itself could not be read.
    BillUnreadable,
}

impl NotAssigned {
    /// The stable name of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoSession => "no-session",
            Self::NoSuchSession => "no-such-session",
            Self::Several => "several",
            Self::NoneFits => "none-fits",
            Self::OtherTime => "other-time",
            Self::BillUnreadable => "bill-unreadable",
        }
    }
}

/// How a figure of a bill compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compared {
    /// It agrees.
    Agrees,
    /// It agrees after the digits beyond its last place were cut off.
    RoundedDown,
    /// The bill says less: to the customer's advantage.
    Lower,
    /// The bill says more than is proven.
    Higher,
    /// It could not be compared.
    NotChecked,
}

impl Compared {
    /// The stable name of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::RoundedDown => "rounded-down",
            Self::Lower => "lower",
            Self::Higher => "higher",
            Self::NotChecked => "not-checked",
        }
    }
}

/// Billed energy and proven energy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnergyCheck {
    /// As billed.
    pub billed: Energy,
    /// As proven, in the unit of the bill; `None` when nothing is proven.
    pub proven: Option<Energy>,
    /// Billed minus proven, in the unit of the bill.
    pub difference: Option<Decimal>,
    /// Whether one is about a thousand times the other: watt hours taken for kilowatt hours.
    pub unit_suspected: bool,
    /// The outcome.
    pub outcome: Compared,
}

/// A time on the bill and the one that was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeCheck {
    /// As billed.
    pub billed: BillTime,
    /// As signed, if the session it belongs to is proven.
    pub signed: Option<MeterTime>,
    /// Billed minus signed in seconds, as small as the bill's own wording allows.
    pub difference_s: Option<i64>,
    /// Whether they are near enough.
    pub agrees: Option<bool>,
    /// What the signed time is worth.
    pub quality: TimeQuality,
}

/// A duration on the bill and the one that was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DurationCheck {
    /// As billed, in seconds.
    pub billed_s: Decimal,
    /// As signed or counted.
    pub signed_s: Option<i64>,
    /// Whether the signed one is proven.
    pub proven: bool,
    /// The outcome, within the tolerance for times.
    pub outcome: Compared,
}

/// A charge point on the bill and the one that was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvseCheck {
    /// As billed.
    pub billed: String,
    /// As signed.
    pub signed: String,
    /// Whether they are the same, spelling aside.
    pub agrees: bool,
}

/// Billed total and recomputed total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceCheck {
    /// The computation, or why there is none.
    pub computed: Result<Computation, PriceGap>,
    /// Billed total that was compared: with tax where the bill states it.
    pub billed: Option<Decimal>,
    /// Whether `billed` is with tax.
    pub gross: bool,
    /// Billed minus computed.
    pub difference: Option<Decimal>,
    /// Whether the amounts differ only because parts were rounded before they were added.
    pub parts_rounded: bool,
    /// Total by the signed tariff text, where another tariff was used: rounded to cents, with tax.
    pub by_signed_tariff: Option<Decimal>,
    /// The outcome.
    pub outcome: Compared,
}

/// Why a price was not recomputed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PriceGap {
    /// The energy, which every price rests on, is not proven.
    NothingProven,
    /// There is no tariff.
    NoTariff,
    /// The tariff could not be read.
    TariffUnreadable(BillProblem),
    /// The bill brings several tariffs and does not say which applies.
    SeveralTariffs,
    /// The tariff was not in force when the session began.
    NotInForce,
    /// Bill and tariff are in different currencies: that of the bill, that of the tariff.
    Currency(String, String),
    /// For this component it is not known how much was used.
    QuantityUnknown(ComponentKind),
    /// Which element applies to this component depends on something that is not signed.
    SplitUnknown(ComponentKind, RestrictionKind),
    /// The rate of tax is not known, and the bill states its total with tax only.
    TaxUnknown,
    /// A limit was reached.
    Limit(LimitName),
    /// Numbers too large to be multiplied exactly.
    TooLarge,
}

impl PriceGap {
    /// The stable name of reports.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::NothingProven => "nothing-proven",
            Self::NoTariff => "no-tariff",
            Self::TariffUnreadable(_) => "tariff-unreadable",
            Self::SeveralTariffs => "several-tariffs",
            Self::NotInForce => "not-in-force",
            Self::Currency(..) => "currency",
            Self::QuantityUnknown(_) => "quantity-unknown",
            Self::SplitUnknown(..) => "split-unknown",
            Self::TaxUnknown => "tax-unknown",
            Self::Limit(_) => "limit",
            Self::TooLarge => "too-large",
        }
    }
}

/// A price recomputed step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Computation {
    /// Number of the tariff, as received.
    pub tariff: String,
    /// What the tariff was read from.
    pub kind: TariffKind,
    /// Whose tariff it is.
    pub origin: TariffOrigin,
    /// Currency.
    pub currency: String,
    /// Whether the prices of the steps include tax.
    pub taxes: crate::Taxes,
    /// Energy the price was computed from, in kWh: as billed where that is covered by what is proven.
    pub kwh: Decimal,
    /// The steps in the order of the session.
    pub steps: Vec<PriceStep>,
    /// Elements that do not apply, and why.
    pub skipped: Vec<SkippedElement>,
    /// Sum of the steps without tax, rounded to six places; `None` when it is not known.
    pub net: Option<Decimal>,
    /// Sum of the steps with tax, rounded to six places; `None` when the tax is not known.
    pub gross: Option<Decimal>,
    /// The least or greatest price, where it replaced the sum.
    pub bounded: Option<Bounded>,
    /// The total to compare with the bill, rounded once.
    pub total: Decimal,
    /// Whether every step that costs something is proven.
    pub proof: Proof,
}

/// Where a tariff came from, worst witness first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TariffOrigin {
    /// With the bill.
    Bill,
    /// Given by the user.
    User,
    /// Signed by the meter together with its readings.
    Signed,
}

impl TariffOrigin {
    /// The stable name of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bill => "bill",
            Self::User => "user",
            Self::Signed => "signed",
        }
    }
}

/// How sure a quantity is, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Proof {
    /// It follows from what is proven.
    Proven,
    /// It is signed, but the meter's clock does not prove it.
    Stated,
    /// The bill says so.
    Claimed,
}

impl Proof {
    /// The stable name of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proven => "proven",
            Self::Stated => "stated",
            Self::Claimed => "claimed",
        }
    }
}

/// A bound that replaced the sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bounded {
    /// The least price.
    Least,
    /// The greatest price.
    Greatest,
}

/// One line of the price: quantity times price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceStep {
    /// What it is for.
    pub kind: ComponentKind,
    /// Element of the tariff, counted from 1.
    pub element: usize,
    /// What was used: kWh or seconds; 1 for a flat price.
    pub used: Decimal,
    /// What is billed: `used`, or more where the step size fills it up.
    pub billed: Decimal,
    /// Step size in kWh or seconds, where it filled up.
    pub step: Option<Decimal>,
    /// Price of a kWh, of an hour, or once.
    pub price: Decimal,
    /// Rate of tax in percent.
    pub vat: Option<Decimal>,
    /// Quantity times price, rounded to six places; with or without tax as the tariff has it.
    pub amount: Decimal,
    /// How sure it is.
    pub proof: Proof,
    /// Restrictions of the element that were met.
    pub met: Vec<RestrictionKind>,
}

/// An element of the tariff that does not apply to this session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkippedElement {
    /// Element of the tariff, counted from 1.
    pub element: usize,
    /// The component.
    pub kind: ComponentKind,
    /// Its price.
    pub price: Decimal,
    /// The restriction that is not met; `None` when an earlier element goes first.
    pub because: Option<RestrictionKind>,
}

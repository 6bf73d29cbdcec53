//! What a bill says beside what is proven: energy, times, duration, charge point.

use eichrecht_model::{
    Assessment, Bill, BillTime, Compared, Decimal, DurationCheck, Energy, EnergyCheck, EvseCheck, Measurement, Rounding, TimeCheck,
    TimeQuality, Transaction, Unit, VerifiedEnergy,
};
use jiff::Timestamp;

/// Seconds a bill may begin before the meter does: the vehicle was plugged in, the session was reserved or started.
const EARLY_BEGIN: i64 = 30 * 60;
/// Seconds a bill may end behind the meter: the vehicle was unplugged later.
const LATE_END: i64 = 30 * 60;
/// Seconds a bill may differ from the meter otherwise.
const NEAR: i64 = 5 * 60;

/// Begin or end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    Begin,
    End,
}

/// The session a bill is compared with.
pub(crate) struct Session<'a> {
    pub(crate) assessment: &'a Assessment,
    pub(crate) transaction: &'a Transaction,
    /// Without it nothing about the session is compared as proven.
    pub(crate) proven: Option<VerifiedEnergy>,
}

impl<'a> Session<'a> {
    pub(crate) fn new(assessment: &'a Assessment, transaction: &'a Transaction) -> Self {
        Self { assessment, transaction, proven: assessment.verified_energy(transaction.id) }
    }

    pub(crate) fn reading(&self, which: Which) -> Option<&'a Measurement> {
        match which {
            Which::Begin => self.transaction.begin(self.assessment),
            Which::End => self.transaction.end(self.assessment),
        }
    }

    pub(crate) fn instant(&self, which: Which) -> Option<Timestamp> {
        self.reading(which)?.time.as_ref().map(|time| time.instant)
    }

    /// Whether the duration may carry a price: by the clock, or because the device counted its seconds.
    pub(crate) fn proves_duration(&self) -> bool {
        let counted = self.transaction.counted_seconds(self.assessment).is_some();
        self.proven.is_some() && self.transaction.duration_s.is_some() && (self.transaction.time_quality.proves_duration() || counted)
    }

    /// Whether the time of day may carry a price.
    pub(crate) fn proves_clock(&self) -> bool {
        self.proven.is_some() && self.transaction.time_quality == TimeQuality::Synchronised
    }

    pub(crate) fn energy(&self, bill: &Bill) -> Option<EnergyCheck> {
        let billed = bill.energy.clone()?;
        let proven = self.proven.as_ref().and_then(|proven| in_unit(proven.energy(), &billed.unit));
        let Some(proven) = proven else {
            return Some(EnergyCheck { billed, proven: None, difference: None, unit_suspected: false, outcome: Compared::NotChecked });
        };
        let difference = billed.value.checked_sub(&proven.value);
        Some(EnergyCheck {
            outcome: compare_energy(&billed, &proven).unwrap_or(Compared::NotChecked),
            unit_suspected: thousandfold(&billed.value, &proven.value) || thousandfold(&proven.value, &billed.value),
            billed,
            proven: Some(proven),
            difference,
        })
    }

    pub(crate) fn time(&self, bill: &Bill, which: Which) -> Option<TimeCheck> {
        let billed = match which {
            Which::Begin => bill.begin.clone()?,
            Which::End => bill.end.clone()?,
        };
        let quality = self.transaction.time_quality;
        // A time counts only where the session as a whole holds, and only if the meter does not declare it unusable.
        let usable = self.proven.is_some() && quality != TimeQuality::Unusable;
        let signed = self.reading(which).and_then(|reading| reading.time.clone()).filter(|_| usable);
        let difference_s = signed.as_ref().map(|signed| difference(&billed, signed.instant));
        let agrees = difference_s.map(|seconds| near(seconds, which));
        Some(TimeCheck { billed, signed, difference_s, agrees, quality })
    }

    pub(crate) fn duration(&self, bill: &Bill) -> Option<DurationCheck> {
        let billed_s = bill.duration_s?;
        let signed_s = self.transaction.duration_s.filter(|_| self.proven.is_some());
        let outcome = signed_s.and_then(|seconds| {
            let more = billed_s.checked_sub(&Decimal::new(i128::from(seconds), 0)?)?;
            let near = Decimal::new(i128::from(NEAR), 0)?;
            Some(match (more.abs() <= near, more.is_negative()) {
                (true, _) => Compared::Agrees,
                (false, true) => Compared::Lower,
                (false, false) => Compared::Higher,
            })
        });
        let outcome = outcome.unwrap_or(Compared::NotChecked);
        Some(DurationCheck { billed_s, signed_s, proven: self.proves_duration(), outcome })
    }

    pub(crate) fn evse(&self, bill: &Bill) -> Option<EvseCheck> {
        let billed = bill.evse.clone()?;
        let signed = self.signed_evse()?;
        let agrees = same_evse(&billed, &signed);
        Some(EvseCheck { billed, signed, agrees })
    }

    /// The charge point that was signed as one of the kind a bill names.
    pub(crate) fn signed_evse(&self) -> Option<String> {
        let mut points =
            self.transaction.records.iter().filter_map(|id| self.assessment.checked(*id)).map(|record| &record.content().charge_point);
        let of_kind = |scheme: &Option<String>| scheme.as_ref().is_none_or(|scheme| scheme.to_ascii_lowercase().contains("evse"));
        points.find_map(|point| point.id.clone().filter(|id| of_kind(&point.scheme) && !plain(id).is_empty()))
    }
}

fn in_unit(energy: &Energy, unit: &Unit) -> Option<Energy> {
    Some(Energy { value: energy.unit.convert(&energy.value, unit)?, unit: unit.clone() })
}

/// Rounded to the bill's own last place the two agree; but the bill must not be more than 0.05 kWh above, so that a bill
/// in whole kilowatt hours does not round up what was never delivered.
fn compare_energy(billed: &Energy, proven: &Energy) -> Option<Compared> {
    let more = billed.value.checked_sub(&proven.value)?;
    let twice = more.abs().checked_add(&more.abs())?;
    let most = Unit::KilowattHour.convert(&Decimal::new(5, 2)?, &billed.unit)?;
    let within_rounding = twice <= billed.value.last_digit_unit();
    Some(match more.is_negative() {
        _ if within_rounding && more <= most => Compared::Agrees,
        false => Compared::Higher,
        true if proven.value.rounded(billed.value.scale(), Rounding::Down)? == billed.value => Compared::RoundedDown,
        true => Compared::Lower,
    })
}

/// Whether `large` is a thousand times `small`, within one in a hundred.
fn thousandfold(large: &Decimal, small: &Decimal) -> bool {
    let off = || {
        let thousand = small.shift(3)?;
        Some((large.checked_sub(&thousand)?.abs(), small.shift(1)?))
    };
    !small.is_zero() && off().is_some_and(|(off, bound)| off <= bound)
}

/// Billed minus signed in seconds, as small as the bill's wording allows.
pub(crate) fn difference(billed: &BillTime, signed: Timestamp) -> i64 {
    let one = |instant: &Timestamp| {
        let first = instant.as_second();
        let last = first + billed.open_s;
        let signed = signed.as_second();
        if signed < first { first - signed } else { (last - signed).min(0) }
    };
    billed.instants.iter().map(one).min_by_key(|seconds| seconds.abs()).unwrap_or(0)
}

/// Whether a difference is one that bills have.
pub(crate) fn near(seconds: i64, which: Which) -> bool {
    match which {
        Which::Begin => (-EARLY_BEGIN..=NEAR).contains(&seconds),
        Which::End => (-NEAR..=LATE_END).contains(&seconds),
    }
}

/// Whether two names of a charge point are one, whatever separators and case they are written with.
pub(crate) fn same_evse(a: &str, b: &str) -> bool {
    plain(a) == plain(b)
}

fn plain(id: &str) -> String {
    id.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{BillZone, ZoneKnown};

    use super::*;

    fn outcome(billed: &str, proven: &str) -> Compared {
        let energy = |text: &str| {
            let (value, unit) = text.split_once(' ').unwrap();
            Energy { value: value.parse().unwrap(), unit: Unit::from_text(unit) }
        };
        let billed = energy(billed);
        let proven = in_unit(&energy(proven), &billed.unit).unwrap();
        compare_energy(&billed, &proven).unwrap()
    }

    #[test]
    fn energy_within_the_bills_own_rounding() {
        for (billed, proven, expected) in [
            ("12.3 kWh", "12.34 kWh", Compared::Agrees),
            ("12.34 kWh", "12.34 kWh", Compared::Agrees),
            ("12.34 kWh", "12.345 kWh", Compared::Agrees),
            ("12.35 kWh", "12.345 kWh", Compared::Agrees),
            ("12.35 kWh", "12.3449 kWh", Compared::Higher),
            ("12.34 kWh", "12.35 kWh", Compared::Lower),
            ("12.34 kWh", "12.349 kWh", Compared::RoundedDown),
            ("12.35 kWh", "12.34 kWh", Compared::Higher),
            ("12 kWh", "12.9 kWh", Compared::RoundedDown),
            ("11 kWh", "12.9 kWh", Compared::Lower),
            ("12340 Wh", "12.34 kWh", Compared::Agrees),
            ("12341 Wh", "12.34 kWh", Compared::Higher),
            ("12.34 kWh", "12340.0 Wh", Compared::Agrees),
            ("0 kWh", "0.00 kWh", Compared::Agrees),
        ] {
            assert_eq!(outcome(billed, proven), expected, "{billed} against {proven}");
        }
    }

    /// Half a unit of a bill in whole kilowatt hours would be half a kilowatt hour.
    #[test]
    fn rounding_up_has_a_bound() {
        assert_eq!(outcome("13 kWh", "12.51 kWh"), Compared::Higher);
        assert_eq!(outcome("13 kWh", "12.95 kWh"), Compared::Agrees);
        assert_eq!(outcome("12.4 kWh", "12.35 kWh"), Compared::Agrees);
    }

    #[test]
    fn a_thousand_times() {
        let of = |a: &str, b: &str| thousandfold(&a.parse().unwrap(), &b.parse().unwrap());
        assert!(of("5600", "5.60"));
        assert!(of("5640", "5.60"));
        assert!(!of("5700", "5.60"));
        assert!(!of("0", "0"));
        assert!(!of("5.60", "5.60"));
    }

    #[test]
    fn differences_are_as_small_as_the_wording_allows() {
        let german = (BillZone::German, ZoneKnown::AssumedGerman);
        let seconds = |billed: &str, signed: &str| difference(&crate::time::read(billed, german).unwrap(), signed.parse().unwrap());
        assert_eq!(seconds("2026-07-01 12:00", "2026-07-01T10:00:59Z"), 0);
        assert_eq!(seconds("2026-07-01 12:00:00", "2026-07-01T10:00:59Z"), -59);
        assert_eq!(seconds("2026-07-01 12:00", "2026-07-01T10:02:00Z"), -61);
        assert_eq!(seconds("2026-07-01 12:00", "2026-07-01T09:59:00Z"), 60);
        assert_eq!(seconds("2026-10-25 02:30", "2026-10-25T00:30:10Z"), 0);
        assert_eq!(seconds("2026-10-25 02:30", "2026-10-25T01:30:10Z"), 0);
    }

    #[test]
    fn charge_points_in_different_spelling() {
        assert!(same_evse("DE*TST*E1*1", "de-tst-e1-1"));
        assert!(!same_evse("DE*TST*E1*1", "DE*TST*E1*2"));
    }
}

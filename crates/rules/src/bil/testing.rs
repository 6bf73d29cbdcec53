//! Bills for the tests of their rules: one over 5.60 kWh and 2.18 EUR, beside a session of one hour.

use eichrecht_model::*;

use crate::testing::{Scene, meter_time, whole};

/// A session of 5.60 kWh without any bill.
pub(crate) fn without_bill() -> Assessment {
    Scene::new().record(whole("1200.50", "1206.10")).transaction(&[1]).build()
}

/// The session with a bill that was changed.
pub(crate) fn with(change: impl FnOnce(&mut BillCheck)) -> Assessment {
    let mut assessment = without_bill();
    let bill = Bill {
        energy: Some(Energy { value: "5.60".parse().unwrap(), unit: Unit::KilowattHour }),
        gross: Some("2.18".parse().unwrap()),
        currency: Some("EUR".to_owned()),
        ..Bill::default()
    };
    let request = BillRequest { name: "bill".to_owned(), bill: Ok(bill), tariff: None, session: None, days: 60 };
    let mut check = BillCheck {
        request,
        assignment: Assignment::To(TransactionId(1), AssignedBy::Only),
        energy: Some(energy("5.60", "5.60")),
        begin: None,
        end: None,
        duration: None,
        evse: None,
        price: None,
        verdict: Verdict::NotChecked,
    };
    change(&mut check);
    assessment.bill = Some(check);
    assessment
}

/// Two amounts in kWh. The outcome is "agrees"; change it by hand.
pub(crate) fn energy(billed: &str, proven: &str) -> EnergyCheck {
    let of = |text: &str| Energy { value: text.parse().unwrap(), unit: Unit::KilowattHour };
    let (billed, proven) = (of(billed), of(proven));
    let difference = billed.value.checked_sub(&proven.value);
    EnergyCheck { billed, proven: Some(proven), difference, unit_suspected: false, outcome: Compared::Agrees }
}

/// A time of the bill.
pub(crate) fn at(instant: &str) -> BillTime {
    let signed = meter_time(instant, TimeSync::Synchronised);
    BillTime { raw: instant.to_owned(), local: signed.local, zone: ZoneKnown::Written, instants: vec![signed.instant], open_s: 0 }
}

/// A time that agrees with a synchronised clock.
pub(crate) fn time() -> TimeCheck {
    let instant = "2024-05-01T12:00:00Z";
    TimeCheck {
        billed: at(instant),
        signed: Some(meter_time(instant, TimeSync::Synchronised)),
        difference_s: Some(0),
        agrees: Some(true),
        quality: TimeQuality::Synchronised,
    }
}

/// A billed and a computed total with tax. The outcome is "agrees"; change it by hand.
pub(crate) fn price(billed: &str, computed: &str) -> PriceCheck {
    let (billed, total): (Decimal, Decimal) = (billed.parse().unwrap(), computed.parse().unwrap());
    let computation = Computation {
        tariff: "T1".to_owned(),
        kind: TariffKind::Ocpi22,
        origin: TariffOrigin::User,
        currency: "EUR".to_owned(),
        taxes: Taxes::Included,
        kwh: "5.60".parse().unwrap(),
        steps: vec![step()],
        skipped: Vec::new(),
        net: None,
        gross: Some(total),
        bounded: None,
        total,
        proof: Proof::Proven,
    };
    PriceCheck {
        computed: Ok(computation),
        billed: Some(billed),
        gross: true,
        difference: billed.checked_sub(&total),
        parts_rounded: false,
        by_signed_tariff: None,
        outcome: Compared::Agrees,
    }
}

/// A line of a price.
pub(crate) fn step() -> PriceStep {
    let dec = |text: &str| -> Decimal { text.parse().unwrap() };
    PriceStep {
        kind: ComponentKind::Energy,
        element: 1,
        used: dec("5.60"),
        billed: dec("5.60"),
        step: None,
        price: dec("0.39"),
        vat: None,
        amount: dec("2.18"),
        proof: Proof::Proven,
        met: Vec::new(),
    }
}

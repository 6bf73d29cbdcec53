//! The bill in JSON. Amounts are texts with exact digits.

use eichrecht_model::{
    Assessment, AssignedBy, Assignment, BillCheck, BillTime, Bounded, Computation, Energy, EnergyCheck, PriceCheck, PriceStep,
    RestrictionKind, SkippedElement, TariffKind, Taxes, TimeCheck, ZoneKnown,
};
use serde::Serialize;

use super::finding::FindingOut;
use crate::names;
use crate::texts::Texts;
use crate::view::about_bill;

#[derive(Serialize)]
pub(super) struct BillOut<'a> {
    verdict: &'static str,
    path: &'a str,
    kind: Option<&'static str>,
    id: Option<&'a str>,
    /// Number of the session it was compared with.
    transaction: Option<usize>,
    assigned_by: Option<&'static str>,
    /// Why it was compared with none, and which come into question.
    not_assigned: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    candidates: Vec<usize>,
    energy: Option<EnergyOut>,
    begin: Option<TimeOut<'a>>,
    end: Option<TimeOut<'a>>,
    duration: Option<DurationOut>,
    charge_point: Option<ChargePointOut<'a>>,
    price: Option<PriceOut<'a>>,
    findings: Vec<FindingOut<'a>>,
}

impl<'a> BillOut<'a> {
    pub(super) fn new(assessment: &'a Assessment, check: &'a BillCheck, texts: &Texts) -> Self {
        let bill = check.request.bill.as_ref().ok();
        let (transaction, assigned_by, not_assigned, candidates) = match &check.assignment {
            Assignment::To(id, by) => (Some(id.0), Some(assigned_by(*by)), None, Vec::new()),
            Assignment::None(why, ids) => (None, None, Some(why.as_str()), ids.iter().map(|id| id.0).collect()),
        };
        Self {
            verdict: check.verdict.as_str(),
            path: &check.request.name,
            kind: bill.map(|bill| bill.kind.as_str()),
            id: bill.and_then(|bill| bill.id.as_deref()),
            transaction,
            assigned_by,
            not_assigned,
            candidates,
            energy: check.energy.as_ref().map(EnergyOut::new),
            begin: check.begin.as_ref().map(TimeOut::new),
            end: check.end.as_ref().map(TimeOut::new),
            duration: check.duration.as_ref().map(|duration| DurationOut {
                outcome: duration.outcome.as_str(),
                billed_s: duration.billed_s.to_string(),
                signed_s: duration.signed_s,
                proven: duration.proven,
            }),
            charge_point: check.evse.as_ref().map(|evse| ChargePointOut {
                agrees: evse.agrees,
                billed: &evse.billed,
                signed: &evse.signed,
            }),
            price: check.price.as_ref().map(PriceOut::new),
            findings: about_bill(assessment).into_iter().map(|finding| FindingOut::new(texts, finding)).collect(),
        }
    }
}

fn assigned_by(by: AssignedBy) -> &'static str {
    match by {
        AssignedBy::Named => "named",
        AssignedBy::Only => "only",
        AssignedBy::Fits => "fits",
        AssignedBy::AmountAlone => "amount-alone",
    }
}

#[derive(Serialize)]
struct AmountOut {
    value: String,
    unit: String,
}

impl AmountOut {
    fn new(energy: &Energy) -> Self {
        Self { value: energy.value.to_string(), unit: energy.unit.to_string() }
    }
}

#[derive(Serialize)]
struct EnergyOut {
    outcome: &'static str,
    billed: AmountOut,
    proven: Option<AmountOut>,
    difference: Option<String>,
}

impl EnergyOut {
    fn new(check: &EnergyCheck) -> Self {
        Self {
            outcome: check.outcome.as_str(),
            billed: AmountOut::new(&check.billed),
            proven: check.proven.as_ref().map(AmountOut::new),
            difference: check.difference.map(|difference| difference.to_string()),
        }
    }
}

#[derive(Serialize)]
struct TimeOut<'a> {
    agrees: Option<bool>,
    billed: &'a str,
    zone: &'static str,
    instants: Vec<String>,
    signed: Option<&'a str>,
    difference_s: Option<i64>,
    time_quality: &'static str,
}

impl<'a> TimeOut<'a> {
    fn new(check: &'a TimeCheck) -> Self {
        let BillTime { raw, zone, instants, .. } = &check.billed;
        Self {
            agrees: check.agrees,
            billed: raw,
            zone: match zone {
                ZoneKnown::Written => "written",
                ZoneKnown::Given => "given",
                ZoneKnown::AssumedGerman => "assumed-german",
                ZoneKnown::AssumedUtc => "assumed-utc",
            },
            instants: instants.iter().map(ToString::to_string).collect(),
            signed: check.signed.as_ref().map(|signed| signed.raw.as_str()),
            difference_s: check.difference_s,
            time_quality: names::time_quality(check.quality),
        }
    }
}

#[derive(Serialize)]
struct DurationOut {
    outcome: &'static str,
    billed_s: String,
    signed_s: Option<i64>,
    proven: bool,
}

#[derive(Serialize)]
struct ChargePointOut<'a> {
    agrees: bool,
    billed: &'a str,
    signed: &'a str,
}

#[derive(Serialize)]
struct PriceOut<'a> {
    outcome: &'static str,
    billed: Option<String>,
    with_tax: bool,
    difference: Option<String>,
    parts_rounded: bool,
    by_signed_tariff: Option<String>,
    computed: Option<ComputationOut<'a>>,
    /// Why nothing was computed.
    gap: Option<&'static str>,
}

impl<'a> PriceOut<'a> {
    fn new(check: &'a PriceCheck) -> Self {
        Self {
            outcome: check.outcome.as_str(),
            billed: check.billed.map(|billed| billed.to_string()),
            with_tax: check.gross,
            difference: check.difference.map(|difference| difference.to_string()),
            parts_rounded: check.parts_rounded,
            by_signed_tariff: check.by_signed_tariff.map(|total| total.to_string()),
            computed: check.computed.as_ref().ok().map(ComputationOut::new),
            gap: check.computed.as_ref().err().map(eichrecht_model::PriceGap::as_str),
        }
    }
}

#[derive(Serialize)]
struct ComputationOut<'a> {
    tariff: &'a str,
    tariff_kind: &'static str,
    tariff_origin: &'static str,
    currency: &'a str,
    taxes: &'static str,
    proof: &'static str,
    kwh: String,
    steps: Vec<StepOut>,
    skipped: Vec<SkippedOut>,
    net: Option<String>,
    gross: Option<String>,
    bounded: Option<&'static str>,
    total: String,
}

impl<'a> ComputationOut<'a> {
    fn new(computed: &'a Computation) -> Self {
        Self {
            tariff: &computed.tariff,
            tariff_kind: match computed.kind {
                TariffKind::Ocpi211 => "ocpi-2.1.1",
                TariffKind::Ocpi22 => "ocpi-2.2",
                TariffKind::Ocpi23 => "ocpi-2.3.0",
                TariffKind::Text => "tariff-text",
                TariffKind::Plain => "plain",
                _ => "other",
            },
            tariff_origin: computed.origin.as_str(),
            currency: &computed.currency,
            taxes: match computed.taxes {
                Taxes::Included => "included",
                Taxes::Excluded => "excluded",
                Taxes::None => "none",
            },
            proof: computed.proof.as_str(),
            kwh: computed.kwh.to_string(),
            steps: computed.steps.iter().map(StepOut::new).collect(),
            skipped: computed.skipped.iter().map(SkippedOut::new).collect(),
            net: computed.net.map(|net| net.to_string()),
            gross: computed.gross.map(|gross| gross.to_string()),
            bounded: computed.bounded.map(|bound| match bound {
                Bounded::Least => "least",
                Bounded::Greatest => "greatest",
            }),
            total: computed.total.to_string(),
        }
    }
}

/// A line of the price. Quantities are kWh, or seconds for times; prices are those of a kWh, of an hour, or once.
#[derive(Serialize)]
struct StepOut {
    kind: &'static str,
    element: usize,
    used: String,
    billed: String,
    step_size: Option<String>,
    price: String,
    vat: Option<String>,
    amount: String,
    proof: &'static str,
    restrictions: Vec<&'static str>,
}

impl StepOut {
    fn new(step: &PriceStep) -> Self {
        Self {
            kind: step.kind.as_str(),
            element: step.element,
            used: step.used.to_string(),
            billed: step.billed.to_string(),
            step_size: step.step.map(|step| step.to_string()),
            price: step.price.to_string(),
            vat: step.vat.map(|vat| vat.to_string()),
            amount: step.amount.to_string(),
            proof: step.proof.as_str(),
            restrictions: step.met.iter().map(|kind| kind.as_str()).collect(),
        }
    }
}

#[derive(Serialize)]
struct SkippedOut {
    kind: &'static str,
    element: usize,
    price: String,
    /// The restriction that is not met; null when an earlier element goes first.
    restriction: Option<&'static str>,
}

impl SkippedOut {
    fn new(skipped: &SkippedElement) -> Self {
        Self {
            kind: skipped.kind.as_str(),
            element: skipped.element,
            price: skipped.price.to_string(),
            restriction: skipped.because.map(RestrictionKind::as_str),
        }
    }
}

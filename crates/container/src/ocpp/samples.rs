//! Sampled values: raw readings, and signed values in every place stations put them.

use std::borrow::Cow;

use eichrecht_json::{JsonLimits, Node, Object, Value, parse};
use eichrecht_model::{Decimal, Energy, Unit};

use crate::json::names::{at, list, member, number, text, word};

/// A group of samples taken at one time.
pub(super) struct MeterValue<'n, 't> {
    pub(super) time: Option<&'n str>,
    pub(super) samples: Vec<&'n Node<'t>>,
    /// Where it stands in the message.
    pub(super) path: String,
}

/// The meter values of a message: `meterValue`, `transactionData`, `values` of OCPP 1.5.
pub(super) fn meter_values<'n, 't>(payload: &'n Object<'t>) -> Vec<MeterValue<'n, 't>> {
    let mut found = Vec::new();
    for name in ["metervalue", "transactiondata", "values"] {
        for (index, node) in list(payload, name).iter().enumerate() {
            let path = format!("{name}[{}]", index + 1);
            let Some(object) = node.as_object() else { continue };
            // In 1.5 the data of a transaction holds lists of values, in 1.6 it is one.
            let groups = if name == "transactiondata" { list(object, "values") } else { &[] };
            if groups.is_empty() {
                found.push(meter_value(object, path));
            } else {
                let groups = groups.iter().enumerate().filter_map(|(at, group)| Some((at, group.as_object()?)));
                found.extend(groups.map(|(at, group)| meter_value(group, format!("{path}.values[{}]", at + 1))));
            }
        }
    }
    found
}

fn meter_value<'n, 't>(object: &'n Object<'t>, path: String) -> MeterValue<'n, 't> {
    let samples = ["sampledvalue", "value", "values"].into_iter().flat_map(|name| list(object, name)).collect();
    MeterValue { time: text(object, "timestamp"), samples, path }
}

/// What a sample holds.
pub(super) struct Sample<'n, 't> {
    pub(super) context: Option<&'n str>,
    /// The raw reading, if it is one of the energy taken from the mains, of all phases.
    pub(super) energy: Option<Energy>,
    pub(super) signed: Option<Signed<'n, 't>>,
    /// It says that it is signed and holds no signed data.
    pub(super) empty: bool,
}

/// A signed value as it stands in a sample.
pub(super) enum Signed<'n, 't> {
    /// A text, plain or encoded.
    Text(&'n Node<'t>),
    /// The object of the Open Charge Alliance, in place.
    Object(&'n Object<'t>),
    /// The same as a text in the value.
    Inner(String),
    /// An object of a format of its own.
    Value(&'n Node<'t>),
}

pub(super) fn sample<'n, 't>(node: &'n Node<'t>) -> Option<Sample<'n, 't>> {
    let Some(object) = node.as_object() else {
        // In 1.5 a value without attributes is a bare text.
        let energy = reading(node.as_str()?, None, None);
        let signed = energy.is_none().then_some(Signed::Text(node));
        return Some(Sample { context: None, energy, signed, empty: false });
    };
    let says_signed = text(object, "format").is_some_and(|format| format.trim().eq_ignore_ascii_case("SignedData"));
    let mut sample = Sample { context: text(object, "context"), energy: energy(object), signed: None, empty: false };
    if let Some(signed) = member(object, "signedmetervalue").filter(|signed| signed.value != Value::Null) {
        match &signed.value {
            Value::Object(signed) => sample.signed = data(signed).is_some().then_some(Signed::Object(signed)),
            Value::String(data) if !data.trim().is_empty() => sample.signed = Some(Signed::Text(signed)),
            _ => {}
        }
        sample.empty = sample.signed.is_none();
        return Some(sample);
    }
    let value = member(object, "value")?;
    sample.signed = match &value.value {
        Value::Object(inner) if data(inner).is_some() => Some(Signed::Object(inner)),
        Value::Object(_) => Some(Signed::Value(value)),
        Value::String(text) if !text.trim().is_empty() && text.trim().parse::<Decimal>().is_err() => {
            Some(if text.trim_start().starts_with('{') { Signed::Inner(text.to_string()) } else { Signed::Text(value) })
        }
        _ => None,
    };
    sample.empty = says_signed && sample.signed.is_none();
    if says_signed {
        sample.energy = None;
    }
    Some(sample)
}

/// Where the signed data stands in the object of the Open Charge Alliance; some write it under another name.
pub(super) fn data<'n, 't>(signed: &'n Object<'t>) -> Option<&'n Node<'t>> {
    ["signedmeterdata", "signedmetervalue", "encodedmetervalue"]
        .into_iter()
        .filter_map(|name| member(signed, name))
        .find(|node| node.as_str().is_some_and(|text| !text.trim().is_empty()) || node.as_object().is_some())
}

/// Reads the object in a text. It borrows nothing, as the text is gone afterwards.
pub(super) fn inner_object(text: &str, limits: JsonLimits) -> Option<Object<'static>> {
    let node = parse(text, limits).ok()?;
    data(node.as_object()?)?;
    let owned = |text: &str| Node { span: 0..0, value: Value::String(Cow::Owned(text.to_owned())) };
    let members = node.as_object()?.members.iter().filter_map(|member| {
        let value = match &member.value.value {
            Value::String(text) => owned(text),
            Value::Object(_) => owned(text.get(member.value.span.clone())?),
            _ => return None,
        };
        Some(eichrecht_json::Member { key: Cow::Owned(member.key.to_string()), value })
    });
    Some(Object { members: members.collect() })
}

/// The raw reading of energy from the mains. Readings of one phase, of power or of export are none.
fn energy(object: &Object<'_>) -> Option<Energy> {
    let import = text(object, "measurand").is_none_or(|name| name.trim() == "Energy.Active.Import.Register");
    let whole = text(object, "phase").is_none();
    let outlet = text(object, "location").is_none_or(|place| place.trim() == "Outlet");
    if !(import && whole && outlet) {
        return None;
    }
    let unit = text(object, "unit").or_else(|| at(object, &["unitofmeasure", "unit"]).and_then(Node::as_str));
    let multiplier = member(object, "unitofmeasure").and_then(Node::as_object).and_then(|unit| word(unit, "multiplier"));
    number(object, "value")?;
    reading(word(object, "value")?, unit, multiplier)
}

/// A number with its unit. Without one it is in watt hours, as the specifications say.
fn reading(value: &str, unit: Option<&str>, multiplier: Option<&str>) -> Option<Energy> {
    let value: Decimal = value.trim().parse().ok()?;
    let unit = unit.map_or(Unit::WattHour, Unit::from_text);
    let power = multiplier.map_or(Some(0), |multiplier| multiplier.parse::<i32>().ok().filter(|power| power.abs() <= 9))?;
    unit.is_energy().then_some(Energy { value: value.shift(power)?, unit })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str, check: impl FnOnce(Sample<'_, '_>)) {
        let node = parse(text, JsonLimits { depth: 9, fields: 99 }).unwrap();
        check(sample(&node).unwrap());
    }

    #[test]
    fn raw_readings() {
        let shown = |energy: Option<Energy>| energy.map(|energy| format!("{} {}", energy.value, energy.unit));
        with(r#"{"value":"1200500"}"#, |sample| assert_eq!(shown(sample.energy).unwrap(), "1200500 Wh"));
        with(r#"{"value":"1200.50","unit":"kWh"}"#, |sample| assert_eq!(shown(sample.energy).unwrap(), "1200.50 kWh"));
        with(r#"{"value":1200.5,"unitOfMeasure":{"unit":"Wh","multiplier":3}}"#, |sample| {
            assert_eq!(shown(sample.energy).unwrap(), "1200500 Wh");
        });
        for other in [r#"{"value":"7","measurand":"Power.Active.Import"}"#, r#"{"value":"7","phase":"L1"}"#, r#"{"value":"7","unit":"W"}"#]
        {
            with(other, |sample| assert!(sample.energy.is_none() && sample.signed.is_none()));
        }
    }

    #[test]
    fn signed_values_in_every_place() {
        with(r#"{"value":"OCMF|{}|{}","format":"SignedData"}"#, |sample| assert!(matches!(sample.signed, Some(Signed::Text(_)))));
        with(r#"{"value":"{\"signedMeterData\":\"x\"}"}"#, |sample| assert!(matches!(sample.signed, Some(Signed::Inner(_)))));
        with(r#"{"value":7,"signed_meter_value":{"signed_meter_data":"x"}}"#, |sample| {
            assert!(matches!(sample.signed, Some(Signed::Object(_))) && sample.energy.is_some());
        });
        for empty in
            [r#"{"value":"0","format":"signedData"}"#, r#"{"value":"","format":"SignedData"}"#, r#"{"value":7,"signedMeterValue":{}}"#]
        {
            with(empty, |sample| assert!(sample.empty && sample.signed.is_none(), "{empty}"));
        }
    }
}

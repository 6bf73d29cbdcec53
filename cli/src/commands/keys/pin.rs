//! `eichrecht keys pin` and `unpin`.

use std::path::Path;

use eichrecht::model::{IdentifierKind, KeyDirectory, KeyProblem, Limits, RegisteredKey, Registration};
use eichrecht_keystore::{Pin, read_key};
use eichrecht_report::{self as report, Language, PinView};

use super::{decode, store};
use crate::args::{ListForm, PinArguments, Unpin};
use crate::exit::{Exit, Trouble};
use crate::output::{style, today, write};

/// Pins a key. What is no key is refused; a point of several curves stays one until a record names the curve.
pub(super) fn pin(arguments: &PinArguments, place: Option<&Path>, language: Language) -> Result<Exit, Trouble> {
    let limits = Limits::default();
    if let (Some(from), Some(to)) = (arguments.valid_from, arguments.valid_to)
        && from > to
    {
        return Err(Trouble::Usage(format!("the period ends ({to}) before it begins ({from})")));
    }
    let text = decode::text(&arguments.key, &limits)?;
    let key = match read_key(&text.bytes, &limits) {
        RegisteredKey::Unreadable { problem, .. } => return Err(decode::no_key(&text.name, &problem, language)),
        RegisteredKey::Missing => return Err(decode::no_key(&text.name, &KeyProblem::Empty, language)),
        key => key,
    };
    let pin = Pin {
        charge_point: arguments.evse.clone(),
        meter: arguments.meter.clone(),
        gateway: arguments.gateway.clone(),
        operator: arguments.operator.clone(),
        place: arguments.place.clone(),
        valid_from: arguments.valid_from,
        valid_to: arguments.valid_to,
    };
    let store = store::write(place, language)?;
    let name = store::place(place)?.to_string_lossy().into_owned();
    let trouble = |error| store::trouble(&name, &error, language);
    let new = store.pin(&key, &pin, today()).map_err(trouble)?;
    let mut others: Vec<Registration> = Vec::new();
    let named =
        [(IdentifierKind::ChargePoint, &pin.charge_point), (IdentifierKind::Meter, &pin.meter), (IdentifierKind::Gateway, &pin.gateway)];
    for (kind, text) in named {
        let Some(text) = text else { continue };
        let found = store.registered_for(kind, &kind.normalised(text), None).map_err(|error| Trouble::Store(error.detail))?;
        others.extend(found.into_iter().filter(|entry| entry.key != key));
    }
    others.dedup();
    let view = PinView { key: &key, new, others: &others };
    write(&match arguments.output {
        ListForm::Text => report::key_pin(&view, language, style()),
        ListForm::Json => report::key_pin_json(&view),
    })?;
    Ok(Exit::Fine)
}

/// Takes pins back.
pub(super) fn unpin(arguments: &Unpin, place: Option<&Path>, language: Language) -> Result<Exit, Trouble> {
    let fingerprint: String = arguments.fingerprint.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    if fingerprint.len() != 64 || !fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Trouble::Usage("a fingerprint has 64 hex digits; `eichrecht keys find` shows it".to_owned()));
    }
    // Nothing is made where nothing was pinned.
    drop(store::read(place, language)?);
    let store = store::write(place, language)?;
    let name = store::place(place)?.to_string_lossy().into_owned();
    let count = store.unpin(&fingerprint).map_err(|error| store::trouble(&name, &error, language))?;
    write(&match arguments.output {
        ListForm::Text => report::key_unpin(count, language),
        ListForm::Json => report::key_unpin_json(count),
    })?;
    Ok(if count > 0 { Exit::Fine } else { Exit::NotChecked })
}

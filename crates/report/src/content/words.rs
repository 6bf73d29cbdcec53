//! Values in words of the chosen language.

use eichrecht_model::{
    Decimal, Energy, FoundBy, KeyOrigin, Measurement, MeterTime, MinutesRun, ReadError, ReadErrorKind, ReadingReason, RegisteredUse,
    Registration, SignatureVerdict, Standing, TariffPrices, UsedKey, UserAssignment,
};

use crate::key::problem_words;
use crate::texts::{Arg, Texts};
use crate::{Language, names, visible};

/// A number with the decimal sign of the language; digits as signed.
pub(crate) fn number(texts: &Texts, value: &Decimal) -> String {
    let digits = value.to_string();
    if texts.language() == Language::German { digits.replace('.', ",") } else { digits }
}

/// An amount of energy with its unit.
pub(crate) fn energy(texts: &Texts, energy: &Energy) -> String {
    format!("{} {}", number(texts, &energy.value), visible(&energy.unit.to_string()))
}

/// The value of a reading with its unit, or a word for "no value".
pub(crate) fn value(texts: &Texts, reading: &Measurement) -> String {
    match (&reading.value, &reading.unit) {
        (Some(value), Some(unit)) => format!("{} {}", number(texts, value), visible(&unit.to_string())),
        (Some(value), None) => number(texts, value),
        (None, _) => texts.plain("no-value"),
    }
}

/// Why a reading was taken; a reason nobody knows as it was received.
pub(crate) fn reason(texts: &Texts, reason: Option<&ReadingReason>) -> String {
    let Some(reason) = reason else { return texts.plain("reading-none") };
    match names::reading_detail(reason) {
        Some(detail) if matches!(reason, ReadingReason::Other(_)) => visible(detail).into_owned(),
        Some(detail) => texts.plain(&format!("reading-end-{detail}")),
        None => texts.plain(&format!("reading-{}", names::reading_reason(reason))),
    }
}

/// Local date and time with the signed offset: `2024-05-01 14:00:00 +02:00`, in German `01.05.2024 …`.
pub(crate) fn time(texts: &Texts, time: &MeterTime) -> String {
    let local = &time.local;
    let date = match texts.language() {
        Language::German => format!("{:02}.{:02}.{:04}", local.day(), local.month(), local.year()),
        Language::English => format!("{:04}-{:02}-{:02}", local.year(), local.month(), local.day()),
    };
    let mut out = format!("{date} {:02}:{:02}:{:02}", local.hour(), local.minute(), local.second());
    if local.millisecond() != 0 {
        let point = if texts.language() == Language::German { ',' } else { '.' };
        out.push_str(&format!("{point}{:03}", local.millisecond()));
    }
    match time.offset_minutes {
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            let minutes = minutes.unsigned_abs();
            out.push_str(&format!(" {sign}{:02}:{:02}", minutes / 60, minutes % 60));
        }
        None => {
            out.push(' ');
            out.push_str(&texts.plain("time-no-offset"));
        }
    }
    out
}

/// A time and what it is worth.
pub(crate) fn time_with_quality(texts: &Texts, moment: &MeterTime) -> String {
    let quality = texts.plain(&format!("sync-{}", names::time_sync(moment.sync)));
    format!("{} ({quality})", time(texts, moment))
}

/// `1 h 05 min 30 s`; leading parts that are zero are left out.
pub(crate) fn duration(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let all = seconds.unsigned_abs();
    let (hours, minutes, rest) = (all / 3600, all / 60 % 60, all % 60);
    match (hours, minutes) {
        (0, 0) => format!("{sign}{rest} s"),
        (0, _) => format!("{sign}{minutes} min {rest:02} s"),
        _ => format!("{sign}{hours} h {minutes:02} min {rest:02} s"),
    }
}

/// Seconds that were counted, as a duration.
pub(crate) fn counted(seconds: u64) -> String {
    duration(i64::try_from(seconds).unwrap_or(i64::MAX))
}

/// Outcome of a signature check and why.
pub(crate) fn signature(texts: &Texts, verdict: &SignatureVerdict) -> String {
    let outcome = texts.plain(&format!("signature-{}", names::signature(verdict)));
    match names::signature_reason(verdict) {
        Some(reason) => format!("{outcome}: {}", texts.plain(&format!("reason-{reason}"))),
        None => outcome,
    }
}

/// A key's kind, how it came, and what that proves, provided that it verified anything: `valid`.
pub(crate) fn key(texts: &Texts, key: &UsedKey, valid: bool) -> String {
    if let Some(registered) = &key.registered {
        return format!("{}, {}", key.kind.as_str(), registration(texts, registered, valid));
    }
    let origin = texts.plain(&format!("origin-{}", key.origin.as_str()));
    let proves = match key.origin {
        KeyOrigin::Record | KeyOrigin::Container => "proves-carried",
        KeyOrigin::User => "proves-user",
        KeyOrigin::Register => "proves-register",
    };
    if valid { format!("{}, {origin}: {}", key.kind.as_str(), texts.plain(proves)) } else { format!("{}, {origin}", key.kind.as_str()) }
}

/// What a key is registered for, by whom and where, and what that proves: `registered for DE*TST*E1*1 …`.
fn registration(texts: &Texts, registered: &RegisteredUse, valid: bool) -> String {
    let entry = &registered.entry;
    let named = [
        ("registered-charge-point", entry.charge_point.as_deref()),
        ("registered-meter", entry.meter.as_deref()),
        ("registered-gateway", entry.gateway.as_deref()),
        ("registered-station", entry.station.as_deref()),
    ];
    let first = named.into_iter().find_map(|(id, name)| Some(texts.say(id, &[("name", Arg::Text(&visible(name?)))])));
    let mut parts = vec![first.unwrap_or_else(|| texts.plain("registered-somewhere"))];
    if let Some(operator) = &entry.operator {
        parts.push(texts.say("registered-by", &[("operator", Arg::Text(&visible(operator)))]));
    }
    parts.extend(entry.place.as_deref().map(|place| visible(place).into_owned()));
    parts.push(source(texts, entry));
    let proves = match registered.found_by {
        _ if entry.standing == Standing::OtherPeriod => "proves-other-period",
        FoundBy::Signed(_) => "proves-register",
        FoundBy::Claimed(_) | FoundBy::Key => "proves-registered-claimed",
    };
    let line = parts.join(", ");
    if valid { format!("{line}: {}", texts.plain(proves)) } else { line }
}

/// Where an entry stands: name of the register and date of its state.
pub(crate) fn source(texts: &Texts, entry: &Registration) -> String {
    let name = visible(&entry.source.name);
    match (entry.source.date, entry.first_seen) {
        (Some(date), _) => texts.say("register-of", &[("name", Arg::Text(&name)), ("date", Arg::Text(&day(texts, date)))]),
        (None, Some(pinned)) => texts.say("pinned-on", &[("date", Arg::Text(&day(texts, pinned)))]),
        (None, None) => name.into_owned(),
    }
}

/// A day: `2026-09-01`, in German `01.09.2026`.
pub(crate) fn day(texts: &Texts, date: jiff::civil::Date) -> String {
    match texts.language() {
        Language::German => format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year()),
        Language::English => date.to_string(),
    }
}

/// Who charged and how sure that is; `None` when nothing is said.
pub(crate) fn user(texts: &Texts, user: &UserAssignment) -> Option<String> {
    let mut parts = Vec::new();
    let kind = user.kind.as_deref().filter(|kind| !says_nothing(kind));
    match (&user.id, kind) {
        (Some(id), Some(kind)) => parts.push(format!("{} ({})", visible(id), visible(kind))),
        (Some(id), None) => parts.push(visible(id).into_owned()),
        (None, Some(kind)) => parts.push(visible(kind).into_owned()),
        (None, None) => {}
    }
    match (user.assigned, &user.level) {
        (Some(false), _) => parts.push(texts.plain("user-not-assigned")),
        (_, Some(level)) => {
            let level = visible(names::assignment_level(level)).to_uppercase();
            parts.push(texts.say("user-level", &[("level", Arg::Text(&level))]));
        }
        (Some(true), None) => parts.push(texts.plain("user-assigned")),
        (None, None) => {}
    }
    let flags: Vec<&str> = user.flags.iter().map(String::as_str).filter(|flag| !says_nothing(flag)).collect();
    if !flags.is_empty() {
        parts.push(visible(&flags.join(", ")).into_owned());
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Codes for "not known" and "not used": `NONE`, `RFID_NONE` …
fn says_nothing(code: &str) -> bool {
    code.to_ascii_uppercase().ends_with("NONE")
}

/// Prices of a tariff text.
pub(crate) fn prices(texts: &Texts, prices: &TariffPrices) -> String {
    let cents = |price: &Decimal| number(texts, price);
    let mut parts = vec![texts.say("price-start", &[("price", Arg::Text(&cents(&prices.start_fee)))])];
    if let Some(price) = &prices.per_kwh {
        parts.push(texts.say("price-kwh", &[("price", Arg::Text(&cents(price)))]));
    }
    if let Some(price) = &prices.per_minute {
        let price = cents(price);
        parts.push(match &prices.minutes_run {
            MinutesRun::FromStart => texts.say("price-minute", &[("price", Arg::Text(&price))]),
            MinutesRun::FromMinute(from) => {
                texts.say("price-minute-from", &[("price", Arg::Text(&price)), ("minute", Arg::Text(&number(texts, from)))])
            }
            MinutesRun::AfterCharging => texts.say("price-minute-after", &[("price", Arg::Text(&price))]),
        });
    }
    parts.join("; ")
}

/// What could not be read, why, and where.
pub(crate) fn error(texts: &Texts, error: &ReadError) -> String {
    let mut out = texts.plain(&format!("error-{}", error.kind.as_str()));
    match &error.kind {
        ReadErrorKind::RecordUnreadable(why) => {
            out = format!("{out} {}", texts.plain(&format!("parse-{}", names::parse_error(&why.kind))));
            if !why.field.is_empty() {
                out = format!("{out} {}", texts.say("parse-field", &[("field", Arg::Text(&visible(&why.field)))]));
            }
            if let eichrecht_model::ParseErrorKind::Limit(limit) = &why.kind {
                out = format!("{out} {}", texts.say("limit-name", &[("limit", Arg::Text(limit.as_str()))]));
            }
        }
        ReadErrorKind::Sealed(problem) => out = format!("{out} {}", texts.plain(&format!("seal-{}", problem.as_str()))),
        ReadErrorKind::KeyUnreadable(problem) => out = format!("{out} {}", problem_words(texts, problem)),
        ReadErrorKind::Limit(limit) => out = format!("{out} {}", texts.say("limit-name", &[("limit", Arg::Text(limit.as_str()))])),
        _ => {}
    }
    if !error.detail.is_empty() {
        out = format!("{out} [{}]", visible(&error.detail));
    }
    let mut place = location(error.location.parts());
    if let Some(offset) = error.offset {
        let offset = offset.to_string();
        let at = texts.say("at-byte", &[("offset", Arg::Text(&offset))]);
        place = if place.is_empty() { at } else { format!("{place}, {at}") };
    }
    if place.is_empty() { out } else { format!("{out} ({place})") }
}

/// A way into an input, each step escaped.
pub(crate) fn location(parts: &[String]) -> String {
    parts.iter().map(|part| visible(part)).collect::<Vec<_>>().join(" > ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for (seconds, shown) in
            [(0, "0 s"), (59, "59 s"), (60, "1 min 00 s"), (3661, "1 h 01 min 01 s"), (-90, "-1 min 30 s"), (360_000, "100 h 00 min 00 s")]
        {
            assert_eq!(duration(seconds), shown);
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        let value: Decimal = "1200.5000".parse().unwrap();
        assert_eq!(number(&Texts::new(Language::German), &value), "1200,5000");
        assert_eq!(number(&Texts::new(Language::English), &value), "1200.5000");
    }
}

//! Fleets as real signed files.

use super::super::generate::formats::alfen_line::{self, Line};
use super::super::generate::keys::Key;
use super::super::generate::ocmf::{Payload, Seal};
use super::super::generate::xml::{self, Value};
use super::{Delivery, Made, Meter, Style};
use eichrecht_model::KeyKind;

/// The files of a meter: name and content. Keys lie beside the records.
#[must_use]
pub fn files(meter: &Meter) -> Vec<(String, Vec<u8>)> {
    meter.deliveries.iter().map(|delivery| (format!("{}.xml", delivery.name), file(meter, delivery).into_bytes())).collect()
}

fn file(meter: &Meter, delivery: &Delivery) -> String {
    let value = |made: &Made| {
        let value = match meter.style {
            Style::Seconds => Value::new(&line(meter, made)).data_attributes(" format=\"ALFEN\" encoding=\"plain\""),
            Style::Counted | Style::Uncounted => {
                let key = key(meter, made);
                Value::new(&Seal::by(&key).record(&payload(meter, made).json())).key(&key)
            }
        };
        match (delivery.transaction, made.role) {
            (Some(id), 'B') => value.role(&id.to_string(), "Transaction.Begin"),
            (Some(id), 'E') => value.role(&id.to_string(), "Transaction.End"),
            _ => value,
        }
    };
    xml::file(&delivery.records.iter().map(value).collect::<Vec<_>>())
}

/// Ed25519 signs by far the fastest here.
fn key(meter: &Meter, made: &Made) -> Key {
    // A few names in the life of a test.
    Key { name: format!("meter {} key {}", meter.number, made.key).leak(), kind: KeyKind::Ed25519 }
}

fn payload(meter: &Meter, made: &Made) -> Payload {
    let fiscal = made.role == ' ';
    let payload = Payload::bare()
        .text("MS", &meter.serial())
        .text("GS", &format!("GW-{}", meter.number))
        .text("MF", made.firmware)
        .text("CI", &meter.point)
        .text("PG", &format!("{}{}", if fiscal { 'F' } else { 'T' }, made.page));
    let payload = if meter.style == Style::Uncounted { payload.without("PG") } else { payload };
    let kilowatt_hours = format!("{}.{:03}", made.value / 1000, made.value % 1000);
    let payload = payload.reading(&made.role.to_string(), &time(made.time), &kilowatt_hours);
    if fiscal { payload.without_at(0, "TX") } else { payload }
}

/// `2026-03-29T01:58:00,000+0000 S`.
fn time(seconds: i64) -> String {
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Civil date of a day number, after Howard Hinnant's description of the calendar.
    let shifted = days + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02},000+0000 S", rest / 3600, rest / 60 % 60, rest % 60)
}

fn line(meter: &Meter, made: &Made) -> String {
    let number = meter.number.to_be_bytes();
    let base = if made.role == 'B' { Line::begin() } else { Line::end() };
    let line = base.with(|line| {
        line.adapter[6..].copy_from_slice(&number);
        line.meter[6..].copy_from_slice(&number);
        line.index = u32::try_from(made.seconds).unwrap();
        line.time = u32::try_from(made.time).unwrap();
        line.value = i64::try_from(made.value).unwrap();
        line.paging = u32::try_from(made.page).unwrap();
        line.session = u32::try_from(made.page.div_ceil(2)).unwrap();
    });
    line.by(&alfen_line::key())
}

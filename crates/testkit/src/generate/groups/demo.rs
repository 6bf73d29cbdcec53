//! A few telling files for a first look.

use super::super::book::{Draft, Group};
use super::super::keys::METER;
use super::super::ocmf::{BEGIN, END, ENERGY, Payload, Seal};
use super::super::xml::{self, Value};

/// The group, in a folder of its own.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::in_folder("demo", "demo", "A few telling files for a first look.");
    let session = Payload::whole().text("TT", "39 cent per kWh");
    group
        .case("proven", "A session, and the meter's key given by the user: proven.")
        .flag("demo")
        .file("session.ocmf", session.record() + "\n")
        .key_file("meter-key.pem", METER.pem())
        .valid(1)
        .proven(ENERGY)
        .verified();
    let informative = |payload: Payload, time: &str| payload.text_at(0, "TM", &time.replace('S', "I"));
    let role = |payload: &Payload, role: &str| Value::new(&payload.record()).role("4711", &format!("Transaction.{role}")).key(&METER);
    let values = [role(&informative(Payload::begin(), BEGIN), "Begin"), role(&informative(Payload::end().text("PG", "T3"), END), "End")];
    group
        .case(
            "remarks",
            "Begin and end in a file that also brings the key; a record between them is missing and the clock is only informative.",
        )
        .flag("demo")
        .file("receipt.xml", xml::file(&values))
        .valid(2)
        .proven(ENERGY)
        .findings(&["KEY004", "PAG001", "TIM002"])
        .warned();
    receipt(group.case("bill", "A bill over the receipt, and its tariff: 5.60 kWh at 0.49 EUR and 0.99 EUR to start, 3.73 EUR."))
        .bill_file("verified", "bill/bill.json", &bill("5,60 kWh", "3,73 EUR"))
        .tariff_file("bill/tariff.json", TARIFF)
        .findings(&["BIL007", "BIL021", "KEY004", "PAG001", "TIM002"])
        .warned();
    receipt(group.case("bill-too-high", "Another bill over the receipt, with 0.30 kWh too much: it fails, although the receipt holds."))
        .bill_file("failed", "bill/bill-too-high.json", &bill("5,90 kWh", "3,88 EUR"))
        .tariff_file("bill/tariff.json", TARIFF)
        .findings(&["BIL001", "BIL007", "BIL010", "BIL021", "KEY004", "PAG001", "TIM002"])
        .failed();
    group
        .case("altered", "The session with another register value at the end: it fails.")
        .flag("demo")
        .altered("demo/proven", "RV of the end: 1206.10 became 1216.10")
        .file("session-altered.ocmf", Seal::new().forged(&session.clone().at(1, "RV", "1216.10").json(), &session.json()) + "\n")
        .key(&METER)
        .invalid("mismatch")
        .stated("15.60 kWh")
        .findings(&["SIG001"])
        .failed();
    group
        .case("no-key", "The session without any key: nothing can be said.")
        .flag("demo")
        .file("session-without-key.ocmf", session.record() + "\n")
        .not_checked("no-key")
        .stated(ENERGY)
        .findings(&["KEY001"])
        .unchecked();
    group
}

/// The receipt once more, for a bill.
fn receipt(draft: Draft<'_>) -> Draft<'_> {
    draft.flag("demo").flag("bill").input_again("receipt.xml").valid(2).proven(ENERGY)
}

/// A bill over the receipt.
fn bill(energy: &str, total: &str) -> String {
    format!(
        "{{\n  \"schema\": \"eichrecht-bill/1\",\n  \"id\": \"TEST-2026-0815\",\n  \"energy\": \"{energy}\",\n  \"start\": \"29.03.2026 01:58\",\n  \
         \"end\": \"29.03.2026 03:25\",\n  \"total\": \"{total}\",\n  \"evse\": \"DE*TST*E1*1\"\n}}\n"
    )
}

/// The tariff of the bill, as OCPI 2.3.0 has it; prices with tax.
const TARIFF: &str = r#"{
  "country_code": "DE",
  "party_id": "TST",
  "id": "DEMO-1",
  "currency": "EUR",
  "tax_included": "YES",
  "elements": [
    {
      "price_components": [
        { "type": "FLAT", "price": 0.99, "vat": 19.0, "step_size": 1 },
        { "type": "ENERGY", "price": 0.49, "vat": 19.0, "step_size": 1 }
      ]
    }
  ]
}
"#;

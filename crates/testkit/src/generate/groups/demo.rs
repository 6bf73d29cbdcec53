//! A few telling files for a first look.

use super::super::book::Group;
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

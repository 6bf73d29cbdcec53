//! Evidence bundles: read again with the same result, and what those can do who alter them.

use super::super::book::{Draft, Group};
use super::super::evidence::{Bundle, REPORT};
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload, Seal};
use super::super::pdf::Pdf;

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::new("bundles", "Evidence bundles, genuine and tampered with, and reports on their own.");
    genuine(&mut group);
    tampered(&mut group);
    reports(&mut group);
    group
}

fn record() -> String {
    Payload::whole().record()
}

fn forged() -> String {
    let session = Payload::whole();
    Seal::new().forged(&session.clone().at(1, "RV", "1216.10").json(), &session.json())
}

fn case<'a>(group: &'a mut Group, name: &str, description: &str, bundle: &[u8]) -> Draft<'a> {
    group.case(name, description).flag("bundle").input("zip", bundle)
}

fn genuine(group: &mut Group) {
    let bundle = Bundle::of("session.ocmf", record()).member("keys/1/meter.pem", METER.pem()).report();
    case(group, "bundle", "A session, the key and the report; the user gives the key again.", &bundle.zip())
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON040"])
        .verified();
    group
        .case("bundle-without-key", "The same, and the user gives no key: that in the bundle counts as one that came with the data.")
        .flag("bundle")
        .input_again("bundle.zip")
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON040", "KEY004"])
        .warned();
    group
        .case("bundle-user-required", "The same, and only a key of the user may count.")
        .flag("bundle")
        .input_again("bundle.zip")
        .require("user")
        .valid(1)
        .stated(ENERGY)
        .findings(&["CON040", "KEY004", "KEY009"])
        .unchecked();
    let empty = Bundle::of("session.ocmf", record()).input("empty.xml", "").report();
    case(group, "bundle-empty-input", "One of the inputs was empty: in a bundle that is no file beside the data.", &empty.zip())
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON040"])
        .errors(&["empty"])
        .unchecked();
    let unread = Bundle::of("session.ocmf", record()).remark("not-read: \"missing.xml\"").report();
    case(group, "bundle-not-read", "One of the inputs could not be read when the bundle was made.", &unread.zip())
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON040"])
        .errors(&["input-unreadable"])
        .unchecked();
}

fn tampered(group: &mut Group) {
    let bundle = Bundle::of("session.ocmf", record()).report();
    let altered = bundle.clone().altered("inputs/1/session.ocmf", forged());
    case(group, "bundle-input-altered", "A register value was changed in the bundle.", &altered.zip())
        .altered("bundles/bundle", "RV of the end: 1206.10 became 1216.10")
        .key(&METER)
        .invalid("mismatch")
        .stated("15.60 kWh")
        .findings(&["CON040", "CON041", "SIG001"])
        .failed();
    // Whoever changes an input can write a list that fits: the signature tells all the same.
    case(
        group,
        "bundle-list-forged",
        "A register value was changed, and the list with it.",
        &Bundle::of("session.ocmf", forged()).report().zip(),
    )
    .key(&METER)
    .invalid("mismatch")
    .stated("15.60 kWh")
    .findings(&["CON040", "SIG001"])
    .failed();
    let hidden = bundle.clone().unlisted("inputs/2/more.ocmf", forged());
    case(group, "bundle-list-hides-input", "The list does not name an input whose signature does not hold.", &hidden.zip())
        .key(&METER)
        .valid(1)
        .invalid("mismatch")
        .proven(ENERGY)
        .stated("15.60 kWh")
        .findings(&["CON040", "CON043", "SIG001"])
        .failed();
    let named = Bundle::of("session.ocmf", record()).member("report.json", forged());
    case(group, "bundle-record-named-report", "A record lies under the name of the report.", &named.zip())
        .key(&METER)
        .valid(1)
        .invalid("mismatch")
        .proven(ENERGY)
        .stated("15.60 kWh")
        .findings(&["CON040", "SIG001"])
        .failed();
    let smuggled = bundle.clone().remark(&format!("input 2: {}", forged()));
    case(group, "bundle-record-in-list", "A record stands in the list of contents.", &smuggled.zip())
        .key(&METER)
        .invalid("mismatch")
        .valid(1)
        .stated("15.60 kWh")
        .proven(ENERGY)
        .findings(&["CON003", "CON040", "CON044", "SIG001"])
        .failed();
    let two = bundle.clone().unlisted("old/MANIFEST", bundle.list());
    case(group, "bundle-two-lists", "Two lists lie in the bundle.", &two.zip())
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON017", "CON040", "CON044"])
        .warned();
}

fn reports(group: &mut Group) {
    group.case("report-alone", "A report in JSON and no data.").flag("bundle").input("json", REPORT).errors(&["own-report"]).unchecked();
    let quoting = REPORT.replace("\"inputs\": []", &format!("\"inputs\": [], \"note\": {}", serde_json::Value::String(record())));
    group
        .case("report-with-record", "What begins like a report and holds a record is no report.")
        .flag("bundle")
        .input("json", quoting)
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON003", "CON011"])
        .warned();
    let printed = Pdf::new().catalogue("/Producer(eichrecht 0.1.0)").bytes();
    let bundle = Bundle::of("session.ocmf", record()).member("report.pdf", printed);
    case(group, "bundle-other-pdf", "A PDF that is no report of this program lies in the bundle.", &bundle.zip())
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON017", "CON040"])
        .warned();
}

//! Rules about what only devices with other formats than OCMF sign, with their lines.

use super::super::book::Group;
use super::super::formats::alfen_line::{ALWAYS, ENERGY, Line, key, session};
use super::super::formats::pcdf_record::{self, Session};
use super::super::keys::METER;
use super::{quiet, triggers};

pub(super) fn cases(group: &mut Group) {
    let usual = session(&Line::begin(), &Line::end());
    let mut both = |code: &str, description: &str, end: Line, calm: &str| {
        let draft = triggers(group, code, description).input("txt", session(&Line::begin(), &end)).key(&key()).valid(2);
        let draft = draft.findings(&ALWAYS).findings(&[code]);
        if code == "TXN008" {
            draft.stated(ENERGY).failed()
        } else {
            draft.proven(ENERGY).warned()
        }
        quiet(group, code, calm).input("txt", &usual).key(&key()).valid(2).proven(ENERGY).findings(&ALWAYS).warned();
    };
    both(
        "CON015",
        "The letter beside the signature says begin, the signed status end.",
        Line::end().with(|end| end.kind = '0'),
        "Letter and status agree.",
    );
    both(
        "MTR010",
        "The meter reports the failure of a phase.",
        Line::end().with(|end| end.status |= 1 << 9),
        "The status names the command alone.",
    );
    both("TIM012", "By the clock it took a minute longer than counted.", Line::end().with(|end| end.time += 60), "Clock and count agree.");
    both(
        "TXN008",
        "Begin and end have different session numbers.",
        Line::end().with(|end| end.session = 8),
        "Begin and end have one session number.",
    );
    both(
        "VAL009",
        "The adapter found the register moved.",
        Line::end().with(|end| end.status |= 1 << 26),
        "The adapter found the register as it was.",
    );

    triggers(group, "FMT016", "The serial number is a character short.")
        .input("pcdf", Session::usual().set("HW", "TST0000042").record())
        .key(&METER)
        .valid(1)
        .stated(pcdf_record::ENERGY)
        .findings(&["FMT016"])
        .failed();
    quiet(group, "FMT016", "The serial number has its eleven characters.")
        .input("pcdf", Session::usual().set("HW", "TST00000043").record())
        .key(&METER)
        .valid(1)
        .proven(pcdf_record::ENERGY)
        .verified();
}

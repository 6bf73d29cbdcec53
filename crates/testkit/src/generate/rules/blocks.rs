//! Rules about what only meters that sign blocks have, with their telegrams.

use super::super::book::{Draft, Group};
use super::super::formats::bsm::older;
use super::super::formats::bsm_snapshot::{Snapshot, container};
use super::super::formats::edl40::{Isa, Reading, Xml, sign, small_key, wide_key};
use super::super::xml::{self, Value};
use super::{quiet, triggers};

/// Energy of all sessions here.
const ENERGY: &str = "5600.0 Wh";
/// What every reading without a signed role gives rise to.
const USUAL: [&str; 4] = ["CON005", "CON016", "SIG007", "TIM002"];

pub(super) fn cases(group: &mut Group) {
    let end = Xml::of(&Reading::end());
    session(triggers(group, "CON016", "The container alone says which reading is the begin."), &end).findings(&USUAL).warned();
    isa(quiet(group, "CON016", "The telegram signs begin and end."), &Isa::end().inner())
        .findings(&["CON005", "CON011", "TIM002"])
        .warned();

    let snapshots = |end: String| container(&[Snapshot::begin().json(), end]);
    let shown = ["CON012", "KEY004", "TIM002"];
    let altered = Snapshot::end().json().replacen("\"measurementId\": 306", "\"measurementId\": 307", 1);
    triggers(group, "CON018", "Beside the signed list stands another number of the reading.")
        .input("chargy", snapshots(altered))
        .valid(2)
        .stated("5600 Wh")
        .findings(&shown)
        .findings(&["CON018"])
        .failed();
    quiet(group, "CON018", "All copies say what was signed.")
        .input("chargy", snapshots(Snapshot::end().json()))
        .valid(2)
        .proven("5600 Wh")
        .findings(&shown)
        .warned();

    let mut tail = end.clone();
    tail.signature[49] ^= 1;
    session(triggers(group, "FMT017", "The log book behind the signature is not the signed one."), &tail)
        .findings(&USUAL)
        .findings(&["FMT017"])
        .warned();
    session(quiet(group, "FMT017", "The log book is the same in both places."), &end).findings(&USUAL).warned();

    let back = Reading { status: 0x28, ..Reading::end() };
    session(triggers(group, "MTR012", "The status says that energy flows back."), &Xml::of(&back))
        .findings(&USUAL)
        .findings(&["MTR012"])
        .warned();
    session(quiet(group, "MTR012", "The status says nothing of the kind."), &end).findings(&USUAL).warned();

    triggers(group, "SIG017", "Snapshots of a version whose way of signing was never published.")
        .input("chargy", container(&[older(&Snapshot::begin()), older(&Snapshot::end())]))
        .not_checked("recipe-unproven")
        .not_checked("recipe-unproven")
        .stated("5600 Wh")
        .findings(&["CON012", "SIG017", "TIM002"])
        .unchecked();
    quiet(group, "SIG017", "Snapshots of the known version.")
        .input("chargy", snapshots(Snapshot::end().json()))
        .valid(2)
        .proven("5600 Wh")
        .findings(&shown)
        .warned();

    let other = sign(&wide_key(), b"something else", [0, 0xA4]);
    isa(triggers(group, "SIG015", "The inner signature is of something else."), &other)
        .findings(&["CON005", "CON011", "SIG015", "TIM002"])
        .warned();
    isa(quiet(group, "SIG015", "Both signatures hold."), &Isa::end().inner()).findings(&["CON005", "CON011", "TIM002"]).warned();
}

/// A session of two single readings.
fn session<'a>(draft: Draft<'a>, end: &Xml) -> Draft<'a> {
    let value = |document: &str, role: &str| Value::new(document).data_attributes("").role("9", role);
    let values = [value(&Reading::begin().xml(), "Transaction.Begin"), value(&end.text(), "Transaction.End")];
    draft.input("xml", xml::file(&values)).key(&small_key()).valid(2).proven(ENERGY)
}

/// A session in one telegram.
fn isa<'a>(draft: Draft<'a>, inner: &[u8]) -> Draft<'a> {
    let telegram = Isa::end();
    let bytes = telegram.telegram(inner, &telegram.outer(inner));
    draft.input("xml", xml::file(&[Value::new(&hex::encode(bytes)).data_attributes("")])).key(&wide_key()).valid(1).proven(ENERGY)
}

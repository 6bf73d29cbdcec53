//! Rules about seals.

use super::super::book::Group;
use super::super::formats::sealed::{bare, sealed_file, spread};
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload};
use super::{quiet, triggers};

/// Why what came out of a seal is not checked.
const REASON: &str = "seal-is-not-a-signature";

pub(super) fn cases(group: &mut Group) {
    let signed = Payload::whole().record();
    triggers(group, "CON025", "A signed record came out of a seal.")
        .input("xml", sealed_file(&signed))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON025"])
        .warned();
    quiet(group, "CON025", "The same record without a seal.").input("ocmf", &signed).key(&METER).valid(1).proven(ENERGY).verified();

    let broken = spread(&sealed_file(&signed));
    triggers(group, "CON026", "There is a line break among the digits of sealed data.")
        .input("xml", broken)
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON025", "CON026"])
        .warned();
    quiet(group, "CON026", "There are line breaks around the digits only.")
        .input("xml", sealed_file(&signed).replacen("\"hex\">", "\"hex\">\n      ", 1))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON025"])
        .warned();

    triggers(group, "SIG016", "The record in the seal has no signature.")
        .input("xml", sealed_file(&bare()))
        .not_checked(REASON)
        .stated(ENERGY)
        .findings(&["CON025", "SIG016"])
        .unchecked();
    quiet(group, "SIG016", "The record has no signature and was never under a seal.")
        .input("ocmf", bare())
        .key(&METER)
        .not_checked("signature-unreadable")
        .stated(ENERGY)
        .findings(&["SIG003", "SIG010"])
        .unchecked();
}

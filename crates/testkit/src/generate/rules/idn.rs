//! User and charge point.

use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload};
use super::{bad, good, lines, quiet, triggers};

pub(super) fn cases(group: &mut Group) {
    good(triggers(group, "IDN001", "A user is assigned and not named."), &Payload::whole().without("ID")).findings(&["IDN001"]).warned();
    let nobody = Payload::whole().set("IS", "false").text("IL", "NONE").set("IF", "[]").text("IT", "NONE").without("ID");
    good(quiet(group, "IDN001", "Nobody is assigned and nobody is named."), &nobody).verified();

    bad(triggers(group, "IDN002", "The identifications of the user did not match."), &Payload::whole().text("IL", "MISMATCH"))
        .findings(&["IDN002"])
        .failed();
    good(quiet(group, "IDN002", "The identification of the user was trusted."), &Payload::whole().text("IL", "TRUSTED")).verified();

    good(triggers(group, "IDN003", "The user is known from hearsay."), &Payload::whole().text("IL", "HEARSAY"))
        .findings(&["IDN003"])
        .warned();
    good(quiet(group, "IDN003", "The user is known securely."), &Payload::whole().text("IL", "SECURE")).verified();

    let pair = |end: Payload| lines(&[Payload::begin(), end]);
    triggers(group, "IDN004", "Begin and end name different cards.")
        .ocmf(pair(Payload::end().text("ID", "04FFEEDD")))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["IDN004"])
        .warned();
    quiet(group, "IDN004", "Begin and end name the same card.").ocmf(pair(Payload::end())).key(&METER).valid(2).proven(ENERGY).verified();

    good(triggers(group, "IDN005", "The number of the card is no hex number."), &Payload::whole().text("ID", "CARD NO 7"))
        .findings(&["IDN005"])
        .warned();
    good(quiet(group, "IDN005", "The number of the card has seven bytes."), &Payload::whole().text("ID", "04A1B2C3D4E5F6")).verified();

    triggers(group, "IDN006", "Begin and end name different charge points.")
        .ocmf(pair(Payload::end().text("CI", "DE*TST*E1*2")))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["IDN006"])
        .warned();
    quiet(group, "IDN006", "Begin and end name the same charge point.")
        .ocmf(pair(Payload::end()))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .verified();
}

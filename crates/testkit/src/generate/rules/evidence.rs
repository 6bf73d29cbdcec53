//! Evidence bundles and reports among the data.

use super::super::archive::{Member, zip};
use super::super::book::{Draft, Group};
use super::super::evidence::Bundle;
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload};
use super::{quiet, triggers};

pub(super) fn cases(group: &mut Group) {
    let record = Payload::whole().record();
    let bundle = Bundle::of("session.ocmf", &record);

    proven(triggers(group, "CON040", "A report of this program lies beside the session."), bundle.clone().report().zip(), &["CON040"])
        .verified();
    proven(quiet(group, "CON040", "The archive holds the session alone."), zip(&[Member::new("session.ocmf", &record)]), &[]).verified();

    let altered = bundle.clone().altered("inputs/1/session.ocmf", format!("{record}\n"));
    proven(
        triggers(group, "CON041", "The input has one more line end than when the bundle was made."),
        altered.zip(),
        &["CON040", "CON041"],
    )
    .warned();
    proven(quiet(group, "CON041", "The bundle is as it was made."), bundle.zip(), &["CON040"]).verified();

    let taken = bundle.clone().input("other.ocmf", Payload::later().record()).without("inputs/2/other.ocmf");
    proven(triggers(group, "CON042", "One of two inputs was taken out of the bundle."), taken.zip(), &["CON040", "CON042"]).warned();
    proven(quiet(group, "CON042", "The bundle holds what its list names."), bundle.zip(), &["CON040"]).verified();

    let added = bundle.clone().unlisted("inputs/2/later.ocmf", Payload::later().record());
    triggers(group, "CON043", "Another session was put into the bundle.")
        .input("zip", added.zip())
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .findings(&["CON040", "CON043"])
        .warned();
    proven(quiet(group, "CON043", "The list names everything in the bundle."), bundle.zip(), &["CON040"]).verified();

    let broken = format!("{}this line is none of a list\n", bundle.list());
    proven(triggers(group, "CON044", "The list has a line that is none."), bundle.zip_with(&broken), &["CON017", "CON044"]).warned();
    proven(quiet(group, "CON044", "Every line of the list can be read."), bundle.clone().remark("made by hand").zip(), &["CON040"])
        .verified();
}

fn proven<'a>(draft: Draft<'a>, content: Vec<u8>, findings: &[&str]) -> Draft<'a> {
    draft.input("zip", content).key(&METER).valid(1).proven(ENERGY).findings(findings)
}

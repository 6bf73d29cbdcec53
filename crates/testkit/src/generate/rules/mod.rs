//! For every rule a case that triggers it and a quiet one that is nearly the same.

mod bil;
mod blocks;
mod claims;
mod container;
mod devices;
mod evidence;
mod fmt;
mod idn;
mod key;
mod los;
mod mtr;
mod obi;
mod pag;
mod registered;
mod seals;
mod sig;
mod tim;
mod txn;
mod val;

pub(super) use key::several_curves;

use super::book::{Draft, Group};
use super::keys::METER;
use super::ocmf::{ENERGY, Payload};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::new("rules", "Each rule once triggered and once nearly triggered; the set of codes is exact.");
    bil::cases(&mut group);
    blocks::cases(&mut group);
    claims::cases(&mut group);
    container::cases(&mut group);
    devices::cases(&mut group);
    evidence::cases(&mut group);
    fmt::cases(&mut group);
    idn::cases(&mut group);
    key::cases(&mut group);
    los::cases(&mut group);
    mtr::cases(&mut group);
    obi::cases(&mut group);
    pag::cases(&mut group);
    registered::cases(&mut group);
    seals::cases(&mut group);
    sig::cases(&mut group);
    tim::cases(&mut group);
    txn::cases(&mut group);
    val::cases(&mut group);
    group
}

/// The case that triggers a rule.
fn triggers<'a>(group: &'a mut Group, code: &str, description: &str) -> Draft<'a> {
    group.case(&format!("{code}/triggers"), description).flag("rule").flag("triggers")
}

/// The case that does not.
fn quiet<'a>(group: &'a mut Group, code: &str, description: &str) -> Draft<'a> {
    group.case(&format!("{code}/quiet"), description).flag("rule").flag("quiet")
}

/// A whole session with the meter's key from the user: one valid signature, the usual energy proven.
fn good<'a>(draft: Draft<'a>, payload: &Payload) -> Draft<'a> {
    draft.ocmf(payload.record()).key(&METER).valid(1).proven(ENERGY)
}

/// The same with an energy that must not be proven.
fn bad<'a>(draft: Draft<'a>, payload: &Payload) -> Draft<'a> {
    draft.ocmf(payload.record()).key(&METER).valid(1).stated(ENERGY)
}

/// Several records as one text, a line each.
fn lines(payloads: &[Payload]) -> String {
    payloads.iter().map(|payload| payload.record() + "\n").collect()
}

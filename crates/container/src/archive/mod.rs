//! Carrier: archives and compressed files, in one another as well, recognised by their content.
//!
//! Everything is unpacked in memory, counted while it comes out, and never by what a header declares. A
//! member that cannot be unpacked is an error of its own and leaves its neighbours alone. Names of members
//! are used for two things only: to show where something stood, and to tell which files belong together.

mod bundle;
mod kind;
mod name;
mod stream;
mod tar;
mod unpack;
mod zip;

use std::borrow::Cow;
use std::collections::HashMap;

use eichrecht_model::{Declared, Detection, LimitName, Location, Note, NoteKind, ReadErrorKind, Record};

use crate::carrier::{Carrier, CarrierInfo};
use crate::content::Content;
use crate::job::Job;
use crate::notes::shorten;
use crate::own_report::is_own_pdf;
use crate::scan::detect;

pub(crate) use kind::Kind;
pub(crate) use unpack::{Budget, Fault};

/// Ending of a file that holds the signature of the file beside it.
pub const SIGNATURE_ENDING: &str = ".sign";
/// Characters of a member's name that are kept.
const NAME: usize = 500;

/// One kind of archive.
pub(crate) struct Archive(pub(crate) Kind);

/// A member as unpacked.
pub(crate) struct Member<'a> {
    pub(crate) name: String,
    pub(crate) content: Found<'a>,
}

/// What a member is.
pub(crate) enum Found<'a> {
    File(Cow<'a, [u8]>),
    /// Neither file nor folder: a link, a device. Named in the words of the archive.
    Other(&'static str),
    Broken(Fault),
}

impl Carrier for Archive {
    fn info(&self) -> CarrierInfo {
        self.0.info()
    }

    fn recognises(&self, content: &Content<'_>, _: &Job<'_>) -> bool {
        self.0.recognises(content.bytes)
    }

    fn open(&self, content: &Content<'_>, job: &mut Job<'_>) {
        nested(content, job, |content, job| match self.0 {
            Kind::Zip => several(zip::members(content.bytes, job.limits, &mut job.budget), &content.location, job),
            Kind::Tar => several(tar::members(content.bytes, job.limits, &mut job.budget), &content.location, job),
            stream => match stream::unpack(stream, content.bytes, job.limits, &mut job.budget) {
                Ok((bytes, behind)) => {
                    if behind > 0 {
                        fail(Fault::Behind(behind), content.location.clone(), job);
                    }
                    job.open_apart(content.location.inside(stream.info().id), &bytes);
                }
                Err(fault) => fail(fault, content.location.clone(), job),
            },
        });
    }
}

/// Opens something that holds files, one level deeper, and says so when nothing at all came of it.
pub(crate) fn nested(content: &Content<'_>, job: &mut Job<'_>, open: impl FnOnce(&Content<'_>, &mut Job<'_>)) {
    // That no more is unpacked was told when the bound was reached.
    if job.budget.is_spent() {
        return;
    }
    if !job.budget.enter(job.limits) {
        return job.error(ReadErrorKind::Limit(LimitName::ArchiveDepth), content.location.clone(), None, "");
    }
    let mark = job.mark();
    open(content, job);
    job.budget.leave();
    if !job.anything_since(mark) {
        job.error(ReadErrorKind::NothingFound, content.location.clone(), None, "");
    }
}

fn fail(fault: Fault, location: Location, job: &mut Job<'_>) {
    if let Fault::Behind(count) = fault {
        return job.note(Note::new(NoteKind::DataBehindEnd, location.to_string()).found(count.to_string()));
    }
    let (kind, detail) = fault.told();
    job.error(kind, location, None, detail);
}

/// Opens the members of an archive, and tells what is wrong with the archive as a whole.
pub(crate) fn several((members, faults): (Vec<Member<'_>>, Vec<Fault>), archive: &Location, job: &mut Job<'_>) {
    for fault in faults {
        fail(fault, archive.clone(), job);
    }
    let signatures = signatures(&members);
    let bundle = bundle::look(&members, archive, job);
    for (index, member) in members.iter().enumerate() {
        let location = archive.inside_file(name_shown(&member.name));
        if name::is_odd(&member.name) {
            job.note(Note::new(NoteKind::MemberNameOdd, name_shown(&member.name)));
        }
        match &member.content {
            Found::Broken(_) | Found::Other(_) if job.budget.is_spent() => {}
            Found::Other(what) => job.note(Note::new(NoteKind::MemberWithoutData, location.to_string()).found(*what)),
            Found::Broken(fault) => fail(fault.clone(), location, job),
            Found::File(bytes) => match signatures.get(&index) {
                Some(Side::Signature) => {}
                Some(Side::Data(signature)) if signed_apart(bytes, signature, location.clone(), job) => {}
                _ if bundle.is_list(index) => job.note(Note::new(NoteKind::ReportSetAside, location.to_string()).found("list")),
                _ => file(bytes, location, bundle.is_input(&member.name), job),
            },
        }
    }
    // A signature whose file turned out to be no record is a member like any other.
    for (index, member) in members.iter().enumerate() {
        let (Some(Side::Signature), Found::File(bytes)) = (signatures.get(&index), &member.content) else { continue };
        let of_record = member.name.strip_suffix(SIGNATURE_ENDING).and_then(|name| members.iter().find(|other| other.name == name));
        let used = of_record.is_some_and(|other| matches!(&other.content, Found::File(bytes) if is_record(bytes, job)));
        if !used {
            file(bytes, archive.inside_file(name_shown(&member.name)), bundle.is_input(&member.name), job);
        }
    }
}

/// Which side of a pair a member is.
enum Side<'a> {
    Data(&'a [u8]),
    Signature,
}

/// Pairs of a file and its signature: `x` and `x.sign` in one folder, each there once.
fn signatures<'a>(members: &'a [Member<'_>]) -> HashMap<usize, Side<'a>> {
    let mut places: HashMap<&str, Option<usize>> = HashMap::new();
    for (index, member) in members.iter().enumerate() {
        places.entry(member.name.as_str()).and_modify(|place| *place = None).or_insert(Some(index));
    }
    let mut sides = HashMap::new();
    for (index, member) in members.iter().enumerate() {
        let Some(name) = member.name.strip_suffix(SIGNATURE_ENDING) else { continue };
        let (Some(Some(data)), Some(Some(_))) = (places.get(name), places.get(member.name.as_str())) else { continue };
        if let Found::File(bytes) = &member.content {
            sides.insert(*data, Side::Data(bytes.as_ref()));
            sides.insert(index, Side::Signature);
        }
    }
    sides
}

/// Whether the bytes are a record of a format whose signature comes in a file of its own.
fn is_record(bytes: &[u8], job: &Job<'_>) -> bool {
    let Some((id, Detection::Yes)) = detect(job.formats, bytes) else { return false };
    job.formats.iter().any(|format| format.info().id == id && format.signed_apart())
}

/// A record that is signed as a whole: not a byte at its ends may be taken off. False, and nothing done, when it is no
/// record.
pub(crate) fn signed_apart(bytes: &[u8], signature: &[u8], location: Location, job: &mut Job<'_>) -> bool {
    if !is_record(bytes, job) {
        return false;
    }
    let declared = Declared { detached_signature: Some(signature.to_vec()), ..Declared::default() };
    job.record(Record { bytes: bytes.to_vec(), location, span: None, declared, key: None, notes: Vec::new() });
    true
}

/// Opens a member. That archives hold other files as well is no error, unless the member was an input of its own.
fn file(bytes: &[u8], location: Location, is_input: bool, job: &mut Job<'_>) {
    let mark = job.mark();
    job.open_apart(location.clone(), bytes);
    if is_input {
        return;
    }
    if let Some(kind) = job.only_error_since(mark, &location)
        && matches!(
            kind,
            ReadErrorKind::Empty
                | ReadErrorKind::NothingFound
                | ReadErrorKind::UnknownContent
                | ReadErrorKind::XmlRoot
                | ReadErrorKind::PdfWithoutAttachment
                | ReadErrorKind::PictureWithoutCode
                | ReadErrorKind::OwnReport
        )
    {
        let report = match kind {
            ReadErrorKind::OwnReport => Some("json"),
            ReadErrorKind::PdfWithoutAttachment if is_own_pdf(bytes) => Some("pdf"),
            _ => None,
        };
        job.forget(mark);
        job.note(match report {
            Some(what) => Note::new(NoteKind::ReportSetAside, location.to_string()).found(what),
            None => Note::new(NoteKind::MemberWithoutData, location.to_string()).found(kind.as_str()),
        });
    }
}

fn name_shown(name: &str) -> String {
    if name.len() <= NAME { name.to_owned() } else { shorten(name) }
}

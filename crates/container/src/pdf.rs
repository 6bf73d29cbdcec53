//! Carrier: PDF with attached files (PDF/A-3). What is printed on its pages is not evidence and not read.

use std::borrow::Cow;

use eichrecht_model::{LimitName, Location, Note, NoteKind, ReadErrorKind};
use eichrecht_pdf::{Attachment, Bounds, Problem, attachments, is_pdf};

use crate::archive::{Fault, Found, Member, nested, several};
use crate::carrier::{Carrier, CarrierInfo};
use crate::content::Content;
use crate::job::Job;

pub(crate) struct Pdf;

impl Carrier for Pdf {
    fn info(&self) -> CarrierInfo {
        CarrierInfo { id: "pdf", title: "PDF with attached files (PDF/A-3)", recognised_by: "`%PDF-` at the beginning" }
    }

    fn recognises(&self, content: &Content<'_>, _: &Job<'_>) -> bool {
        // In a text the mark may be part of what it says; other bytes may stand in front of a document.
        match content.text {
            Some(text) => text.trim_start().starts_with("%PDF-"),
            None => is_pdf(content.bytes),
        }
    }

    fn open(&self, content: &Content<'_>, job: &mut Job<'_>) {
        nested(content, job, |content, job| read(content.bytes, &content.location, job));
    }
}

fn read(bytes: &[u8], location: &Location, job: &mut Job<'_>) {
    let bounds = Bounds {
        objects: job.limits.pdf_objects,
        unpacked_bytes: job.budget.bytes_left(job.limits),
        ratio: job.limits.unpacking_ratio,
        attachments: job.budget.members_left(job.limits),
    };
    let found = match attachments(bytes, &bounds) {
        Ok(found) => found,
        Err(problem) => {
            let (kind, detail) = told(problem);
            return job.error(kind, location.clone(), None, detail);
        }
    };
    job.budget.charge(found.files.len(), found.unpacked, job.limits);
    if found.repaired {
        job.note(Note::new(NoteKind::CarrierRepaired, location.to_string()));
    }
    let none = found.files.is_empty() && found.problems.is_empty();
    let faults = found.problems.into_iter().map(fault).collect();
    let members = found.files.into_iter().enumerate().map(|(index, file)| member(index, file)).collect();
    several((members, faults), location, job);
    if none {
        job.error(ReadErrorKind::PdfWithoutAttachment, location.clone(), None, "");
    }
}

fn member(index: usize, file: Attachment) -> Member<'static> {
    let name = if file.name.trim().is_empty() { format!("attachment[{}]", index + 1) } else { file.name };
    let content = match file.content {
        Some(Ok(bytes)) => Found::File(Cow::Owned(bytes)),
        Some(Err(problem)) => Found::Broken(fault(problem)),
        None => Found::Other("link"),
    };
    Member { name, content }
}

fn fault(problem: Problem) -> Fault {
    let (kind, detail) = told(problem);
    Fault::Of(kind, detail)
}

/// The error a problem becomes, with its detail.
fn told(problem: Problem) -> (ReadErrorKind, &'static str) {
    match problem {
        Problem::Damaged(what) => (ReadErrorKind::PdfDamaged, what),
        Problem::Encrypted => (ReadErrorKind::PdfEncrypted, ""),
        Problem::Filter => (ReadErrorKind::ArchiveUnsupported, "filter"),
        Problem::TooManyObjects => (ReadErrorKind::Limit(LimitName::PdfObjects), ""),
        Problem::TooManyBytes => (ReadErrorKind::Limit(LimitName::UnpackedBytes), ""),
        Problem::Ratio => (ReadErrorKind::Limit(LimitName::UnpackingRatio), ""),
        Problem::TooManyAttachments => (ReadErrorKind::Limit(LimitName::ArchiveMembers), ""),
        _ => (ReadErrorKind::PdfDamaged, ""),
    }
}

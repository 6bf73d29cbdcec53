//! Carrier: the XML container `values` of the S.A.F.E. transparency software.
//!
//! The container signs nothing: all of it but the inside of `signedData` is the sender's claim. The
//! document is read in one pass by pulling events; no tree is built, nothing is expanded or resolved.

mod attributes;
mod document;
mod value;

use eichrecht_model::{Detection, ReadErrorKind};

use crate::bare_text::{self, Stray};
use crate::carrier::{Carrier, CarrierInfo};
use crate::content::Content;
use crate::encodings::resolve_entities;
use crate::job::Job;
use crate::safe_xml::document::{Document, Stop};
use crate::scan::detect;

/// Namespace of the container, where it has one.
const NAMESPACE: &str = "http://transparenz.software/schema/2018/07";

pub(crate) struct SafeXml;

impl Carrier for SafeXml {
    fn info(&self) -> CarrierInfo {
        CarrierInfo { id: "safe-xml", title: "SAFE XML container (transparency software)", recognised_by: "XML with the root `values`" }
    }

    fn recognises(&self, content: &Content<'_>, job: &Job<'_>) -> bool {
        // A record may be an XML document itself; such a one is no container.
        let is_record = || matches!(detect(job.formats, content.bytes), Some((_, Detection::Yes)));
        content.text.is_some_and(|text| text.trim_start().starts_with('<')) && !is_record()
    }

    fn open(&self, content: &Content<'_>, job: &mut Job<'_>) {
        let Some(text) = content.text else { return };
        let mark = job.mark();
        let mut document = Document::new(text, content, job);
        let stop = document.read();
        let (done, notes) = document.finish();
        match stop {
            Ok(()) => {}
            Err(Stop::Limit(limit)) => job.error(ReadErrorKind::Limit(limit), content.location.clone(), content.offset(done), ""),
            Err(Stop::Full) => {}
            Err(Stop::Doctype) => {
                job.forget(mark);
                return job.error(ReadErrorKind::XmlDoctype, content.location.clone(), None, "");
            }
            Err(Stop::Root { name, fragment }) => {
                job.error(ReadErrorKind::XmlRoot, content.location.clone(), None, name);
                if fragment {
                    scan_rest(content, text, 0, job);
                }
            }
            Err(Stop::Syntax { offset, detail }) => {
                job.error(ReadErrorKind::XmlSyntax, content.location.clone(), content.offset(offset), detail);
                scan_rest(content, text, done, job);
            }
        }
        for note in notes {
            job.note(note);
        }
        if !job.anything_since(mark) {
            job.error(ReadErrorKind::NothingFound, content.location.clone(), None, "");
        }
    }
}

/// Looks for records in what lies behind the last complete value of a broken document. `signedData`
/// elements one after the other without a root are met in the field.
fn scan_rest(content: &Content<'_>, text: &str, done: usize, job: &mut Job<'_>) {
    let rest = text.get(done..).unwrap_or_default();
    if rest.contains('&') {
        let resolved = resolve_entities(rest.as_bytes());
        // The offsets of the resolved text are not those of the input.
        let resolved_content = Content { bytes: &resolved, text: None, location: content.location.clone(), base: None };
        bare_text::read(&resolved_content, &resolved, 0, Stray::Expected, job);
    } else {
        bare_text::read(content, rest.as_bytes(), done, Stray::Expected, job);
    }
}

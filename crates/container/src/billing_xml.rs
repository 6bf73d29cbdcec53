//! Carrier: the XML document `Billing` that Mennekes stations write around charging processes.
//!
//! Nothing of the document is signed. Each element `ChargingProcess` is handed on as the bytes it stands in, from its first bracket
//! to its last, wherever it stands; the rest are names, addresses and accounts of the sender. Those are not copied, as they are
//! about people and prove nothing.

use std::ops::Range;

use eichrecht_model::{Declared, LimitName, Note, NoteKind, ReadErrorKind, Record};
use quick_xml::errors::{Error, SyntaxError};
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, Reader};

use crate::bare_text::{self, Stray};
use crate::carrier::{Carrier, CarrierInfo};
use crate::content::Content;
use crate::job::Job;
use crate::notes::shorten;

/// Namespace of the document.
const NAMESPACE: &str = "http://www.mennekes.de/Mennekes.EdlVerification.xsd";
/// Local name of the root.
const ROOT: &str = "Billing";
/// Local name of the element that is a record.
const PROCESS: &str = "ChargingProcess";

pub(crate) struct BillingXml;

impl Carrier for BillingXml {
    fn info(&self) -> CarrierInfo {
        CarrierInfo { id: "mennekes-billing", title: "Mennekes billing document", recognised_by: "XML with the root `Billing`" }
    }

    fn recognises(&self, content: &Content<'_>, _: &Job<'_>) -> bool {
        content.text.is_some_and(|text| text.trim_start().starts_with('<') && has_root(text))
    }

    fn open(&self, content: &Content<'_>, job: &mut Job<'_>) {
        let Some(text) = content.text else { return };
        let mark = job.mark();
        let mut document = Document { text, content, processes: 0, done: 0 };
        match document.read(job) {
            Ok(()) | Err(Stop::Full) => {}
            Err(Stop::Limit(limit)) => {
                job.error(ReadErrorKind::Limit(limit), content.location.clone(), content.offset(document.done), "");
            }
            Err(Stop::Doctype) => {
                job.forget(mark);
                return job.error(ReadErrorKind::XmlDoctype, content.location.clone(), None, "");
            }
            Err(Stop::Syntax { offset, detail }) => {
                job.error(ReadErrorKind::XmlSyntax, content.location.clone(), content.offset(offset), detail);
                let rest = text.get(document.done..).unwrap_or_default();
                bare_text::read(content, rest.as_bytes(), document.done, Stray::Expected, job);
            }
        }
        if !job.anything_since(mark) {
            job.error(ReadErrorKind::NothingFound, content.location.clone(), None, "");
        }
    }
}

/// Whether the first element is the root of such a document. A document type in front of it is left to others to refuse.
fn has_root(text: &str) -> bool {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(root) | Event::Empty(root)) => return root.local_name().as_ref() == ROOT,
            Ok(Event::Decl(_) | Event::Comment(_) | Event::PI(_)) => {}
            Ok(Event::Text(text)) if text.trim().is_empty() => {}
            _ => return false,
        }
    }
}

/// Why reading ended before the end of the document.
enum Stop {
    Doctype,
    Syntax {
        offset: usize,
        detail: String,
    },
    Limit(LimitName),
    /// No more records are taken; that is among the errors already.
    Full,
}

struct Document<'t, 'c> {
    text: &'t str,
    content: &'c Content<'t>,
    processes: usize,
    /// Offset behind the last complete process.
    done: usize,
}

impl Document<'_, '_> {
    fn read(&mut self, job: &mut Job<'_>) -> Result<(), Stop> {
        let mut reader = NsReader::from_str(self.text);
        reader.config_mut().expand_empty_elements = true;
        let mut depth: usize = 0;
        // Where the outermost open process begins, and how many elements are open around it.
        let mut process: Option<(usize, usize)> = None;
        let mut root_closed = false;
        loop {
            let start = offset(reader.buffer_position());
            let (namespace, event) = match reader.read_resolved_event() {
                Ok((resolved, event)) => (foreign_namespace(&resolved), event),
                Err(Error::Syntax(SyntaxError::UnclosedDoctype)) => return Err(Stop::Doctype),
                Err(error) => return Err(Stop::Syntax { offset: offset(reader.error_position()), detail: error.to_string() }),
            };
            let end = offset(reader.buffer_position());
            let syntax = |detail: &str| Stop::Syntax { offset: start, detail: detail.to_owned() };
            match event {
                Event::DocType(_) => return Err(Stop::Doctype),
                Event::Start(_) if root_closed => return Err(syntax("second root element")),
                Event::Start(element) => {
                    if depth >= job.limits.xml_depth {
                        return Err(Stop::Limit(LimitName::XmlDepth));
                    }
                    if let Some(namespace) = namespace.filter(|_| depth == 0) {
                        job.note(Note::new(NoteKind::UnknownNamespace, ROOT).found(shorten(&namespace)).expected(NAMESPACE));
                    }
                    if process.is_none() && element.local_name().as_ref() == PROCESS {
                        process = Some((start, depth));
                    }
                    depth += 1;
                }
                Event::End(_) => {
                    depth = depth.saturating_sub(1);
                    root_closed = depth == 0;
                    if let Some((from, _)) = process.take_if(|(_, around)| *around == depth) {
                        self.take(from..end, job)?;
                    }
                }
                Event::Text(text) if depth == 0 && !text.trim().is_empty() => return Err(syntax("text outside the root element")),
                Event::CData(_) | Event::GeneralRef(_) if depth == 0 => return Err(syntax("text outside the root element")),
                Event::Decl(_) if self.text.get(..start).is_none_or(|before| !before.trim().is_empty()) => {
                    return Err(syntax("XML declaration inside the document"));
                }
                Event::Eof if root_closed => return Ok(()),
                Event::Eof => return Err(Stop::Syntax { offset: end, detail: "unexpected end".to_owned() }),
                _ => {}
            }
        }
    }

    /// Hands a process over as it stands.
    fn take(&mut self, range: Range<usize>, job: &mut Job<'_>) -> Result<(), Stop> {
        self.processes += 1;
        self.done = range.end;
        let record = Record {
            bytes: self.text.get(range.clone()).unwrap_or_default().as_bytes().to_vec(),
            location: self.content.location.inside(format!("{ROOT}/{PROCESS}[{}]", self.processes)),
            span: self.content.base.map(|base| base + range.start..base + range.end),
            declared: Declared::default(),
            key: None,
            notes: Vec::new(),
        };
        if job.record(record) { Ok(()) } else { Err(Stop::Full) }
    }
}

/// The namespace, if it is another one than that of the document.
fn foreign_namespace(resolved: &ResolveResult<'_>) -> Option<String> {
    match resolved {
        ResolveResult::Unbound => None,
        ResolveResult::Bound(namespace) => {
            let namespace: &str = namespace.as_ref();
            (namespace != NAMESPACE).then(|| namespace.to_owned())
        }
        ResolveResult::Unknown(prefix) => Some(format!("{prefix}:")),
    }
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

//! Carrier: reports of this program. They are no evidence, whatever they say, and are set aside.
//!
//! It is asked behind all carriers of signed data, and takes nothing in which a record stands: a file that only looks
//! like a report is opened as ever.

use eichrecht_model::ReadErrorKind;

use crate::carrier::{Carrier, CarrierInfo};
use crate::content::Content;
use crate::job::Job;
use crate::search::search;

/// The schema of reports; it stands at their beginning.
const SCHEMA: &str = "eichrecht-report/1";
/// What a PDF of this program says of its making, in metadata that are never compressed.
const PRODUCER: &[u8] = b"<pdf:Producer>eichrecht ";

pub(crate) struct OwnReport;

impl Carrier for OwnReport {
    fn info(&self) -> CarrierInfo {
        CarrierInfo {
            id: "eichrecht-report",
            title: "Report of this program; never believed, set aside",
            recognised_by: "JSON that begins with its schema and holds no record",
        }
    }

    fn recognises(&self, content: &Content<'_>, job: &Job<'_>) -> bool {
        content.text.is_some_and(begins_like_one) && !holds_records(content.bytes, job)
    }

    fn open(&self, content: &Content<'_>, job: &mut Job<'_>) {
        job.error(ReadErrorKind::OwnReport, content.location.clone(), None, "");
    }
}

/// `{"schema":"eichrecht-report/1",` with any white space between.
fn begins_like_one(text: &str) -> bool {
    let mut rest = text;
    ["{", "\"schema\"", ":", "\"", SCHEMA, "\"", ","].iter().all(|token| {
        let found = rest.trim_start().strip_prefix(token);
        rest = found.unwrap_or_default();
        found.is_some()
    })
}

/// Whether a record of any format stands in a text, plainly or encoded. A search that reached a limit has not shown
/// that there is none.
pub(crate) fn holds_records(text: &[u8], job: &Job<'_>) -> bool {
    let found = search(job.formats, job.limits, text);
    !found.hits.is_empty() || found.too_many_layers || found.too_many_records
}

/// Whether a PDF says that this program made it. It is asked of one without attachments only, in which nothing is read
/// in any case.
pub(crate) fn is_own_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") && bytes.windows(PRODUCER.len()).any(|window| window == PRODUCER)
}

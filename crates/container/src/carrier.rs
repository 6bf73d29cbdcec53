//! What a carrier is, and the list of all.

use crate::archive::{Archive, Kind};
use crate::content::Content;
use crate::job::Job;
use crate::{bare_text, billing_xml, json, key_file, ocpp, own_report, pdf, picture, safe_xml};

/// A kind of content that signed data arrives in.
pub(crate) trait Carrier: Sync {
    /// What it is.
    fn info(&self) -> CarrierInfo;

    /// The same for lists: a carrier that opens several kinds of documents names each.
    fn kinds(&self) -> Vec<CarrierInfo> {
        vec![self.info()]
    }

    /// Whether the content is of this kind. Cheap, except for the last carrier of the list.
    fn recognises(&self, content: &Content<'_>, job: &Job<'_>) -> bool;

    /// Hands what is in the content to the job: records, keys, notes and errors.
    fn open(&self, content: &Content<'_>, job: &mut Job<'_>);
}

/// All carriers, asked in this order; the first that recognises the content opens it.
pub(crate) static CARRIERS: &[&dyn Carrier] = &[
    &key_file::KeyFile,
    &Archive(Kind::Zip),
    &Archive(Kind::Gzip),
    &Archive(Kind::Bzip2),
    &Archive(Kind::Xz),
    &Archive(Kind::Zstd),
    &Archive(Kind::Tar),
    &pdf::Pdf,
    &picture::Picture::Raster,
    &picture::Picture::Svg,
    &billing_xml::BillingXml,
    &ocpp::OcppLog,
    &safe_xml::SafeXml,
    &json::JsonDocument,
    &own_report::OwnReport,
    &bare_text::BareText,
];

/// Description of a carrier, for lists and generated tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CarrierInfo {
    /// Stable name.
    pub id: &'static str,
    /// Full name.
    pub title: &'static str,
    /// What it is recognised by.
    pub recognised_by: &'static str,
}

/// Everything this version can unwrap, in the order of recognition.
#[must_use]
pub fn carriers() -> &'static [CarrierInfo] {
    static LIST: std::sync::LazyLock<Vec<CarrierInfo>> = std::sync::LazyLock::new(|| CARRIERS.iter().flat_map(|one| one.kinds()).collect());
    &LIST
}

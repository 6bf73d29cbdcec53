//! Carrier: a file that is nothing but a key.

use eichrecht_model::KeyText;

use crate::carrier::{Carrier, CarrierInfo};
use crate::content::Content;
use crate::job::Job;

pub(crate) struct KeyFile;

impl Carrier for KeyFile {
    fn info(&self) -> CarrierInfo {
        CarrierInfo { id: "key", title: "Public key", recognised_by: "the whole content is a key" }
    }

    fn recognises(&self, content: &Content<'_>, job: &Job<'_>) -> bool {
        job.is_key(content.bytes)
    }

    fn open(&self, content: &Content<'_>, job: &mut Job<'_>) {
        job.key(KeyText { bytes: content.bytes.to_vec(), declared_encoding: None, location: content.location.clone() });
    }
}

//! ZIP: members stored or deflated. What the directory at the end says must agree with the members.

use std::borrow::Cow;
use std::io::Cursor;

use eichrecht_model::{LimitName, Limits};
use zip::read::ZipReadOptions;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::unpack::{Budget, Fault};
use super::{Found, Member};

/// Mark of an entry in the directory.
const ENTRY: &[u8] = b"PK\x01\x02";

pub(super) fn members(bytes: &[u8], limits: &Limits, budget: &mut Budget) -> (Vec<Member<'static>>, Vec<Fault>) {
    let mut members = Vec::new();
    let mut faults = Vec::new();
    if bytes.starts_with(b"PK\x07\x08") {
        return (members, vec![Fault::Unsupported("one of several parts".to_owned())]);
    }
    // The directory is read as a whole: it must not be larger than what is taken of it.
    if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).count() > limits.archive_members {
        return (members, vec![Fault::Limit(LimitName::ArchiveMembers)]);
    }
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => return (members, vec![fault(&error)]),
    };
    if archive.has_duplicate_names() {
        faults.push(Fault::Damaged("two members of one name".to_owned()));
    }
    if matches!(archive.has_overlapping_entries(), Ok(true)) {
        faults.push(Fault::Damaged("members overlap".to_owned()));
        return (members, faults);
    }
    for index in 0..archive.len() {
        if let Err(fault) = budget.member(limits) {
            faults.push(fault);
            break;
        }
        let name = match archive.name_for_index(index) {
            Some(Ok(name)) => name.strip_prefix("./").unwrap_or(&name).to_owned(),
            _ => format!("[{}]", index + 1),
        };
        let content = match content(&mut archive, index, limits, budget) {
            Ok(None) => continue,
            Ok(Some(content)) => content,
            Err(fault) => Found::Broken(fault),
        };
        members.push(Member { name, content });
        if budget.is_spent() {
            faults.push(Fault::Limit(LimitName::UnpackedBytes));
            break;
        }
    }
    (members, faults)
}

/// The content of a member; `None` for a folder.
fn content(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    limits: &Limits,
    budget: &mut Budget,
) -> Result<Option<Found<'static>>, Fault> {
    let entry = archive.by_index_data(index).map_err(|error| fault(&error))?;
    if entry.is_dir() {
        return Ok(None);
    }
    if entry.is_symlink() {
        return Ok(Some(Found::Other("link")));
    }
    if entry.encrypted() {
        return Err(Fault::Encrypted);
    }
    if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
        return Err(Fault::Unsupported(entry.compression().to_string()));
    }
    let packed = usize::try_from(entry.compressed_size()).unwrap_or(usize::MAX);
    let options = ZipReadOptions::new().enforce_header_consistency(true);
    let file = archive.by_index_with_options(index, options).map_err(|error| fault(&error))?;
    Ok(Some(Found::File(Cow::Owned(budget.unpack(file, packed, limits)?))))
}

fn fault(error: &ZipError) -> Fault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Fault::Encrypted,
        ZipError::UnsupportedArchive(what) => Fault::Unsupported((*what).to_owned()),
        ZipError::CompressionMethodNotSupported(method) => Fault::Unsupported(format!("method {method}")),
        other => Fault::Damaged(other.to_string()),
    }
}

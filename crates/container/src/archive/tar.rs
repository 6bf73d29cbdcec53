//! TAR: members lie in the archive as they are, so nothing is copied.

use std::borrow::Cow;

use eichrecht_model::Limits;
use tar::{Archive, Entry, EntryType};

use super::unpack::{Budget, Fault, behind};
use super::{Found, Member};

/// Bytes of a block; everything in the archive begins at a multiple of it.
const BLOCK: usize = 512;

pub(super) fn members<'a>(bytes: &'a [u8], limits: &Limits, budget: &mut Budget) -> (Vec<Member<'a>>, Vec<Fault>) {
    let mut members: Vec<Member<'a>> = Vec::new();
    let mut faults = Vec::new();
    let mut end = 0;
    let mut archive = Archive::new(bytes);
    let entries = match archive.entries() {
        Ok(entries) => entries,
        Err(error) => return (members, vec![Fault::Damaged(error.to_string())]),
    };
    for entry in entries {
        // Behind a broken header nothing tells where the next one is.
        let mut entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                faults.push(Fault::Damaged(error.to_string()));
                return (members, faults);
            }
        };
        if let Err(fault) = budget.member(limits) {
            faults.push(fault);
            return (members, faults);
        }
        let range = range(&entry);
        end = range.as_ref().map_or(end, |range| range.end);
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let name = name.strip_prefix("./").unwrap_or(&name).to_owned();
        let content = match entry.header().entry_type() {
            EntryType::Directory => continue,
            EntryType::Regular | EntryType::Continuous if is_sparse(&mut entry) => Found::Broken(Fault::Unsupported("sparse".to_owned())),
            EntryType::Regular | EntryType::Continuous => match range.and_then(|range| bytes.get(range)) {
                Some(bytes) => Found::File(Cow::Borrowed(bytes)),
                None => Found::Broken(Fault::Damaged("cut off".to_owned())),
            },
            EntryType::GNUSparse => Found::Broken(Fault::Unsupported("sparse".to_owned())),
            EntryType::Link | EntryType::Symlink => Found::Other("link"),
            EntryType::XGlobalHeader => continue,
            _ => Found::Other("special file"),
        };
        members.push(Member { name, content });
    }
    let behind = behind(bytes.get(end.next_multiple_of(BLOCK)..).unwrap_or_default());
    if behind > 0 {
        faults.push(Fault::Behind(behind));
    }
    let mut names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    names.sort_unstable();
    if names.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) {
        faults.push(Fault::Damaged("two members of one name".to_owned()));
    }
    (members, faults)
}

/// Where the content of an entry lies.
fn range<R: std::io::Read>(entry: &Entry<'_, R>) -> Option<std::ops::Range<usize>> {
    let start = usize::try_from(entry.raw_file_position()).ok()?;
    let length = usize::try_from(entry.size()).ok()?;
    Some(start..start.checked_add(length)?)
}

/// Whether holes were left out of a file, in the way that extended headers tell.
fn is_sparse<R: std::io::Read>(entry: &mut Entry<'_, R>) -> bool {
    let Ok(Some(extensions)) = entry.pax_extensions() else { return false };
    extensions.flatten().any(|extension| extension.key_bytes().starts_with(b"GNU.sparse."))
}

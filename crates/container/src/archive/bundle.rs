//! The list of contents of an evidence bundle: `# eichrecht-evidence/1`, then a line for each member with its SHA-256.
//!
//! It is nobody's signature, so it can make a result worse and never better: it is compared with the members, and the
//! members are opened whatever it says.

use std::collections::{HashMap, HashSet};

use eichrecht_model::{Location, Note, NoteKind, ReadErrorKind};
use sha2::{Digest, Sha256};

use super::{Found, Member, name_shown};
use crate::job::Job;
use crate::own_report::holds_records;

/// First line of a list.
const MARK: &[u8] = b"# eichrecht-evidence/1\n";
/// Folder of the inputs.
const INPUTS: &str = "inputs/";

/// What is known of an archive as an evidence bundle.
#[derive(Default)]
pub(super) struct Bundle {
    /// Which member is the list; `None` when the archive is no bundle.
    list: Option<usize>,
}

impl Bundle {
    /// Whether a member is the list of contents.
    pub(super) fn is_list(&self, index: usize) -> bool {
        self.list == Some(index)
    }

    /// Whether a member was an input of its own.
    pub(super) fn is_input(&self, name: &str) -> bool {
        self.list.is_some() && name.starts_with(INPUTS)
    }
}

/// Looks for a list among the members, by content, and notes in what the members differ from it.
pub(super) fn look(members: &[Member<'_>], archive: &Location, job: &mut Job<'_>) -> Bundle {
    let candidates: Vec<(usize, &[u8])> = members
        .iter()
        .enumerate()
        .filter_map(|(index, member)| match &member.content {
            Found::File(bytes) if bytes.starts_with(MARK) => Some((index, bytes.as_ref())),
            _ => None,
        })
        .collect();
    let list = match candidates.as_slice() {
        [] => return Bundle::default(),
        [(index, bytes)] => read(bytes).filter(|_| !holds_records(bytes, job)).map(|list| (*index, list)),
        _ => None,
    };
    let Some((index, list)) = list else {
        for (index, _) in candidates {
            let name = members.get(index).map_or("", |member| member.name.as_str());
            job.note(Note::new(NoteKind::BundleListUnreadable, archive.inside_file(name_shown(name)).to_string()));
        }
        return Bundle::default();
    };
    compare(&list, index, members, archive, job);
    Bundle { list: Some(index) }
}

fn compare(list: &List<'_>, index: usize, members: &[Member<'_>], archive: &Location, job: &mut Job<'_>) {
    let mut note = |kind, name: &str| job.note(Note::new(kind, archive.inside_file(name_shown(name)).to_string()));
    let listed: HashMap<&str, &str> = list.members.iter().map(|(hash, name)| (*name, *hash)).collect();
    let mut there = HashSet::new();
    for (_, member) in members.iter().enumerate().filter(|(position, _)| *position != index) {
        there.insert(member.name.as_str());
        match (listed.get(member.name.as_str()), &member.content) {
            (None, _) => note(NoteKind::BundleMemberUnlisted, &member.name),
            (Some(hash), Found::File(bytes)) if sha256(bytes) != **hash => note(NoteKind::BundleMemberAltered, &member.name),
            // What cannot be unpacked is an error of its own.
            (Some(_), _) => {}
        }
    }
    for (_, name) in list.members.iter().filter(|(_, name)| !there.contains(name)) {
        note(NoteKind::BundleMemberMissing, name);
    }
    // What could not be read when the bundle was made is not there now.
    for name in &list.not_read {
        job.error(ReadErrorKind::InputUnreadable, archive.inside(*name), None, "");
    }
}

/// A list as read.
struct List<'a> {
    /// Hash and name of each member.
    members: Vec<(&'a str, &'a str)>,
    /// Names, in quotes, of inputs that could not be read.
    not_read: Vec<&'a str>,
}

/// Reads a list; `None` unless every line is one of it and no member stands twice.
fn read(bytes: &[u8]) -> Option<List<'_>> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii())?;
    let mut list = List { members: Vec::new(), not_read: Vec::new() };
    let mut names = HashSet::new();
    for line in text.lines() {
        if let Some(remark) = line.strip_prefix("# ") {
            list.not_read.extend(remark.strip_prefix("not-read: "));
            continue;
        }
        let (hash, name) = line.split_once("  ")?;
        let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if hash.len() != 64 || !hash.bytes().all(hexadecimal) || name.is_empty() || !names.insert(name) {
            return None;
        }
        list.members.push((hash, name));
    }
    Some(list)
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_a_whole_or_not_at_all() {
        let hash = "ab".repeat(32);
        let list = |lines: &str| [MARK, lines.as_bytes()].concat();
        let good = list(&format!("# input 1: \"a\"\n# not-read: \"b\"\n{hash}  inputs/1/a\n"));
        let read_good = read(&good).unwrap();
        assert_eq!((read_good.members, read_good.not_read), (vec![(hash.as_str(), "inputs/1/a")], vec!["\"b\""]));
        for bad in ["x", &hash, &format!("{hash} a"), &format!("{}  a", "AB".repeat(32)), &format!("{hash}  a\n{hash}  a"), "# ä", "#x", ""]
        {
            let lines = format!("{bad}\n");
            assert!(read(&list(&lines)).is_none(), "{bad:?}");
        }
    }
}

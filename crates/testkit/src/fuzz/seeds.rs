//! What fuzzing starts from: the test vectors, whole and in pieces.

use std::collections::{BTreeMap, BTreeSet};

use eichrecht_model::RecordEntry;

use crate::{generate, run, vectors_folder};

/// The test vectors, and the records that are found in them.
pub struct Vectors {
    /// Inputs and keys of all cases, by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The records of all cases.
    pub records: Vec<RecordEntry>,
}

impl Vectors {
    /// Reads the folder and runs its cases.
    ///
    /// # Panics
    /// When it cannot be read.
    #[must_use]
    pub fn load() -> Self {
        let root = vectors_folder();
        let cases: Vec<_> = run::load(&root).into_iter().flat_map(|file| file.cases).collect();
        let records = cases.iter().flat_map(|case| run::assess(&root, case).records).collect();
        let mut files = generate::files();
        files.retain(|path, _| !path.ends_with(".json"));
        Self { files, records }
    }

    /// The files that are wanted, by path and content.
    #[must_use]
    pub fn files_where(&self, wanted: impl Fn(&str, &[u8]) -> bool) -> Vec<Vec<u8>> {
        self.files.iter().filter(|(path, bytes)| wanted(path, bytes)).map(|(_, bytes)| bytes.clone()).collect()
    }
}

/// A record with the signature that lay beside it in front: its length in one byte, 0 for none.
#[must_use]
pub fn packed_signature(signature: Option<&[u8]>, record: &[u8]) -> Vec<u8> {
    let signature = signature.filter(|signature| signature.len() < 256).unwrap_or_default();
    [&[u8::try_from(signature.len()).unwrap_or_default()], signature, record].concat()
}

/// The other way round. Bytes that are too short for the signature they promise have none.
#[must_use]
pub fn unpack_signature(bytes: &[u8]) -> (Option<&[u8]>, &[u8]) {
    let Some((length, rest)) = bytes.split_first() else { return (None, bytes) };
    match rest.split_at_checked(usize::from(*length)) {
        Some((signature, record)) if *length > 0 => (Some(signature), record),
        _ => (None, rest),
    }
}

/// Most words of a dictionary, and the longest.
const WORDS: usize = 500;
const LONGEST: usize = 40;

/// A dictionary for libFuzzer made of the seeds: names of JSON members and XML elements, and marks of the syntax.
#[must_use]
pub fn dictionary(seeds: &[Vec<u8>]) -> String {
    let mut count: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    for seed in seeds {
        let own: BTreeSet<&[u8]> = quoted(seed).chain(tags(seed)).collect();
        for word in own {
            *count.entry(word.to_vec()).or_default() += 1;
        }
    }
    let mut words: Vec<(usize, Vec<u8>)> = count.into_iter().map(|(word, count)| (count, word)).collect();
    words.sort_by(|a, b| b.cmp(a));
    words.truncate(WORDS);
    let marks = [
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\\u0000",
        "\\\"",
        "null",
        "1e999",
        "-0",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&#x22;",
        "<?xml",
        "OCMF|",
    ];
    let marks = marks.iter().map(|mark| mark.as_bytes().to_vec());
    words.into_iter().map(|(_, word)| word).chain(marks).map(|word| line(&word)).collect()
}

fn line(word: &[u8]) -> String {
    let escaped: String = word
        .iter()
        .map(|byte| match byte {
            b'"' | b'\\' => format!("\\{}", char::from(*byte)),
            0x20..=0x7E => char::from(*byte).to_string(),
            _ => format!("\\x{byte:02X}"),
        })
        .collect();
    format!("\"{escaped}\"\n")
}

/// Short texts in quotes, quotes included.
fn quoted(seed: &[u8]) -> impl Iterator<Item = &[u8]> {
    let quotes: Vec<usize> = seed.iter().enumerate().filter(|(_, byte)| **byte == b'"').map(|(at, _)| at).collect();
    let pairs: Vec<(usize, usize)> = quotes.windows(2).map(|pair| (pair[0], pair[1] + 1)).collect();
    pairs.into_iter().filter(|(from, to)| (3..=LONGEST).contains(&(to - from))).filter_map(|(from, to)| seed.get(from..to))
}

/// Beginnings of tags: `<value`, `</value`.
fn tags(seed: &[u8]) -> impl Iterator<Item = &[u8]> {
    seed.split(|byte| *byte == b'>').filter_map(|piece| {
        let start = piece.iter().rposition(|byte| *byte == b'<')?;
        let tag = piece.get(start..)?;
        let end = tag.iter().position(u8::is_ascii_whitespace).unwrap_or(tag.len());
        tag.get(..end).filter(|tag| (2..=LONGEST).contains(&tag.len()))
    })
}

//! Archives and compressed files.

use std::io::{Cursor, Read, Write};

use eichrecht_model::{LimitName, Limits, NoteKind, ReadErrorKind};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::testing::{errors, open, open_with, texts};
use crate::{Unwrapped, carriers};

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        if name.ends_with('/') {
            writer.add_directory(*name, options).unwrap();
        } else {
            writer.start_file(*name, options).unwrap();
            writer.write_all(content).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

fn stored(name: &str, content: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap().into_inner()
}

fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, content) in members {
        let mut header = tar::Header::new_ustar();
        header.set_size(content.len() as u64);
        builder.append_data(&mut header, name, *content).unwrap();
    }
    builder.into_inner().unwrap()
}

fn all_of(mut reader: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).unwrap();
    bytes
}

fn gzip(content: &[u8]) -> Vec<u8> {
    all_of(flate2::read::GzEncoder::new(content, flate2::Compression::best()))
}

fn bzip2(content: &[u8]) -> Vec<u8> {
    all_of(bzip2::read::BzEncoder::new(content, bzip2::Compression::best()))
}

fn xz(content: &[u8]) -> Vec<u8> {
    let mut writer = lzma_rust2::XzWriter::new(Vec::new(), lzma_rust2::XzOptions::with_preset(1)).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap()
}

fn zstd(content: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(content, ruzstd::encoding::CompressionLevel::Fastest)
}

fn locations(unwrapped: &Unwrapped) -> Vec<String> {
    unwrapped.records.iter().map(|record| record.location.to_string()).collect()
}

fn limit(unwrapped: &Unwrapped) -> Option<LimitName> {
    unwrapped.errors.iter().find_map(|error| match error.kind {
        ReadErrorKind::Limit(limit) => Some(limit),
        _ => None,
    })
}

type Compress = fn(&[u8]) -> Vec<u8>;

const COMPRESSORS: [(Compress, &str); 4] = [(gzip, "gzip"), (bzip2, "bzip2"), (xz, "xz"), (zstd, "zstd")];

#[test]
fn every_kind_is_opened_by_its_content() {
    for (compress, id) in COMPRESSORS {
        let unwrapped = open(compress(b"*one*"));
        assert_eq!((texts(&unwrapped), locations(&unwrapped)), (vec!["*one*"], vec![format!("in > {id} > record[1]")]), "{id}");
        assert!(unwrapped.errors.is_empty() && unwrapped.records[0].span.is_none(), "{id}");
        assert!(carriers().iter().any(|carrier| carrier.id == id));
    }
    for (archive, id) in [(zip(&[("a.png", b"*one*"), ("b", b"*two*")]), "zip"), (tar(&[("a.png", b"*one*"), ("b", b"*two*")]), "tar")] {
        let unwrapped = open(archive);
        assert_eq!(texts(&unwrapped), ["*one*", "*two*"], "{id}");
        assert_eq!(locations(&unwrapped), ["in > a.png > record[1]", "in > b > record[1]"]);
        assert_eq!(unwrapped.records[0].location.file(), Some("a.png"));
        assert!(unwrapped.errors.is_empty() && unwrapped.notes.is_empty());
        assert!(carriers().iter().any(|carrier| carrier.id == id));
    }
}

#[test]
fn archives_in_archives_tell_the_whole_way() {
    let inner = bzip2(&tar(&[("folder/s.txt", b"*1*"), ("k", b"KEY1")]));
    let unwrapped = open(zip(&[("folder/", b""), ("x.tar.bz2", &inner), ("t", b"*2*")]));
    assert_eq!(locations(&unwrapped), ["in > x.tar.bz2 > bzip2 > folder/s.txt > record[1]", "in > t > record[1]"]);
    assert_eq!(unwrapped.keys[0].location.to_string(), "in > x.tar.bz2 > bzip2 > k");
    assert!(unwrapped.errors.is_empty());
}

#[test]
fn an_old_tar_is_told_by_its_checksum() {
    let mut header = tar::Header::new_old();
    header.set_path("a").unwrap();
    header.set_size(3);
    header.set_cksum();
    let mut bytes = header.as_bytes().to_vec();
    bytes.extend(b"*1*");
    bytes.resize(2048, 0);
    assert_eq!(locations(&open(&bytes)), ["in > a > record[1]"]);
    bytes[0] = b'b';
    assert_eq!(errors(&open(&bytes)), [("unknown-content", "in")]);
}

#[test]
fn several_streams_are_one_content() {
    for (compress, id) in COMPRESSORS {
        let unwrapped = open([compress(b"*on"), compress(b"e*")].concat());
        assert_eq!(texts(&unwrapped), ["*one*"], "{id}");
    }
}

#[test]
fn members_without_data_are_told_and_do_no_harm() {
    let archive = zip(&[("read me.txt", b"nothing"), ("a", b"*1*"), ("empty", b""), ("p.bin", b"\0\x01"), ("x.xml", b"<a/>")]);
    let unwrapped = open(archive);
    assert_eq!(texts(&unwrapped), ["*1*"]);
    assert!(unwrapped.errors.is_empty());
    let told: Vec<_> = unwrapped.notes.iter().map(|note| (note.kind, note.field.as_str(), note.found.as_str())).collect();
    let member = NoteKind::MemberWithoutData;
    assert_eq!(
        told,
        [
            (member, "in > read me.txt", "nothing-found"),
            (member, "in > empty", "empty"),
            (member, "in > p.bin", "unknown-content"),
            (member, "in > x.xml", "xml-root")
        ]
    );
    for nothing in [zip(&[]), zip(&[("readme", b"nothing")]), tar(&[("readme", b"nothing")])] {
        assert_eq!(errors(&open(nothing)), [("nothing-found", "in")]);
    }
}

#[test]
fn links_and_folders_are_passed_over() {
    let mut builder = tar::Builder::new(Vec::new());
    for kind in [tar::EntryType::Symlink, tar::EntryType::Link, tar::EntryType::Fifo, tar::EntryType::Directory] {
        let mut header = tar::Header::new_ustar();
        header.set_entry_type(kind);
        header.set_size(0);
        builder.append_link(&mut header, format!("{kind:?}"), "/etc/passwd").unwrap();
    }
    let mut header = tar::Header::new_ustar();
    header.set_size(3);
    builder.append_data(&mut header, "a", b"*1*".as_slice()).unwrap();
    let unwrapped = open(builder.into_inner().unwrap());
    assert_eq!(locations(&unwrapped), ["in > a > record[1]"]);
    let told: Vec<&str> = unwrapped.notes.iter().map(|note| note.found.as_str()).collect();
    assert_eq!(told, ["link", "link", "special file"]);
}

#[test]
fn a_damaged_member_does_not_stop_its_neighbours() {
    let mut archive = zip(&[("a", b"*1*"), ("b", b"*2*"), ("c", b"*3*")]);
    // The second local header; its name of one letter and then the data follow behind 30 bytes.
    let header = archive.windows(4).enumerate().filter(|(_, window)| *window == b"PK\x03\x04").nth(1).unwrap().0;
    archive[header + 32] ^= 1;
    let unwrapped = open(&archive);
    assert_eq!(texts(&unwrapped), ["*1*", "*3*"]);
    assert_eq!(errors(&unwrapped), [("archive-damaged", "b")]);
}

#[test]
fn encrypted_and_strange_members_are_errors_of_their_own() {
    let mut archive = zip(&[("a", b"*1*"), ("b", b"*2*")]);
    let mut flag = |offset: usize, mark: &[u8], value: u8| {
        let at = archive.windows(4).position(|window| window == mark).unwrap();
        archive[at + offset] |= value;
    };
    flag(6, b"PK\x03\x04", 1);
    flag(8, b"PK\x01\x02", 1);
    let unwrapped = open(&archive);
    assert_eq!(errors(&unwrapped), [("archive-encrypted", "a")]);
    assert_eq!(texts(&unwrapped), ["*2*"]);

    let mut archive = zip(&[("a", b"*1*"), ("b", b"*2*")]);
    for (mark, offset) in [(b"PK\x03\x04", 8), (b"PK\x01\x02", 10)] {
        let at = archive.windows(4).position(|window| window == mark).unwrap();
        archive[at + offset] = 12;
    }
    let unwrapped = open(&archive);
    assert_eq!(errors(&unwrapped), [("archive-unsupported", "a")]);
    assert_eq!(texts(&unwrapped), ["*2*"]);
    assert_eq!(errors(&open(b"PK\x07\x08PK\x03\x04")), [("archive-unsupported", "in")]);
}

#[test]
fn members_that_contradict_their_directory_are_refused() {
    let mut archive = zip(&[("a", b"*1*"), ("b", b"*2*")]);
    let at = archive.windows(4).position(|window| window == b"PK\x03\x04").unwrap();
    archive[at + 30] = b'z';
    assert_eq!(texts(&open(&archive)), ["*2*"]);
    assert_eq!(errors(&open(&archive)), [("archive-damaged", "a")]);

    let mut double = zip(&[("aa", b"*1*"), ("ab", b"*2*")]);
    while let Some(at) = double.windows(2).position(|window| window == b"ab") {
        double[at + 1] = b'a';
    }
    assert!(errors(&open(&double)).contains(&("archive-damaged", "in")));
    let double = tar(&[("a", b"*1*"), ("a", b"*2*")]);
    assert_eq!(errors(&open(&double)), [("archive-damaged", "in")]);
    assert_eq!(texts(&open(&double)), ["*1*", "*2*"]);
}

#[test]
fn what_is_cut_off_is_damaged() {
    for (compress, id) in COMPRESSORS {
        let whole = compress(&b"*one*".repeat(200));
        let unwrapped = open(&whole[..whole.len() - 3]);
        assert_eq!(errors(&unwrapped), [("archive-damaged", "in")], "{id}");
        assert!(unwrapped.records.is_empty());
    }
    let archive = tar(&[("a", b"*1*"), ("b", &b"*2*".repeat(300))]);
    assert_eq!(texts(&open(&archive[..1600])), ["*1*"]);
    assert!(errors(&open(&archive[..1600])).iter().any(|(kind, _)| *kind == "archive-damaged"));
    let archive = zip(&[("a", b"*1*")]);
    assert_eq!(errors(&open(&archive[..archive.len() - 5])), [("archive-damaged", "in")]);
    let behind = [tar(&[("a", b"*1*")]), tar(&[("b", b"*2*")])].concat();
    let unwrapped = open(&behind);
    assert_eq!((texts(&unwrapped), errors(&unwrapped)), (vec!["*1*"], vec![]));
    assert_eq!((unwrapped.notes[0].kind, unwrapped.notes[0].found.as_str()), (NoteKind::DataBehindEnd, "2048"));
}

#[test]
fn what_stands_behind_a_compressed_file_is_told() {
    for (compress, id) in [COMPRESSORS[0], COMPRESSORS[1]] {
        let unwrapped = open([compress(b"*one*"), compress(b"*two*"), b"\0\0rest".to_vec()].concat());
        assert_eq!((texts(&unwrapped), errors(&unwrapped)), (vec!["*one*", "*two*"], vec![]), "{id}");
        assert_eq!((unwrapped.notes[0].kind, unwrapped.notes[0].found.as_str()), (NoteKind::DataBehindEnd, "4"), "{id}");
        let padded = open([compress(b"*one*"), vec![0; 100]].concat());
        assert!(padded.notes.is_empty() && padded.errors.is_empty(), "{id}");
    }
}

#[test]
fn names_that_deceive_are_told() {
    let unwrapped = open(zip(&[("../a", b"*1*"), ("b", b"*2*")]));
    assert_eq!(texts(&unwrapped), ["*1*", "*2*"]);
    assert_eq!((unwrapped.notes[0].kind, unwrapped.notes[0].field.as_str()), (NoteKind::MemberNameOdd, "../a"));
}

#[test]
fn a_file_and_its_signature_belong_together() {
    let signed = |members: &[(&str, &[u8])]| {
        let unwrapped = open(tar(members));
        let pairs: Vec<_> = unwrapped.records.iter().map(|r| (r.bytes.clone(), r.declared.detached_signature.clone())).collect();
        (pairs, unwrapped.notes.len() + unwrapped.errors.len())
    };
    let (one, two) = (b"*1*".to_vec(), b"*2*".to_vec());
    assert_eq!(signed(&[("x.sign", b"\x30\xFF"), ("./x", b"*1*")]), (vec![(one.clone(), Some(vec![0x30, 0xFF]))], 0));
    // Of another folder, or not to be told from another of the same name.
    assert_eq!(signed(&[("a/x", b"*1*"), ("b/x.sign", b"\x30\xFF")]), (vec![(one.clone(), None)], 1));
    assert_eq!(signed(&[("x", b"*1*"), ("x", b"*2*"), ("x.sign", b"\x30\xFF")]).0, [(one.clone(), None), (two, None)]);
    // A format that signs inside its records needs no such file, and what is in it counts.
    assert_eq!(signed(&[("x", b"[1]"), ("x.sign", b"*2*")]).0, [(b"[1]".to_vec(), None), (b"*2*".to_vec(), None)]);
    // Files that are no record keep their own.
    let unwrapped = open(zip(&[("x", b"text *1* text"), ("x.sign", b"*9*")]));
    assert_eq!(texts(&unwrapped), ["*1*", "*9*"]);
}

#[test]
fn bombs_end_at_the_limit_they_name() {
    let zeros = vec![b' '; 40 << 20];
    for (compress, id) in COMPRESSORS {
        assert_eq!(limit(&open(compress(&zeros))), Some(LimitName::UnpackingRatio), "{id}");
    }
    let bomb = zip(&[("a", &zeros), ("b", b"*1*")]);
    let unwrapped = open(&bomb);
    assert_eq!(errors(&unwrapped), [("limit", "a")]);
    assert_eq!(texts(&unwrapped), ["*1*"]);

    // A ratio that passes, and too much in all.
    let mut limits = Limits::default();
    limits.unpacking_ratio = usize::MAX;
    limits.unpacked_bytes = 3 << 20;
    let unwrapped = open_with(zip(&[("a", &zeros[..2 << 20]), ("b", &zeros[..2 << 20]), ("c", b"*1*")]), &limits);
    assert_eq!(errors(&unwrapped), [("limit", "in")]);
    assert_eq!(limit(&unwrapped), Some(LimitName::UnpackedBytes));

    let mut nested = b"*1*".to_vec();
    for _ in 0..9 {
        nested = stored("n", &nested);
    }
    assert_eq!(limit(&open(&nested)), Some(LimitName::ArchiveDepth));

    limits = Limits::default();
    limits.archive_members = 2;
    for archive in [zip(&[("a", b"*1*"), ("b", b"*2*"), ("c", b"*3*")]), tar(&[("a", b"*1*"), ("b", b"*2*"), ("c", b"*3*")])] {
        assert_eq!(limit(&open_with(archive, &limits)), Some(LimitName::ArchiveMembers));
    }
    // Bounds hold for all archives of an input together.
    let three = tar(&[("x", b"*1*"), ("y", b"*2*")]);
    let unwrapped = open_with(tar(&[("a", &three), ("b", &three)]), &limits);
    assert_eq!(limit(&unwrapped), Some(LimitName::ArchiveMembers));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever is altered in an archive: no panic, and a record or an error comes out.
    #[test]
    fn altered_archives_never_panic(kind in 0usize..6, changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>()) {
        let text = b"*one* *two* and more text than one block of anything".repeat(9);
        let mut bytes = match kind {
            0 => zip(&[("a", &text), ("a.sign", b"*1*"), ("d/", b"")]),
            1 => tar(&[("a", &text), ("b", &text)]),
            other => COMPRESSORS[other - 2].0(&text),
        };
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let cut = cut.index(bytes.len() * 4);
        bytes.truncate(cut.max(1));
        let unwrapped = open(&bytes);
        prop_assert!(!unwrapped.records.is_empty() || !unwrapped.errors.is_empty() || !unwrapped.keys.is_empty());
    }
}

//! Which bytes may have been signed. The table in `FORMAT.md` says the same in words.

use eichrecht_model::{SignedBytes, SignedBytesReading, SignedBytesSource};

use crate::scan::{Sections, is_blank};
use crate::version::Version;

/// The candidates, most faithful first.
pub(crate) fn candidates(record: &[u8], sections: &Sections, version: Option<Version>) -> Vec<SignedBytes> {
    let range = |reading, range| SignedBytes { reading, source: SignedBytesSource::Range(range) };
    let built = |reading, bytes| SignedBytes { reading, source: SignedBytesSource::Built(bytes) };
    let exact = record.get(sections.payload.clone()).unwrap_or_default();
    let object = record.get(sections.payload_object.clone()).unwrap_or_default();

    let mut candidates = vec![range(SignedBytesReading::Exact, sections.payload.clone())];
    if sections.payload != sections.payload_object {
        candidates.push(range(SignedBytesReading::Trimmed, sections.payload_object.clone()));
    }
    // An XML reader turns CR LF inside an element into LF.
    if exact.contains(&b'\n') && !exact.contains(&b'\r') {
        candidates.push(built(SignedBytesReading::CrLf, with_cr_lf(exact)));
    }
    // The document 1.0 had the payload signed without optional white space; 1.0.1 gave that up, and its
    // records still say 1.0.
    if version.is_some_and(|version| version <= Version::V1_0) {
        let minified = minify(object);
        if minified.clone().count() < object.len() {
            candidates.push(built(SignedBytesReading::Minified, minified.collect()));
        }
    }
    candidates
}

fn with_cr_lf(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() + 16);
    for &byte in text {
        if byte == b'\n' {
            bytes.push(b'\r');
        }
        bytes.push(byte);
    }
    bytes
}

/// The JSON text without white space outside strings.
fn minify(text: &[u8]) -> impl Iterator<Item = u8> + Clone + '_ {
    let mut in_string = false;
    let mut escaped = false;
    text.iter().copied().filter(move |&byte| {
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
        } else if is_blank(byte) {
            return false;
        } else {
            in_string = byte == b'"';
        }
        true
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan;

    fn of(text: &str, version: &str) -> Vec<(SignedBytesReading, String)> {
        let sections = scan::sections(text.as_bytes(), 0).unwrap();
        candidates(text.as_bytes(), &sections, Version::parse(version))
            .into_iter()
            .map(|candidate| (candidate.reading, String::from_utf8(candidate.bytes(text.as_bytes()).to_vec()).unwrap()))
            .collect()
    }

    fn readings(text: &str, version: &str) -> Vec<SignedBytesReading> {
        of(text, version).into_iter().map(|(reading, _)| reading).collect()
    }

    use SignedBytesReading::{CrLf, Exact, Minified, Trimmed};

    #[test]
    fn a_compact_record_has_one_reading() {
        assert_eq!(of(r#"OCMF|{"a":"b c"}|{}"#, "1.0"), [(Exact, r#"{"a":"b c"}"#.to_owned())]);
    }

    #[test]
    fn the_edges_are_taken_off_second() {
        assert_eq!(of("OCMF| {\"a\":1}\t|{}", "1.4"), [(Exact, " {\"a\":1}\t".to_owned()), (Trimmed, "{\"a\":1}".to_owned())]);
    }

    /// OCMF 1.0 only: from 1.0.1 on, white space is signed.
    #[test]
    fn minified_up_to_1_0_only() {
        let text = r#"OCMF|{ "a" : "b \" c" , "d" : [ 1 , 2 ] }|{}"#;
        assert_eq!(of(text, "1.0")[1], (Minified, r#"{"a":"b \" c","d":[1,2]}"#.to_owned()));
        assert_eq!(readings(text, "0.1"), [Exact, Minified]);
        for version in ["1.1", "1.4", "1.10", "none"] {
            assert_eq!(readings(text, version), [Exact], "{version}");
        }
    }

    #[test]
    fn minify_knows_where_strings_end() {
        for (text, minified) in
            [(r#"{"\\" : 1}"#, r#"{"\\":1}"#), (r#"{"\\\" :" : 1}"#, r#"{"\\\" :":1}"#), (r#"{"a\"" : " "}"#, r#"{"a\"":" "}"#)]
        {
            assert_eq!(minify(text.as_bytes()).collect::<Vec<_>>(), minified.as_bytes());
        }
    }

    #[test]
    fn line_ends_are_restored_when_all_are_bare() {
        assert_eq!(of("OCMF|{\n\"a\":1\n}|{}", "1.4")[1], (CrLf, "{\r\n\"a\":1\r\n}".to_owned()));
        assert_eq!(readings("OCMF|{\r\n\"a\":1\n}|{}", "1.4"), [Exact]);
        assert_eq!(readings("OCMF|\n{}|{}", "1.0"), [Exact, Trimmed, CrLf]);
    }
}

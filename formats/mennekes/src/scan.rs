//! Where charging processes stand in a text. Names count without their prefix.

use std::ops::Range;

use eichrecht_model::Detection;

/// Local name of the element that is a record.
pub(crate) const ROOT: &[u8] = b"ChargingProcess";
/// Longest declaration that is taken in front of a record.
const DECLARATION: usize = 512;

/// A tag of the element: where it begins, where it ends, and what it does.
struct Tag {
    range: Range<usize>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Opens,
    Closes,
    Empty,
}

/// Whether the bytes are one charging process, with nothing but a declaration and white space around it.
pub(crate) fn detect(bytes: &[u8]) -> Detection {
    let start = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let inner = bytes.get(start..).unwrap_or_default().trim_ascii();
    if !inner.starts_with(b"<") {
        return Detection::No;
    }
    match find(inner, 2).as_slice() {
        [one] if *one == (0..inner.len()) => Detection::Yes,
        _ => Detection::No,
    }
}

/// The processes in a text, each with its XML declaration, at most `most`. One that does not end goes to the next or to the
/// end of the text.
pub(crate) fn find(text: &[u8], most: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    let mut before = 0;
    let mut at = 0;
    while let Some(tag) = next_tag(text, at) {
        at = tag.range.end;
        match (tag.kind, open) {
            (Kind::Closes, None) => {}
            (Kind::Closes, Some(start)) => {
                found.push(start..tag.range.end);
                before = tag.range.end;
                open = None;
            }
            (Kind::Opens | Kind::Empty, _) => {
                let start = with_declaration(text, before, tag.range.start);
                if let Some(broken) = open.replace(start) {
                    found.push(broken..start);
                    before = start;
                }
                if tag.kind == Kind::Empty {
                    found.push(start..tag.range.end);
                    before = tag.range.end;
                    open = None;
                }
            }
        }
        if found.len() >= most {
            break;
        }
    }
    if let Some(start) = open.filter(|_| found.len() < most) {
        found.push(start..text.len());
    }
    found.truncate(most);
    found
}

/// The next tag of the element from an offset on, past comments and CDATA. Behind one of these that never ends there is none.
fn next_tag(text: &[u8], mut at: usize) -> Option<Tag> {
    loop {
        at += text.get(at..)?.iter().position(|byte| *byte == b'<')?;
        let rest = text.get(at + 1..)?;
        if let Some(comment) = rest.strip_prefix(b"!--") {
            at += 4 + position(comment, b"-->")? + 3;
        } else if let Some(data) = rest.strip_prefix(b"![CDATA[") {
            at += 9 + position(data, b"]]>")? + 3;
        } else if let Some(kind) = kind_of(rest) {
            let length = rest.iter().position(|byte| *byte == b'>').map_or(rest.len(), |end| end + 1);
            let empty = kind == Kind::Opens && rest.get(..length).is_some_and(|tag| tag.ends_with(b"/>"));
            return Some(Tag { range: at..at + 1 + length, kind: if empty { Kind::Empty } else { kind } });
        } else {
            at += 1;
        }
    }
}

/// What a tag does, if it is one of the element. `rest` begins behind its bracket.
fn kind_of(rest: &[u8]) -> Option<Kind> {
    let (rest, kind) = rest.strip_prefix(b"/").map_or((rest, Kind::Opens), |rest| (rest, Kind::Closes));
    let length = rest.iter().take(80).position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/' | b'<'))?;
    let name = rest.get(..length)?;
    let local = name.rsplit(|byte| *byte == b':').next()?;
    (local == ROOT).then_some(kind)
}

fn position(text: &[u8], mark: &[u8]) -> Option<usize> {
    text.windows(mark.len()).position(|window| window == mark)
}

/// Start of the XML declaration in front of an element, or of the element where there is none.
fn with_declaration(text: &[u8], from: usize, element: usize) -> usize {
    let before = text.get(from..element).unwrap_or_default().trim_ascii_end();
    if !before.ends_with(b"?>") {
        return element;
    }
    let window = before.len().saturating_sub(DECLARATION);
    let mark = before.get(window..).and_then(|tail| tail.windows(5).rposition(|part| part == b"<?xml"));
    mark.map_or(element, |at| from + window + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text.as_bytes(), 9).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn processes_are_found_whatever_their_prefix() {
        let one = "<?xml version=\"1.0\"?>\n<m:ChargingProcess xmlns:m='x'><A/></m:ChargingProcess >";
        assert_eq!(found(&format!("see {one} and {one}.")), [one, one]);
        assert_eq!(found("<ChargingProcesses><ChargingProcess/></ChargingProcesses>"), ["<ChargingProcess/>"]);
        assert_eq!(
            found("x <ChargingProcess><a> <ChargingProcess>b</ChargingProcess>"),
            ["<ChargingProcess><a> ", "<ChargingProcess>b</ChargingProcess>"]
        );
        assert_eq!(found("<ChargingProcess>cut off"), ["<ChargingProcess>cut off"]);
    }

    #[test]
    fn comments_hold_no_process() {
        assert!(found("<!-- <ChargingProcess></ChargingProcess> --> <![CDATA[<ChargingProcess/>]]>").is_empty());
        let with = "<ChargingProcess><!-- </ChargingProcess> --></ChargingProcess>";
        assert_eq!(found(with), [with]);
    }

    #[test]
    fn megabytes_of_beginnings_cost_one_pass() {
        for part in ["<!--", "<![CDATA[", "<", "<ChargingProcess", "<ChargingProcess>", "</ChargingProcess>", "<?xml ?>"] {
            let text = part.repeat((2 << 20) / part.len());
            assert!(find(text.as_bytes(), 1000).len() <= 1000, "{part}");
            let _ = detect(text.as_bytes());
        }
    }

    #[test]
    fn only_a_process_alone_is_a_record() {
        let one = "<ChargingProcess><A/></ChargingProcess>";
        assert_eq!(detect(format!("\u{feff} <?xml version='1.0'?> {one}\n").as_bytes()), Detection::Yes);
        for text in [format!("<Billing>{one}</Billing>"), format!("{one}{one}"), format!("x{one}"), format!("{one}x"), String::new()] {
            assert_eq!(detect(text.as_bytes()), Detection::No, "{text}");
        }
    }
}

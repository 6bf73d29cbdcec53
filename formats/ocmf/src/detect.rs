//! Whether bytes are a record.

use eichrecht_model::Detection;

use crate::scan;

/// The header is a mark nobody sets by chance, so there is no "maybe".
pub(crate) fn detect(bytes: &[u8]) -> Detection {
    let start = scan::skip_lead_in(bytes);
    if scan::header_end(bytes, start).is_some() { Detection::Yes } else { Detection::No }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_decides() {
        for text in ["OCMF|{}|{}", "OCMF|", " \r\n\tOCMF \n |x", "\u{feff}OCMF|{", "\u{feff}\n\u{feff} OCMF|"] {
            assert_eq!(detect(text.as_bytes()), Detection::Yes, "{text:?}");
        }
        for text in ["", "OCM", "OCMF", "OCMF{}", "ocmf|{}", "x OCMF|{}", "<v>OCMF|{}</v>", "OCMF\u{a0}|"] {
            assert_eq!(detect(text.as_bytes()), Detection::No, "{text:?}");
        }
    }
}

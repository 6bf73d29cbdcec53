//! The list of formats and carriers.

use eichrecht_model::FormatInfo;
use serde::Serialize;

use crate::json::to_json;
use crate::style::{Page, Tone};
use crate::texts::{Arg, Texts};
use crate::{Language, Style};

/// A way in which records are carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carrier<'a> {
    /// Stable name.
    pub id: &'a str,
    /// Full name.
    pub title: &'a str,
    /// What it is recognised by.
    pub recognised_by: &'a str,
}

/// Formats and carriers as text.
#[must_use]
pub fn formats_list(formats: &[FormatInfo], carriers: &[Carrier<'_>], language: Language, style: Style) -> String {
    let texts = Texts::new(language);
    let mut page = Page::new(style);
    page.heading(&texts.plain("heading-formats"));
    for format in formats {
        page.gap();
        let id = page.paint(Tone::Strong, format.id.as_str());
        page.wrapped("  ", 2, &format!("{id}  {}", format.title));
        page.row(&texts.plain("label-versions"), format.versions);
        page.row(&texts.plain("label-algorithms"), format.algorithms);
        page.row(&texts.plain("label-labels"), &format.labels.join(", "));
        page.row(&texts.plain("label-key"), &texts.plain(if format.carries_key { "carries-key" } else { "carries-no-key" }));
        page.row(&texts.plain("label-comes-in"), &comes_in(&texts, format, carriers));
    }
    page.heading(&texts.plain("heading-carriers"));
    for carrier in carriers {
        page.gap();
        let id = page.paint(Tone::Strong, carrier.id);
        page.wrapped("  ", 2, &format!("{id}  {}", carrier.title));
        page.wrapped("    ", 4, &texts.say("recognised-by", &[("mark", Arg::Text(carrier.recognised_by))]));
    }
    page.finish()
}

/// The carriers a format names, by their titles. Those that no format names hold keys, or any format.
fn comes_in(texts: &Texts, format: &FormatInfo, carriers: &[Carrier<'_>]) -> String {
    let title =
        |id: &str| carriers.iter().find(|carrier| carrier.id == id).map_or_else(|| id.to_owned(), |carrier| carrier.title.to_owned());
    let named: Vec<String> = format.carriers.iter().map(|id| title(id)).collect();
    texts.say("comes-in", &[("carriers", Arg::Text(&named.join("; ")))])
}

/// Formats and carriers as JSON, schema `eichrecht-formats/1`.
#[must_use]
pub fn formats_json(formats: &[FormatInfo], carriers: &[Carrier<'_>]) -> String {
    #[derive(Serialize)]
    struct Out<'a> {
        schema: &'static str,
        formats: Vec<FormatOut>,
        carriers: Vec<CarrierOut<'a>>,
    }
    #[derive(Serialize)]
    struct FormatOut {
        id: &'static str,
        title: &'static str,
        versions: &'static str,
        algorithms: &'static str,
        labels: &'static [&'static str],
        carries_key: bool,
        carriers: &'static [&'static str],
    }
    #[derive(Serialize)]
    struct CarrierOut<'a> {
        id: &'a str,
        title: &'a str,
        recognised_by: &'a str,
    }
    let formats = formats.iter().map(|format| FormatOut {
        id: format.id.as_str(),
        title: format.title,
        versions: format.versions,
        algorithms: format.algorithms,
        labels: format.labels,
        carries_key: format.carries_key,
        carriers: format.carriers,
    });
    let carriers = carriers.iter().map(|c| CarrierOut { id: c.id, title: c.title, recognised_by: c.recognised_by });
    to_json(&Out { schema: "eichrecht-formats/1", formats: formats.collect(), carriers: carriers.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use eichrecht_model::FormatId;

    #[test]
    fn every_format_and_carrier_is_listed() {
        let format = FormatInfo {
            id: FormatId("ocmf"),
            title: "Open Charge Metering Format",
            versions: "0.4 to 1.4.1",
            algorithms: "ECDSA",
            labels: &["OCMF"],
            carries_key: false,
            carriers: &["safe-xml"],
        };
        let carrier = Carrier { id: "safe-xml", title: "Transparency XML", recognised_by: "root element values" };
        for language in [Language::German, Language::English] {
            let text = formats_list(&[format], &[carrier], language, Style::default());
            for part in ["ocmf", "Open Charge Metering Format", "0.4 to 1.4.1", "ECDSA", "OCMF", "safe-xml", "root element values"] {
                assert!(text.contains(part), "{part} in {text}");
            }
            assert_eq!(text.matches("Transparency XML").count(), 2, "{text}");
        }
        let json: serde_json::Value = serde_json::from_str(&formats_json(&[format], &[carrier])).unwrap();
        assert_eq!(json["formats"][0]["id"], "ocmf");
        assert_eq!(json["formats"][0]["carriers"][0], "safe-xml");
        assert_eq!(json["carriers"][0]["id"], "safe-xml");
    }
}

//! The languages of reports.

/// Language of a report. Codes, JSON keys and names of rules are the same in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// German.
    German,
    /// English.
    English,
}

impl Language {
    /// The tag: `de` or `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// The language for a locale like `de_AT.UTF-8` or `de-DE`; English for everything that is not German.
    #[must_use]
    pub fn from_locale(locale: &str) -> Self {
        let primary = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("de") { Self::German } else { Self::English }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn german_for_german_locales_only() {
        for locale in ["de", "DE", "de_DE.UTF-8", "de-AT", "de@euro"] {
            assert_eq!(Language::from_locale(locale), Language::German, "{locale}");
        }
        for locale in ["", "C", "en_GB", "dem", "fr_CH", "nds-DE"] {
            assert_eq!(Language::from_locale(locale), Language::English, "{locale}");
        }
    }
}

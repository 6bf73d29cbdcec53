//! Dates in texts and file names.

use jiff::civil::Date;

/// Years in which a register can have been made; anything else is some other number.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;

/// A date as people write it: `2026-09-01`, `01.09.2026`, `1.9.26` is none. An ISO time behind it is left out.
pub(crate) fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    let day = text.split(['T', ' ']).next()?;
    let date = if day.contains('.') {
        let mut parts = day.split('.');
        let (d, m, y) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && y.len() == 4).then(|| numbers(y, m, d))?
    } else {
        let mut parts = day.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && y.len() == 4).then(|| numbers(y, m, d))?
    }?;
    YEARS.contains(&date.year()).then_some(date)
}

fn numbers(year: &str, month: &str, day: &str) -> Option<Date> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if ![year, month, day].into_iter().all(digits) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The date in a line above the header such as `Letzte Aktualisierung vom: 01.09.2026`, `Stand: 2026-09-01`.
pub(crate) fn in_preamble(text: &str) -> Option<Date> {
    let lower = text.to_lowercase();
    let mark = ["aktualisierung", "stand", "as of", "date"].into_iter().find_map(|mark| lower.find(mark).map(|at| at + mark.len()))?;
    words(lower.get(mark..)?).find_map(parse)
}

/// The date in a file name: `Ladesaeulenregister_BNetzA_2026-09-01.csv`, `list_20260901.csv`. The last one counts.
pub(crate) fn in_name(name: &str) -> Option<Date> {
    let file = name.rsplit(['/', '\\']).next()?;
    words(file).filter_map(|word| parse(word).or_else(|| compact(word))).last()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').map(|word| word.trim_matches(['.', '-']))
}

fn compact(word: &str) -> Option<Date> {
    let date = match (word.len(), word.get(..4), word.get(4..6), word.get(6..)) {
        (8, Some(year), Some(month), Some(day)) => numbers(year, month, day)?,
        _ => return None,
    };
    YEARS.contains(&date.year()).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_they_stand_in_files_and_names() {
        let first = Some(jiff::civil::date(2026, 9, 1));
        for text in ["2026-09-01", "01.09.2026", "1.9.2026", " 2026-09-01 ", "2026-09-01T12:00:00Z", "2026-09-01 00:00:00"] {
            assert_eq!(parse(text), first, "{text}");
        }
        for text in ["", "1.9.26", "31.02.2026", "2026-9", "2026-09-01-02", "01.09.2026.1", "0026-09-01", "+26-09-01", "not yet"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(in_preamble("Letzte Aktualisierung vom: 01.09.2026"), first);
        assert_eq!(in_preamble("Stand: 2026-09-01, alle Angaben ohne Gewähr"), first);
        assert_eq!(in_preamble("Telefon 01.09.2026"), None);
        for name in ["x/Ladesaeulenregister_BNetzA_2026-09-01.csv", "list_20260901.csv", "01.09.2026.xlsx", "2025-01-01-to-2026-09-01.csv"]
        {
            assert_eq!(in_name(name), first, "{name}");
        }
        assert_eq!(in_name("register-12345678.csv"), None);
        assert_eq!(in_name("2026-09-01/register.csv"), None);
    }
}

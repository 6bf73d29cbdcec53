//! `eichrecht formats`: what can be read.

use eichrecht::model::FormatInfo;
use eichrecht_report::{self as report, Carrier};

use crate::args::{Lang, List, ListForm};
use crate::exit::{Exit, Trouble};
use crate::output::{language, style, write};

pub(crate) fn run(list: &List, lang: Option<Lang>) -> Result<Exit, Trouble> {
    let formats: Vec<FormatInfo> = eichrecht::formats().iter().map(|format| format.info()).collect();
    let carriers: Vec<Carrier<'_>> = eichrecht::carriers()
        .iter()
        .map(|carrier| Carrier { id: carrier.id, title: carrier.title, recognised_by: carrier.recognised_by })
        .collect();
    write(&match list.output {
        ListForm::Text => report::formats_list(&formats, &carriers, language(lang), style()),
        ListForm::Json => report::formats_json(&formats, &carriers),
    })?;
    Ok(Exit::Fine)
}

//! `eichrecht rules`: all rules.

use eichrecht_report as report;

use crate::args::{Lang, List, ListForm};
use crate::exit::{Exit, Trouble};
use crate::output::{language, style, write};

pub(crate) fn run(list: &List, lang: Option<Lang>) -> Result<Exit, Trouble> {
    write(&match list.output {
        ListForm::Text => report::rule_list(language(lang), style()),
        ListForm::Json => report::rule_list_json(language(lang)),
    })?;
    Ok(Exit::Fine)
}

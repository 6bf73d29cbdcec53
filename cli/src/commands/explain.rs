//! `eichrecht explain`: the page of a rule.

use eichrecht::rules;
use eichrecht_report::{self as report, visible};

use crate::args::{Explain, Lang, ListForm};
use crate::exit::{Exit, Trouble};
use crate::output::{language, style, write};

pub(crate) fn run(explain: &Explain, lang: Option<Lang>) -> Result<Exit, Trouble> {
    let Some(rule) = rules::find(explain.code.trim()) else {
        let code = visible(&explain.code).into_owned();
        return Err(Trouble::Usage(format!("there is no rule {code}; `eichrecht rules` lists all of them")));
    };
    write(&match explain.output {
        ListForm::Text => report::explain(rule, language(lang), style()),
        ListForm::Json => report::explain_json(rule, language(lang)),
    })?;
    Ok(Exit::Fine)
}

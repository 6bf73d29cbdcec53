//! `eichrecht verify`: the main job.

use eichrecht::model::Limits;
use eichrecht::{Input, Verifier};
use eichrecht_report as report;

use super::evidence::Wanted;
use super::keys::{directory, given_key};
use crate::args::{Lang, ReportForm, Verify};
use crate::exit::{Exit, Trouble};
use crate::output::{TOOL, language, now, style, write};
use crate::source;

pub(crate) fn run(verify: &Verify, lang: Option<Lang>) -> Result<Exit, Trouble> {
    let language = language(lang);
    let limits = Limits::default();
    if verify.inputs.iter().filter(|input| *input == source::STDIN).count() > 1 {
        return Err(Trouble::Usage("standard input (-) can be read once only".to_owned()));
    }
    let mut verifier = Verifier::new().require_origin(verify.require_key_origin.into()).now(now());
    if let Some(directory) = directory(&verify.store, language)? {
        verifier = verifier.key_directory(directory);
    }
    let mut keys = Vec::new();
    for argument in &verify.keys {
        let key = given_key(argument, language, &limits)?;
        verifier = verifier.key(eichrecht::model::KeyOrigin::User, &key.name, key.bytes.clone());
        keys.push(key);
    }
    if let Some(bill) = verify.bill.request(&limits)? {
        verifier = verifier.bill(bill);
    }
    let wanted = Wanted::new(verify)?;
    let inputs: Vec<Input> = verify.inputs.iter().map(|argument| source::input(argument, limits.input_bytes)).collect();
    let kept = wanted.as_ref().map(|_| inputs.clone());
    let assessment = verifier.verify(inputs);
    if let (Some(wanted), Some(inputs)) = (wanted, kept) {
        wanted.write(&inputs, &keys, &assessment, language, &verifier)?;
    }
    let text = match verify.output {
        ReportForm::Text => report::text(&assessment, language, style(), TOOL),
        ReportForm::Json => report::json(&assessment, language, TOOL),
        ReportForm::Csv => report::csv(&assessment, language),
    };
    write(&text)?;
    Ok(assessment.verdict.into())
}

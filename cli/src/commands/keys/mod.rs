//! `eichrecht keys`: the key store, and keys given to other commands.

mod decode;
mod import;
mod pin;
mod show;
mod store;

pub(crate) use decode::{KeyBytes, given_key};
pub(crate) use store::directory;
#[cfg(feature = "batch")]
pub(crate) use store::mark;

use crate::args::{Keys, KeysCommand, Lang};
use crate::exit::{Exit, Trouble};
use crate::output::language;

pub(crate) fn run(keys: &Keys, lang: Option<Lang>) -> Result<Exit, Trouble> {
    let language = language(lang);
    let place = keys.store.as_deref();
    match &keys.command {
        KeysCommand::Decode(arguments) => decode::run(arguments, language),
        KeysCommand::Import(arguments) => import::run(arguments, place, language),
        KeysCommand::Pin(arguments) => pin::pin(arguments, place, language),
        KeysCommand::Unpin(arguments) => pin::unpin(arguments, place, language),
        KeysCommand::Find(arguments) => show::find(arguments, place, language),
        KeysCommand::List(arguments) => show::list(arguments, place, language),
        KeysCommand::History(arguments) => show::history(arguments, place, language),
        KeysCommand::Export(arguments) => show::export(arguments, place, language),
    }
}

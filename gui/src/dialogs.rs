//! Asking for files. The window never waits for an answer: it comes when it comes.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

use rfd::AsyncFileDialog;

use crate::export::Form;

/// What files are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Files to verify.
    Open,
    /// Folders to verify.
    OpenFolder,
    /// A public key.
    Key,
    /// A register or list of keys to import.
    Register,
    /// A bill.
    Bill,
    /// A ledger.
    Ledger,
    /// Where to write a report.
    Save(Form),
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// What was asked.
    pub purpose: Purpose,
    /// The files; empty when the user chose none.
    pub paths: Vec<PathBuf>,
}

/// Who asks for files: the system, or a test.
pub trait Dialogs {
    /// Asks; the answer goes to `answer`, and `wake` is called behind it.
    fn ask(&mut self, purpose: Purpose, title: &str, answer: Sender<Picked>, wake: Box<dyn Fn() + Send>);
}

/// The dialogs of the system.
pub(crate) struct SystemDialogs;

impl Dialogs for SystemDialogs {
    fn ask(&mut self, purpose: Purpose, title: &str, answer: Sender<Picked>, wake: Box<dyn Fn() + Send>) {
        let dialog = AsyncFileDialog::new().set_title(title);
        // macOS wants the dialog made on the main thread, which this is; waiting can be done on any.
        let reply = {
            let purpose = purpose.clone();
            move |paths: Vec<PathBuf>| {
                let _ = answer.send(Picked { purpose, paths });
                wake();
            }
        };
        let path = |file: rfd::FileHandle| file.path().to_owned();
        match purpose {
            Purpose::Save(form) => {
                let asked = dialog.set_file_name(format!("eichrecht.{}", form.ending())).save_file();
                wait(move || reply(pollster::block_on(asked).into_iter().map(path).collect()));
            }
            Purpose::OpenFolder => {
                let asked = dialog.pick_folders();
                wait(move || reply(pollster::block_on(asked).into_iter().flatten().map(path).collect()));
            }
            Purpose::Open => {
                let asked = dialog.pick_files();
                wait(move || reply(pollster::block_on(asked).into_iter().flatten().map(path).collect()));
            }
            Purpose::Key | Purpose::Register | Purpose::Bill | Purpose::Ledger => {
                let asked = dialog.pick_file();
                wait(move || reply(pollster::block_on(asked).into_iter().map(path).collect()));
            }
        }
    }
}

fn wait(work: impl FnOnce() + Send + 'static) {
    // Without a thread there is no dialog; nothing else is lost.
    let _ = thread::Builder::new().name("dialog".to_owned()).spawn(work);
}

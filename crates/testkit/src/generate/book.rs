//! Collects cases and files.

use std::collections::BTreeMap;

use crate::case::{Case, CaseFile, Expected, ExpectedRecord, ExpectedTransaction, GivenKey, SCHEMA};

use super::keys::Key;

/// Everything that is written: path relative to the folder of the vectors, and content.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A group of cases in the making.
pub struct Group {
    folder: String,
    case_file: String,
    file: CaseFile,
    files: Files,
}

impl Group {
    /// An empty group below `ocmf/`.
    #[must_use]
    pub fn new(name: &str, description: &str) -> Self {
        let mut group = Self::in_folder(&format!("ocmf/{name}"), name, description);
        group.case_file = format!("ocmf/{name}.json");
        group
    }

    /// An empty group of a format, `<id>.json` with its files below `<id>/`.
    #[must_use]
    pub fn of_format(id: &str, description: &str) -> Self {
        let mut group = Self::in_folder(id, id, description);
        group.case_file = format!("{id}.json");
        group
    }

    /// An empty group whose case file lies beside its files.
    #[must_use]
    pub fn in_folder(folder: &str, name: &str, description: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            case_file: format!("{folder}/cases.json"),
            file: CaseFile { schema: SCHEMA.to_owned(), group: name.to_owned(), description: description.to_owned(), cases: Vec::new() },
            files: Files::new(),
        }
    }

    /// Starts a case; its verdict puts it in.
    pub fn case(&mut self, name: &str, description: &str) -> Draft<'_> {
        let id = format!("{}/{name}", self.file.group);
        assert!(self.file.cases.iter().all(|case| case.id != id), "two cases are called {id}");
        Draft {
            file_stem: name.replace('/', "-"),
            case: Case {
                id,
                description: description.to_owned(),
                flags: Vec::new(),
                derived_from: None,
                alteration: None,
                inputs: Vec::new(),
                keys: Vec::new(),
                registers: Vec::new(),
                require_key_origin: None,
                now: None,
                bill: None,
                expected: Expected {
                    verdict: String::new(),
                    bill: None,
                    records: Vec::new(),
                    transactions: Vec::new(),
                    findings: Vec::new(),
                    errors: Vec::new(),
                },
            },
            group: self,
        }
    }

    /// Adds the group's files, case file included.
    pub fn write_to(self, files: &mut Files) {
        let mut text = serde_json::to_string_pretty(&self.file).unwrap();
        text.push('\n');
        files.insert(self.case_file, text.into_bytes());
        files.extend(self.files);
    }
}

/// A case in the making.
#[must_use = "a case counts only when it is done()"]
pub struct Draft<'a> {
    group: &'a mut Group,
    file_stem: String,
    case: Case,
}

impl Draft<'_> {
    /// Why the case exists.
    pub fn flag(mut self, flag: &str) -> Self {
        self.case.flags.push(flag.to_owned());
        self
    }

    /// The genuine case this is an alteration of, and what was altered.
    pub fn altered(mut self, from: &str, alteration: &str) -> Self {
        self.case.derived_from = Some(from.to_owned());
        self.case.alteration = Some(alteration.to_owned());
        self
    }

    /// An input named after the case.
    pub fn input(self, extension: &str, content: impl AsRef<[u8]>) -> Self {
        let name = format!("{}.{extension}", self.file_stem);
        self.file(&name, content)
    }

    /// An input of this name.
    pub fn file(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = format!("{}/{name}", self.group.folder);
        let before = self.group.files.insert(path.clone(), content.as_ref().to_vec());
        assert!(before.is_none(), "two files are called {path}");
        self.case.inputs.push(path);
        self
    }

    /// An input that another case of the group brought.
    pub fn input_again(mut self, name: &str) -> Self {
        let path = format!("{}/{name}", self.group.folder);
        assert!(self.group.files.contains_key(&path), "there is no file {path} yet");
        self.case.inputs.push(path);
        self
    }

    /// A bare record as input.
    pub fn ocmf(self, record: impl AsRef<[u8]>) -> Self {
        self.input("ocmf", record)
    }

    /// A key from the folder of keys, given by the user.
    pub fn key(mut self, key: &Key) -> Self {
        let path = format!("keys/{}.pem", key.file_name());
        self.case.keys.push(GivenKey { path: Some(path), text: None, origin: "user".to_owned() });
        self
    }

    /// A file of its own with a key, given by the user.
    pub fn key_file(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = format!("{}/{name}", self.group.folder);
        let before = self.group.files.insert(path.clone(), content.as_ref().to_vec());
        assert!(before.is_none(), "two files are called {path}");
        self.case.keys.push(GivenKey { path: Some(path), text: None, origin: "user".to_owned() });
        self
    }

    /// A key given by the user as text.
    pub fn key_text(mut self, text: impl Into<String>) -> Self {
        self.case.keys.push(GivenKey { path: None, text: Some(text.into()), origin: "user".to_owned() });
        self
    }

    /// A key of the folder of keys, from a register.
    pub fn register_key(self, key: &Key) -> Self {
        let mut draft = self.key(key);
        draft.case.keys.iter_mut().rev().take(1).for_each(|key| "register".clone_into(&mut key.origin));
        draft
    }

    /// A register to look keys up in.
    pub fn register(mut self, name: &str) -> Self {
        self.case.registers.push(format!("registers/{name}.csv"));
        self
    }

    /// The least origin that may count.
    pub fn require(mut self, origin: &str) -> Self {
        self.case.require_key_origin = Some(origin.to_owned());
        self
    }

    /// The present.
    pub fn now(mut self, now: &str) -> Self {
        self.case.now = Some(now.to_owned());
        self
    }

    /// A bill of these figures: `energy`, `start`, `end`, `total`, `evse`, `tariff`; and the verdict on it alone.
    pub fn bill(mut self, verdict: &str, figures: &[(&str, &str)]) -> Self {
        let bill = self.case.bill.get_or_insert_default();
        for (name, text) in figures {
            let figure = match *name {
                "energy" => &mut bill.energy,
                "start" => &mut bill.start,
                "end" => &mut bill.end,
                "total" => &mut bill.total,
                "evse" => &mut bill.evse,
                "tariff" => &mut bill.tariff,
                other => panic!("{other} is no figure of a bill"),
            };
            *figure = Some((*text).to_owned());
        }
        self.case.expected.bill = Some(verdict.to_owned());
        self
    }

    /// A bill as a file of its own, and the verdict on it alone.
    pub fn bill_file(mut self, verdict: &str, name: &str, content: &str) -> Self {
        let path = self.own_file(name, content);
        self.case.bill.get_or_insert_default().path = Some(path);
        self.case.expected.bill = Some(verdict.to_owned());
        self
    }

    /// A tariff as a file of its own.
    pub fn tariff_file(mut self, name: &str, content: &str) -> Self {
        let path = self.own_file(name, content);
        self.case.bill.get_or_insert_default().tariff_path = Some(path);
        self
    }

    /// A file beside the inputs; several cases may share it.
    fn own_file(&mut self, name: &str, content: &str) -> String {
        let path = format!("{}/{name}", self.group.folder);
        let before = self.group.files.insert(path.clone(), content.as_bytes().to_vec());
        assert!(before.is_none_or(|before| before == content.as_bytes()), "two files are called {path}");
        path
    }

    /// `count` records with a valid signature.
    pub fn valid(mut self, count: usize) -> Self {
        self.case.expected.records.extend((0..count).map(|_| ExpectedRecord { signature: "valid".to_owned(), reason: None }));
        self
    }

    /// A record with an invalid signature.
    pub fn invalid(mut self, reason: &str) -> Self {
        self.case.expected.records.push(ExpectedRecord { signature: "invalid".to_owned(), reason: Some(reason.to_owned()) });
        self
    }

    /// A record whose signature cannot be checked.
    pub fn not_checked(mut self, reason: &str) -> Self {
        self.case.expected.records.push(ExpectedRecord { signature: "not-checked".to_owned(), reason: Some(reason.to_owned()) });
        self
    }

    /// A transaction whose energy is proven.
    pub fn proven(mut self, energy: &str) -> Self {
        let energy = Some(energy.to_owned());
        self.case.expected.transactions.push(ExpectedTransaction { energy: energy.clone(), stated_energy: energy });
        self
    }

    /// A transaction that states an energy without proof.
    pub fn stated(mut self, energy: &str) -> Self {
        self.case.expected.transactions.push(ExpectedTransaction { energy: None, stated_energy: Some(energy.to_owned()) });
        self
    }

    /// A transaction that states no energy.
    pub fn no_energy(mut self) -> Self {
        self.case.expected.transactions.push(ExpectedTransaction { energy: None, stated_energy: None });
        self
    }

    /// The codes of all findings.
    pub fn findings(mut self, codes: &[&str]) -> Self {
        self.case.expected.findings.extend(codes.iter().map(|code| (*code).to_owned()));
        self.case.expected.findings.sort();
        self.case.expected.findings.dedup();
        self
    }

    /// The kinds of all errors.
    pub fn errors(mut self, kinds: &[&str]) -> Self {
        self.case.expected.errors.extend(kinds.iter().map(|kind| (*kind).to_owned()));
        self.case.expected.errors.sort();
        self
    }

    fn done(mut self, verdict: &str) {
        assert!(!self.case.inputs.is_empty(), "{} has no input", self.case.id);
        verdict.clone_into(&mut self.case.expected.verdict);
        self.group.file.cases.push(self.case);
    }

    /// Puts the case in: everything holds.
    pub fn verified(self) {
        self.done("verified");
    }

    /// Puts the case in: everything holds, something is to be looked at.
    pub fn warned(self) {
        self.done("verified-with-warnings");
    }

    /// Puts the case in: it cannot be checked.
    pub fn unchecked(self) {
        self.done("not-checked");
    }

    /// Puts the case in: it must fail.
    pub fn failed(self) {
        self.done("failed");
    }
}

//! Evidence bundles written by hand, after `docs/evidence.md` and not with the code that makes them.

use sha2::{Digest, Sha256};

use super::archive::{Member, zip};

/// First line of a list.
pub const MARK: &str = "# eichrecht-evidence/1\n";

/// A report as far as it is recognised.
pub const REPORT: &str = "{\n  \"schema\": \"eichrecht-report/1\",\n  \"verdict\": \"verified\",\n  \"inputs\": []\n}\n";

/// A bundle in the making: what its list says, and what lies in it.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    remarks: Vec<String>,
    listed: Vec<(String, String)>,
    members: Vec<Member>,
}

impl Bundle {
    /// A bundle of one input.
    #[must_use]
    pub fn of(name: &str, content: impl AsRef<[u8]>) -> Self {
        Self::default().input(name, content)
    }

    /// One more input.
    #[must_use]
    pub fn input(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let number = self.members.iter().filter(|member| member.name().starts_with("inputs/")).count() + 1;
        self.member(&format!("inputs/{number}/{name}"), content)
    }

    /// One more member.
    #[must_use]
    pub fn member(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.listed.push((sha256(content.as_ref()), name.to_owned()));
        self.unlisted(name, content)
    }

    /// A member that the list does not name.
    #[must_use]
    pub fn unlisted(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.members.push(Member::new(name, content));
        self
    }

    /// The report in JSON.
    #[must_use]
    pub fn report(self) -> Self {
        self.member("report.json", REPORT)
    }

    /// A line of the list that is for people, or names what could not be read.
    #[must_use]
    pub fn remark(mut self, text: &str) -> Self {
        self.remarks.push(text.to_owned());
        self
    }

    /// Puts other bytes in the place of a member's; the list stays as it was.
    #[must_use]
    pub fn altered(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.members.retain(|member| member.name() != name);
        self.unlisted(name, content)
    }

    /// Takes a member out; the list stays as it was.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.members.retain(|member| member.name() != name);
        self
    }

    /// The list.
    #[must_use]
    pub fn list(&self) -> String {
        let remarks = self.remarks.iter().map(|text| format!("# {text}\n"));
        let members = self.listed.iter().map(|(hash, name)| format!("{hash}  {name}\n"));
        remarks.chain(members).fold(MARK.to_owned(), |list, line| list + &line)
    }

    /// The archive.
    #[must_use]
    pub fn zip(&self) -> Vec<u8> {
        self.zip_with(&self.list())
    }

    /// The archive with another list.
    #[must_use]
    pub fn zip_with(&self, list: &str) -> Vec<u8> {
        let list = Member::new("MANIFEST", list);
        zip(&std::iter::once(list).chain(self.members.iter().cloned()).collect::<Vec<_>>())
    }
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

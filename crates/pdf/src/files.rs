//! The attached files of a document.

use std::collections::HashSet;

use crate::document::{Document, Loaded};
use crate::object::{Dictionary, Id, Object};
use crate::{Attachment, Attachments, Problem};

/// Keys under which a file is embedded, ISO 32000-2, table 43. Usually both of the first name one stream.
const EMBEDDED: [&[u8]; 5] = [b"UF", b"F", b"Unix", b"Mac", b"DOS"];

/// Finds all attachments, each once.
pub(crate) fn find(document: &mut Document<'_>) -> Attachments {
    let mut search = Search { document, files: Vec::new(), problems: Vec::new(), seen: HashSet::new(), met: HashSet::new() };
    if let Err(problem) = search.all() {
        search.problem(problem);
    }
    let Search { files, problems, .. } = search;
    Attachments { files, problems, repaired: document.repaired, unpacked: document.filters.unpacked }
}

struct Search<'s, 'a> {
    document: &'s mut Document<'a>,
    files: Vec<Attachment>,
    problems: Vec<Problem>,
    /// Nodes of trees that were visited: a tree may contain itself.
    seen: HashSet<Id>,
    /// Streams and outside names that were taken.
    met: HashSet<Met>,
}

#[derive(PartialEq, Eq, Hash)]
enum Met {
    Stream(Id),
    Outside(String),
}

impl Search<'_, '_> {
    /// Errors are those that end the whole search.
    fn all(&mut self) -> Result<(), Problem> {
        let catalogue = self.document.root().unwrap_or_default();
        if let Some(names) = self.dictionary(catalogue.get(b"Names"))?
            && let Some(tree) = names.get(b"EmbeddedFiles")
        {
            self.name_tree(tree)?;
        }
        self.associated(&catalogue)?;
        match catalogue.get(b"Pages") {
            Some(pages) => self.pages(pages),
            None => Ok(()),
        }
    }

    /// Keeps a problem, and ends the search if going on is of no use.
    fn lenient<T>(&mut self, result: Result<T, Problem>) -> Result<Option<T>, Problem> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(problem @ (Problem::TooManyObjects | Problem::TooManyBytes | Problem::TooManyAttachments)) => Err(problem),
            Err(problem) => {
                self.problem(problem);
                Ok(None)
            }
        }
    }

    fn problem(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn object(&mut self, object: Option<&Object>) -> Result<Option<Loaded>, Problem> {
        let Some(object) = object else { return Ok(None) };
        let loaded = self.document.resolve(object);
        self.lenient(loaded)
    }

    fn dictionary(&mut self, object: Option<&Object>) -> Result<Option<Dictionary>, Problem> {
        Ok(self.object(object)?.and_then(Loaded::dictionary))
    }

    fn array(&mut self, object: Option<&Object>) -> Result<Vec<Object>, Problem> {
        Ok(match self.object(object)? {
            Some(Loaded::Object(Object::Array(items))) => items,
            _ => Vec::new(),
        })
    }

    /// `false` for a node that was visited before.
    fn is_new(&mut self, node: &Object) -> bool {
        match node {
            Object::Reference(id) => self.seen.insert(*id),
            _ => true,
        }
    }

    /// ISO 32000-2, 7.9.6.
    fn name_tree(&mut self, root: &Object) -> Result<(), Problem> {
        let mut nodes = vec![root.clone()];
        while let Some(node) = nodes.pop() {
            if !self.is_new(&node) {
                continue;
            }
            let Some(node) = self.dictionary(Some(&node))? else { continue };
            let pairs = self.array(node.get(b"Names"))?;
            for pair in pairs.chunks_exact(2) {
                if let [name, file] = pair {
                    self.file(file, Some(name))?;
                }
            }
            nodes.extend(self.array(node.get(b"Kids"))?.into_iter().rev());
        }
        Ok(())
    }

    /// The files associated with something.
    fn associated(&mut self, with: &Dictionary) -> Result<(), Problem> {
        self.array(with.get(b"AF"))?.iter().try_for_each(|file| self.file(file, None))
    }

    fn pages(&mut self, root: &Object) -> Result<(), Problem> {
        let mut nodes = vec![root.clone()];
        while let Some(node) = nodes.pop() {
            if !self.is_new(&node) {
                continue;
            }
            let Some(node) = self.dictionary(Some(&node))? else { continue };
            self.associated(&node)?;
            for annotation in self.array(node.get(b"Annots"))? {
                if !self.is_new(&annotation) {
                    continue;
                }
                let Some(annotation) = self.dictionary(Some(&annotation))? else { continue };
                self.associated(&annotation)?;
                if annotation.get(b"Subtype").is_some_and(|kind| kind.is_name(b"FileAttachment"))
                    && let Some(file) = annotation.get(b"FS")
                {
                    self.file(file, None)?;
                }
            }
            nodes.extend(self.array(node.get(b"Kids"))?.into_iter().rev());
        }
        Ok(())
    }

    /// Takes a file specification, ISO 32000-2, 7.11.3.
    fn file(&mut self, file: &Object, key: Option<&Object>) -> Result<(), Problem> {
        let specification = match self.object(Some(file))? {
            Some(Loaded::Object(Object::String(name))) => return self.outside(text(&name)),
            Some(loaded) => loaded.dictionary(),
            None => None,
        };
        let Some(specification) = specification else { return Ok(()) };
        let mut name = String::new();
        for source in [specification.get(b"UF"), specification.get(b"F"), key] {
            if let Some(Loaded::Object(Object::String(found))) = self.object(source)?
                && name.is_empty()
            {
                name = text(&found);
            }
        }
        let Some(embedded) = self.dictionary(specification.get(b"EF"))? else { return self.outside(name) };
        for key in EMBEDDED {
            let Some(Object::Reference(id)) = embedded.get(key) else { continue };
            if !self.met.insert(Met::Stream(*id)) {
                continue;
            }
            let content = self.embedded(*id);
            // Bounds for the whole document end the search; the file itself is then not there either.
            if let Err(problem @ (Problem::TooManyObjects | Problem::TooManyBytes)) = content {
                return Err(problem);
            }
            self.take(Attachment { name: name.clone(), content: Some(content) })?;
        }
        Ok(())
    }

    fn embedded(&mut self, id: Id) -> Result<Vec<u8>, Problem> {
        match self.document.load(id)? {
            Loaded::Stream(dictionary, range) => self.document.content(&dictionary, range),
            Loaded::Object(_) => Err(Problem::Damaged("an attachment that is not there")),
        }
    }

    fn outside(&mut self, name: String) -> Result<(), Problem> {
        if self.met.insert(Met::Outside(name.clone())) { self.take(Attachment { name, content: None }) } else { Ok(()) }
    }

    fn take(&mut self, file: Attachment) -> Result<(), Problem> {
        if self.files.len() >= self.document.bounds.attachments {
            return Err(Problem::TooManyAttachments);
        }
        self.files.push(file);
        Ok(())
    }
}

/// A text, ISO 32000-2, 7.9.2.2. Of PDFDocEncoding only the part that is also ISO 8859-1 is told apart.
fn text(bytes: &[u8]) -> String {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, _) = bytes.as_chunks::<2>();
        String::from_utf16_lossy(&pairs.iter().map(|pair| unit(*pair)).collect::<Vec<u16>>())
    };
    match bytes {
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        },
    }
}

//! PDF documents written by hand, with nothing compressed, so that they can be read in an editor.

/// A document in the making: the catalogue is object 1, its page 3.
#[derive(Clone, Debug)]
pub struct Pdf {
    catalogue: String,
    page: String,
    trailer: String,
    objects: Vec<Vec<u8>>,
}

impl Default for Pdf {
    fn default() -> Self {
        Self::new()
    }
}

impl Pdf {
    /// A document of one page with a line of text.
    #[must_use]
    pub fn new() -> Self {
        let mut pdf = Self { catalogue: String::new(), page: String::new(), trailer: String::new(), objects: Vec::new() };
        pdf.stream("", b"BT /F1 12 Tf 72 770 Td (Receipt: 99.99 kWh. What is printed is not evidence.) Tj ET");
        pdf
    }

    /// Adds an object; its number.
    pub fn object(&mut self, body: impl AsRef<[u8]>) -> usize {
        self.objects.push(body.as_ref().to_vec());
        self.objects.len() + 3
    }

    /// Adds a stream; its number.
    pub fn stream(&mut self, entries: &str, content: &[u8]) -> usize {
        let head = format!("<<{entries}/Length {}>>\nstream\n", content.len());
        self.object([head.as_bytes(), content, b"\nendstream"].concat())
    }

    /// Adds a file with its specification; the number of that.
    pub fn file(&mut self, name: &str, content: impl AsRef<[u8]>) -> usize {
        let stream = self.stream("/Type/EmbeddedFile", content.as_ref());
        self.object(format!("<</Type/Filespec/F({name})/UF({name})/EF<</F {stream} 0 R/UF {stream} 0 R>>/AFRelationship/Data>>"))
    }

    /// Adds entries to the catalogue.
    #[must_use]
    pub fn catalogue(mut self, entries: &str) -> Self {
        self.catalogue.push_str(entries);
        self
    }

    /// Adds entries to the page.
    #[must_use]
    pub fn page(mut self, entries: &str) -> Self {
        self.page.push_str(entries);
        self
    }

    /// Adds entries to the trailer.
    #[must_use]
    pub fn trailer(mut self, entries: &str) -> Self {
        self.trailer.push_str(entries);
        self
    }

    /// A document with files in its name tree, and associated as PDF/A-3 wants it.
    #[must_use]
    pub fn with_files(files: &[(&str, &[u8])]) -> Self {
        let mut pdf = Self::new();
        let numbers: Vec<(&str, usize)> = files.iter().map(|(name, content)| (*name, pdf.file(name, content))).collect();
        let names: String = numbers.iter().map(|(name, number)| format!("({name}) {number} 0 R ")).collect();
        let associated: String = numbers.iter().map(|(_, number)| format!("{number} 0 R ")).collect();
        pdf.catalogue(&format!("/Names<</EmbeddedFiles<</Names[{names}]>>>>/AF[{associated}]"))
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let fixed = [
            format!("<</Type/Catalog/Pages 2 0 R{}>>", self.catalogue).into_bytes(),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>{}>>",
                self.page
            )
            .into_bytes(),
        ];
        let mut bytes = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        let mut offsets = Vec::new();
        for (index, object) in fixed.iter().chain(&self.objects).enumerate() {
            offsets.push(bytes.len());
            bytes.extend(format!("{} 0 obj\n", index + 1).into_bytes());
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        let start = bytes.len();
        let size = offsets.len() + 1;
        bytes.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").into_bytes());
        offsets.iter().for_each(|offset| bytes.extend(format!("{offset:010} 00000 n \n").into_bytes()));
        bytes.extend(format!("trailer\n<</Size {size}/Root 1 0 R{}>>\nstartxref\n{start}\n%%EOF\n", self.trailer).into_bytes());
        bytes
    }
}

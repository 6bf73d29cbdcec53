//! Archives written by hand: nothing is compressed, no date is told, so the same bytes come out on every run.

/// A file or, when its name ends with `/`, a folder.
#[derive(Clone, Debug)]
pub struct Member {
    name: String,
    content: Vec<u8>,
}

impl Member {
    /// A file of this name.
    #[must_use]
    pub fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        Self { name: name.to_owned(), content: content.as_ref().to_vec() }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is in it.
    #[must_use]
    pub fn content(&self) -> &[u8] {
        &self.content
    }
}

/// A ZIP archive, its members stored. Layout: APPNOTE.TXT of PKWARE, version 2.0.
#[must_use]
pub fn zip(members: &[Member]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for member in members {
        let offset = length(bytes.len());
        // Version 2.0, no flags, stored, 1 January 1980.
        let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        common.extend(crc32(&member.content).to_le_bytes());
        common.extend(length(member.content.len()).to_le_bytes());
        common.extend(length(member.content.len()).to_le_bytes());
        common.extend(u16::try_from(member.name.len()).unwrap().to_le_bytes());
        common.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(member.name.as_bytes());
        bytes.extend(&member.content);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(member.name.as_bytes());
    }
    let count = u16::try_from(members.len()).unwrap().to_le_bytes();
    let start = length(bytes.len());
    let size = length(directory.len());
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count, count].concat());
    bytes.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}

/// A TAR archive in the form of POSIX 1003.1 (`ustar`).
#[must_use]
pub fn tar(members: &[Member]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for member in members {
        let mut header = [0u8; 512];
        let mut put = |at: usize, text: &str| header[at..at + text.len()].copy_from_slice(text.as_bytes());
        put(0, &member.name);
        put(100, "0000644\0");
        put(108, "0000000\0");
        put(116, "0000000\0");
        put(124, &format!("{:011o}\0", member.content.len()));
        put(136, "00000000000\0");
        put(148, "        ");
        put(156, if member.name.ends_with('/') { "5" } else { "0" });
        put(257, "ustar\x0000");
        let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
        header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        bytes.extend(header);
        bytes.extend(&member.content);
        bytes.resize(bytes.len().next_multiple_of(512), 0);
    }
    bytes.resize(bytes.len() + 1024, 0);
    bytes
}

fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap()
}

/// CRC-32 as ZIP has it: polynomial EDB88320, reflected.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

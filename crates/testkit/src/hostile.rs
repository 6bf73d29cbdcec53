//! Inputs made to cost time or memory, as a user of the command line meets them. They are too large to keep,
//! so they are made when they are needed.

use std::fs::File;
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::generate::pdf::Pdf;

/// One hostile input.
#[derive(Clone, Copy)]
pub struct Hostile {
    /// Name of the file.
    pub name: &'static str,
    /// What it is.
    pub description: &'static str,
    /// Kind of an error that the report must hold.
    pub error: &'static str,
    /// The limit that this error names, if it is one.
    pub limit: Option<&'static str>,
    make: fn(&mut File) -> io::Result<()>,
}

impl Hostile {
    /// Writes the input into a folder.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write_to(&self, folder: &Path) -> io::Result<PathBuf> {
        let path = folder.join(self.name);
        (self.make)(&mut File::create(&path)?)?;
        Ok(path)
    }
}

macro_rules! hostile {
    ($name:literal, $error:literal, $description:literal, $make:expr) => {
        Hostile { name: $name, description: $description, error: $error, limit: None, make: $make }
    };
    ($name:literal, limit $limit:literal, $description:literal, $make:expr) => {
        Hostile { name: $name, description: $description, error: "limit", limit: Some($limit), make: $make }
    };
}

/// All hostile inputs.
pub const HOSTILE: &[Hostile] = &[
    hostile!("sparse.bin", limit "input-bytes", "1 GiB of zeros, sparse", |file| file.set_len(1 << 30)),
    hostile!("zeros.bin", "unknown-content", "100 MiB of zeros, sparse", |file| file.set_len(100 << 20)),
    hostile!("bomb.gz", limit "unpacked-bytes", "1 GiB of zeros in GZIP", |file| zeros_gz(file, 1 << 30)),
    hostile!("twice.gz.gz", limit "unpacked-bytes", "1 GiB of zeros in GZIP in GZIP", |file| {
        let mut inner = Vec::new();
        zeros_gz(&mut inner, 1 << 30)?;
        let mut outer = GzEncoder::new(file, Compression::best());
        outer.write_all(&inner)?;
        outer.finish().map(drop)
    }),
    hostile!("bomb.zip", limit "unpacked-bytes", "1,000 members of 1 MiB of zeros in ZIP", |file| {
        zip(file, (0..1000).map(|number| (format!("{number}.txt"), vec![0; 1 << 20])))
    }),
    hostile!("large-members.zip", limit "unpacked-bytes", "10 members of 100 MiB of zeros in ZIP", |file| {
        zip(file, (0..10).map(|number| (format!("{number}.txt"), vec![0; 100 << 20])))
    }),
    hostile!("nested.zip", limit "archive-depth", "50 ZIP archives in one another", |file| {
        let mut content = b"nothing".to_vec();
        for _ in 0..50 {
            let mut outer = Cursor::new(Vec::new());
            zip(&mut outer, [("inner.zip".to_owned(), content)].into_iter())?;
            content = outer.into_inner();
        }
        file.write_all(&content)
    }),
    hostile!("members.zip", limit "archive-members", "60,000 empty members in ZIP", |file| {
        zip(file, (0..60_000).map(|number| (number.to_string(), Vec::new())))
    }),
    hostile!("objects.pdf", limit "pdf-objects", "a PDF of a million objects", |file| {
        let mut pdf = Pdf::with_files(&[("a.xml", b"<values/>")]);
        for _ in 0..1_000_000 {
            pdf.object("null");
        }
        file.write_all(&pdf.bytes())
    }),
    hostile!("objects-unlisted.pdf", limit "pdf-objects", "a PDF of a million objects without a list of them", |file| {
        let objects: String = (1..1_000_000).map(|number| format!("{number} 0 obj<</Type/Page>>endobj\n")).collect();
        file.write_all(format!("%PDF-1.7\n{objects}").as_bytes())
    }),
    hostile!("endless.pdf", limit "pdf-objects", "a PDF of 100,000 objects each of which goes on to the end", |file| {
        let objects: String = (1..100_000).map(|number| format!("{number} 0 obj(\n")).collect();
        file.write_all(format!("%PDF-1.7\n{objects}trailer<</Root 1 0 R>>{}", "trailer(".repeat(100_000)).as_bytes())
    }),
    hostile!("array.pdf", limit "pdf-objects", "a PDF with an array of 50 million numbers", |file| {
        let pdf = Pdf::new().catalogue(&format!("/AF[{}]", "0 ".repeat(50_000_000)));
        file.write_all(&pdf.bytes())
    }),
    hostile!("bomb.pdf", limit "unpacked-bytes", "a PDF with 1 GiB of zeros attached", |file| {
        let mut zeros = ZlibEncoder::new(Vec::new(), Compression::best());
        io::copy(&mut io::Read::take(io::repeat(0), 1 << 30), &mut zeros)?;
        let mut pdf = Pdf::new();
        let stream = pdf.stream("/Filter/FlateDecode", &zeros.finish()?);
        let specification = pdf.object(format!("<</F(a)/EF<</F {stream} 0 R>>>>"));
        file.write_all(&pdf.catalogue(&format!("/AF[{specification} 0 R]")).bytes())
    }),
    hostile!("claim.png", limit "picture-pixels", "a PNG that claims 60,000 by 60,000 points", |file| {
        file.write_all(b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR")?;
        let head = [60_000_u32.to_be_bytes().as_slice(), &60_000_u32.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        file.write_all(&head)?;
        file.write_all(&crc(&[b"IHDR", head.as_slice()].concat()).to_be_bytes())?;
        file.write_all(b"\0\0\0\x02IDATxx")?;
        file.write_all(&crc(b"IDATxx").to_be_bytes())
    }),
    hostile!("rubbish.png", "picture-unreadable", "a PNG of rubbish", |file| {
        file.write_all(b"\x89PNG\r\n\x1A\n")?;
        file.write_all(&noise(1 << 20))
    }),
    hostile!("shades.png", "picture-without-code", "a PNG of 25 million points", |file| {
        let encoder = PngEncoder::new_with_quality(file, CompressionType::Fast, FilterType::NoFilter);
        encoder.write_image(&shades(1), 5000, 5000, ExtendedColorType::L8).map_err(io::Error::other)
    }),
    hostile!("photograph.jpg", "picture-without-code", "a JPEG of 25 million points in colour", |file| {
        let points = shades(3);
        JpegEncoder::new_with_quality(file, 50).write_image(&points, 5000, 5000, ExtendedColorType::Rgb8).map_err(io::Error::other)
    }),
    hostile!("transparent.png", "picture-without-code", "a PNG of 25 million transparent points, 16 bits a channel", |file| {
        let encoder = PngEncoder::new_with_quality(file, CompressionType::Fast, FilterType::NoFilter);
        encoder.write_image(&vec![0; 12_500_000 * 8], 2500, 5000, ExtendedColorType::Rgba16).map_err(io::Error::other)
    }),
    hostile!("corners.png", limit "picture-marks", "a PNG of 25 million points full of corners of QR codes", |file| {
        let corner = |at: usize| {
            let ring = (at % 5000 % 8).abs_diff(3).max((at / 5000 % 8).abs_diff(3));
            if ring <= 1 || ring == 3 { 0 } else { 255 }
        };
        let points: Vec<u8> = (0..25_000_000).map(corner).collect();
        let encoder = PngEncoder::new_with_quality(file, CompressionType::Fast, FilterType::NoFilter);
        encoder.write_image(&points, 5000, 5000, ExtendedColorType::L8).map_err(io::Error::other)
    }),
    hostile!("layers.svg", limit "svg-elements", "an SVG drawing of 90,000 layers", |file| {
        file.write_all(b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">")?;
        file.write_all("<rect width=\"9\" height=\"9\"/>".repeat(90_000).as_bytes())?;
        file.write_all(b"</svg>")
    }),
    hostile!("deep.xml", limit "xml-depth", "an XML document of a million elements in one another", |file| {
        file.write_all(format!("<values>{}", "<value>".repeat(1_000_000)).as_bytes())
    }),
    hostile!("values.xml", limit "records", "an XML document of 150,000 values", |file| {
        let value = "<value><signedData format=\"OCMF\">OCMF|{\"FV\":\"1.0\"}|{\"SD\":\"00\"}</signedData></value>\n";
        file.write_all(format!("<values>{}</values>", value.repeat(150_000)).as_bytes())
    }),
];

fn zeros_gz(out: impl Write, size: u64) -> io::Result<()> {
    let mut encoder = GzEncoder::new(out, Compression::best());
    io::copy(&mut io::Read::take(io::repeat(0), size), &mut encoder)?;
    encoder.finish().map(drop)
}

fn zip(out: impl Write + io::Seek, members: impl Iterator<Item = (String, Vec<u8>)>) -> io::Result<()> {
    let mut writer = ZipWriter::new(out);
    for (name, content) in members {
        writer.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated))?;
        writer.write_all(&content)?;
    }
    writer.finish()?;
    Ok(())
}

/// Bytes without any pattern, the same on each run.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    (0..length).map(|_| next()).collect()
}

/// 5000 by 5000 points that grow lighter from one corner to the other.
fn shades(channels: usize) -> Vec<u8> {
    let shade = |at: usize| u8::try_from((at % 5000 + at / 5000) / 40).unwrap_or(u8::MAX);
    (0..25_000_000).flat_map(|at| std::iter::repeat_n(shade(at), channels)).collect()
}

/// Checksum of a chunk in a PNG.
fn crc(bytes: &[u8]) -> u32 {
    let mut sum = flate2::Crc::new();
    sum.update(bytes);
    sum.sum()
}

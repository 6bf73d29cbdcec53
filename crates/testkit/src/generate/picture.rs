//! Pictures with QR codes.

use std::io::Cursor;

use image::{ExtendedColorType, ImageEncoder, ImageFormat, codecs};
use qrcode::{Color, EcLevel, QrCode};

/// Dots around a code that must be light.
const MARGIN: usize = 4;
/// Points of the picture for one dot.
const SCALE: usize = 2;

/// A picture of dots, dark or light.
#[derive(Clone, Debug)]
pub struct Dots {
    width: usize,
    dark: Vec<bool>,
}

impl Dots {
    /// The code of some bytes, with its margin. The bytes are put in as they are; no encoding is named.
    #[must_use]
    pub fn code(content: impl AsRef<[u8]>) -> Self {
        let code = QrCode::with_error_correction_level(content, EcLevel::M).unwrap();
        let width = code.width() + 2 * MARGIN;
        let mut dark = vec![false; width * width];
        for (at, colour) in code.to_colors().into_iter().enumerate() {
            dark[(at / code.width() + MARGIN) * width + at % code.width() + MARGIN] = colour == Color::Dark;
        }
        Self { width, dark }
    }

    /// Nothing but light dots.
    #[must_use]
    pub fn blank(width: usize) -> Self {
        Self { width, dark: vec![false; width * width] }
    }

    fn height(&self) -> usize {
        self.dark.len() / self.width
    }

    /// Another picture below this one.
    #[must_use]
    pub fn above(self, other: &Self) -> Self {
        let width = self.width.max(other.width);
        let widened = |dots: &Self| -> Vec<bool> {
            dots.dark
                .chunks(dots.width)
                .flat_map(|row| row.iter().copied().chain((dots.width..width).map(|_| false)).collect::<Vec<_>>())
                .collect()
        };
        let dark = [widened(&self), widened(other)].concat();
        Self { width, dark }
    }

    /// Turned by a quarter, clockwise.
    #[must_use]
    pub fn turned(&self) -> Self {
        let height = self.height();
        let dark =
            (0..self.width).flat_map(|x| (0..height).rev().map(move |y| (x, y))).map(|(x, y)| self.dark[y * self.width + x]).collect();
        Self { width: height, dark }
    }

    /// Shades of grey, some points for each dot, with their width and height.
    #[must_use]
    pub fn grey(&self) -> (u32, u32, Vec<u8>) {
        let shade = |x: usize, y: usize| if self.dark[y / SCALE * self.width + x / SCALE] { 0 } else { 255 };
        let (width, height) = (self.width * SCALE, self.height() * SCALE);
        let points = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| shade(x, y)).collect();
        (u32::try_from(width).unwrap(), u32::try_from(height).unwrap(), points)
    }

    /// The picture in a format of points.
    #[must_use]
    pub fn encoded(&self, format: ImageFormat) -> Vec<u8> {
        let (width, height, points) = self.grey();
        let mut out = Cursor::new(Vec::new());
        let colours = || points.iter().flat_map(|shade| [*shade; 3]).collect::<Vec<u8>>();
        match format {
            ImageFormat::Jpeg => {
                codecs::jpeg::JpegEncoder::new_with_quality(&mut out, 60).write_image(&points, width, height, ExtendedColorType::L8)
            }
            ImageFormat::WebP => {
                codecs::webp::WebPEncoder::new_lossless(&mut out).write_image(&points, width, height, ExtendedColorType::L8)
            }
            ImageFormat::Bmp => codecs::bmp::BmpEncoder::new(&mut out).write_image(&points, width, height, ExtendedColorType::L8),
            ImageFormat::Gif => codecs::gif::GifEncoder::new(&mut out).encode(&colours(), width, height, ExtendedColorType::Rgb8),
            _ => codecs::png::PngEncoder::new(&mut out).write_image(&points, width, height, ExtendedColorType::L8),
        }
        .unwrap();
        out.into_inner()
    }

    /// The picture as PNG.
    #[must_use]
    pub fn png(&self) -> Vec<u8> {
        self.encoded(ImageFormat::Png)
    }

    /// The picture as a drawing: one path, a rectangle for each run of dark dots.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.dark.chunks(self.width).enumerate() {
            let mut x = 0;
            while x < row.len() {
                let length = row[x..].iter().take_while(|dark| **dark).count();
                if length > 0 {
                    path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
                }
                x += length.max(1);
            }
        }
        let (width, height) = (self.width, self.height());
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">\n<path d=\"{path}\"/>\n</svg>\n")
    }
}

//! Opening a picture of points.

use std::io::Cursor;

use image::{ColorType, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use crate::{Bounds, Grey, Problem, Spent};

/// Bytes of one point: four channels.
const POINT: usize = 4;

/// The format a picture begins as.
pub(crate) fn format(bytes: &[u8]) -> Option<ImageFormat> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(ImageFormat::Png),
        [0xFF, 0xD8, 0xFF, ..] => Some(ImageFormat::Jpeg),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(ImageFormat::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(ImageFormat::WebP),
        // Two letters are little: four bytes that are always zero follow, and the size of a known header.
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, _, _, _, _, 12 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0, ..] => Some(ImageFormat::Bmp),
        _ => None,
    }
}

/// Opens a picture; of a moving one, its first. The size it claims is looked at before anything is unpacked.
pub(crate) fn open(bytes: &[u8], format: ImageFormat, bounds: &Bounds, spent: &mut Spent) -> Result<Grey, Problem> {
    let most = bounds.pixels.saturating_mul(POINT);
    let mut limits = Limits::no_limits();
    // What a decoder needs beside the picture itself comes on top.
    limits.max_alloc = u64::try_from(most).ok().map(|most| most + (8 << 20));
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|error| problem(&error))?;
    let (width, height) = decoder.dimensions();
    let pixels = usize::try_from(u64::from(width) * u64::from(height)).unwrap_or(usize::MAX);
    if pixels > bounds.pixels {
        return Err(Problem::TooManyPixels);
    }
    spent.pixels = spent.pixels.saturating_add(pixels);
    let size = usize::try_from(decoder.total_bytes()).ok().filter(|size| *size <= most).ok_or(Problem::TooManyPixels)?;
    let colour = decoder.color_type();
    let mut points = vec![0; size];
    decoder.read_image(&mut points).map_err(|error| problem(&error))?;
    Ok(Grey { width, height, luma: grey(points, colour).ok_or(Problem::Unreadable)? })
}

fn problem(error: &ImageError) -> Problem {
    match error {
        ImageError::Limits(_) => Problem::TooManyPixels,
        _ => Problem::Unreadable,
    }
}

/// Shades of grey of points, put where the points were: a second copy of a large picture would cost as much
/// again. Of 16 bits a channel the upper eight do. What is transparent is white, like the paper under it.
fn grey(mut points: Vec<u8>, colour: ColorType) -> Option<Vec<u8>> {
    let (channels, wide) = match colour {
        ColorType::L8 => return Some(points),
        ColorType::La8 => (2, false),
        ColorType::Rgb8 => (3, false),
        ColorType::Rgba8 => (4, false),
        ColorType::L16 => (1, true),
        ColorType::La16 => (2, true),
        ColorType::Rgb16 => (3, true),
        ColorType::Rgba16 => (4, true),
        _ => return None,
    };
    let bytes = if wide { 2 } else { 1 };
    let step = channels * bytes;
    let upper = if wide && cfg!(target_endian = "little") { 1 } else { 0 };
    let count = points.len() / step;
    for index in 0..count {
        let point = points.get(index * step..(index + 1) * step)?;
        let channel = |number: usize| point.get(number * bytes + upper).copied().map_or(0, u32::from);
        let shade = match channels {
            1 | 2 => channel(0),
            _ => (channel(0) * 299 + channel(1) * 587 + channel(2) * 114) / 1000,
        };
        let opaque = if channels % 2 == 0 { channel(channels - 1) } else { 255 };
        let shade = (shade * opaque + 255 * (255 - opaque)) / 255;
        *points.get_mut(index)? = u8::try_from(shade).ok()?;
    }
    points.truncate(count);
    points.shrink_to_fit();
    Some(points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_become_grey_and_transparent_white() {
        assert_eq!(grey(vec![0, 0, 0, 255, 255, 255], ColorType::Rgb8).unwrap(), [0, 255]);
        assert_eq!(grey(vec![0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 128], ColorType::Rgba8).unwrap(), [255, 0, 127]);
        assert_eq!(grey(vec![7, 255, 7, 0], ColorType::La8).unwrap(), [7, 255]);
        let wide: Vec<u8> = [0x1234_u16, 0xFF00].iter().flat_map(|value| value.to_ne_bytes()).collect();
        assert_eq!(grey(wide, ColorType::L16).unwrap(), [0x12, 0xFF]);
    }

    #[test]
    fn a_huge_claim_is_refused_before_anything_is_unpacked() {
        let bounds = Bounds { pixels: 1_000_000, svg_elements: 0, marks: 0 };
        let mut bitmap = b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
        bitmap.extend(30_000_u32.to_le_bytes());
        bitmap.extend(30_000_u32.to_le_bytes());
        bitmap.extend(b"\x01\0\x18\0");
        bitmap.extend([0; 24]);
        assert_eq!(open(&bitmap, ImageFormat::Bmp, &bounds, &mut Spent::default()).err(), Some(Problem::TooManyPixels));
    }
}

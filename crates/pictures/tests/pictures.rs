//! Pictures of codes in every state, and pictures made to cost time.

#![allow(clippy::cast_possible_wrap, reason = "a handful of codes")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "test code: a panic is a failing test"
)]

use std::io::Cursor;

use eichrecht_pictures::{Bounds, Codes, Problem, Spent, is_raster};
use image::{DynamicImage, GrayImage, ImageFormat, Luma};
use qrcode::{Color, EcLevel, QrCode};

const BOUNDS: Bounds = Bounds { pixels: 25_000_000, svg_elements: 100_000, marks: 500 };

fn codes(bytes: &[u8], bounds: &Bounds) -> Result<Codes, Problem> {
    eichrecht_pictures::codes(bytes, bounds, &mut Spent::default())
}

/// A code with its margin, some points a dot.
fn picture(content: &[u8], scale: u32) -> GrayImage {
    let code = QrCode::with_error_correction_level(content, EcLevel::M).unwrap();
    let dots = code.width() as u32 + 8;
    let colours = code.to_colors();
    GrayImage::from_fn(dots * scale, dots * scale, |x, y| {
        let (x, y) = (x / scale, y / scale);
        let inside = (4..dots - 4).contains(&x) && (4..dots - 4).contains(&y);
        let dark = inside && colours[((y - 4) * (dots - 8) + x - 4) as usize] == Color::Dark;
        Luma([if dark { 0 } else { 255 }])
    })
}

fn encoded(picture: &GrayImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let picture = DynamicImage::ImageLuma8(picture.clone());
    let picture = if format == ImageFormat::Gif { DynamicImage::ImageRgba8(picture.to_rgba8()) } else { picture };
    picture.write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn read(bytes: &[u8]) -> Vec<Vec<u8>> {
    let Codes { codes, more } = codes(bytes, &BOUNDS).unwrap();
    assert!(!more);
    codes.into_iter().map(|code| code.bytes).collect()
}

fn record(length: usize) -> Vec<u8> {
    b"OCMF|{\"FV\":\"1.0\"}|{\"SD\":\"3044\"}".iter().cycle().take(length).copied().collect()
}

/// The picture turned by an angle about its centre, in a larger one.
fn tilted(picture: &GrayImage, degrees: f32) -> GrayImage {
    let side = (picture.width() as f32 * 1.6) as u32;
    let (sin, cos) = degrees.to_radians().sin_cos();
    let centre = side as f32 / 2.0;
    let middle = picture.width() as f32 / 2.0;
    GrayImage::from_fn(side, side, |x, y| {
        let (dx, dy) = (x as f32 - centre, y as f32 - centre);
        let (x, y) = (dx * cos + dy * sin + middle, dy * cos - dx * sin + middle);
        let inside = x >= 0.0 && y >= 0.0 && x < picture.width() as f32 && y < picture.height() as f32;
        if inside { *picture.get_pixel(x as u32, y as u32) } else { Luma([230]) }
    })
}

#[test]
fn every_format_of_points_is_read() {
    let text = record(700);
    let picture = picture(&text, 3);
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::Bmp, ImageFormat::WebP] {
        let bytes = encoded(&picture, format);
        assert!(is_raster(&bytes), "{format:?}");
        assert_eq!(read(&bytes), std::slice::from_ref(&text), "{format:?}");
    }
}

#[test]
fn turned_tilted_mirrored_and_inverted_codes_are_read() {
    let text = record(300);
    let upright = picture(&text, 4);
    for degrees in [0.0, 7.0, 30.0, 45.0, 90.0, 133.0, 180.0, 270.0] {
        assert_eq!(read(&encoded(&tilted(&upright, degrees), ImageFormat::Png)), std::slice::from_ref(&text), "{degrees}");
    }
    let mirrored = image::imageops::flip_horizontal(&upright);
    assert_eq!(read(&encoded(&mirrored, ImageFormat::Png)), std::slice::from_ref(&text));
    let mut light = upright;
    image::imageops::invert(&mut light);
    assert_eq!(read(&encoded(&light, ImageFormat::Png)), [text]);
}

#[test]
fn all_codes_of_a_picture_are_read_from_top_to_bottom() {
    let texts: Vec<Vec<u8>> = (0..6).map(|number| format!("code number {number}, and some more").into_bytes()).collect();
    let mut page = GrayImage::from_pixel(900, 1500, Luma([255]));
    for (index, text) in texts.iter().enumerate() {
        image::imageops::overlay(&mut page, &picture(text, 4), 40 + 300 * (index as i64 % 2), 240 * index as i64);
    }
    assert_eq!(read(&encoded(&page, ImageFormat::Png)), texts);
    // Once more the first one, at the bottom.
    image::imageops::overlay(&mut page, &picture(&texts[0], 4), 600, 1200);
    assert_eq!(read(&encoded(&page, ImageFormat::Png)), texts);
}

#[test]
fn bytes_come_out_as_they_went_in() {
    for text in [
        "Grundgebühr".as_bytes(),
        b"Grundgeb\xFChr",
        b"\x1F\x8B\x08\0\xFF\xFE\0\0",
        "0123456789 ABC abc ÄÖÜ €".as_bytes(),
        b"\x93\x5F\xE4\xAA",
    ] {
        assert_eq!(read(&encoded(&picture(text, 4), ImageFormat::Png)), [text]);
    }
    // Codes that name UTF-8, and ISO 8859-1.
    for (eci, raw) in [(26_u32, "ü€".as_bytes()), (3, b"\xFC")] {
        let mut bits = qrcode::bits::Bits::new(qrcode::Version::Normal(2));
        bits.push_eci_designator(eci).unwrap();
        bits.push_byte_data(raw).unwrap();
        bits.push_terminator(EcLevel::M).unwrap();
        let code = QrCode::with_bits(bits, EcLevel::M).unwrap();
        let side = code.width() as u32 + 8;
        let colours = code.to_colors();
        let dots = GrayImage::from_fn(side * 4, side * 4, |x, y| {
            let (x, y) = ((x / 4).wrapping_sub(4), (y / 4).wrapping_sub(4));
            let dark = x < side - 8 && y < side - 8 && colours[(y * (side - 8) + x) as usize] == Color::Dark;
            Luma([if dark { 0 } else { 255 }])
        });
        let expected = if eci == 3 { "ü" } else { "ü€" };
        assert_eq!(read(&encoded(&dots, ImageFormat::Png)), [expected.as_bytes()]);
    }
}

#[test]
fn pictures_without_codes_and_broken_ones_are_told_apart() {
    assert_eq!(read(&encoded(&GrayImage::from_pixel(300, 200, Luma([255])), ImageFormat::Png)), Vec::<Vec<u8>>::new());
    assert_eq!(read(&encoded(&GrayImage::from_pixel(1, 1, Luma([0])), ImageFormat::Png)), Vec::<Vec<u8>>::new());
    let whole = encoded(&picture(b"x", 2), ImageFormat::Png);
    for format in [ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let whole = encoded(&picture(b"x", 2), format);
        assert_eq!(codes(&whole[..whole.len() / 2], &BOUNDS), Err(Problem::Unreadable), "{format:?}");
    }
    assert_eq!(codes(&whole, &Bounds { pixels: 100, ..BOUNDS }), Err(Problem::TooManyPixels));
    for at in (0..whole.len()).step_by(3) {
        let mut changed = whole.clone();
        changed[at] ^= 0x55;
        let _ = codes(&changed, &BOUNDS);
    }
}

#[test]
fn a_picture_full_of_corners_is_bounded() {
    // 7 by 7 dots of a corner, one beside the other, and as a chess board of them.
    for step in [8, 9, 10] {
        let corners = GrayImage::from_fn(3000, 3000, |x, y| {
            let (x, y) = (x % step, y % step);
            let ring = x.abs_diff(3).max(y.abs_diff(3));
            Luma([if ring <= 1 || ring == 3 { 0 } else { 255 }])
        });
        let found = codes(&encoded(&corners, ImageFormat::Png), &BOUNDS).unwrap();
        assert!(found.codes.is_empty() && found.more, "{step}");
    }
    // Noise is no attack.
    let mut state = 1_u32;
    let noise = GrayImage::from_fn(1500, 1500, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Luma([(state >> 24) as u8])
    });
    assert!(codes(&encoded(&noise, ImageFormat::Png), &BOUNDS).unwrap().codes.is_empty());
}

/// A code as a drawing of squares.
fn drawing(content: &[u8], square: impl Fn(usize, usize) -> String, head: &str) -> String {
    let code = QrCode::with_error_correction_level(content, EcLevel::M).unwrap();
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, colour)| *colour == Color::Dark);
    let squares: String = dark.map(|(at, _)| square(at % width + 4, at / width + 4)).collect();
    let side = width + 8;
    format!(
        "{head}<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{side}mm\" height=\"{side}mm\" viewBox=\"0 0 {side} {side}\">{squares}</svg>"
    )
}

#[test]
fn drawings_of_several_kinds_are_read() {
    let text = record(700);
    let dtd =
        "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
    let rectangles = drawing(&text, |x, y| format!("<rect x=\"{x}\" y=\"{y}\" width=\"1\" height=\"1\"/>"), dtd);
    assert_eq!(read(rectangles.as_bytes()), std::slice::from_ref(&text));
    let strokes = drawing(&text, |x, y| format!("<path stroke=\"#000\" d=\"M{x} {y}.5h1\"/>"), "");
    assert_eq!(read(strokes.as_bytes()), std::slice::from_ref(&text));
    let repeated = drawing(&text, |x, y| format!("<use xlink:href=\"#d\" x=\"{x}\" y=\"{y}\"/>"), "");
    let repeated = repeated.replacen("<use", "<defs><rect id=\"d\" width=\"1\" height=\"1\"/></defs><use", 1);
    assert_eq!(read(repeated.as_bytes()), std::slice::from_ref(&text));
    let script = rectangles.replacen("<rect", "<script>while(true){}</script><text>hello</text><rect", 1);
    assert_eq!(read(script.as_bytes()), [text]);
}

#[test]
fn drawings_that_ask_for_endless_work_are_refused() {
    let svg = |inner: &str| {
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"99\" height=\"99\">{inner}</svg>"
        );
        codes(text.as_bytes(), &BOUNDS)
    };
    let steps: String =
        (1..40).map(|n| format!("<g id=\"a{n}\"><use xlink:href=\"#a{}\"/><use xlink:href=\"#a{}\"/></g>", n - 1, n - 1)).collect();
    assert_eq!(svg(&format!("<rect id=\"a0\" width=\"9\" height=\"9\"/>{steps}")), Err(Problem::Unsupported));
    assert_eq!(svg("<g id=\"a\"><use xlink:href=\"#a\"/></g>"), Err(Problem::Unsupported));
    assert_eq!(
        svg("<filter id=\"f\"><feTurbulence numOctaves=\"9999\"/></filter><rect filter=\"url(#f)\" width=\"9\" height=\"9\"/>"),
        Err(Problem::Unsupported)
    );
    assert_eq!(svg(&"<g>".repeat(100_000)), Err(Problem::Unsupported));
    assert_eq!(svg(&"<g/>".repeat(100_001)), Err(Problem::TooManyElements));
    assert_eq!(svg(&"<rect width=\"99\" height=\"99\"/>".repeat(90_000)), Err(Problem::TooManyElements));
    assert_eq!(svg(&format!("<path d=\"M0 0{}\"/>", "V99V0".repeat(200_000))), Err(Problem::TooManyElements));
    assert_eq!(
        svg(&format!(
            "<g>{}<g opacity=\".5\"><rect width=\"1\" height=\"1\"/></g></g>",
            "<g opacity=\".5\"><rect width=\"1\" height=\"1\"/><rect width=\"1\" height=\"1\"/></g>".repeat(300)
        )),
        Err(Problem::TooManyElements)
    );
    assert_eq!(svg("<path stroke=\"#000\" stroke-dasharray=\".00001\" d=\"M0 0h99\"/>"), Err(Problem::Unsupported));
    let entities = "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">&b;</svg>";
    assert_eq!(codes(entities.as_bytes(), &BOUNDS), Err(Problem::Unsupported));
    // Nothing is loaded, from wherever.
    for address in ["file:///etc/passwd", "https://example.org/x.png", "data:image/png;base64,AAAA"] {
        assert_eq!(svg(&format!("<image xlink:href=\"{address}\" width=\"9\" height=\"9\"/>")).unwrap().codes, []);
    }
    for text in ["<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\"/>", ""] {
        assert_eq!(codes(text.as_bytes(), &BOUNDS), Err(Problem::Unreadable), "{text}");
    }
    let thin = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1000000\" height=\".001\"/>";
    assert!(codes(thin.as_bytes(), &BOUNDS).is_ok_and(|found| found.codes.is_empty()));
}

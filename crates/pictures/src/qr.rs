//! Finding QR codes and reading them.
//!
//! The steps of the library are called one by one, so that each can be bounded: a picture full of places
//! that look like corners of a code would keep it busy for hours.

use rxing::common::{BitMatrix, DetectorRXingResult, GlobalHistogramBinarizer, HybridBinarizer};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR};
use rxing::{Binarizer, Luma8Source};

use crate::{Bounds, Code, Codes, Grey, Spent};

/// Tries to read a code, for each corner there may be.
const TRIES_EACH: usize = 2;
/// Sides of a picture below which no code fits in: the smallest has 21 dots.
const SMALLEST: u32 = 21;

/// Reads all codes, dark on light or light on dark.
pub(crate) fn read(mut grey: Grey, bounds: &Bounds, spent: &mut Spent) -> Codes {
    let mut found = Codes::default();
    if grey.width < SMALLEST || grey.height < SMALLEST {
        return found;
    }
    read_dark(&grey, bounds, spent, &mut found);
    if found.codes.is_empty() && !found.more {
        grey.luma.iter_mut().for_each(|shade| *shade = 255 - *shade);
        read_dark(&grey, bounds, spent, &mut found);
    }
    found
}

/// Local thresholds suit photographs, one for the whole picture suits what was drawn.
fn read_dark(grey: &Grey, bounds: &Bounds, spent: &mut Spent, found: &mut Codes) {
    let source = || Luma8Source::new_with_slice(&grey.luma, grey.width, grey.height);
    if let Ok(source) = source()
        && let Ok(dots) = HybridBinarizer::new(source).get_black_matrix()
    {
        codes_in(dots, bounds, spent, found);
    }
    if found.codes.is_empty()
        && !found.more
        && let Ok(source) = source()
        && let Ok(dots) = GlobalHistogramBinarizer::new(source).get_black_matrix()
    {
        codes_in(dots, bounds, spent, found);
    }
}

fn codes_in(dots: &BitMatrix, bounds: &Bounds, spent: &mut Spent, found: &mut Codes) {
    if corners(dots, bounds.marks).is_none() {
        found.more = true;
        return;
    }
    let mut marks = FindFinderPatterns(dots, true, 0);
    if marks.len() > bounds.marks {
        marks.truncate(bounds.marks);
        found.more = true;
    }
    spent.marks = spent.marks.saturating_add(marks.len());
    let most = bounds.marks.saturating_mul(TRIES_EACH);
    let sets = GenerateFinderPatternSets(&mut marks);
    found.more |= sets.len() > most;
    let mut used: Vec<[f32; 2]> = Vec::new();
    let mut read: Vec<(f32, Code)> = Vec::new();
    for set in sets.into_iter().take(most) {
        let corners = [&set.bl, &set.tl, &set.tr].map(|mark| [mark.p.x, mark.p.y]);
        if corners.iter().any(|corner| used.contains(corner)) {
            continue;
        }
        let Some(code) = SampleQR(dots, &set).ok().and_then(|sampled| Decode(sampled.getBits()).ok()) else { continue };
        if !code.isValid() {
            continue;
        }
        used.extend(corners);
        let content = code.content();
        let bytes = if content.has_eci { code.text().into_bytes() } else { content.bytes().to_vec() };
        let code = Code { bytes };
        if !read.iter().any(|(_, other)| *other == code) {
            read.push((set.tl.p.y, code));
        }
    }
    read.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    for (_, code) in read {
        if !found.codes.contains(&code) {
            found.codes.push(code);
        }
    }
}

/// Places that look like the corner of a code, counted roughly and generously: five runs, alternately dark
/// and light, of widths 1:1:3:1:1, across and down. `None` when there are more than may be. The library
/// compares each with all others, so they are counted before it sees them.
fn corners(dots: &BitMatrix, most: usize) -> Option<usize> {
    let (width, height) = (dots.width(), dots.height());
    let mut count = 0_usize;
    let mut y = 2;
    while y < height {
        let mut runs = [0_u32; 5];
        let mut dark = false;
        let mut x = 0;
        while x <= width {
            let here = x < width && dots.get(x, y);
            if here != dark || x == width {
                // A run ends here. Behind a dark one the last five may be a corner.
                if dark && is_corner(&runs) {
                    let across: u32 = runs.iter().sum();
                    let centre = x - runs[4] - runs[3] - runs[2] / 2 - 1;
                    if is_corner(&runs_down(dots, centre, y, across)) {
                        count += 1;
                    }
                }
                runs.rotate_left(1);
                runs[4] = 0;
                dark = here;
            }
            runs[4] += 1;
            x += 1;
        }
        // Several rows go through one corner.
        if count > most.saturating_mul(ROWS_EACH) {
            return None;
        }
        y += 3;
    }
    Some(count)
}

/// Rows that may count one corner.
const ROWS_EACH: usize = 8;

fn is_corner(runs: &[u32; 5]) -> bool {
    let total: u32 = runs.iter().sum();
    // Each run may be off by more than half of a dot.
    let near = |run: u32, dots: u32| run > 0 && (run * 7).abs_diff(total * dots) <= total * dots / 2 + total / 2;
    total >= 7 && near(runs[0], 1) && near(runs[1], 1) && near(runs[2], 3) && near(runs[3], 1) && near(runs[4], 1)
}

/// The five runs above and below a dark dot, as far as twice the width across.
fn runs_down(dots: &BitMatrix, x: u32, y: u32, across: u32) -> [u32; 5] {
    let mut runs = [0; 5];
    if !dots.get(x, y) {
        return runs;
    }
    let reach = across * 2;
    let above = lengths((y.saturating_sub(reach)..=y).rev().map(|y| dots.get(x, y)));
    let below = lengths((y + 1..dots.height().min(y + reach)).map(|y| dots.get(x, y)));
    runs[2] = above[0] + below[0];
    (runs[1], runs[0]) = (above[1], above[2]);
    (runs[3], runs[4]) = (below[1], below[2]);
    runs
}

/// Lengths of the first three runs, dark, light, dark.
fn lengths(dots: impl Iterator<Item = bool>) -> [u32; 3] {
    let mut runs = [0; 3];
    let mut place = 0;
    let mut dark = true;
    for here in dots {
        if here != dark {
            place += 1;
            dark = here;
        }
        match runs.get_mut(place) {
            Some(run) => *run += 1,
            None => break,
        }
    }
    runs
}

//! The files an `<img>` names.

use super::node::Node;
use crate::model::{Address, Rendition};
use crate::ordered::ordered;

/// The longest side of a picture that is believed, in pixels.
const MAX_SIDE: u32 = 100_000;

/// How many files one picture has at most.
const MAX_RENDITIONS: usize = 100;

/// The renditions of an image, from the narrowest to the widest, those of unknown width last.
///
/// Where a script was to load the picture later, its address is in a `data-` attribute.
pub(super) fn renditions<N: Node>(node: &N) -> Vec<Rendition> {
    let size = size(node);
    let mut found = Vec::new();
    for name in ["src", "data-src", "data-lazy-src", "data-original"] {
        let address = node.attribute(name).and_then(|src| Address::parse(&src).ok());
        if let Some(address) = address {
            found.push(Rendition { address, size });
            break;
        }
    }
    for name in ["srcset", "data-srcset", "data-lazy-srcset"] {
        if let Some(set) = node.attribute(name) {
            found.extend(candidates(&set, size));
        }
    }
    sorted(found)
}

/// Sorts by width, and keeps the first of those with one address, but the size if another knows it.
pub(crate) fn sorted(renditions: Vec<Rendition>) -> Vec<Rendition> {
    let mut kept: Vec<Rendition> = Vec::new();
    for rendition in renditions.into_iter().take(MAX_RENDITIONS) {
        match kept.iter_mut().find(|other| other.address == rendition.address) {
            Some(same) => same.size = same.size.or(rendition.size),
            None => kept.push(rendition),
        }
    }
    let width = |rendition: &Rendition| rendition.size.map_or(u32::MAX, |(width, _)| width);
    ordered(kept, |one, other| width(one).cmp(&width(other)))
}

/// Whether an image is a counting pixel.
pub(super) fn is_pixel<N: Node>(node: &N) -> bool {
    let tiny = |name| number(node, name).is_some_and(|side| side <= 1);
    tiny("width") && tiny("height")
}

/// Width and height, where both are said.
pub(super) fn size<N: Node>(node: &N) -> Option<(u32, u32)> {
    side(node, "width").zip(side(node, "height"))
}

fn number<N: Node>(node: &N, name: &str) -> Option<u32> {
    let value = node.attribute(name)?;
    let value = value.trim();
    value.strip_suffix("px").unwrap_or(value).trim().parse().ok()
}

fn side<N: Node>(node: &N, name: &str) -> Option<u32> {
    number(node, name).filter(|side| (1..=MAX_SIDE).contains(side))
}

/// The entries of a `srcset`. An address may hold commas, so an entry's address ends at white space.
fn candidates(set: &str, size: Option<(u32, u32)>) -> Vec<Rendition> {
    let mut found = Vec::new();
    let mut rest = set;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            return found;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let bare = address.trim_end_matches(',');
        let (descriptor, after) = match (bare.len() < address.len(), after.find(',')) {
            (true, _) => ("", after),
            (false, Some(comma)) => after.split_at(comma),
            (false, None) => (after, ""),
        };
        if let Ok(address) = Address::parse(bare) {
            found.push(Rendition { address, size: described(descriptor.trim(), size) });
        }
        rest = after;
    }
}

/// The size that a descriptor (`640w`, `2x`) means for a picture of the given proportions.
fn described(descriptor: &str, size: Option<(u32, u32)>) -> Option<(u32, u32)> {
    let (width, height) = size?;
    // In hundredths of a pixel, so that `1.5x` needs no floating point.
    let scaled = if let Some(wanted) = descriptor.strip_suffix('w') {
        u64::from(wanted.parse::<u32>().ok()?) * 100
    } else {
        u64::from(width) * u64::from(hundredths(descriptor.strip_suffix('x').unwrap_or("1"))?)
    };
    let tall = scaled.checked_mul(u64::from(height))?.checked_div(u64::from(width))?;
    let fits = |side: u64| u32::try_from((side + 50) / 100).ok().filter(|side| (1..=MAX_SIDE).contains(side));
    fits(scaled).zip(fits(tall))
}

/// A density such as `2` or `1.5`, in hundredths.
fn hundredths(density: &str) -> Option<u32> {
    let (whole, fraction) = density.split_once('.').unwrap_or((density, ""));
    let digits: String = fraction.chars().chain("00".chars()).take(2).collect();
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(digits.parse().ok()?)
}

//! How large the logo is, so that the masthead keeps a place of its shape before it comes.

use std::{fs, path::Path};

use serde_json::{Map, Value, json};

use crate::model::{Site, SitePath};

/// How high a drawing is taken to be, which has a shape alone.
const HEIGHT: u16 = 40;

/// The settings with the size of the logo in them, where its file is the newsroom's own and they do not say it.
pub(super) fn measured(folder: &Path, site: &mut Site, text: String) -> String {
    let address = site.logo.as_ref().filter(|logo| site.logo_size.is_none() && logo.host().is_none());
    let place = address.and_then(|logo| SitePath::parse(logo.as_str().split(['?', '#']).next()?));
    // Nothing is read through a symbolic link.
    let folder = folder.canonicalize().unwrap_or_default();
    let file = place.map(|place| folder.join(place.as_str().trim_matches('/')));
    let file = file.filter(|file| file.canonicalize().is_ok_and(|real| real == *file));
    let Some((width, height)) = file.and_then(|file| size(&file)) else { return text };
    let Ok(mut settings) = serde_json::from_str::<Map<String, Value>>(&text) else { return text };
    site.logo_size = Some((width, height));
    settings.insert("logo_size".to_owned(), json!([width, height]));
    Value::Object(settings).to_string()
}

/// Width and height of a picture.
fn size(file: &Path) -> Option<(u32, u32)> {
    if file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("svg")) {
        return size_of_drawing(&fs::read_to_string(file).ok()?);
    }
    let size = imagesize::size(file).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

/// The size that an SVG says it has, else that of the part it shows: their proportions are what counts.
fn size_of_drawing(text: &str) -> Option<(u32, u32)> {
    let start = text.find("<svg")?;
    let element = text.get(start..start + text.get(start..)?.find('>')?)?;
    let attribute = |name: &str| {
        let (_, rest) = element.split_once(&format!(" {name}="))?;
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        rest.get(1..)?.split(quote).next()
    };
    let length = |text: &str| text.trim().trim_end_matches("px").parse::<f32>().ok();
    let stated = attribute("width").and_then(length).zip(attribute("height").and_then(length));
    let shown = || {
        let numbers = attribute("viewBox")?.split([' ', ',']).filter(|number| !number.is_empty());
        match numbers.map(length).collect::<Option<Vec<f32>>>()?.as_slice() {
            [_, _, width, height] => Some((*width, *height)),
            _ => None,
        }
    };
    let (width, height) = stated.or_else(shown)?;
    let width = (width / height * f32::from(HEIGHT)).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between these bounds")]
    (1.0..=10_000.0).contains(&width).then_some((width as u32, u32::from(HEIGHT)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_has_the_size_it_says_or_that_of_what_it_shows() {
        let size = |attributes: &str| {
            size_of_drawing(&format!("<?xml version=\"1.0\"?><svg {attributes}><g/></svg>"))
        };
        assert_eq!(size(" width=\"120\" height='40px'"), Some((120, 40)));
        assert_eq!(size(" viewBox=\"0 0 3,1.5\" width=\"100%\""), Some((80, 40)));
        assert_eq!(size(" viewBox=\"0 0 0 10\""), None);
        assert_eq!(size(" viewBox=\"0 0 10 0\""), None);
        assert_eq!(size(" viewBox=\"0 0 ten 10\""), None);
        assert_eq!(size_of_drawing("<svg width=\"1\""), None);
    }
}

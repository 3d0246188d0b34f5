//! How a link to the page looks where people share it: Open Graph, and the cards of Twitter.

use super::{Subject, Tags, Whose, describe::Described, languages};
use crate::{
    model::{Article, Credit, Language, Role},
    naming,
    press::{
        byline::name_of,
        outside::{Shown, moment, shown, web_address},
    },
};

/// Writes the tags. A page that is nowhere cannot be shared.
pub(super) fn push(whose: Whose, subject: &Subject, page: &Described, tags: &mut Tags) {
    let Some(path) = &page.path else { return };
    let article = match subject {
        Subject::Article(article) => Some(*article),
        Subject::Note { .. } | Subject::List { .. } | Subject::NotFound => None,
    };
    tags.property("og:type", if article.is_some() { "article" } else { "website" });
    tags.property("og:title", &page.name);
    tags.property_some("og:description", page.description.as_deref());
    tags.property("og:url", &whose.address(path));
    tags.property("og:site_name", whose.site_name());
    locales(whose, subject, tags);
    let (image, alt) = match article {
        Some(article) => {
            let picture = article.summary.picture.as_ref();
            (
                picture.and_then(|picture| shown(whose.site, picture)),
                picture.map(|picture| picture.alt.as_str()),
            )
        }
        None => (logo(whose), Some(whose.site_name())),
    };
    let card = if article.is_some() && image.is_some() { "summary_large_image" } else { "summary" };
    tags.meta("twitter:card", card);
    tags.meta("twitter:title", &page.name);
    tags.meta_some("twitter:description", page.description.as_deref());
    if let Some(image) = image {
        push_image(&image, alt.filter(|alt| !alt.is_empty()), tags);
    }
    if let Some(article) = article {
        push_article(whose, article, tags);
    }
}

/// The site's mark, for pages without a picture of their own. The networks do not show drawings in SVG.
fn logo(whose: Whose) -> Option<Shown> {
    let address = web_address(whose.site, whose.site.logo.as_ref()?)?;
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let is_drawing = path.to_ascii_lowercase().ends_with(".svg");
    (!is_drawing).then_some(Shown { address, size: whose.site.logo_size })
}

fn push_image(image: &Shown, alt: Option<&str>, tags: &mut Tags) {
    tags.property("og:image", &image.address);
    if let Some((width, height)) = image.size {
        tags.property("og:image:width", &width.to_string());
        tags.property("og:image:height", &height.to_string());
    }
    tags.property_some("og:image:alt", alt);
    tags.meta("twitter:image", &image.address);
    tags.meta_some("twitter:image:alt", alt);
}

/// The page's language, then the others it is in.
fn locales(whose: Whose, subject: &Subject, tags: &mut Tags) {
    let versions = languages::versions(whose, subject);
    let own = versions.first().map_or(&whose.edition.language, |version| &version.language);
    tags.property_some("og:locale", locale(own).as_deref());
    for other in languages::one_a_language(&versions).into_iter().skip(1) {
        tags.property_some("og:locale:alternate", locale(&other.language).as_deref());
    }
}

/// A language as Open Graph writes it, with the territory that its tag names: `ru_KZ`. Of the languages that this program
/// speaks one is meant where the tag names none. There is no locale without a territory, and none is made up.
fn locale(language: &Language) -> Option<String> {
    let own = language.primary();
    let parts = language.as_str().split('-').skip(1);
    let mut territories =
        parts.filter(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let territory = match (territories.next(), language.as_str()) {
        (Some(territory), _) => territory.to_ascii_uppercase(),
        (None, "en") => "GB".to_owned(),
        (None, "ru") => "RU".to_owned(),
        (None, "kk") => "KZ".to_owned(),
        // Not a country: so the networks name the Arabic of all of them.
        (None, "ar") => "AR".to_owned(),
        (None, _) => return None,
    };
    Some(format!("{own}_{territory}"))
}

fn push_article(whose: Whose, article: &Article, tags: &mut Tags) {
    let summary = &article.summary;
    let time = |at| moment(at, whose.edition);
    tags.property_some("article:published_time", summary.published.map(time).as_deref());
    tags.property_some("article:modified_time", summary.modified.map(time).as_deref());
    tags.property_some("article:section", summary.section.as_deref());
    let credits = naming::credits(whose.site, whose.edition, &article.credits);
    let mut named: Vec<&Credit> = Vec::new();
    for credit in credits.iter().filter(|credit| is_author(credit)) {
        // Who reported and wrote is named once.
        if !named.iter().any(|known| name_of(known) == name_of(credit)) {
            named.push(credit);
        }
    }
    for author in named {
        tags.meta("author", name_of(author));
        let page = author.address.as_ref().and_then(|address| web_address(whose.site, address));
        tags.property("article:author", page.as_deref().unwrap_or(name_of(author)));
    }
    for subject in &article.subjects {
        tags.property("article:tag", &subject.name);
    }
}

/// Whether a credit names an author: who reported or wrote, or stands in the plain `by` string.
pub(super) fn is_author(credit: &Credit) -> bool {
    matches!(credit.role, Role::Reporter | Role::Writer | Role::Byline) && !credit.name.trim().is_empty()
}

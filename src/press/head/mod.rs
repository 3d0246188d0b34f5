//! What stands in the head of a pressed page: for browsers, for search engines, and for whoever shows a link to it.
//!
//! Pure functions: from a page to the text between `<head>` and `</head>`. `describe` says what a page is called and
//! about, `languages` where it is in other languages, `sharing` how a link to it looks, `structured`, `news_article`
//! and `profile` what it is to machines (schema.org, as JSON-LD). `tags` alone writes markup, and escapes every text.

mod describe;
mod languages;
mod news_article;
mod profile;
mod sharing;
mod structured;
mod tags;
#[cfg(test)]
mod tests;

use super::{feed, manifest};
use crate::{
    locale::Locale,
    model::{Article, Crumb, Edition, IndexPage, Site, SitePath},
    route::{ListKind, ListPlace},
};
use describe::Described;
pub(super) use languages::{Version, alternates, of_article, of_list};
use tags::Tags;

/// What a head describes.
pub(super) enum Subject<'a> {
    /// An article that readers may see.
    Article(&'a Article),
    /// An article that readers may not see now, because of an embargo or because it was withdrawn: what the page
    /// says in its place, and nothing of the article's own.
    Note {
        /// The heading of the page.
        title: &'a str,
        /// Where it is.
        path: &'a SitePath,
    },
    /// A list: its newest page, or a numbered one.
    List {
        /// Which.
        place: &'a ListPlace,
        /// The editions that have such a list.
        editions: &'a [usize],
        /// What it is called, its page number included: [`crate::naming::list_name`].
        name: &'a str,
        /// What is shown.
        page: &'a IndexPage,
        /// The oldest page that the list's own address shows, where it is known.
        latest_first: Option<u32>,
        /// The way to the list, itself included: [`crate::naming::list_crumbs`].
        crumbs: &'a [Crumb],
    },
    /// No page at all, which is what `404.html` says.
    NotFound,
}

/// Whose page it is: the site, and the edition with its words.
#[derive(Clone, Copy)]
struct Whose<'a> {
    site: &'a Site,
    edition: &'a Edition,
    locale: &'a Locale,
}

impl<'a> Whose<'a> {
    /// The site's name in the edition.
    fn site_name(&self) -> &'a str {
        self.site.name.get(&self.edition.language)
    }

    /// The whole address of a place.
    fn address(&self, path: &SitePath) -> String {
        self.site.public_address(path)
    }
}

/// The head of a page of edition number `edition`, whose words are `locale`: its title, and everything that is said
/// about it. The page's own style, scripts, icon and encoding are not part of it.
///
/// Every element stands on a line of its own. An edition that the site does not have gets nothing.
pub(super) fn head(site: &Site, edition: usize, locale: &Locale, subject: &Subject) -> String {
    let Some(edition) = site.editions.get(edition) else { return String::new() };
    let whose = Whose { site, edition, locale };
    let page = Described::of(whose, subject);
    let mut tags = Tags::default();
    tags.title(&page.title);
    tags.meta_some("description", page.description.as_deref());
    if page.indexed {
        let address = page.path.as_ref().map(|path| whose.address(path));
        tags.link_some("canonical", address.as_deref());
    } else {
        tags.meta("robots", "noindex");
    }
    languages::push(whose, subject, &mut tags);
    neighbours(whose, subject, &mut tags);
    sharing::push(whose, subject, &page, &mut tags);
    furniture(whose, subject, &mut tags);
    structured::push(whose, subject, &page, &mut tags);
    tags.into_html()
}

/// The ways to the newer and the older articles of a list, related as the links at its foot are.
fn neighbours(whose: Whose, subject: &Subject, tags: &mut Tags) {
    let Subject::List { place, page, latest_first, .. } = subject else { return };
    let (newer, older) = place.neighbours(page.first, *latest_first);
    for (relation, place) in [("prev", newer), ("next", older)] {
        let address = place.map(|place| whose.address(&place.path(&whose.edition.path)));
        tags.link_some(relation, address.as_deref());
    }
}

/// What belongs to the site rather than to the page: its feeds, its manifest, its colours.
fn furniture(whose: Whose, subject: &Subject, tags: &mut Tags) {
    let Whose { site, edition, .. } = whose;
    let front = ListPlace::front();
    let (list, about) = match subject {
        Subject::List { place, page, .. } if place.kind() != ListKind::Names => (*place, page.about.as_ref()),
        Subject::List { .. } | Subject::Article(_) | Subject::Note { .. } | Subject::NotFound => {
            (&front, None)
        }
    };
    let title = feed::title(site, edition, list, about);
    for format in &feed::FORMATS {
        tags.link(&[
            ("rel", "alternate"),
            ("type", format.kind),
            ("href", &feed::address(site, edition, list, format)),
            ("title", &title),
        ]);
    }
    tags.link(&[("rel", "manifest"), ("href", &format!("{}{}", site.base_path, manifest::FILE))]);
    let light = site.theme.accent.as_deref();
    let dark = site.theme.accent_dark.as_deref().or(light);
    for ((scheme, colour), ground) in [("light", light), ("dark", dark)].into_iter().zip(manifest::GROUNDS) {
        tags.theme_colour(scheme, colour.unwrap_or(ground));
    }
}

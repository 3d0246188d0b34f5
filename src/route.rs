//! Addresses of the site: what each names, and how it is written. Parsing and printing stand side by side.

use crate::model::{Site, SitePath};

/// What an address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Index of the edition in [`Site::editions`].
    pub edition: usize,
    /// The place in that edition.
    pub place: Place,
}

/// A place in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A list of articles: the front, a section, a topic, a person, and which page of it.
    List(ListPlace),
    /// An article, or nothing: only its document can tell. The path holds the edition's.
    Article(SitePath),
    /// The articles that the reader has saved on this device.
    Saved,
    /// The search of the edition.
    Search,
    /// Nothing: the address cannot be one of this site's.
    Nowhere,
}

/// A list and a page of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ListPlace {
    /// The parts of its address within the edition: a section's slugs from the outermost, or [`TOPICS`] or
    /// [`PEOPLE`] and a slug, or alone for all of these. None of them for the front.
    pub parts: Vec<String>,
    /// Which index page, counted from the oldest (1), or in the order of the alphabet (2 and on); `None` for the newest
    /// articles, or where the alphabet begins.
    pub page: Option<u32>,
}

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// The edition's newest articles.
    Front,
    /// Those of a section.
    Section,
    /// Those about a topic.
    Topic,
    /// Those by a person.
    Person,
    /// No articles: all topics, or all people, of the edition, in the order of the alphabet.
    Names,
}

/// The part of an address before a topic's slug: `/topics/kazakhstan/`.
pub const TOPICS: &str = "topics";

/// The part of an address before a person's slug: `/people/assel-satubaldina/`.
pub const PEOPLE: &str = "people";

/// The part of an address before a page number: `/politics/page/3/`.
const PAGE: &str = "page";

/// The address of the saved articles in an edition: `/saved/`.
pub const SAVED: &str = "saved";

/// The address of the search in an edition: `/search/`. There is none where the site cannot be searched.
pub const SEARCH: &str = "search";

impl Route {
    /// Reads a path within the site (the base path is already off); `None` where it was no path at all.
    pub fn parse(site: &Site, path: Option<SitePath>) -> Self {
        let Some(path) = path else { return Self { edition: 0, place: Place::Nowhere } };
        let edition = site.edition_of(&path);
        // The root alone belongs to the first edition wherever that is.
        if !site.editions[edition].path.contains(&path) && path != SitePath::root() {
            return Self { edition, place: Place::Nowhere };
        }
        let depth = site.editions[edition].path.parts().count();
        let parts: Vec<&str> = path.parts().skip(depth).collect();
        let (list, page) = match parts.as_slice() {
            [list @ .., PAGE, number] if page_number(number).is_some() => (list, page_number(number)),
            parts => (parts, None),
        };
        let known = match list {
            [] | [TOPICS | PEOPLE] | [TOPICS | PEOPLE, _] => true,
            slugs => site.section_chain(slugs).is_some(),
        };
        let place = if known {
            Place::List(ListPlace { parts: list.iter().map(|&part| part.to_owned()).collect(), page })
        } else if parts == [SAVED] {
            Place::Saved
        } else if parts == [SEARCH] && site.search {
            Place::Search
        } else {
            Place::Article(path)
        };
        Self { edition, place }
    }

    /// Writes the path within the site.
    pub fn path(&self, site: &Site) -> SitePath {
        match &self.place {
            Place::Article(path) => path.clone(),
            Place::Nowhere => site.editions[self.edition].path.clone(),
            Place::Saved => site.editions[self.edition].path.join(SAVED),
            Place::Search => site.editions[self.edition].path.join(SEARCH),
            Place::List(list) => list.path(&site.editions[self.edition].path),
        }
    }
}

impl ListPlace {
    /// The front.
    pub fn front() -> Self {
        Self { parts: Vec::new(), page: None }
    }

    /// The path of the list in the edition at `edition_path`.
    pub fn path(&self, edition_path: &SitePath) -> SitePath {
        let path = self.parts.iter().fold(edition_path.clone(), |path, slug| path.join(slug));
        match self.page {
            Some(number) => path.join(PAGE).join(&number.to_string()),
            None => path,
        }
    }

    /// What it is a list of.
    pub fn kind(&self) -> ListKind {
        match self.parts.as_slice() {
            [] => ListKind::Front,
            [first, _] if first == TOPICS => ListKind::Topic,
            [first, _] if first == PEOPLE => ListKind::Person,
            // No section has such a slug.
            [first] if first == TOPICS || first == PEOPLE => ListKind::Names,
            _ => ListKind::Section,
        }
    }

    /// The newest page of the same list.
    pub fn newest(&self) -> Self {
        Self { page: None, ..self.clone() }
    }

    /// Page `number` of the same list.
    pub fn at(&self, number: u32) -> Self {
        Self { page: Some(number), ..self.clone() }
    }

    /// The pages of newer and of older articles beside this one, where there are such.
    ///
    /// `first` is the oldest page whose articles this one shows. `latest_first` is the same of the list's own
    /// address, where it is known: the way from the page before it leads there. Names begin on the list's own address;
    /// of them, `latest_first` is the last page.
    pub fn neighbours(&self, first: u32, latest_first: Option<u32>) -> (Option<Self>, Option<Self>) {
        if self.kind() == ListKind::Names {
            let before = self.page.map(|number| if number > 2 { self.at(number - 1) } else { self.newest() });
            return (before, (Some(first) < latest_first).then(|| self.at(first.saturating_add(1))));
        }
        let newer = self.page.map(|number| match (number.saturating_add(1), latest_first) {
            (next, Some(latest)) if next >= latest => self.newest(),
            (next, _) => self.at(next),
        });
        let older = first.checked_sub(1).filter(|older| *older > 0).map(|older| self.at(older));
        (newer, older)
    }
}

/// The number of a page. `03` and `+3` would be second addresses of page 3, so they are none.
fn page_number(digits: &str) -> Option<u32> {
    digits.parse().ok().filter(|number: &u32| number.to_string() == digits && *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::site::read_site;

    fn site() -> Site {
        let settings = r#"{"editions": [{"language": "en", "path": "/"}, {"language": "ru", "path": "/ru/"}],
            "sections": [{"slug": "learn", "name": "Learn", "sections": [{"slug": "politics", "name": "Politics"}]}]}"#;
        read_site(settings).expect("valid settings").value
    }

    fn place(path: &str) -> (usize, Place) {
        let site = site();
        let route = Route::parse(&site, SitePath::parse(path));
        if !matches!(route.place, Place::Nowhere) {
            assert_eq!(Some(route.path(&site)), SitePath::parse(path), "{path} is printed as it was parsed");
        }
        (route.edition, route.place)
    }

    fn list(parts: &[&str], page: Option<u32>) -> Place {
        Place::List(ListPlace { parts: parts.iter().map(|&part| part.to_owned()).collect(), page })
    }

    #[test]
    fn pages_lead_to_the_newer_and_the_older_and_the_newest_has_no_number() {
        let front = ListPlace::front();
        assert_eq!(front.neighbours(4, Some(4)), (None, Some(front.at(3))));
        assert_eq!(front.at(3).neighbours(3, Some(4)), (Some(front.clone()), Some(front.at(2))));
        assert_eq!(front.at(1).neighbours(1, Some(4)), (Some(front.at(2)), None));
        assert_eq!(front.at(1).neighbours(1, None), (Some(front.at(2)), None));
        assert_eq!(front.neighbours(1, Some(1)), (None, None));
    }

    #[test]
    fn pages_of_names_are_counted_from_where_the_alphabet_begins() {
        let people = ListPlace { parts: vec![PEOPLE.to_owned()], page: None };
        assert_eq!(people.neighbours(1, Some(1)), (None, None));
        assert_eq!(people.neighbours(1, Some(3)), (None, Some(people.at(2))));
        assert_eq!(people.at(2).neighbours(2, Some(3)), (Some(people.clone()), Some(people.at(3))));
        assert_eq!(people.at(3).neighbours(3, Some(3)), (Some(people.at(2)), None));
    }

    #[test]
    fn what_lies_in_no_edition_is_nowhere_and_the_root_is_the_first_ones() {
        let mut site = site();
        site.editions.retain(|edition| edition.path != SitePath::root());
        let place = |path: &str| Route::parse(&site, SitePath::parse(path)).place;
        assert_eq!(place("/"), list(&[], None));
        assert_eq!(place(site.editions[0].path.as_str()), list(&[], None));
        for path in ["/404.html", "/nowhere/", "/page/2/"] {
            assert_eq!(place(path), Place::Nowhere, "{path}");
        }
    }

    #[test]
    fn the_search_has_an_address_where_the_site_can_be_searched() {
        assert!(matches!(place("/search/"), (0, Place::Article(_))));
        let site = Site { search: true, ..site() };
        let route = Route::parse(&site, SitePath::parse("/ru/search/"));
        assert_eq!((route.edition, &route.place), (1, &Place::Search));
        assert_eq!(Some(route.path(&site)), SitePath::parse("/ru/search/"));
    }

    #[test]
    fn fronts_sections_and_their_pages_are_told_from_articles() {
        assert_eq!(place("/"), (0, list(&[], None)));
        assert_eq!(place("/ru/"), (1, list(&[], None)));
        assert_eq!(place("/ru/page/2/"), (1, list(&[], Some(2))));
        assert_eq!(place("/learn/politics/"), (0, list(&["learn", "politics"], None)));
        assert_eq!(place("/ru/learn/politics/page/12"), (1, list(&["learn", "politics"], Some(12))));
        assert_eq!(place("/ru/topics/казахстан/page/2/"), (1, list(&["topics", "казахстан"], Some(2))));
        assert_eq!(place("/people/assel/"), (0, list(&["people", "assel"], None)));
        assert_eq!(place("/ru/topics/"), (1, list(&["topics"], None)));
        assert_eq!(place("/people/page/2/"), (0, list(&["people"], Some(2))));
        for article in [
            "/topics/a/b/",
            "/people/a/b/",
            "/politics/",
            "/learn/politics/embassy/",
            "/learn/page/03/",
            "/learn/page/0/",
            "/rules/",
        ] {
            assert_eq!(place(article), (0, Place::Article(SitePath::parse(article).expect("a path"))));
        }
        assert_eq!([place("/saved/"), place("/ru/saved/")], [(0, Place::Saved), (1, Place::Saved)]);
        assert!(matches!(place("/learn/saved/"), (0, Place::Article(_))));
        assert_eq!(place("/%2e%2e/x"), (0, Place::Nowhere));
    }
}

//! The lists of topics and of people that articles name.

use crate::model::{About, Address, Article, Credit, Edition, Localized, Role, Site, SitePath};
use crate::route::{ListKind, ListPlace, PEOPLE, Place, Route, TOPICS};
use crate::source::slug;

/// The longest slug that has a list, in bytes: its folder needs a name.
const LONGEST: usize = 240;

/// The list of the articles about the topic that articles call `name`; `None` where nothing of the name can stand in
/// an address.
pub fn topic_place(site: &Site, name: &str) -> Option<ListPlace> {
    let known = site.topics.iter().find(|topic| topic.name.reads(name)).map(|topic| topic.slug.clone());
    place(TOPICS, known.unwrap_or_else(|| slug(name)))
}

/// The list of what the person with this credit did; `None` where it names no person by themselves, or their page is
/// elsewhere.
fn person_place(site: &Site, credit: &Credit) -> Option<ListPlace> {
    if let Some(address) = &credit.address {
        let path = SitePath::parse(address.as_str()).filter(|_| address.is_relative());
        return match Route::parse(site, path).place {
            Place::List(place) if place.kind() == ListKind::Person => Some(place.newest()),
            Place::List(_) | Place::Article(_) | Place::Saved | Place::Search | Place::Nowhere => None,
        };
    }
    let name = credit.name.trim();
    let known = site.people.iter().find(|person| person.name.reads(name)).map(|person| person.slug.clone());
    // A plain byline may hold several names, and words beside them: it names a person only where the site knows one so.
    if known.is_none() && credit.role == Role::Byline {
        return None;
    }
    place(PEOPLE, known.unwrap_or_else(|| slug(name)))
}

fn place(first: &str, slug: String) -> Option<ListPlace> {
    let fits = !slug.is_empty() && slug.len() <= LONGEST;
    fits.then(|| ListPlace { parts: vec![first.to_owned(), slug], page: None })
}

/// The credits, each with the address of the person's page where the site has one.
pub fn credits(site: &Site, edition: &Edition, credits: &[Credit]) -> Vec<Credit> {
    let linked = credits.iter().cloned().map(|mut credit| {
        if credit.address.is_none() {
            let path = person_place(site, &credit).map(|place| place.path(&edition.path));
            credit.address = path.and_then(|path| Address::parse(&path.under("/")).ok());
        }
        credit
    });
    linked.collect()
}

/// What an article says of a topic or a person whose list it stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Named<'a> {
    /// What it calls them.
    pub name: &'a str,
    /// The person's portrait.
    pub portrait: Option<&'a str>,
}

/// The lists of topics and people that an article stands in, each with what it says of them.
pub fn lists_of<'a>(site: &Site, article: &'a Article) -> Vec<(ListPlace, Named<'a>)> {
    let topics =
        article.subjects.iter().map(|subject| (topic_place(site, &subject.name), &subject.name, None));
    let people = article.credits.iter().map(|credit| {
        (person_place(site, credit), &credit.name, credit.portrait.as_ref().map(Address::as_str))
    });
    let mut lists: Vec<(ListPlace, Named)> = Vec::new();
    for (place, name, portrait) in topics.chain(people) {
        if let Some(place) = place.filter(|place| lists.iter().all(|(known, _)| known != place)) {
            lists.push((place, Named { name: name.trim(), portrait }));
        }
    }
    lists
}

/// What the list at `place` is about: what the site says of the topic or person, else what its articles do. `None` for
/// lists that have their name from the site's sections.
pub fn about(site: &Site, edition: &Edition, place: &ListPlace, named: Named) -> Option<About> {
    let text = |text: &Localized| text.get(&edition.language).to_owned();
    let some = |words: &Localized| Some(text(words)).filter(|text| !text.is_empty());
    let slug = place.parts.last()?;
    let portrait = || named.portrait.and_then(|portrait| Address::parse(portrait).ok());
    let unknown = About { name: named.name.to_owned(), ..About::default() };
    match place.kind() {
        ListKind::Front | ListKind::Section | ListKind::Names => None,
        ListKind::Topic => Some(match site.topics.iter().find(|topic| topic.slug == *slug) {
            None => unknown,
            Some(topic) => {
                About { name: text(&topic.name), description: some(&topic.description), ..About::default() }
            }
        }),
        ListKind::Person => Some(match site.people.iter().find(|person| person.slug == *slug) {
            None => About { picture: portrait(), ..unknown },
            Some(person) => About {
                name: text(&person.name),
                role: some(&person.role),
                description: some(&person.description),
                picture: person.picture.clone().or_else(portrait),
                links: person.links.iter().map(|link| (text(&link.name), link.address.clone())).collect(),
            },
        }),
    }
}

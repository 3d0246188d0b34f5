//! The places of the site in every edition, from right to left as well, on a phone and on a desktop: one journey past a
//! front, a section, an article, a topic, a person, a standing page, a former address and none, and on to another edition.

use broadsheet::locale::{Locale, Message};
use serde_json::json;
use thirtyfour::Key;

use crate::four_editions::{Words, locale, site, words_of};
use crate::steps::{follow, tab_to, text, until};
use crate::support::{Device, Page, Site, in_browser};

/// A reader's journey, in the words of one edition.
struct Journey<'a> {
    page: &'a Page,
    site: &'a Site,
    words: &'static Words,
    locale: Locale,
}

impl Journey<'_> {
    fn text(&self, message: Message) -> String {
        self.locale.text(message)
    }

    /// Waits for the page of this heading, where it should be.
    fn is_at(&self, heading: &str, path: &str) {
        let page = self.page;
        page.wait_for_heading(heading);
        assert_eq!(page.path(), path);
        // While pages fade into each other, the root is as wide as the window with its scroll bar.
        let root = "((root, body) => [body.scrollWidth - body.clientWidth, root.lang, root.dir])(document.documentElement, document.body)";
        let direction = self.locale.direction().as_str();
        let expected = json!([0, self.words.language, direction]);
        assert_eq!(page.value(root), expected, "{path}: what sticks out, the language and its direction");
    }

    /// The same where a link has led there.
    fn arrives(&self, heading: &str, place: &str) {
        self.is_at(heading, &self.words.place(place));
        self.page.wait_until("document.activeElement === document.querySelector('main h1')");
    }

    /// What a list of the site's says of itself: its title, what it is about, the way there, its feed.
    fn is_list(&self, name: &str, place: &str, between: &[Message]) {
        let (page, words) = (self.page, self.words);
        assert_eq!(page.title(), format!("{name} · {}", self.site_name()));
        let description = page.attribute("meta[name=description]", "content");
        assert_eq!(description, Some(words.description(name)), "what machines are told");
        assert_eq!(page.text("main .list-description"), words.description(name));
        self.has_come(between, &[name]);
        let feed = page.attribute("main a[type='application/atom+xml']", "href");
        assert_eq!(feed, Some(words.place(&format!("{place}feed.xml"))));
    }

    /// The way here: the front, steps that the edition names, and names.
    fn has_come(&self, between: &[Message], names: &[&str]) {
        let steps = [Message::FrontPage].iter().chain(between).map(|step| self.text(*step));
        let way: Vec<String> = steps.chain(names.iter().map(|name| (*name).to_owned())).collect();
        assert_eq!(self.page.texts(".breadcrumbs li"), way);
    }

    fn site_name(&self) -> String {
        self.page.text(".masthead-name")
    }

    fn lists(&self, numbers: impl IntoIterator<Item = usize>) {
        let headlines: Vec<String> = numbers.into_iter().map(|number| self.words.headline(number)).collect();
        assert_eq!(self.page.texts("main h2 a"), headlines);
    }

    /// From the newest page of a list to the one before it, and back.
    fn pages(&self, name: &str, place: &str) {
        self.lists([5, 4, 3]);
        self.page.click_named(&self.text(Message::Older));
        let older = self.locale.with(Message::TitleWithPage, &[("title", name), ("number", "1")]);
        self.arrives(&older, &format!("{place}page/1/"));
        self.lists([2, 1]);
        self.page.click_named(&self.text(Message::Newer));
        self.arrives(name, place);
        self.lists([5, 4, 3]);
    }

    fn front_section_and_article(&self) {
        let (page, words) = (self.page, self.words);
        page.open(&self.site.url(words.root));
        self.is_at(&self.site_name(), words.root);
        assert_eq!(page.title(), self.site_name());
        assert_eq!(page.text("main h2 a"), words.headline(5), "the newest leads");
        let feed = page.attribute("footer a[type='application/atom+xml']", "href");
        assert_eq!(feed, Some(words.place("feed.xml")));
        page.run("window.sameDocument = true", Vec::new());
        page.click_named(words.section);
        self.arrives(words.section, "learn/");
        self.is_list(words.section, "learn/", &[]);
        self.pages(words.section, "learn/");
        page.click_named(&words.headline(5));
        self.arrives(&words.headline(5), "learn/bridge-5/");
        assert_eq!(page.title(), format!("{} · {}", words.headline(5), self.site_name()));
        self.has_come(&[], &[words.section]);
    }

    fn topic(&self) {
        let (page, words) = (self.page, self.words);
        page.click_named(words.topic);
        self.arrives(words.topic, "topics/bridges/");
        self.is_list(words.topic, "topics/bridges/", &[Message::Subjects]);
        self.pages(words.topic, "topics/bridges/");
    }

    fn person(&self) {
        let (page, words) = (self.page, self.words);
        page.click_named(&words.headline(5));
        page.wait_for(".article .credits a");
        page.click_named(words.person);
        self.arrives(words.person, "people/assel/");
        self.is_list(words.person, "people/assel/", &[Message::People]);
        assert_eq!(page.text("main .list-role"), words.role);
        until(page, "document.querySelector('main header img').naturalWidth > 0");
        let elsewhere = page.attribute("main header a", "href");
        assert_eq!(elsewhere.as_deref(), Some("https://social.example/@assel"));
        self.pages(words.person, "people/assel/");
    }

    fn standing_page(&self) {
        let (page, words) = (self.page, self.words);
        page.click_named(words.imprint);
        self.arrives(words.imprint, "imprint/");
        assert_eq!(page.title(), format!("{} · {}", words.imprint, self.site_name()));
        let description = page.attribute("meta[name=description]", "content");
        assert_eq!(description, Some(words.lead(words.imprint)), "what machines are told");
        assert_eq!(page.count("main time"), 0, "a standing page has no date");
        self.has_come(&[], &[]);
        assert_eq!(page.value("window.sameDocument"), json!(true), "no step loaded the page anew");
    }

    fn lost(&self) {
        let (page, words) = (self.page, self.words);
        let path = words.place("no/such/");
        page.open(&self.site.url(&path));
        self.is_at(&self.text(Message::NotFoundTitle), &path);
        assert!(page.text("main").contains(&self.text(Message::PageNotFound)));
        assert_eq!(page.count("main [role=search] input"), 1);
        assert_eq!(page.text("#latest-label"), self.text(Message::Latest));
        let latest = page.texts("main section h3 a");
        assert_eq!(latest.first(), Some(&words.headline(5)));
        assert!(!latest.iter().any(|headline| headline == words.imprint), "a standing page is no news");
    }

    /// From a former address on to the translation, from there back to a story without one, and to the other's front.
    fn other_edition(&self) {
        let (page, words, next) = (self.page, self.words, self.words.next());
        page.visit(&self.site.url(&words.place("old/bridge.html/")));
        self.is_at(&words.headline(5), &words.place("learn/bridge-5/"));
        page.wait_for_program();
        let switch = format!(".editions a[hreflang={}]", next.language);
        let other = Journey { page, site: self.site, words: next, locale: locale(next.root) };
        page.click(&switch);
        other.arrives(&next.headline(5), "learn/bridge-5/");
        page.back();
        self.is_at(&words.headline(5), &words.place("learn/bridge-5/"));
        follow(page, &words.place("learn/bridge-4/"));
        self.arrives(&words.headline(4), "learn/bridge-4/");
        page.click(&switch);
        page.wait_until(&format!("location.pathname === '{}'", next.root));
        other.is_at(&other.site_name(), next.root);
        self.offer(&other);
    }

    /// The edition that was chosen is offered in its own words, and the reader stays in their own.
    fn offer(&self, chosen: &Journey<'_>) {
        let (page, words) = (self.page, self.words);
        let path = words.place("learn/bridge-5/");
        page.open(&self.site.url(&path));
        page.wait_for(".edition-offer a");
        self.is_at(&words.headline(5), &path);
        assert_eq!(page.texts(".edition-offer a"), [chosen.text(Message::EditionRead)]);
        let link = "(it => [it.lang, getComputedStyle(it).direction, it.pathname])(document.querySelector('.edition-offer a'))";
        let direction = chosen.locale.direction().as_str();
        let translation = chosen.words.place("learn/bridge-5/");
        assert_eq!(page.value(link), json!([chosen.words.language, direction, translation]));
        // From the way there to the way to stay.
        page.run("document.querySelector('.edition-offer a').focus()", Vec::new());
        tab_to(page, &format!("it.innerText === '{}'", self.text(Message::EditionStay)));
        assert_eq!(text(page, "document.activeElement.closest('[lang]').lang"), words.language);
        page.press(Key::Enter);
        until(page, "!document.querySelector('.edition-offer a')");
        page.reload();
        self.is_at(&words.headline(5), &path);
        // What is stored is looked at by the time that the form says what it does.
        until(page, "document.querySelector('dialog [type=submit]').textContent");
        assert_eq!(page.count(".edition-offer a"), 0, "and is not asked again");
    }
}

fn every_place_is_there(language: &str) {
    let words = words_of(language);
    for device in [Device::Phone, Device::Desktop] {
        let site = site();
        in_browser(device, |page| {
            page.expect_in_console("Failed to load resource");
            let journey = Journey { page, site: &site, words, locale: locale(words.root) };
            journey.front_section_and_article();
            journey.topic();
            journey.person();
            journey.standing_page();
            journey.lost();
            journey.other_edition();
        });
    }
}

#[test]
fn every_place_is_there_in_english() {
    every_place_is_there("en");
}

#[test]
fn every_place_is_there_in_russian() {
    every_place_is_there("ru");
}

#[test]
fn every_place_is_there_in_kazakh() {
    every_place_is_there("kk");
}

#[test]
fn every_place_is_there_from_right_to_left() {
    every_place_is_there("ar");
}

//! The search of an archive of several volumes. They are made here, smaller than the press makes them.

use std::fs;
use std::path::Path;

use broadsheet::press::search::{Record, Volume, contents, index, years};
use broadsheet::source::{ninjs::read_article, site::read_site};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::steps::{tab_to, text, until};
use crate::support::newsroom::{article, settings};
use crate::support::page::strings;
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

/// The folder of the English index.
pub(crate) const FOLDER: &str = "/data/en/search/";

pub(crate) fn searched() -> Value {
    let mut settings = settings();
    settings["search"] = json!(true);
    settings
}

/// An article about `about` of a day of `year`.
pub(crate) fn about(about: &str, year: u32, number: usize) -> Value {
    let path = format!("/learn/{}-{year}-{number}/", about.replace(' ', "-"));
    let published = format!("{year}-{:02}-01T09:00:00Z", 12 - number % 12);
    article("en", &path, &format!("{about} {number} of {year}"), &published)
}

pub(crate) fn record(article: &Value) -> Record {
    let site = read_site(&searched().to_string()).expect("settings").value;
    Record::of(&site, 0, &read_article(&article.to_string()).expect("an article").value)
}

pub(crate) fn write(site: &Path, name: &str, bytes: &[u8]) {
    let file = site.join(FOLDER.trim_start_matches('/')).join(name);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder of the index");
    fs::write(file, bytes).expect("a file of the index");
}

pub(crate) fn write_volume(folder: &Path, volume: Volume, records: Vec<Record>) {
    let site = read_site(&searched().to_string()).expect("settings").value;
    for (name, bytes) in index(&site.editions[0], volume, records).expect("an index") {
        write(folder, &name, &bytes);
    }
}

/// A site whose archive has these volumes, the oldest first.
fn archive(volumes: &[Vec<Value>]) -> Site {
    // The articles are there as well: those in view are fetched.
    let all = volumes.iter().flatten();
    let content = all.fold(Content::new(&searched()), |content, article| content.article(article));
    content.serve_changed(Fallback::Pages, |folder| {
        let mut older = Vec::new();
        for (number, articles) in (1..).zip(volumes) {
            let records: Vec<Record> = articles.iter().map(record).collect();
            let newest = number == volumes.len();
            if !newest {
                older.push(years(&records));
            }
            write_volume(folder, if newest { Volume::Newest } else { Volume::Older(number) }, records);
        }
        let (name, bytes) = contents(&older);
        write(folder, &name, &bytes);
    })
}

/// Twelve wells of 2024, three of 2016 and 2015, one of 2012.
fn wells() -> Site {
    let oldest = vec![about("Well", 2012, 0), about("Qqzzxx", 2012, 1)];
    let older = vec![about("Well", 2015, 0), about("Well", 2016, 0), about("Well", 2016, 1)];
    archive(&[oldest, older, (0..12).map(|number| about("Well", 2024, number)).collect()])
}

/// Waits until this is said of what was found.
pub(crate) fn told(page: &Page, words: &str) {
    until(page, &format!("document.querySelector('.search-told').textContent.startsWith({})", json!(words)));
}

fn found(page: &Page) -> Vec<String> {
    page.texts(".search-found h2 a")
}

/// Goes to the button for older articles by the keyboard, and presses it.
fn go_back(page: &Page, years: &str) {
    tab_to(page, &format!("it.innerText === 'Search older articles ({years})'"));
    page.press(Key::Enter);
}

/// The choice of this name.
fn choice(name: &str) -> String {
    format!(
        "[...document.querySelectorAll('.search-choice')].find(it => it.innerText.startsWith('{name}'))\
         .querySelector('select')"
    )
}

/// What there is to choose from.
fn options(page: &Page, name: &str) -> Vec<String> {
    strings(&page.value(&format!("[...{}.options].map(it => it.textContent)", choice(name))))
}

/// Chooses a value, as a reader does.
fn choose(page: &Page, name: &str, value: &str) {
    let script = format!(
        "const select = {}; select.value = arguments[0]; \
         select.dispatchEvent(new Event('change', {{ bubbles: true }}))",
        choice(name)
    );
    page.run(&script, vec![json!(value)]);
}

/// Whether anything was asked of an older volume.
fn asked_for(site: &Site, volume: usize) -> bool {
    site.paths().iter().any(|path| path.starts_with(&format!("{FOLDER}{volume}/")))
}

#[test]
fn older_articles_come_when_the_reader_wants_them_and_the_keyboard_is_at_the_first() {
    let site = wells();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/search/?q=well"));
        told(page, "12 articles found");
        assert!(!asked_for(&site, 2), "nobody has asked for older ones");
        tab_to(page, "it.innerText === 'Show more'");
        page.press(Key::Enter);
        until(page, "document.activeElement.id === 'results-10'");
        go_back(page, "2015–2016");
        told(page, "15 articles found");
        until(page, "document.activeElement.id === 'results-12'");
        assert!(text(page, "document.activeElement.innerText").contains(" of 201"));
        assert_eq!(text(page, "location.search"), "?q=well&volume=2");
        let all = found(page);
        assert_eq!(all.len(), 15);
        assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), 15, "no article comes twice");
        assert!(!asked_for(&site, 1));
        go_back(page, "2012");
        told(page, "16 articles found");
        until(page, "document.activeElement.id === 'results-15'");
        assert_eq!(page.count("#search-older"), 0, "there is nothing older");
        page.back();
        told(page, "15 articles found");
        page.back();
        told(page, "12 articles found");
    });
}

#[test]
fn a_link_keeps_how_far_back_the_reader_went_and_other_words_begin_anew() {
    let site = wells();
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/search/?q=well&sort=new&volume=1"));
        told(page, "16 articles found");
        page.click_named("Show more");
        until(page, "document.querySelectorAll('.search-found h2 a').length === 16");
        let dates = page.value("[...document.querySelectorAll('.search-found time')].map(it => it.dateTime)");
        let dates = strings(&dates);
        let mut sorted = dates.clone();
        sorted.sort_by(|one, other| other.cmp(one));
        assert_eq!(dates, sorted, "the newest first, over all volumes");
        tab_to(page, "it.closest('.search-form') && it.name === 'q'");
        page.press("qqzzxx");
        until(page, "location.search === '?q=qqzzxx&sort=new'");
    });
}

#[test]
fn where_nothing_is_found_the_search_goes_on_by_itself_and_then_asks() {
    let site = wells();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/search/?q=qqzzxx"));
        told(page, "1 article found");
        assert_eq!(found(page), ["Qqzzxx 1 of 2012"]);
    });
    let rare = vec![about("Qqzzxx", 2011, 0)];
    let others = (2012..2016).map(|year| vec![about("Well", year, 0)]);
    let site = archive(&[rare].into_iter().chain(others).collect::<Vec<_>>());
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/search/?q=qqzzxx"));
        told(page, "Nothing was found so far");
        assert!(asked_for(&site, 3) && !asked_for(&site, 2), "three volumes are looked in");
        go_back(page, "2011–2012");
        told(page, "1 article found");
        until(page, "document.activeElement.id === 'results-0'");
    });
}

#[test]
fn whoever_goes_back_goes_as_far_again_as_they_have_come() {
    let volumes: Vec<_> = (2000..2012).map(|year| vec![about("Well", year, 0)]).collect();
    let site = archive(&volumes);
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/search/?q=well"));
        told(page, "1 article found");
        for (years, found, oldest) in
            [("2010", 2, 11), ("2008–2009", 4, 9), ("2004–2007", 8, 5), ("2000–2003", 12, 1)]
        {
            assert!(oldest == 1 || !asked_for(&site, oldest - 1));
            go_back(page, years);
            told(page, &format!("{found} articles found"));
            assert!(asked_for(&site, oldest));
        }
        assert_eq!(page.count("#search-older"), 0);
    });
}

#[test]
fn a_section_that_only_older_articles_have_can_be_chosen() {
    let mut old = about("Well", 2012, 0);
    old["x"]["url"] = json!("/politics/well/");
    // A newer one of that section is about something else.
    let mut other = about("Banker", 2024, 1);
    other["x"]["url"] = json!("/politics/banker/");
    let site = archive(&[vec![old], vec![about("Well", 2024, 0), other]]);
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/search/?q=well"));
        told(page, "1 article found");
        assert_eq!(options(page, "Section"), ["All", "Learn (1)", "Learn – Politics", "Politics"]);
        choose(page, "Section", "politics");
        until(page, "location.search.includes('section=politics')");
        told(page, "1 article found");
        assert_eq!(found(page), ["Well 0 of 2012"]);
    });
}

#[test]
fn a_word_that_only_older_articles_have_is_no_slip_though_newer_ones_have_one_like_it() {
    // In the newest articles there is a word with one letter more.
    let archive_of = |oldest: &str| {
        let others = [about("Well", 2016, 0), about("Banker", 2024, 0)].map(|article| vec![article]);
        archive(&[vec![about(oldest, 2012, 0)]].into_iter().chain(others).collect::<Vec<_>>())
    };
    let site = archive_of("Baker");
    for address in ["/search/?q=baker", "/search/?q=baker&year=2012"] {
        in_browser(Device::Phone, |page| {
            page.open(&site.url(address));
            told(page, "1 article found");
            assert_eq!(found(page), ["Baker 0 of 2012"], "{address}");
            assert_eq!(page.count(".search-meant"), 0, "{address}");
        });
    }
    // Where no volume has it, the reader is asked.
    let site = archive_of("Well");
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/search/?q=baker"));
        told(page, "Nothing was found. Check the spelling");
        until(page, "document.querySelector('.search-meant')?.innerText.includes('anker')");
    });
}

#[test]
fn a_year_of_the_archive_can_be_chosen_and_only_its_volumes_are_asked() {
    let site = wells();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/search/?q=well"));
        told(page, "12 articles found");
        assert_eq!(options(page, "Year"), ["All", "2024 (12)", "2016", "2015", "2012"]);
        choose(page, "Year", "2012");
        told(page, "1 article found");
        assert_eq!(found(page), ["Well 0 of 2012"]);
        assert!(asked_for(&site, 1) && !asked_for(&site, 2));
    });
}

#[test]
fn an_older_volume_that_does_not_come_is_said_and_can_be_tried_again() {
    let site = wells();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/search/?q=well&section=learn"));
        told(page, "12 articles found");
        let entry = format!("{FOLDER}2/pagefind-entry.json");
        site.answer(&entry, Answer::status(500));
        page.expect_in_console("500");
        page.expect_in_console("Pagefind");
        page.click_named("Show more");
        until(page, "document.activeElement.id === 'results-10'");
        go_back(page, "2015–2016");
        told(page, "The search could not be reached");
        site.restore(&entry);
        page.click_named("Try again");
        told(page, "15 articles found");
    });
}

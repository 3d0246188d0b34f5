//! The index that readers search.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;

use broadsheet::model::{Edition, Site, SitePath};
use broadsheet::press::search::{File, Record, VOLUME, Volume, in_volumes, index, order, years};
use broadsheet::source::{ninjs::read_article, site::read_site};
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::press_newsroom::Newsroom;

/// Where the English index is.
pub const FOLDER: &str = "data/en/search";

/// A newsroom whose readers can search it.
pub fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.site(|site| site["search"] = json!(true));
    newsroom
}

/// A Kazakh newsroom with one section in another.
pub fn kazakh_site() -> Site {
    let settings = json!({
        "search": true,
        "editions": [{ "language": "kk", "path": "/", "time_zone": "Asia/Almaty" }],
        "sections": [{ "slug": "science", "name": "Ғылым", "sections": [{ "slug": "space", "name": "Ғарыш" }] }]
    });
    read_site(&settings.to_string()).expect("settings").value
}

/// The record of a short article that `change` has been told of.
pub fn record(site: &Site, change: impl FnOnce(&mut Value)) -> Record {
    let mut article = json!({
        "uri": "urn:harbour:a",
        "type": "text",
        "language": "kk",
        "headlines": [{ "role": "main", "value": "Ғарыш айлағы" }],
        "descriptions": [{ "role": "lead", "value": "Даладағы  ұшу." }],
        "bodies": [{ "contentType": "text/html", "value": "<p>Бірінші <b>сөз</b>.</p><ul><li>Екінші</li></ul>" }],
        "x": {
            "url": "/science/space/a/", "published": "2023-12-31T23:30:00Z",
            "credits": [{ "role": "writer", "name": "Гүлнар Әбілова" }]
        }
    });
    change(&mut article);
    Record::of(site, 0, &read_article(&article.to_string()).expect("an article").value)
}

/// Its only edition.
pub fn edition(site: &Site) -> &Edition {
    &site.editions[0]
}

/// What a fragment or another part of the index holds.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    flate2_read(bytes, &mut text);
    text.strip_prefix(b"pagefind_dcd").expect("the signature of pagefind").to_vec()
}

fn flate2_read(bytes: &[u8], into: &mut Vec<u8>) {
    flate2::read::GzDecoder::new(bytes).read_to_end(into).expect("gzip");
}

/// The files of the English index.
fn files_of(newsroom: &Newsroom) -> Vec<File> {
    let mut files = Vec::new();
    for folder in ["", "fragment", "index", "filter"] {
        let path = newsroom.path("out").join(FOLDER).join(folder);
        for entry in fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            let name = entry.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
            if entry.is_file() {
                files.push((
                    format!("{folder}/{name}").trim_start_matches('/').to_owned(),
                    fs::read(entry).expect("bytes"),
                ));
            }
        }
    }
    files
}

fn names(files: &[File]) -> Vec<&str> {
    files.iter().map(|(name, _)| name.as_str()).collect()
}

fn fragments(files: &[File]) -> Vec<Value> {
    let fragments = files.iter().filter(|(name, _)| name.starts_with("fragment/"));
    fragments.map(|(_, bytes)| serde_json::from_slice(&unpacked(bytes)).expect("JSON")).collect()
}

#[test]
fn a_record_has_what_the_article_says_of_itself() {
    let site = kazakh_site();
    let record = record(&site, |_| {});
    assert_eq!(record.text, "Даладағы ұшу. Бірінші сөз. Екінші");
    assert_eq!(record.sections, ["science", "science/space"]);
    // The new year has begun in the zone of the edition.
    assert_eq!(record.year.as_deref(), Some("2024"));
    let standing = self::record(&site, |article| article["x"]["standing"] = json!(true));
    assert_eq!(standing.year, None);
}

#[test]
fn readers_find_folded_words_and_see_the_text_itself() {
    let site = kazakh_site();
    let files = index(edition(&site), Volume::Newest, [record(&site, |_| {})]).expect("an index");
    let fragments = fragments(&files);
    assert_eq!(fragments.len(), 1);
    assert_eq!(fragments[0]["content"], "Даладағы ұшу. Бірінші сөз. Екінші");
    assert_eq!(fragments[0]["story"]["x"]["url"], "/science/space/a/");
    assert_eq!(fragments[0]["story"]["headlines"][0]["value"], "Ғарыш айлағы");
    let words: Vec<u8> = files
        .iter()
        .filter(|(name, _)| name.starts_with("index/"))
        .flat_map(|(_, bytes)| unpacked(bytes))
        .collect();
    let words = String::from_utf8_lossy(&words);
    for word in ["даладагы", "гарыш", "екинши", "биринши"] {
        assert!(words.contains(word), "{word} is not in the index");
    }
    assert!(!words.contains("ғарыш"));
}

#[test]
fn an_article_is_found_by_the_names_of_its_sections_and_by_everybody_who_made_it() {
    let site = kazakh_site();
    let parts = |change: &dyn Fn(&mut Value), folder: &str| -> String {
        let files = index(edition(&site), Volume::Newest, [record(&site, |article| change(article))]);
        let files = files.expect("an index").into_iter().filter(|(name, _)| name.starts_with(folder));
        files.map(|(_, bytes)| String::from_utf8_lossy(&unpacked(&bytes)).into_owned()).collect()
    };
    let plain = |by: &'static str| {
        move |article: &mut Value| {
            article["by"] = json!(by);
            article["x"]["credits"] = json!([]);
        }
    };
    // Only the name of the section has this word.
    assert!(parts(&|_| {}, "index/").contains("гылым"));
    let author = parts(&plain("By Joe Harbour, Associated Press"), "filter/");
    assert!(author.contains("Joe Harbour") && !author.contains("By Joe"), "{author}");
    let several = plain("Ann Quay and Joe Harbour");
    assert!(!parts(&several, "filter/").contains("Quay"), "two names are no author to choose");
    assert!(parts(&several, "index/").contains("quay"));
    let named = parts(&|_| {}, "filter/");
    assert!(named.contains("Гүлнар Әбілова"), "{named}");
}

#[test]
fn the_same_records_give_the_same_bytes_in_any_order_and_a_changed_text_another_name() {
    let site = kazakh_site();
    let other = |text: &str| {
        let text = text.to_owned();
        record(&site, move |article| {
            article["x"]["url"] = json!("/b/");
            article["descriptions"][0]["value"] = json!(text);
        })
    };
    let one = index(edition(&site), Volume::Newest, [record(&site, |_| {}), other("ел")]).expect("an index");
    let two = index(edition(&site), Volume::Newest, [other("ел"), record(&site, |_| {})]).expect("an index");
    assert_eq!(one, two);
    assert_eq!(one.last().map(|(name, _)| name.as_str()), Some("pagefind-entry.json"));
    // The folded words are the same, what is shown is not.
    let plain =
        index(edition(&site), Volume::Newest, [record(&site, |_| {}), other("Ел")]).expect("an index");
    let by_name: BTreeMap<&str, &[u8]> =
        one.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    for (name, bytes) in plain.iter().filter(|(name, _)| name.starts_with("fragment/")) {
        assert!(by_name.get(name.as_str()).is_none_or(|known| known == bytes), "{name} has two contents");
    }
    let none = index(edition(&site), Volume::Newest, []).expect("an index of nothing");
    assert_eq!(names(&none), ["search.js"]);
}

#[test]
fn an_older_volume_lies_in_a_folder_of_its_number_and_has_no_code_of_its_own() {
    let site = kazakh_site();
    let files = index(edition(&site), Volume::Older(7), [record(&site, |_| {})]).expect("an index");
    assert!(files.iter().all(|(name, _)| name.starts_with("7/")), "{:?}", names(&files));
    let code = |name: &str| name.ends_with(".js") || name.ends_with(".pagefind");
    assert!(!files.iter().any(|(name, _)| code(name)), "{:?}", names(&files));
    let (name, entry) = files.last().expect("files");
    assert_eq!(name, "7/pagefind-entry.json");
    let entry: Value = serde_json::from_slice(entry).expect("JSON");
    // Pagefind asks for `7/wasm.NAME.pagefind`, which is the program of the newest volume.
    let program = format!("7/wasm.{}.pagefind", entry["languages"]["kk"]["wasm"].as_str().expect("a name"));
    let mut parts: Vec<&str> = Vec::new();
    for part in program.split('/') {
        match part {
            ".." => parts.truncate(parts.len() - 1),
            name => parts.push(name),
        }
    }
    let newest = index(edition(&site), Volume::Newest, [record(&site, |_| {})]).expect("an index");
    assert!(names(&newest).contains(&parts.join("/").as_str()), "{parts:?} is not in {:?}", names(&newest));
}

#[test]
fn volumes_can_be_made_at_the_same_time() {
    let site = kazakh_site();
    let made = |number: usize| {
        let records = (0..20).map(|article| {
            record(&site, |document| document["x"]["url"] = json!(format!("/a{number}-{article}/")))
        });
        index(edition(&site), Volume::Older(number), records).expect("an index")
    };
    let one_by_one: Vec<Vec<File>> = (1..9).map(made).collect();
    let at_once: Vec<Vec<File>> = (1..9).into_par_iter().map(made).collect();
    assert_eq!(one_by_one, at_once);
}

#[test]
fn articles_are_ordered_by_date_and_standing_pages_come_last() {
    let site = kazakh_site();
    let at = |path: &str, published: Value, standing: bool| {
        let path = path.to_owned();
        record(&site, move |article| {
            article["x"]["url"] = json!(path);
            article["x"]["published"] = published;
            article["x"]["standing"] = json!(standing);
        })
    };
    let mut records = [
        at("/about/", json!("2001-01-01T00:00:00Z"), true),
        at("/b/", json!("2024-05-01T00:00:00Z"), false),
        at("/a/", json!("2024-05-01T00:00:00Z"), false),
        at("/old/", json!("2019-05-01T00:00:00Z"), false),
        at("/undated/", Value::Null, false),
    ];
    records.sort_by(|one, other| one.order().cmp(&other.order()));
    let paths: Vec<&str> = records.iter().map(|record| record.summary.path.as_str()).collect();
    assert_eq!(paths, ["/undated/", "/old/", "/a/", "/b/", "/about/"]);
    let last = &records[4];
    assert_eq!(order(true, last.summary.published, &last.summary.path), last.order());
    assert_eq!(years(&records), Some(("2019".to_owned(), "2024".to_owned())));
    assert_eq!(years(&records[..1]), None);
}

#[test]
fn a_full_volume_stays_as_it_is_when_articles_are_added() {
    let site = kazakh_site();
    let pattern = record(&site, |_| {});
    let numbered = |number: usize| {
        let mut record = pattern.clone();
        record.summary.path = SitePath::parse(&format!("/a{number:05}/")).expect("a path");
        record
    };
    // Of one moment, so that their paths order them; in the order in which a file system may name them.
    let paths = |count: usize| -> Vec<(Volume, Vec<String>)> {
        let volumes = in_volumes((0..count).rev().map(numbered).collect(), Record::order);
        let path = |record: &Record| record.summary.path.to_string();
        volumes.into_iter().map(|(volume, records)| (volume, records.iter().map(path).collect())).collect()
    };
    let before = paths(2 * VOLUME);
    assert_eq!(
        before.iter().map(|(volume, _)| *volume).collect::<Vec<_>>(),
        [Volume::Older(1), Volume::Newest]
    );
    assert_eq!((before[0].1.len(), before[1].1.len()), (VOLUME, VOLUME));
    assert_eq!(before[0].1[0], "/a00000/");
    let after = paths(2 * VOLUME + 1);
    assert_eq!(before[0], after[0]);
    assert_eq!(after[1].1.last().map(String::as_str), Some(format!("/a{:05}/", 2 * VOLUME).as_str()));
}

#[test]
fn what_readers_may_not_see_is_not_in_the_index_and_pressing_again_changes_nothing() {
    let newsroom = newsroom("search");
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom
        .article("b", "/politics/b/", 2, |article| article["embargoedUntil"] = json!("2025-01-01T00:00:00Z"));
    newsroom.article("c", "/politics/c/", 3, |article| article["pubStatus"] = json!("canceled"));
    newsroom.article("d", "/about/", 4, |article| article["x"]["standing"] = json!(true));
    newsroom.press().is_clean();
    let files = files_of(&newsroom);
    let shown: Vec<String> =
        fragments(&files).iter().map(|fragment| fragment["content"].to_string()).collect();
    assert_eq!(shown.len(), 2, "{shown:?}");
    let all: String = files
        .iter()
        .filter(|(name, _)| name.contains(".pf_"))
        .map(|(_, bytes)| String::from_utf8_lossy(&unpacked(bytes)).into_owned())
        .collect();
    assert!(all.contains("/politics/a/") && all.contains("/about/"));
    for hidden in ["/politics/b/", "/politics/c/", "Headline of b", "Text of c"] {
        assert!(!all.contains(hidden), "{hidden} is in the index");
    }
    assert!(newsroom.has("search/index.html") && newsroom.has("ru/search/index.html"));
    let again = newsroom.press();
    assert!(again.summary.contains("files written 0,") && again.summary.contains("removed 0."), "{again:?}");
}

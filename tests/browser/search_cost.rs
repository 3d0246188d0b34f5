//! What a search fetches, with few articles and with many.

use std::fs;
use std::io::Write;

use broadsheet::press::search::{Record, VOLUME, Volume, contents};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};

use crate::search_archive::{FOLDER, about, record, searched, told, write, write_volume};
use crate::steps::until;
use crate::support::{Content, Device, Fallback, in_browser};

/// An article of 300 words, drawn from 60,000 as a language does: a few come often, most hardly ever. All have the
/// word `aral`.
fn long_article(number: usize, random: &mut impl FnMut() -> f64) -> Value {
    let mut words = |count: usize| -> String {
        let letter = |number: u32| char::from(b'a' + (number % 26) as u8);
        let word = |rank: u32| {
            [rank, rank, rank / 26, rank / 676, rank / 17_576].map(letter).iter().collect::<String>()
        };
        let rank = |random: f64| 60_000_f64.powf(random) as u32;
        (0..count).map(|_| word(rank(random()))).collect::<Vec<_>>().join(" ")
    };
    let mut article = about(&words(8), 2024, number);
    article["x"]["url"] = json!(format!("/learn/a{number}/"));
    article["bodies"][0]["value"] = json!(format!("<p>Aral {}</p>", words(300)));
    article
}

/// What a search for one word fetches, of which `said` is said, with `count` articles in the newest volume and `older`
/// volumes beside it, of which the newest two are there. Text counts as hosts send it, compressed.
fn bytes_of_a_search(word: &str, said: &str, count: usize, older: usize) -> usize {
    let mut state = 1_u64;
    let mut random = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / (1_u64 << 31) as f64
    };
    let mut records = |count: usize| -> Vec<Record> {
        (0..count).map(|number| record(&long_article(number, &mut random))).collect()
    };
    let site = Content::new(&searched()).serve_changed(Fallback::Pages, |folder| {
        write_volume(folder, Volume::Newest, records(count));
        for number in (1..=older).rev().take(2) {
            write_volume(folder, Volume::Older(number), records(VOLUME));
        }
        let year = |volume: usize| (2000 + volume * 20 / older.max(1)).to_string();
        let older: Vec<_> = (0..older).map(|volume| Some((year(volume), year(volume + 1)))).collect();
        let (name, bytes) = contents(&older);
        write(folder, &name, &bytes);
    });
    in_browser(Device::Desktop, |page| {
        // Articles in view are fetched; only the search is of interest.
        page.expect_in_console("article.json");
        page.open(&site.url(&format!("/search/?q={word}")));
        told(page, said);
        until(
            page,
            "document.querySelectorAll('.search-found h2 a').length === 10 || document.querySelector('.search-meant')",
        );
    });
    let asked = site.paths().into_iter().filter(|path| path.starts_with(FOLDER));
    let sizes = asked.map(|path| {
        let path = path.split('?').next().unwrap_or_default();
        let bytes = fs::read(site.folder().join(path.trim_start_matches('/'))).expect("a file of the index");
        if !path.ends_with(".js") && !path.ends_with(".json") {
            return bytes.len();
        }
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all(&bytes).expect("bytes");
        packed.finish().expect("bytes").len()
    });
    sizes.sum()
}

/// The newest volume is as large as it gets, and the archive has 100,000 articles.
const LARGEST: (usize, usize) = (2 * VOLUME - 1, 100_000 / VOLUME - 2);

#[test]
fn a_search_costs_the_same_whatever_the_size_of_the_archive() {
    let small = bytes_of_a_search("aral", "100 articles found", 100, 0);
    let (newest, older) = LARGEST;
    let large = bytes_of_a_search("aral", &format!("{newest} articles found"), newest, older);
    println!("a search fetches {small} bytes with 100 articles, {large} with 100,000");
    assert!(small > 50_000, "the code of the search is among {small} bytes");
    assert!(large * 5 <= small * 6, "{large} bytes are more than a fifth more than {small}");
}

#[test]
fn a_slip_costs_the_same_whatever_the_size_of_the_archive() {
    // The word is looked for in three volumes before the reader is asked.
    let small = bytes_of_a_search("arxl", "Nothing was found", 100, 2);
    let (newest, older) = LARGEST;
    let large = bytes_of_a_search("arxl", "Nothing was found", newest, older);
    println!("a search with a slip fetches {small} bytes with 100 articles, {large} with 100,000");
    assert!(large * 5 <= small * 6, "{large} bytes are more than a fifth more than {small}");
}

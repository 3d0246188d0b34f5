//! How the archive of an edition is cut into volumes, each with an index of its own.
//!
//! Articles are counted from the oldest, as the numbered index pages are, so that a full volume never changes when
//! articles are added. The newest volume is the one that every search asks; it is never nearly empty.

use std::ops::Range;

use serde_json::json;

use super::{File, Record};
use crate::model::{Instant, SitePath};

/// How many articles a full volume holds. The newest holds at least as many where there are any older, and less than
/// twice as many. Decision record 14 has what was measured.
pub const VOLUME: usize = 250;

/// The file that says what the older volumes hold.
const VOLUMES: &str = "volumes.json";

/// A volume of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Volume {
    /// The one that every search asks. It lies in the folder of the search itself, beside the code.
    Newest,
    /// An older one by its number, counted from the oldest, which is 1. It lies in a folder of that name.
    Older(usize),
}

impl Volume {
    /// Where the files of this volume are, below the folder of the search.
    pub(super) fn folder(self) -> String {
        match self {
            Self::Newest => String::new(),
            Self::Older(number) => format!("{number}/"),
        }
    }
}

/// The first and the last year of a volume.
pub type Years = Option<(String, String)>;

/// Cuts `count` articles, the oldest first, into volumes: the older ones of exactly [`VOLUME`] articles, then the
/// newest. There is always a newest, even of nothing.
pub fn volumes(count: usize) -> Vec<(Volume, Range<usize>)> {
    cut(count, VOLUME)
}

fn cut(count: usize, size: usize) -> Vec<(Volume, Range<usize>)> {
    let older = (count / size).saturating_sub(1);
    let full = (0..older).map(|index| (Volume::Older(index + 1), index * size..(index + 1) * size));
    full.chain([(Volume::Newest, older * size..count)]).collect()
}

/// The articles of an edition in its volumes, the oldest first; `order` is what [`order`] says of each.
pub fn in_volumes<T>(mut articles: Vec<T>, order: impl Fn(&T) -> Order<'_>) -> Vec<(Volume, Vec<T>)> {
    articles.sort_by(|one, other| order(one).cmp(&order(other)));
    let volumes = volumes(articles.len());
    let mut articles = articles.into_iter();
    volumes
        .into_iter()
        .map(|(volume, range)| (volume, articles.by_ref().take(range.len()).collect()))
        .collect()
}

/// What articles are ordered by.
pub type Order<'a> = (bool, Option<Instant>, &'a SitePath);

/// What articles are ordered by before they are cut, the smallest first: those without a date, then the older ones.
/// Standing pages are always in the newest volume: who looks for them does not look for the past.
pub fn order(standing: bool, date: Option<Instant>, path: &SitePath) -> Order<'_> {
    (standing, date, path)
}

/// The years that articles are from, standing pages aside.
pub fn years<'a>(records: impl IntoIterator<Item = &'a Record>) -> Years {
    years_of(records.into_iter().filter_map(|record| record.year.as_deref()))
}

/// The first and the last of years.
pub fn years_of<'a>(years: impl IntoIterator<Item = &'a str>) -> Years {
    years.into_iter().fold(None, |known: Years, year| {
        let (first, last) = known.unwrap_or_else(|| (year.to_owned(), year.to_owned()));
        Some((first.min(year.to_owned()), last.max(year.to_owned())))
    })
}

/// The file that says how many older volumes there are, and the years of each, the oldest volume first. It is written
/// after them.
pub fn contents(older: &[Years]) -> File {
    let years: Vec<_> = older.iter().map(|years| json!(years)).collect();
    (VOLUMES.to_owned(), format!("{}\n", json!(years)).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(count: usize) -> Vec<usize> {
        cut(count, 10).into_iter().map(|(_, range)| range.len()).collect()
    }

    #[test]
    fn the_newest_volume_is_never_nearly_empty() {
        assert_eq!(sizes(0), [0]);
        assert_eq!(sizes(19), [19]);
        assert_eq!(sizes(20), [10, 10]);
        assert_eq!(sizes(39), [10, 10, 19]);
        let volumes = cut(25, 10);
        assert_eq!(volumes, [(Volume::Older(1), 0..10), (Volume::Newest, 10..25)]);
    }

    #[test]
    fn a_full_volume_stays_when_articles_are_added() {
        for count in 0..100 {
            let [before, after] = [cut(count, 10), cut(count + 1, 10)];
            let full = &before[..before.len() - 1];
            assert_eq!(full, &after[..full.len()], "with one more than {count}");
            let places: Vec<usize> = before.into_iter().flat_map(|(_, range)| range).collect();
            assert_eq!(places, (0..count).collect::<Vec<_>>(), "every article once");
        }
    }

    #[test]
    fn the_contents_name_the_years_of_each_older_volume() {
        let years = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        let (name, bytes) = contents(&[None, years("2014", "2016")]);
        assert_eq!(name, "volumes.json");
        assert_eq!(String::from_utf8(bytes).expect("text"), "[null,[\"2014\",\"2016\"]]\n");
    }
}

//! When an article was published and changed.

use leptos::prelude::Get;

use super::use_edition;
use crate::locale::{Locale, Message};
use crate::model::{Instant, Summary};
use crate::piece::{Piece, element, following};

/// What goes `before`; the time of publication; the last change, where it says something new; `more`; a note on old articles.
/// They are in the order in which they are seen, for those who hear them and for the keyboard.
pub fn article_dates(summary: &Summary, before: Option<Piece>, more: Vec<Piece>) -> Piece {
    let edition = use_edition();
    let locale = edition.locale.clone();
    let published = summary.published.or(summary.modified);
    let updated = updated(summary, &locale).map(|instant| {
        let (before, after) = around(&locale, Message::Updated, "date");
        element("p").class("updated").text(before).child(time_view(instant)).text(after)
    });
    // An article grows old between its pressing and its reading: the place for the note is there before, and empty.
    let age = published.map(|instant| {
        element("p").class("age-note").text(locale.age_note(instant, edition.now).unwrap_or_default())
    });
    let published = published.map(|instant| element("p").class("published").child(time_view(instant)));
    let dates = element("div").class("dates").children(before);
    dates.child(published).child(updated).children(more).child(age).into()
}

/// The last change, if it is later than publication and reads differently. On the day of publication, where one of the two is
/// that day and no hour, the other says something new only if it is the change.
fn updated(summary: &Summary, locale: &Locale) -> Option<Instant> {
    let (published, modified) = (summary.published?, summary.modified?);
    let on_its_day =
        published.is_day() != modified.is_day() && locale.date(modified) == locale.date(published);
    let is_new = match on_its_day {
        true => published.is_day(),
        false => modified > published && locale.date_time(modified) != locale.date_time(published),
    };
    is_new.then_some(modified)
}

/// A time: the date, or how long ago where that is under ten hours and the reader's clock is known; the long form
/// is in its title.
pub fn time_view(instant: Instant) -> Piece {
    moment(instant, i64::MAX)
}

/// A time in a list: after two days the day says enough.
pub fn day_view(instant: Instant) -> Piece {
    moment(instant, 2 * 86_400)
}

/// A time, of which the day is enough after `seconds`. Where the reader's clock is not known, as when a page is pressed, all
/// of time has passed.
fn moment(instant: Instant, seconds: i64) -> Piece {
    let edition = use_edition();
    let (locale, clock) = (edition.locale.clone(), edition.clock);
    let title = locale.date_time_long(instant);
    let words = move || {
        let now = clock.get();
        let passed =
            now.map_or(i64::MAX - 1, |now| now.unix_seconds().saturating_sub(instant.unix_seconds()));
        match now.and_then(|now| locale.relative(instant, now)) {
            Some(relative) => relative,
            None if passed < seconds => locale.date_time(instant),
            None => locale.date(instant),
        }
    };
    element("time").set("datetime", instant.to_string()).set("title", title).child(following(words)).into()
}

/// The words before and after a placeholder, for a value that is an element of its own.
fn around(locale: &Locale, message: Message, placeholder: &str) -> (String, String) {
    const VALUE: &str = "\u{fffc}";
    let sentence = locale.with(message, &[(placeholder, VALUE)]);
    match sentence.split_once(VALUE) {
        Some((before, after)) => (before.to_owned(), after.to_owned()),
        None => (format!("{sentence} "), String::new()),
    }
}

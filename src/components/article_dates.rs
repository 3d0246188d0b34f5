//! When an article was published and changed.

use leptos::prelude::*;

use super::use_edition;
use crate::locale::{Locale, Message};
use crate::model::{Instant, Summary};
use crate::platform::clock;

/// The time of publication; the last change, where it says something new; a note on old articles.
#[component]
pub fn ArticleDates(summary: Summary) -> impl IntoView {
    let locale = use_edition().locale;
    let now = clock::now();
    let published = summary.published.or(summary.modified);
    let updated = updated(&summary, &locale).map(|instant| {
        let (before, after) = around(&locale, Message::Updated, "date");
        view! { <p class="updated">{before}<TimeView instant=instant now=now/>{after}</p> }
    });
    let age = published
        .and_then(|instant| locale.age_note(instant, now))
        .map(|note| view! { <p class="age-note">{note}</p> });
    let published =
        published.map(|instant| view! { <p class="published"><TimeView instant=instant now=now/></p> });
    view! { <div class="dates">{published}{updated}{age}</div> }
}

/// The last change, if it is later than publication and reads differently.
fn updated(summary: &Summary, locale: &Locale) -> Option<Instant> {
    let (published, modified) = (summary.published?, summary.modified?);
    (modified > published && locale.date_time(modified) != locale.date_time(published)).then_some(modified)
}

/// A time: how long ago under ten hours, else the date; the long form is in its title.
#[component]
pub fn TimeView(instant: Instant, now: Instant) -> impl IntoView {
    let locale = use_edition().locale;
    let text = locale.relative(instant, now).unwrap_or_else(|| locale.date_time(instant));
    view! { <time datetime=instant.to_string() title=locale.date_time_long(instant)>{text}</time> }
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

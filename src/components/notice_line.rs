//! The line above everything.

use leptos::prelude::*;

use super::use_edition;
use crate::locale::Message;

/// The newsroom's notice, its telephone number a link that dials it.
#[component]
pub fn NoticeLine() -> impl IntoView {
    let edition = use_edition();
    let notice = edition.site.notice.clone()?;
    let text = notice.text.get(&edition.edition().language).to_owned();
    let number = notice.telephone.unwrap_or_default();
    let (before, after) = match text.split_once(&number) {
        Some((before, after)) if !number.is_empty() => (before.to_owned(), after.to_owned()),
        _ if number.is_empty() || text.is_empty() => (text, String::new()),
        _ => (format!("{text} "), String::new()),
    };
    let link = (!number.is_empty()).then(|| view! { <a href=dial(&number)>{number.clone()}</a> });
    Some(view! {
        <aside class="notice" aria-label=edition.locale.text(Message::Notice)>
            <p>{before}{link}{after}</p>
        </aside>
    })
}

/// A `tel:` address (RFC 3966) holds digits and a leading plus; the rest is for the eye.
fn dial(number: &str) -> String {
    let digits: String =
        number.chars().filter(|character| character.is_ascii_digit() || *character == '+').collect();
    format!("tel:{digits}")
}

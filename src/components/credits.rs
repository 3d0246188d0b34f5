//! Who made the article.

use leptos::prelude::*;

use super::use_edition;
use crate::locale::BylinePart;
use crate::model::Credit;

/// "Reporting by …, writing by …, editing by …", in the edition's grammar, people linked.
#[component]
pub fn Credits(credits: Vec<Credit>) -> impl IntoView {
    let edition = use_edition();
    let parts = edition.locale.byline(&credits);
    (!parts.is_empty()).then(|| {
        let parts = parts.into_iter().map(|part| match part {
            BylinePart::Text(words) => words.into_any(),
            BylinePart::Person { name, address: None } => {
                view! { <span class="person">{name}</span> }.into_any()
            }
            BylinePart::Person { name, address: Some(address) } => {
                view! { <a class="person" rel="author" href=edition.resolve(&address)>{name}</a> }.into_any()
            }
        });
        view! { <p class="credits">{parts.collect_view()}</p> }
    })
}

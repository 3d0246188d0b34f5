//! An address that names nothing.

use leptos::prelude::*;

use super::{announce, show_page};
use crate::components::{Explanation, Failed, use_edition};
use crate::store::Failure;

/// Says so, and leads to the front.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let edition = use_edition();
    let explanation = Explanation::of_failure(&Failure::NotFound, &edition.locale);
    let heading = explanation.heading.clone();
    show_page(&edition, &edition.edition().path, &heading);
    announce(&edition, move || Some(heading.clone()));
    view! { <Failed explanation=explanation retry=None/> }
}

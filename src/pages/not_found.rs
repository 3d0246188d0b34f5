//! An address that names nothing.

use leptos::prelude::*;

use super::announce;
use crate::components::{Explanation, Failed, use_edition};
use crate::store::Failure;

/// Says so, and leads to the front.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let edition = use_edition();
    let explanation = Explanation::of_failure(&Failure::NotFound, &edition.locale);
    let heading = explanation.heading.clone();
    announce(&edition, move || Some(heading.clone()));
    view! { <Failed explanation=explanation retry=None/> }
}

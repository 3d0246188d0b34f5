//! The shape of a page whose document is on its way.
//!
//! The style shows nothing of it for 300 ms, so that a quick answer makes no flicker.

use leptos::prelude::*;

use super::use_edition;
use crate::locale::Message;

/// The shape of an article.
#[component]
pub fn ArticleSkeleton() -> impl IntoView {
    view! {
        <div class="skeleton skeleton-article">
            <Announcement/>
            <div aria-hidden="true">
                <div class="bone bone-line bone-short"></div>
                <div class="bone bone-headline"></div>
                <div class="bone bone-headline bone-half"></div>
                <div class="bone bone-line bone-short"></div>
                <div class="bone bone-lead"></div>
                <div class="bone bone-picture"></div>
                {(0..6).map(|_| view! { <div class="bone bone-line"></div> }).collect_view()}
            </div>
        </div>
    }
}

/// The shape of a list.
#[component]
pub fn ListSkeleton() -> impl IntoView {
    view! {
        <div class="skeleton skeleton-list">
            <Announcement/>
            <div class="bones" aria-hidden="true">
                {(0..6).map(|_| view! {
                    <div class="bone-card">
                        <div class="bone bone-picture"></div>
                        <div class="bone bone-line"></div>
                        <div class="bone bone-line bone-half"></div>
                    </div>
                }).collect_view()}
            </div>
        </div>
    }
}

#[component]
fn Announcement() -> impl IntoView {
    view! { <p class="visually-hidden" role="status">{use_edition().locale.text(Message::Loading)}</p> }
}

//! Building pieces of the report's views.
//!
//! Every closure and every view is a type of its own, for which the compiler makes code of its own. These
//! functions hide the types. Together with reading stored JSON by hand that took the dialog's page from 490 to
//! 369 kB of WebAssembly, 163 to 127 kB after compression.

use leptos::prelude::*;

/// A view that is made anew when the signals that `make` reads change.
pub(super) fn changing(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let make: Box<dyn Fn() -> AnyView + Send> = Box::new(make);
    (move || make()).into_any()
}

/// No view.
pub(super) fn nothing() -> AnyView {
    ().into_any()
}

/// A text that follows the signals that `make` reads.
pub(super) fn text(make: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(make)
}

/// A paragraph.
pub(super) fn paragraph(class: &'static str, text: String) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}

/// A button that says `label` and does `press`.
pub(super) fn button(
    class: &'static str,
    label: String,
    press: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let press = Callback::new(move |()| press());
    view! { <button type="button" class=class on:click=move |_| press.run(())>{label}</button> }.into_any()
}

/// What is in `content`, in a box of this class.
pub(super) fn boxed(class: &'static str, content: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{content}</div> }.into_any()
}

/// The paragraph that describes the dialog, and is spoken when it changes.
pub(super) fn outcome_line(text: Signal<String>) -> AnyView {
    view! { <p id="report-about" class="report-outcome" role="status">{text}</p> }.into_any()
}

//! The first step: what is wrong, and what it should be.

use super::field::TextField;
use super::form_state::FormState;
use super::kind_field::KindField;
use super::quotation::Quotation;
use super::words::use_words;
use crate::locale::Message;
use crate::platform::focus;
use crate::report::draft::Field;
use leptos::prelude::*;

/// The form. Whether it is about words or the page can change only by starting afresh.
#[component]
pub(super) fn ReportForm(state: FormState) -> impl IntoView {
    let words = use_words();
    let quote = Memo::new(move |_| state.draft.with(|draft| draft.quote.clone()));
    let about = move || match quote.get() {
        Some(quote) => view! {
            <div id="report-about">
                <p class="report-label">{words.now(Message::ReportSelectedWords)}</p>
                <Quotation quote language=state.language() />
            </div>
        }
        .into_any(),
        None => view! { <p id="report-about">{words.now(Message::ReportWholePage)}</p> }.into_any(),
    };
    let correction = move || {
        let field = view! {
            <TextField
                state
                field=Field::Correction
                label=words.now(Message::ReportCorrection)
                lines=3
                language=state.language()
            />
        };
        quote.get().map(|_| field)
    };
    let restored = move || {
        state.restored.get().then(|| {
            view! {
                <p class="report-restored">
                    {words.now(Message::ReportDraftRestored)} " "
                    <button type="button" on:click=move |_| state.start_afresh()>
                        {words.now(Message::ReportDraftDiscard)}
                    </button>
                </p>
            }
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        state.preview();
    };
    let optional = |message| format!("{} ({})", words.now(message), words.now(Message::ReportOptional));
    view! {
        <form class="report-form" novalidate=true on:submit=submit>
            {about}
            {restored}
            <KindField state />
            {correction}
            <TextField state field=Field::Comment label=words.now(Message::ReportComment) lines=3 />
            <TextField
                state
                field=Field::Email
                label=optional(Message::ReportEmail)
                lines=1
                hint=words.now(Message::ReportEmailHint)
            />
            <div class="report-actions">
                <button type="button" on:click=|_| focus::close_dialog(super::dialog::DIALOG)>
                    {words.now(Message::ReportCancel)}
                </button>
                <button type="submit" class="report-primary">{words.now(Message::ReportToPreview)}</button>
            </div>
        </form>
    }
}

//! Light, dark, or as the system has it.

use leptos::prelude::*;

use super::use_edition;
use crate::locale::Message;
use crate::platform::document;
use crate::theme::{self, ThemeChoice};

/// A choice of three that is remembered on the device.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let locale = use_edition().locale;
    let chosen = RwSignal::new(theme::stored());
    let options = [
        (ThemeChoice::System, Message::ThemeAuto),
        (ThemeChoice::Light, Message::ThemeLight),
        (ThemeChoice::Dark, Message::ThemeDark),
    ];
    let choose = move |choice: ThemeChoice| {
        chosen.set(choice);
        theme::store(choice);
        document::set_theme(choice.attribute());
    };
    let label = locale.text(Message::Theme);
    let options = options.map(|(choice, message)| {
        view! {
            <option value=choice.as_str() selected=move || chosen.get() == choice>{locale.text(message)}</option>
        }
    });
    view! {
        <label class="theme">
            <span class="visually-hidden">{label}</span>
            <select on:change=move |event| choose(ThemeChoice::parse(&event_target_value(&event)))>
                {options.into_iter().collect_view()}
            </select>
        </label>
    }
}

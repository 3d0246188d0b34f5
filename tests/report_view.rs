//! The report's components as the native command renders them: no browser is asked for anything.
#![cfg(feature = "native")]

use broadsheet::components::report::{ReportButton, ReportDialog, ReportStatus, provide_report_desk};
use broadsheet::locale::Locale;
use broadsheet::model::{Edition, Language, ReportReceivers, SitePath};
use broadsheet::report::ReportSubject;
use leptos::prelude::*;

fn page(language: &str) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(Locale::new(&Edition {
            language: Language::parse(language).expect("a language tag"),
            label: String::new(),
            path: SitePath::root(),
            time_zone: "UTC".into(),
            messages: Vec::new(),
        }));
        provide_report_desk();
        let subject = Signal::stored(ReportSubject::default());
        let receivers = Signal::stored(ReportReceivers::default());
        view! {
            <ReportButton subject />
            <ReportDialog subject receivers />
            <ReportStatus receivers />
        }
        .to_html()
    })
}

/// The opening tag of the element that has this attribute.
fn tag<'a>(html: &'a str, attribute: &str) -> &'a str {
    let at = html.find(attribute).expect("the attribute is there");
    let start = html[..at].rfind('<').expect("it is in a tag");
    let end = html[at..].find('>').expect("the tag ends") + at;
    &html[start..=end]
}

#[test]
fn a_pressed_page_has_the_button_in_its_language() {
    for (language, words) in [("en", "Found a bug?"), ("ru", "Нашли ошибку?")] {
        let html = page(language);
        let button = tag(&html, "data-bug-open");
        assert!(button.starts_with("<button") && button.contains("aria-haspopup=\"dialog\""), "{button}");
        assert!(html.contains(words), "{html}");
    }
}

#[test]
fn a_pressed_page_has_a_closed_empty_dialog_and_a_silent_status() {
    let html = page("en");
    let dialog = tag(&html, "data-bug-dialog");
    assert!(dialog.starts_with("<dialog") && !dialog.contains(" open"), "{dialog}");
    assert!(dialog.contains("aria-labelledby=\"report-heading\""), "{dialog}");
    assert!(!html.contains("<form") && !html.contains("report-touch"), "{html}");
    let status = html.find("role=\"status\"").map(|at| &html[at..]).expect("a status line");
    assert!(!status.contains("<button") && !status.contains("<p"), "{status}");
}

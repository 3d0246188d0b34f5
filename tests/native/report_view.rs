//! The report's components as the native command renders them: no browser is asked for anything.
use broadsheet::components::report::{provide_report_desk, report_button, report_dialog, report_status};
use broadsheet::locale::Locale;
use broadsheet::model::{Address, Edition, Language, ReportReceivers, SitePath};
use broadsheet::piece::Piece;
use broadsheet::report::ReportSubject;
use leptos::prelude::*;

/// The report's parts of a page whose newsroom takes reports at an address of its own.
fn page(language: &str) -> String {
    page_with(language, &ReportReceivers { endpoint: Address::parse("/desk").ok(), email: None })
}

/// The same where the newsroom takes reports so.
fn page_with(language: &str, receivers: &ReportReceivers) -> String {
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
        let about = ReportSubject {
            id: Some("urn:harbour:crane".to_owned()),
            version: Some("3".to_owned()),
            ..ReportSubject::default()
        };
        let subject = Signal::stored(about);
        let dialog = report_dialog(subject, receivers.clone(), "/");
        let page = vec![report_button(ReportSubject::default()), dialog, report_status(receivers)];
        Piece::from(page).to_html()
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
fn a_pressed_page_has_a_closed_dialog_with_a_plain_form_and_a_silent_status() {
    let html = page("en");
    let dialog = tag(&html, "data-bug-dialog");
    assert!(dialog.starts_with("<dialog") && !dialog.contains(" open"), "{dialog}");
    assert!(dialog.contains("aria-labelledby=\"report-heading\""), "{dialog}");
    let form = tag(&html, "novalidate");
    assert!(form.contains("method=\"post\"") && form.contains("action=\"/desk\""), "{form}");
    for name in ["report-kind", "report-comment", "report-email", "report-address", "report-headline"] {
        assert!(html.contains(&format!("name=\"{name}\"")), "{name}: {html}");
    }
    // Which article it is about, and which version of it.
    for (name, value) in [("report-article", "urn:harbour:crane"), ("report-version", "3")] {
        let field = tag(&html, &format!("name=\"{name}\""));
        assert!(
            field.contains("type=\"hidden\"") && field.contains(&format!("value=\"{value}\"")),
            "{field}"
        );
    }
    assert!(!html.contains("report-touch"), "{html}");
    let status = html.find("id=\"report-status\"").map(|at| &html[at..]).expect("a status line");
    assert!(!status.contains("<button") && !status.contains("<p"), "{status}");
}

#[test]
fn without_a_program_the_form_goes_to_an_address_or_into_a_mail_or_nowhere() {
    let endpoint = Address::parse("/desk").ok();
    let email = Some("desk@harbour.example".to_owned());
    for (endpoint, email, wanted, is_taken) in [
        (endpoint.clone(), None, "method=\"post\" action=\"/desk\"", true),
        (endpoint, email.clone(), "method=\"post\" action=\"/desk\"", true),
        (None, email, "method=\"post\" action=\"mailto:desk@harbour.example\" enctype=\"text/plain\"", true),
        (None, None, "method=\"dialog\"", false),
    ] {
        let html = page_with("en", &ReportReceivers { endpoint, email });
        let form = tag(&html, "novalidate");
        assert!(form.contains(wanted), "{wanted} in {form}");
        assert_eq!(form.contains("enctype"), wanted.contains("mailto:"), "{form}");
        // A button that nobody takes anything from would throw away what was written.
        let submit = tag(&html, "type=\"submit\"");
        assert_eq!(!submit.contains("disabled"), is_taken, "{submit}");
    }
}

#[test]
fn the_button_opens_the_dialog_without_a_program() {
    let html = page("en");
    let button = tag(&html, "data-bug-open");
    let dialog = tag(&html, "data-bug-dialog");
    assert!(button.contains("command=\"show-modal\""), "{button}");
    assert!(button.contains("commandfor=\"report-dialog\"") && dialog.contains("id=\"report-dialog\""));
    assert!(html.contains("href=\"#report-dialog\""), "a link for browsers without commands: {html}");
}

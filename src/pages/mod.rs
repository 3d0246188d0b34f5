//! What is shown for a route: one route a file.

mod article;
mod list;
mod newer;
mod not_found;
mod saved;
mod search;

pub use article::article_page;
pub use list::list_page;
pub use not_found::not_found_page;
pub use saved::saved_page;
pub use search::search_page;

use leptos::prelude::*;

use crate::report::ReportSubject;

use crate::components::EditionContext;
use crate::model::{SitePath, Translation};
use crate::naming;
use crate::piece::{Piece, changing, element, nothing};
use crate::platform::document::{self, PageKind};
use crate::platform::head;
use crate::platform::navigation::Navigation;
use crate::search::Query;

/// Moves the focus to the headline once a page that the reader asked for is there: after a click on a
/// link, and after "Try again". Not at the first load, where the browser's own order is right.
#[derive(Clone, Copy)]
pub struct Arrival(StoredValue<bool>);

impl Arrival {
    /// Nobody has asked for a page yet.
    pub fn new() -> Self {
        Self(StoredValue::new(false))
    }

    /// The reader asks for a page.
    pub fn expect(self) {
        self.0.set_value(true);
    }

    /// Whether the reader has asked for a page that is not drawn yet.
    pub fn is_expected(self) -> bool {
        self.0.get_value()
    }

    /// Where the reader asked for a page by a link and there is no document for it, leaves it to the host, which may
    /// have a page of the newsroom's own there. A page that is loaded anew was not asked for so: it says what is missing.
    fn left_to_host(self) -> bool {
        let leaves = self.is_expected();
        if let Some(navigation) = use_context::<Navigation>().filter(|_| leaves) {
            navigation.load_anew();
        }
        leaves
    }

    /// What a button does by which the reader asks for a page: that, then `act`.
    pub fn after(self, mut act: impl FnMut() + 'static) -> Box<dyn FnMut()> {
        Box::new(move || {
            self.expect();
            act();
        })
    }

    /// The page is drawn.
    pub fn arrived(self) {
        if self.0.get_value() {
            self.0.set_value(false);
            document::focus_headline();
        }
    }
}

impl Default for Arrival {
    fn default() -> Self {
        Self::new()
    }
}

/// What the frame around the page knows of what is shown.
#[derive(Clone, Copy)]
pub struct ShownPage {
    /// What a report made now is about.
    pub subject: RwSignal<ReportSubject>,
    /// The same in other languages.
    pub translations: RwSignal<Vec<Translation>>,
    /// How many results of which query were shown last, for the way back to them.
    results: StoredValue<(Query, usize)>,
}

impl ShownPage {
    /// Nothing is shown yet.
    pub fn new() -> Self {
        Self {
            subject: RwSignal::default(),
            translations: RwSignal::default(),
            results: StoredValue::default(),
        }
    }
}

impl Default for ShownPage {
    fn default() -> Self {
        Self::new()
    }
}

/// A page below what is to be said of it meanwhile. The page for what is missing is one file for every kind of address,
/// so all kinds that it may become begin with the same nodes.
fn remarks(remark: Option<Piece>, page: Piece) -> Piece {
    let remark = remark.unwrap_or_else(|| changing(|| (), |()| nothing()));
    let remarks = element("div").class("newer-offer").set("role", "status").child(remark);
    vec![remarks.into(), page].into()
}

/// Tells the report dialog that it is about the page at `path`, which is no article, or none yet; and machines, where it
/// took the place of another, and whether they may keep it.
fn show_page(edition: &EditionContext, path: &SitePath, name: &str, is_kept: bool) {
    let subject = ReportSubject {
        url: edition.site.public_address(path),
        headline: name.to_owned(),
        language: Some(edition.edition().language.clone()),
        ..ReportSubject::default()
    };
    if use_context::<Arrival>().is_some_and(Arrival::is_expected) {
        head::begin_anew(is_kept.then_some(subject.url.as_str()));
    }
    if let Some(shown) = use_context::<ShownPage>() {
        shown.subject.set(subject);
        shown.translations.set(Vec::new());
    }
}

/// Once `heading` is known and drawn: sets the title, moves the focus, follows the address's fragment. It does not where
/// the browser has done so, which is on a pressed page, or where the way back leads to the place where the reader was.
///
/// `heading` is `None` while the document is on its way.
fn announce(edition: &EditionContext, heading: impl Fn() -> Option<String> + Send + Sync + 'static) {
    let edition = edition.clone();
    let Some((arrival, navigation)) = use_context::<Arrival>().zip(use_context::<Navigation>()) else {
        return;
    };
    Effect::new(move |_| {
        if let Some(heading) = heading() {
            document::set_title(&naming::title(&heading, &edition.site_name()));
            let is_new = arrival.is_expected() || document::page_kind() != Some(PageKind::Page);
            if is_new && !navigation.has_returned() {
                document::scroll_to_fragment();
            }
            arrival.arrived();
        }
    });
}

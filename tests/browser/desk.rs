//! A small newsroom with a report desk, for the tests of the report dialog.

use crate::support::{Answer, Content, Fallback, Page, Site};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::time::Duration;

/// The identifier of the article that the tests report about.
pub const ARTICLE_ID: &str = "urn:example:ferry";
/// The path of another article.
pub const OTHER_ARTICLE: &str = "/harbour/market/";
/// Where reports are posted.
const ENDPOINT: &str = "/desk";

/// What becomes of one try at sending a report.
#[derive(Clone, Copy, Debug)]
pub enum Fate {
    /// The desk takes it and says so.
    Taken,
    /// The same, after a while.
    TakenSlowly(Duration),
    /// The desk takes it and says so by a page of HTML.
    TakenWithPage,
    /// The desk takes it, and the connection breaks before it can say so.
    TakenAndDropped,
    /// The desk answers with this status, and a page of HTML.
    Failed(u16),
    /// The desk has no time now, and asks for this many seconds.
    Busy(u32),
    /// The desk leads elsewhere.
    Redirected,
}

impl Fate {
    fn is_taken(self) -> bool {
        match self {
            Self::Taken | Self::TakenSlowly(_) | Self::TakenWithPage | Self::TakenAndDropped => true,
            Self::Failed(_) | Self::Busy(_) | Self::Redirected => false,
        }
    }

    fn answer(self) -> Answer {
        match self {
            Self::Taken => Answer::json("{}"),
            Self::TakenSlowly(delay) => Answer::json("{}").after(delay),
            Self::TakenWithPage => Answer::status(200),
            Self::TakenAndDropped => Answer::dropped(),
            Self::Failed(status) => Answer::status(status),
            Self::Busy(seconds) => Answer::status(429).header("Retry-After", &seconds.to_string()),
            Self::Redirected => Answer::status(302).header("Location", "/"),
        }
    }
}

/// The newsroom's site and its desk, which takes whatever no other fate is planned for.
pub struct Desk {
    site: Site,
    fates: RefCell<Vec<Fate>>,
}

impl Desk {
    /// A desk with an endpoint.
    pub fn with_endpoint() -> Self {
        Self::new(&json!({ "endpoint": ENDPOINT }))
    }

    /// A desk that has only an e-mail address.
    pub fn with_email() -> Self {
        Self::new(&json!({ "email": "desk@courier.example" }))
    }

    fn new(receivers: &Value) -> Self {
        let settings = json!({
            "name": { "en": "The Harbour Bell" },
            "url": "https://harbour.example",
            "base_path": "/",
            "source": { "type": "static" },
            "editions": [{ "language": "en", "label": "English", "path": "/", "time_zone": "Asia/Almaty" }],
            "sections": [{ "slug": "harbour", "name": { "en": "Harbour" } }],
            "report": receivers,
        });
        let icon = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0 0h1v1z'/></svg>";
        let content = Content::new(&settings).file("favicon.svg", icon).article(&ferry()).article(&market());
        let site = content.serve(Fallback::NotFoundPage);
        site.answer(ENDPOINT, Fate::Taken.answer());
        Self { site, fates: RefCell::default() }
    }

    /// Opens the article about the ferry.
    pub fn open_article(&self, page: &Page) {
        page.open(&self.site.url("/harbour/ferry/"));
        page.wait_for_heading("The ferry keeps its own time");
    }

    /// The next tries end so, one after the other, and those after them are taken.
    pub fn plan(&self, fates: &[Fate]) {
        self.fates.borrow_mut().extend(fates);
        self.site.answer_once(ENDPOINT, fates.iter().map(|fate| fate.answer()));
    }

    /// How often the sending of a report was tried.
    pub fn tries(&self) -> usize {
        self.site.posts(ENDPOINT).len()
    }

    /// The reports that the desk took, repeats and all. To be called only after [`Desk::plan`] is used up or
    /// while nothing beyond it was taken.
    pub fn taken(&self) -> Vec<Value> {
        let fates = self.fates.borrow();
        let tries = self.site.posts(ENDPOINT).into_iter().enumerate();
        let taken = tries.filter(|(index, _)| fates.get(*index).copied().unwrap_or(Fate::Taken).is_taken());
        let read =
            |text: String| serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        taken.map(|(_, request)| read(request.text())).collect()
    }

    /// The content type and the address of the page that came with the last try.
    pub fn last_headers(&self) -> (Option<String>, Option<String>) {
        let posts = self.site.posts(ENDPOINT);
        let header = |name: &str| posts.last().and_then(|request| request.headers.get(name).cloned());
        (header("content-type"), header("referer").or_else(|| header("cookie")))
    }
}

fn ferry() -> Value {
    article(
        ARTICLE_ID,
        "/harbour/ferry/",
        "The ferry keeps its own time",
        "<p>The ferries dock twice a week and at no other time. The <em>wooden</em> pier there was biult in 1911, \
         and has been mended so often since that little of the first timber is left.</p>\
         <p>Nobody on the island owns a timetable. The ship comes when the wind lets it and leaves when the last \
         crate is ashore, and everybody who has business with it watches the horizon from breakfast on. The \
         school ends its lessons when the horn sounds, because the teacher has parcels to fetch as well. The \
         baker puts the second batch into the oven at that moment, and by the time the ropes are fast the first \
         loaves are cool enough to carry down. A stranger who asks when the ship will sail is told that it will \
         sail after lunch, and nobody says whose.</p>",
    )
}

fn market() -> Value {
    let body = "<p>From November on the fish is sold in the old sail loft.</p>";
    article("urn:example:market", OTHER_ARTICLE, "The market moves indoors", body)
}

fn article(id: &str, path: &str, headline: &str, body: &str) -> Value {
    json!({
        "standard": { "name": "ninjs", "version": "3.1" },
        "uri": id,
        "type": "text",
        "language": "en",
        "version": "7",
        "pubStatus": "usable",
        "headlines": [{ "role": "main", "value": headline }],
        "bodies": [{ "role": "main", "contentType": "text/html", "value": body }],
        "x": { "url": path, "published": "2026-10-05T09:00:00+05:00" },
    })
}

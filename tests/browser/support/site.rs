//! Sites to visit: the demo newsroom, or content that a test writes and presses.

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use broadsheet::model::Instant;
use broadsheet::press::{self, Order};
use serde_json::Value;

use super::server::{Fallback, Server};

/// The folder of the built app, with the demo newsroom in it.
pub fn dist() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os("BROADSHEET_DIST").map_or_else(|| root.join("dist"), PathBuf::from);
    assert!(
        folder.join("index.html").is_file(),
        "there is no built app in {}: run `make dist`, or name its folder in BROADSHEET_DIST",
        folder.display()
    );
    folder
}

/// The address of a file of the app, whose name has a hash in it.
pub fn app_file(begins: &str, ends: &str) -> String {
    let files = fs::read_dir(dist()).expect("dist/ is there");
    let mut names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let name = names.find(|name| name.starts_with(begins) && name.ends_with(ends));
    format!("/{}", name.unwrap_or_else(|| panic!("dist/ holds no {begins}…{ends}")))
}

/// A site that is served. Its server's methods are its own.
pub struct Site {
    server: Server,
    /// Removed when the site goes.
    _folder: Option<Folder>,
}

impl Deref for Site {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.server
    }
}

impl Site {
    /// The demo newsroom as `make dist` pressed it, on a host that answers unknown addresses with `404.html`.
    pub fn demo() -> Self {
        Self::of(&dist())
    }

    /// The demo newsroom on a host that answers unknown addresses so.
    pub fn demo_behind(fallback: Fallback) -> Self {
        Self { server: Server::start(&dist(), "/", fallback), _folder: None }
    }

    /// A site that was pressed into this folder, on the same host.
    pub fn of(folder: &Path) -> Self {
        Self { server: Server::start(folder, "/", Fallback::NotFoundPage), _folder: None }
    }
}

/// A content folder in the making.
pub struct Content {
    folder: Folder,
    base: String,
    articles: usize,
}

impl Content {
    /// A content folder with these settings (`site.json`), and the icon that every page asks for.
    pub fn new(settings: &Value) -> Self {
        let folder = Folder::new();
        let content =
            Self { base: settings["base_path"].as_str().unwrap_or("/").to_owned(), folder, articles: 0 };
        content
            .write("site.json", settings.to_string().as_bytes())
            .write("favicon.svg", super::newsroom::DRAWING.as_bytes())
    }

    /// The same with one more article.
    pub fn article(mut self, article: &Value) -> Self {
        self.articles += 1;
        let name = format!("articles/{}.json", self.articles);
        self.write(&name, article.to_string().as_bytes())
    }

    /// The same with one more file, such as `media/a.svg`.
    pub fn file(self, name: &str, bytes: &[u8]) -> Self {
        self.write(name, bytes)
    }

    fn write(self, name: &str, bytes: &[u8]) -> Self {
        let file = self.folder.0.join("content").join(name);
        fs::create_dir_all(file.parent().expect("a file in a folder")).expect("a folder for the content");
        fs::write(file, bytes).expect("a file of the content");
        self
    }

    /// Presses the content and serves the site.
    pub fn serve(self, fallback: Fallback) -> Site {
        self.serve_changed(fallback, |_| {})
    }

    /// Presses the content, has `change` change the folder of the site, and serves it.
    pub fn serve_changed(self, fallback: Fallback, change: impl FnOnce(&Path)) -> Site {
        let out = self.folder.0.join("site");
        press_into(&self.folder.0.join("content"), &out);
        change(&out);
        let server = Server::start(&out, &self.base, fallback);
        Site { server, _folder: Some(self.folder) }
    }

    /// Presses the content, and hands the folder of the site to `use_it`.
    pub fn pressed<T>(self, use_it: impl FnOnce(&Path) -> T) -> T {
        let out = self.folder.0.join("site");
        press_into(&self.folder.0.join("content"), &out);
        use_it(&out)
    }

    /// Presses the content and serves the site from a host that has no page but the one at the root, so that
    /// every other address is answered by the fallback.
    pub fn serve_root_page_only(self, fallback: Fallback) -> Site {
        let out = self.folder.0.join("site");
        press_into(&self.folder.0.join("content"), &out);
        for entry in fs::read_dir(&out).expect("the pressed site") {
            let entry = entry.expect("an entry of the pressed site").path();
            if entry.is_dir() {
                remove_pages(&entry);
            }
        }
        let server = Server::start(&out, &self.base, fallback);
        Site { server, _folder: Some(self.folder) }
    }
}

fn remove_pages(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder of the pressed site") {
        let entry = entry.expect("an entry of the pressed site").path();
        if entry.is_dir() {
            remove_pages(&entry);
        } else if entry.ends_with("index.html") {
            fs::remove_file(entry).expect("a page that can be removed");
        }
    }
}

fn press_into(content: &Path, out: &Path) {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
    let now = Instant::from_unix_seconds(i64::try_from(since_epoch.as_secs()).expect("a near future"));
    let order = Order {
        content: content.to_owned(),
        app: Some(dist()),
        base_path: None,
        out: out.to_owned(),
        now,
        compress: false,
        strict: false,
    };
    let outcome = press::press(&order, &press::Quiet).expect("content that can be pressed");
    let left_out: Vec<String> = outcome.findings.iter().map(ToString::to_string).collect();
    assert_eq!(outcome.left_out(), 0, "the test's content is broken: {left_out:#?}");
}

/// A folder of its own in the system's place for such, removed with its owner.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("broadsheet-browser-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        // A folder of an earlier run under the same process number would mix with this one.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a temporary folder");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left over is the system's to clear.
        let _ = fs::remove_dir_all(&self.0);
    }
}

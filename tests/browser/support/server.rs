//! A small web server whose answers a test can change while it runs.

use std::collections::{BTreeMap, VecDeque};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::http::{Request, content_type, percent_decoded, read_request, write_response};

/// The longest that a request is held. A page that asks for such a document and waits, doing nothing else, also holds
/// the driver: so its test fails within the minute, and does not stand until somebody ends it.
const LONGEST_HOLD: Duration = Duration::from_secs(45);

/// What the server does about addresses that it has no file for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallback {
    /// Answers 404 with the site's `404.html`, as GitHub Pages does.
    NotFoundPage,
    /// Answers 200 with the site's `app.html` where the last part of the path has no dot, else 404.
    Pages,
    /// Answers 200 with the site's `app.html` whatever was asked for, documents and pictures too.
    Everything,
}

/// An answer that a test has laid down for a path.
#[derive(Clone, Debug)]
pub struct Answer {
    manner: Manner,
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    delay: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    Reply,
    /// The request is read in full, then the connection is closed.
    Drop,
    /// Nothing is said until the test lays down another answer, or none; at most for [`LONGEST_HOLD`].
    Hold,
}

impl Answer {
    /// A reply with this status and type.
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type".to_owned(), content_type.to_owned())];
        Self { manner: Manner::Reply, status, headers, body: body.into(), delay: Duration::ZERO }
    }

    /// 200 with a JSON document.
    pub fn json(body: impl Into<Vec<u8>>) -> Self {
        Self::new(200, "application/json", body)
    }

    /// This status, and a page of HTML.
    pub fn status(status: u16) -> Self {
        Self::new(status, "text/html", format!("<h1>{status}</h1>"))
    }

    /// The request is taken in full and the connection closed without a word.
    pub fn dropped() -> Self {
        Self { manner: Manner::Drop, ..Self::status(0) }
    }

    /// No word until the test says what to answer, by another answer or by [`Server::restore`].
    pub fn held() -> Self {
        Self { manner: Manner::Hold, ..Self::status(0) }
    }

    /// The same, with one more header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same, after a while.
    pub fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }
}

struct Shared {
    folder: PathBuf,
    base: String,
    fallback: Fallback,
    plan: Mutex<Plan>,
    changed: Condvar,
    /// Whether the finished pages are kept back.
    bare: AtomicBool,
    closing: AtomicBool,
}

#[derive(Default)]
struct Plan {
    /// What is answered always.
    fixed: BTreeMap<String, Answer>,
    /// What is answered first, each once.
    queued: BTreeMap<String, VecDeque<Answer>>,
    requests: Vec<Request>,
}

/// The server. It stops when it is dropped.
pub struct Server {
    shared: Arc<Shared>,
    port: u16,
}

impl Server {
    /// Serves `folder` under `base` (`/`, `/news/`) on a free port of this machine.
    pub fn start(folder: &Path, base: &str, fallback: Fallback) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("a bound address").port();
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            base: base.to_owned(),
            fallback,
            plan: Mutex::default(),
            changed: Condvar::new(),
            bare: AtomicBool::new(false),
            closing: AtomicBool::new(false),
        });
        let listening = shared.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                if listening.closing.load(Ordering::SeqCst) {
                    return;
                }
                let shared = listening.clone();
                // A browser that breaks a connection off is no failure of the test.
                thread::spawn(move || stream.and_then(|stream| shared.serve(stream)));
            }
        });
        Self { shared, port }
    }

    /// The address of a path on this server, such as `http://127.0.0.1:4000/learn/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The folder that is served.
    pub fn folder(&self) -> &Path {
        &self.shared.folder
    }

    /// The text of a file of the site, as it lies in the folder.
    pub fn read(&self, file: &str) -> String {
        let path = self.shared.folder.join(file);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// From now on every page is the app's own, with nothing drawn in it: the program has to fetch the documents.
    pub fn hold_pages_back(&self) {
        self.shared.bare.store(true, Ordering::SeqCst);
    }

    /// From now on, `path` is answered so. Requests that are held get this answer too.
    pub fn answer(&self, path: &str, answer: Answer) {
        self.plan().fixed.insert(path.to_owned(), answer);
        self.shared.changed.notify_all();
    }

    /// The next requests for `path` are answered so, each answer once; after them, as before.
    pub fn answer_once(&self, path: &str, answers: impl IntoIterator<Item = Answer>) {
        self.plan().queued.entry(path.to_owned()).or_default().extend(answers);
        self.shared.changed.notify_all();
    }

    /// From now on, `path` is answered from the folder again. Requests that are held are answered so too.
    pub fn restore(&self, path: &str) {
        let mut plan = self.plan();
        plan.fixed.remove(path);
        plan.queued.remove(path);
        self.shared.changed.notify_all();
    }

    /// Every request so far, in the order of their arrival.
    pub fn requests(&self) -> Vec<Request> {
        self.plan().requests.clone()
    }

    /// The paths asked for so far.
    pub fn paths(&self) -> Vec<String> {
        self.requests().into_iter().map(|request| request.path).collect()
    }

    /// The bodies that were posted to `path`.
    pub fn posts(&self, path: &str) -> Vec<Request> {
        let posted = |request: &Request| request.method == "POST" && request.path == path;
        self.requests().into_iter().filter(posted).collect()
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.shared.plan()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.closing.store(true, Ordering::SeqCst);
        self.shared.changed.notify_all();
        // The listener waits for a connection; one more lets it see that it should stop.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

impl Shared {
    fn plan(&self) -> MutexGuard<'_, Plan> {
        // A test that failed while it held the lock has left the plan whole.
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn serve(&self, stream: TcpStream) -> std::io::Result<()> {
        // Browsers open connections that they may never use.
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let Some(request) = read_request(&stream)? else { return Ok(()) };
        let is_head = request.method == "HEAD";
        let path = request.path.split(['?', '#']).next().unwrap_or_default().to_owned();
        let method = request.method.clone();
        self.plan().requests.push(request);
        let Some(answer) = self.planned(&path) else { return Ok(()) };
        let answer = answer.unwrap_or_else(|| match method.as_str() {
            "GET" | "HEAD" => self.folder_answer(&path),
            _ => Answer::status(405),
        });
        if !answer.delay.is_zero() {
            thread::sleep(answer.delay);
        }
        match answer.manner {
            Manner::Reply => write_response(&stream, answer.status, &answer.headers, &answer.body, is_head),
            Manner::Drop | Manner::Hold => Ok(()),
        }
    }

    /// What the test wants for `path`: waits while it wants silence. The outer `None` says nothing and closes: the
    /// server ends, or the request was held for too long.
    fn planned(&self, path: &str) -> Option<Option<Answer>> {
        let until = Instant::now() + LONGEST_HOLD;
        let mut plan = self.plan();
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if self.closing.load(Ordering::SeqCst) || left.is_zero() {
                return None;
            }
            let queued = plan.queued.get_mut(path).and_then(VecDeque::pop_front);
            match queued.or_else(|| plan.fixed.get(path).cloned()) {
                Some(answer) if answer.manner == Manner::Hold => {
                    plan = self.changed.wait_timeout(plan, left).unwrap_or_else(PoisonError::into_inner).0;
                }
                other => return Some(other),
            }
        }
    }

    fn folder_answer(&self, path: &str) -> Answer {
        let decoded = percent_decoded(path);
        let Some(within) = decoded.strip_prefix(&self.base).filter(|path| !path.contains("..")) else {
            return Answer::status(404);
        };
        let file = self.folder.join(within);
        let file = if within.is_empty() || within.ends_with('/') { file.join("index.html") } else { file };
        if self.bare.load(Ordering::SeqCst) && file.ends_with("index.html") && file.is_file() {
            return self.page(200, "app.html");
        }
        if let Ok(body) = std::fs::read(&file) {
            return Answer::new(200, content_type(&file), body);
        }
        let last = within.rsplit('/').next().unwrap_or_default();
        match self.fallback {
            Fallback::Pages if last.contains('.') => Answer::status(404),
            Fallback::Pages | Fallback::Everything => self.page(200, "app.html"),
            Fallback::NotFoundPage => self.page(404, "404.html"),
        }
    }

    fn page(&self, status: u16, name: &str) -> Answer {
        match std::fs::read(self.folder.join(name)) {
            Ok(body) => Answer::new(status, "text/html; charset=utf-8", body),
            Err(_) => Answer::status(404),
        }
    }
}

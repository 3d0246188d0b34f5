//! `broadsheet serve` and `press --watch`, run as a newsroom runs them.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::press_newsroom::Newsroom;
use serde_json::json;

/// The longest that a change may take to be seen here: machines that build something else meanwhile are slow.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running command, ended with the test.
struct Running {
    child: Child,
    port: u16,
}

impl Running {
    /// Serves the newsroom's content on a free port.
    fn serve(newsroom: &Newsroom, options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_broadsheet"))
            .current_dir(newsroom.path(""))
            .args(["serve", "content", "--app", "app", "--port", "0"])
            .args(options)
            .env("TMPDIR", newsroom.path("."))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let mut lines = BufReader::new(child.stdout.take().expect("its words")).lines();
        let address = lines.find_map(|line| line.ok()?.strip_prefix("http://127.0.0.1:").map(str::to_owned));
        let port = address.as_deref().and_then(|address| address.split('/').next()?.parse().ok());
        // What it says later has to go somewhere.
        thread::spawn(move || lines.for_each(drop));
        Self { child, port: port.expect("it says its address") }
    }

    /// What the server says to a request with these lines below the first.
    fn ask(&self, request: &str, fields: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        write!(stream, "{request} HTTP/1.1\r\n{fields}Connection: close\r\n\r\n").expect("it reads");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("it answers");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), "Host: localhost\r\n")
    }

    /// Asks until the answer is as expected.
    fn until(&self, path: &str, fits: impl Fn(&Answer) -> bool) -> Answer {
        let end = Instant::now() + PATIENCE;
        loop {
            let answer = self.get(path);
            if fits(&answer) {
                return answer;
            }
            assert!(Instant::now() < end, "{path} still is {answer:?}");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn has(&self, field: &str) -> bool {
        self.head.lines().any(|line| line == field)
    }
}

fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(&format!("serve-{name}"));
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.write("content/media/film.mp4", "0123456789");
    newsroom
}

#[test]
fn pages_files_and_faults_are_answered_as_a_static_host_would() {
    let newsroom = newsroom("pages");
    let server = Running::serve(&newsroom, &[]);
    let page = server.get("/politics/a/?from=feed");
    assert!(page.status == 200 && page.body.contains("Headline of a"), "{page:?}");
    assert!(
        page.has("content-type: text/html; charset=utf-8") && page.has("cache-control: no-store"),
        "{page:?}"
    );
    assert!(server.get("/politics/a/article.json").has("content-type: application/json"));
    assert!(server.get("/app-1.js").has("content-type: text/javascript; charset=utf-8"));

    let folder = server.get("/politics/a?x=1");
    assert!(folder.status == 307 && folder.has("location: /politics/a/?x=1"), "{folder:?}");
    let missing = server.get("/nowhere/");
    assert!(missing.status == 404 && missing.body.contains("<html lang=\"en\""), "{missing:?}");
    let missing = server.get("/ru/nowhere/");
    assert!(missing.status == 404 && missing.body.contains("<html lang=\"ru\""), "{missing:?}");

    let head = server.ask("HEAD /politics/a/", "Host: localhost\r\n");
    assert!(head.status == 200 && head.body.is_empty() && head.head.contains("content-length: "), "{head:?}");
    let post = server.ask("POST /", "Host: localhost\r\nContent-Length: 0\r\n");
    assert!(post.status == 405 && post.has("allow: get, head"), "{post:?}");
}

#[test]
fn a_film_comes_in_parts() {
    let newsroom = newsroom("parts");
    let server = Running::serve(&newsroom, &[]);
    let part = server.ask("GET /media/film.mp4", "Host: localhost\r\nRange: bytes=2-4\r\n");
    assert_eq!((part.status, part.body.as_str()), (206, "234"));
    assert!(part.has("content-range: bytes 2-4/10") && part.has("content-type: video/mp4"), "{part:?}");
    let beyond = server.ask("GET /media/film.mp4", "Host: localhost\r\nRange: bytes=10-\r\n");
    assert!(beyond.status == 416 && beyond.has("content-range: bytes */10"), "{beyond:?}");
    let whole = server.get("/media/film.mp4");
    assert!(
        whole.status == 200 && whole.body == "0123456789" && whole.has("accept-ranges: bytes"),
        "{whole:?}"
    );
}

#[test]
fn nobody_gets_out_of_the_folder_or_in_under_another_name() {
    let newsroom = newsroom("strangers");
    newsroom.write("secret.txt", "secret");
    let server = Running::serve(&newsroom, &[]);
    for path in
        ["/../secret.txt", "/%2e%2e/secret.txt", "/media/..%2f..%2fsecret.txt", "//etc/passwd", "/.nojekyll"]
    {
        let answer = server.get(path);
        assert!(answer.status == 404 && !answer.body.contains("secret"), "{path}: {answer:?}");
    }
    for host in ["Host: rebound.example\r\n", "Host: 127.0.0.1.rebound.example:80\r\n", ""] {
        let answer = server.ask("GET /politics/a/", host);
        assert!(answer.status == 421 && !answer.body.contains("Headline"), "{host:?}: {answer:?}");
    }
}

#[test]
fn a_change_is_pressed_and_pages_that_are_open_are_told() {
    let newsroom = newsroom("change");
    let server = Running::serve(&newsroom, &[]);
    let page = server.get("/politics/a/");
    let version = server.get("/.broadsheet/version").body;
    assert!(page.body.contains(&format!("src=\"/.broadsheet/reload.js?version={version}\"")), "{page:?}");
    assert!(server.get("/.broadsheet/reload.js").body.contains("location.reload()"));

    newsroom.article("a", "/politics/a/", 1, |article| {
        article["headlines"][0]["value"] = json!("Another headline")
    });
    server.until("/politics/a/", |page| page.body.contains("Another headline"));
    server.until("/.broadsheet/version", |told| told.body != version);

    // What breaks the whole site leaves the site as it was, and the next change mends it.
    newsroom.write("content/site.json", "{");
    newsroom.article("b", "/politics/b/", 2, |_| {});
    assert_eq!(server.get("/politics/a/").status, 200);
    newsroom.site(|_| {});
    server.until("/politics/b/", |page| page.status == 200);
}

#[test]
fn an_article_with_a_slip_goes_on_being_shown_as_it_was() {
    let newsroom = newsroom("slip");
    let server = Running::serve(&newsroom, &[]);
    newsroom.write("content/articles/a.json", "{ \"uri\": ");
    newsroom.article("b", "/politics/b/", 2, |_| {});
    server.until("/politics/b/", |page| page.status == 200);
    assert!(server.get("/politics/a/").body.contains("Text of a."));
    newsroom.article("a", "/politics/a/", 1, |a| a["headlines"][0]["value"] = json!("Mended"));
    server.until("/politics/a/", |page| page.body.contains("Mended"));
}

#[test]
fn a_site_that_cannot_be_pressed_at_first_is_shown_once_it_can() {
    let newsroom = newsroom("broken");
    newsroom.write("content/site.json", "{");
    let server = Running::serve(&newsroom, &[]);
    let page = server.get("/");
    assert!(page.status == 503 && page.body.contains("site.json"), "{page:?}");
    newsroom.site(|_| {});
    server.until("/politics/a/", |page| page.status == 200);
}

#[test]
fn a_site_below_a_base_path_is_shown_there() {
    let newsroom = newsroom("base");
    let server = Running::serve(&newsroom, &["--base-path", "/news/"]);
    assert!(server.get("/").has("location: /news/"));
    let page = server.get("/news/politics/a/");
    assert!(page.body.contains("name=\"broadsheet-base\" content=\"/news/\""), "{page:?}");
    assert!(page.body.contains("src=\"/news/.broadsheet/reload.js?version="), "{page:?}");
    assert_eq!(server.get("/politics/a/").status, 404);
}

#[test]
fn a_port_that_is_taken_is_a_sentence() {
    let newsroom = newsroom("port");
    let server = Running::serve(&newsroom, &[]);
    let second = Command::new(env!("CARGO_BIN_EXE_broadsheet"))
        .current_dir(newsroom.path(""))
        .args(["serve", "content", "--app", "app", "--port", &server.port.to_string()])
        .output()
        .expect("the command runs");
    let said = String::from_utf8_lossy(&second.stderr);
    assert_eq!(second.status.code(), Some(2));
    assert!(said.contains(&format!("port {} is taken", server.port)) && said.contains("--port 0"), "{said}");
}

#[cfg(unix)]
#[test]
fn the_end_leaves_nothing_behind() {
    let newsroom = newsroom("end");
    let mut server = Running::serve(&newsroom, &[]);
    let left = || {
        let entries = fs::read_dir(newsroom.path(".")).expect("a folder").flatten();
        entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("broadsheet-serve-")).count()
    };
    assert_eq!(left(), 1);
    let asked = Command::new("kill").arg(server.child.id().to_string()).status().expect("kill runs");
    assert!(asked.success());
    assert_eq!(server.child.wait().expect("it ends").code(), Some(0));
    assert_eq!(left(), 0);
}

#[test]
fn an_embargo_that_ends_is_shown() {
    let newsroom = newsroom("due");
    newsroom.article("b", "/politics/b/", 2, |article| article["embargoedUntil"] = newsroom.in_seconds(4));
    let server = Running::serve(&newsroom, &[]);
    server.until("/politics/b/", |page| page.body.contains("Text of b."));
}

#[test]
fn serve_says_that_it_presses_before_it_has() {
    let newsroom = newsroom("says");
    let output = Command::new(env!("CARGO_BIN_EXE_broadsheet"))
        .current_dir(newsroom.path(""))
        .args(["serve", "nowhere", "--app", "app", "--port", "0"])
        .output()
        .expect("the command runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.code() == Some(2) && said.starts_with("Pressing nowhere"), "{output:?}");
}

//! One request, one answer: what a static host would say, and nothing to anybody else than this machine's browsers.

use std::{
    fs::{self, File},
    io::{Cursor, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use tiny_http::{Header, Method, Request, Response, ResponseBox, StatusCode};

use super::{kinds::kind_of, site::Shown};

/// Where what is the command's own lies, below the base path. No file of a site lies in such a folder.
const OWN: &str = ".broadsheet/";

const RELOAD: &str = include_str!("reload.js");

/// What a path leads to.
enum Found {
    File(PathBuf),
    /// A folder that was named without its slash.
    Folder,
    Nothing,
}

/// Answers a request.
pub fn answer(request: &Request, shown: &Shown) -> ResponseBox {
    if !is_for_this_machine(request) {
        return words(
            421,
            "This is not a host that `broadsheet serve` answers for: ask for 127.0.0.1 or localhost.",
        );
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return with(words(405, "`broadsheet serve` answers GET and HEAD."), "Allow", "GET, HEAD");
    }
    // Noted before anything is read: a pressing meanwhile loads the page once too often rather than once too seldom.
    let version = shown.version();
    let base = shown.base_path();
    let (address, query) =
        request.url().split_once('?').map_or((request.url(), None), |(path, query)| (path, Some(query)));
    if address == "/" && base != "/" {
        return lead_to(&base);
    }
    let own = address.strip_prefix(&base).and_then(|path| path.strip_prefix(OWN));
    match own {
        Some("version") => return words(200, &version),
        Some("reload.js") => return bytes(200, kind_of("reload.js"), RELOAD.as_bytes().to_vec()),
        _ => {}
    }
    if let Some(sentence) = shown.failure() {
        return page(503, failure_page(&sentence), &base, &version);
    }
    match find(shown.root(), address, &base) {
        Found::File(file) => file_answer(request, &file, &base, &version),
        Found::Folder => {
            lead_to(&format!("{address}/{}", query.map(|query| format!("?{query}")).unwrap_or_default()))
        }
        Found::Nothing => match missing(shown.root(), address, &base) {
            Some(html) => page(404, html, &base, &version),
            None => words(404, "There is nothing here."),
        },
    }
}

/// Whether the request names this machine as its host. A page elsewhere whose name was made to lead here
/// (DNS rebinding) could read articles under embargo otherwise.
fn is_for_this_machine(request: &Request) -> bool {
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    host.is_some_and(|host| is_this_machine(host.value.as_str()))
}

fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost")
}

/// What an address leads to in the folder of the site.
fn find(root: &Path, address: &str, base: &str) -> Found {
    let Some(path) = address.strip_prefix(base).and_then(parts) else { return Found::Nothing };
    let is_folder = address.ends_with('/');
    let file = path.iter().fold(root.to_owned(), |file, part| file.join(part));
    if is_folder && file.join("index.html").is_file() {
        Found::File(file.join("index.html"))
    } else if is_folder {
        Found::Nothing
    } else if file.is_file() {
        Found::File(file)
    } else if file.join("index.html").is_file() {
        Found::Folder
    } else {
        Found::Nothing
    }
}

/// The page for what is not there that is nearest to an address: each edition has its own.
fn missing(root: &Path, address: &str, base: &str) -> Option<String> {
    let below = address.strip_prefix(base).and_then(parts).unwrap_or_default();
    let folder = below.iter().fold(root.to_owned(), |folder, part| folder.join(part));
    let nearest = folder.ancestors().take_while(|folder| folder.starts_with(root));
    nearest.map(|folder| folder.join("404.html")).find_map(|file| fs::read_to_string(file).ok())
}

/// The parts of a path, decoded, the last one without its slash; `None` for what could lead out of the folder, or to what
/// is hidden in it.
fn parts(path: &str) -> Option<Vec<String>> {
    let path = path.strip_suffix('/').unwrap_or(path);
    if path.is_empty() {
        return Some(Vec::new());
    }
    path.split('/').map(|part| decode(part).filter(|part| is_name(part))).collect()
}

fn is_name(part: &str) -> bool {
    let hidden = part.starts_with('.') && part != ".well-known";
    !part.is_empty() && !hidden && !part.contains(['/', '\\', ':', '\0'])
}

/// Percent-decoded; `None` for what is no text in UTF-8 then.
fn decode(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let digits = std::str::from_utf8(after.get(..2)?).ok()?;
        let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        bytes.push(hexadecimal.then(|| u8::from_str_radix(digits, 16).ok())??);
        rest = after.get(2..)?;
    }
    String::from_utf8(bytes).ok()
}

fn file_answer(request: &Request, file: &Path, base: &str, version: &str) -> ResponseBox {
    let kind = kind_of(&file.to_string_lossy());
    // A file can go away between the look and the reading, when the site is pressed.
    let gone = || words(404, "There is nothing here.");
    if kind.starts_with("text/html") {
        return fs::read_to_string(file).map_or_else(|_| gone(), |html| page(200, html, base, version));
    }
    let Ok(mut opened) = File::open(file) else { return gone() };
    let Ok(size) = opened.metadata().map(|about| about.len()) else { return gone() };
    let range = request.headers().iter().find(|header| header.field.equiv("Range"));
    let (status, start, length) = match range.map(|range| range_of(range.value.as_str(), size)) {
        None | Some(Range::Ignored) => (200, 0, size),
        Some(Range::Part(start, length)) => (206, start, length),
        Some(Range::Outside) => {
            return with(words(416, "The file is shorter."), "Content-Range", &format!("bytes */{size}"));
        }
    };
    if opened.seek(SeekFrom::Start(start)).is_err() {
        return gone();
    }
    let response = stream(status, kind, Box::new(opened.take(length)), length);
    let response = with(response, "Accept-Ranges", "bytes");
    if status == 206 {
        let last = start + length - 1;
        return with(response, "Content-Range", &format!("bytes {start}-{last}/{size}"));
    }
    response
}

/// What a request wants of a file.
#[derive(Debug, PartialEq)]
enum Range {
    /// From this byte on, so many.
    Part(u64, u64),
    /// Nothing that is there.
    Outside,
    /// Several parts, or no range at all: the whole file is an answer, too.
    Ignored,
}

/// Players ask for films in parts, and some play nothing otherwise.
fn range_of(value: &str, size: u64) -> Range {
    let Some((first, last)) = value.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Range::Ignored;
    };
    let number = |text: &str| text.trim().parse::<u64>().ok();
    let (start, end) = match (number(first), number(last)) {
        (Some(start), Some(last)) if start <= last => (start, size.min(last.saturating_add(1))),
        (Some(start), None) if last.trim().is_empty() => (start, size),
        (None, Some(length)) if first.trim().is_empty() => (size.saturating_sub(length), size),
        _ => return Range::Ignored,
    };
    if start < end { Range::Part(start, end - start) } else { Range::Outside }
}

/// A page, with the script that loads it anew. It is the last thing in the page, behind what the program takes over.
fn page(status: u16, html: String, base: &str, version: &str) -> ResponseBox {
    let script =
        format!("<script type=\"module\" src=\"{base}{OWN}reload.js?version={version}\"></script>\n");
    let html = match html.rfind("</body>") {
        Some(end) => format!("{}{script}{}", html.get(..end).unwrap_or(""), html.get(end..).unwrap_or("")),
        None => html,
    };
    bytes(status, kind_of("index.html"), html.into_bytes())
}

fn failure_page(sentence: &str) -> String {
    let sentence = sentence.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Nothing is pressed</title>\n\
         <body><h1>Nothing is pressed</h1>\n<p>{sentence}</p>\n</body>\n</html>\n"
    )
}

/// Another address. Not for ever: another site may be on this port tomorrow.
fn lead_to(address: &str) -> ResponseBox {
    with(words(307, "The address ends in a slash."), "Location", address)
}

fn words(status: u16, sentence: &str) -> ResponseBox {
    bytes(status, kind_of("words.txt"), sentence.as_bytes().to_vec())
}

fn bytes(status: u16, kind: &str, bytes: Vec<u8>) -> ResponseBox {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    stream(status, kind, Box::new(Cursor::new(bytes)), length)
}

fn stream(status: u16, kind: &str, body: Box<dyn Read + Send>, length: u64) -> ResponseBox {
    let response = Response::new(StatusCode(status), Vec::new(), body, usize::try_from(length).ok(), None);
    let response = response.with_chunked_threshold(usize::MAX);
    let response = with(response, "Content-Type", kind);
    // What is pressed again is to be seen at once.
    let response = with(response, "Cache-Control", "no-store");
    with(response, "X-Content-Type-Options", "nosniff")
}

fn with(response: ResponseBox, name: &str, value: &str) -> ResponseBox {
    match Header::from_bytes(name, value) {
        Ok(header) => response.with_header(header),
        // An address of other signs than ASCII cannot come in a request.
        Err(()) => response,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_hosts() {
        for host in ["127.0.0.1", "127.0.0.1:8080", "localhost:80", "LocalHost"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in
            ["", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example:80", "127.0.0.1@evil"]
        {
            assert!(!is_this_machine(host), "{host}");
        }
    }

    #[test]
    fn no_path_leads_out_of_the_folder_or_to_hidden_files() {
        assert_eq!(parts("a/%D2%9B/").as_deref(), Some(&["a".to_owned(), "қ".to_owned()][..]));
        assert_eq!(parts(".well-known/x").map(|parts| parts.len()), Some(2));
        for path in [
            "../a",
            "a/../b",
            "%2e%2e/a",
            "a%2f..%2fb",
            "a//b",
            "a\\b",
            "c:",
            ".git/config",
            "a%00",
            "%ff",
            "%4",
            "%+1",
        ] {
            assert_eq!(parts(path), None, "{path}");
        }
    }

    #[test]
    fn a_part_of_a_file_is_inside_it() {
        assert_eq!(range_of("bytes=0-4", 10), Range::Part(0, 5));
        assert_eq!(range_of("bytes=4-", 10), Range::Part(4, 6));
        assert_eq!(range_of("bytes=-3", 10), Range::Part(7, 3));
        assert_eq!(range_of("bytes=5-99", 10), Range::Part(5, 5));
        assert_eq!(range_of("bytes=10-", 10), Range::Outside);
        assert_eq!(range_of("bytes=-0", 10), Range::Outside);
        for other in ["bytes=5-4", "bytes=0-1,3-4", "lines=1-2", "bytes=x-", "bytes=-"] {
            assert_eq!(range_of(other, 10), Range::Ignored, "{other}");
        }
    }
}

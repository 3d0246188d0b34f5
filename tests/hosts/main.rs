//! Pressed sites on real web servers, with the very files that the press writes for them.
//!
//! A server that is not installed is skipped; `scripts/install-hosts.sh` installs all three.

mod client;
mod newsroom;
mod press_site;
mod server;

use client::{Answer, get};
use newsroom::HASHED;
use press_site::PressedSite;
use server::Server;

#[test]
fn nginx_serves_a_site_at_the_root_and_under_a_path() {
    on_both(Server::nginx);
}

#[test]
fn caddy_serves_a_site_at_the_root_and_under_a_path() {
    on_both(Server::caddy);
}

#[test]
fn apache_serves_a_site_at_the_root_and_under_a_path() {
    on_both(Server::apache);
}

/// Everything a reader's browser asks of a host, for both places a site may lie at.
fn on_both(start: impl Fn(&PressedSite) -> Option<Server>) {
    for base in ["/", "/news/"] {
        let site = newsroom::pressed(base);
        let Some(server) = start(&site) else { return };
        let asked = Asked { port: server.port, base };
        pages_are_at_their_addresses(&asked);
        unknown_addresses_are_told_so_on_our_page(&asked);
        folders_get_their_final_slash(&asked);
        only_hashed_files_are_kept_without_asking(&asked);
        copies_are_sent_to_those_who_take_them(&asked);
        what_is_there_already_is_not_sent_again(&asked);
        what_was_withdrawn_is_said_to_be_gone_or_leads_on(&asked);
    }
}

/// A site that is being served.
struct Asked {
    port: u16,
    base: &'static str,
}

impl Asked {
    /// The answer to `path`, which is relative to the base path.
    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        get(self.port, &format!("{}{path}", self.base), headers)
    }
}

fn pages_are_at_their_addresses(asked: &Asked) {
    for path in ["", "politics/", "politics/pier/", "ru/%D2%9B%D0%B0%D0%BB%D0%B0/%D0%BA%D3%A9%D1%88%D0%B5/"] {
        let page = asked.get(path, &[]);
        page.is(200, "text/html");
        assert!(page.text().contains("id=\"broadsheet-site\""), "{path}: {page:?}");
        page.is_guarded();
    }
    let document = asked.get("ru/%D2%9B%D0%B0%D0%BB%D0%B0/%D0%BA%D3%A9%D1%88%D0%B5/article.json", &[]);
    document.is(200, "application/json");
    assert!(document.text().contains("urn:harbour:"), "{document:?}");
}

fn unknown_addresses_are_told_so_on_our_page(asked: &Asked) {
    for path in ["nowhere/", "nowhere", "politics/nowhere/article.json", "app-0123456789ab.js", "%D2%9B/"] {
        for accepted in ["identity", "br, gzip"] {
            let page = asked.get(path, &[("Accept-Encoding", accepted)]);
            page.is(404, "text/html");
            assert!(page.unpacked().contains("id=\"broadsheet-site\""), "{path}: {page:?}");
            assert_eq!(page.header("cache-control"), Some("no-cache"), "{path}: {page:?}");
            page.is_guarded();
        }
    }
    // Each edition says so in its own language.
    let languages = [
        ("nowhere/", "en"),
        ("ru/nowhere/", "ru"),
        ("ru/%D2%9B%D0%B0%D0%BB%D0%B0/nowhere", "ru"),
        ("rum/", "en"),
        ("ru/%D2%9B%D0%B0%D0%B7/nowhere/", "kk"),
        ("ru/%D2%9B%D0%B0%D0%B7%D0%B0/", "ru"),
    ];
    for (path, language) in languages {
        let page = asked.get(path, &[("Accept-Encoding", "br")]);
        page.is(404, "text/html");
        assert!(page.unpacked().contains(&format!("<html lang=\"{language}\"")), "{path}: {page:?}");
    }
}

fn what_was_withdrawn_is_said_to_be_gone_or_leads_on(asked: &Asked) {
    for accepted in ["identity", "br, gzip"] {
        let path = "ru/%D2%9B%D0%B0%D0%BB%D0%B0/%D1%81%D1%83.1/";
        let page = asked.get(path, &[("Accept-Encoding", accepted)]);
        page.is(410, "text/html");
        assert!(page.unpacked().contains("<html lang=\"ru\""), "its own page: {page:?}");
        assert!(page.unpacked().contains("id=\"broadsheet-site\""), "{page:?}");
        assert_eq!(page.header("cache-control"), Some("no-cache"), "{page:?}");
        page.is_guarded();
        asked.get(&format!("{path}article.json"), &[]).is(200, "application/json");
    }
    let way = asked.get("politics/sunk/", &[]);
    assert_eq!(way.status, 302, "{way:?}");
    let here = format!("http://127.0.0.1:{}", asked.port);
    let to = way.header("location").unwrap_or_default();
    assert_eq!(to.strip_prefix(&here).unwrap_or(to), format!("{}politics/pier/", asked.base));
}

fn folders_get_their_final_slash(asked: &Asked) {
    let mut folders = vec![("politics/pier", "politics/pier/")];
    folders.push(("ru/%D2%9B%D0%B0%D0%BB%D0%B0", "ru/%D2%9B%D0%B0%D0%BB%D0%B0/"));
    // It ends like the name of a file.
    folders.push(("ru/%D2%9B%D0%B0%D0%BB%D0%B0/node.js", "ru/%D2%9B%D0%B0%D0%BB%D0%B0/node.js/"));
    for (path, slashed) in folders {
        let answer = asked.get(path, &[]);
        assert!([301, 308].contains(&answer.status), "{path}: {answer:?}");
        let to = answer.header("location").unwrap_or_default();
        let here = format!("http://127.0.0.1:{}", asked.port);
        let to = to.strip_prefix(&here).unwrap_or(to);
        assert_eq!(to.to_ascii_uppercase(), format!("{}{slashed}", asked.base).to_ascii_uppercase());
    }
}

fn only_hashed_files_are_kept_without_asking(asked: &Asked) {
    for file in HASHED {
        for accepted in ["identity", "br", "gzip"] {
            let answer = asked.get(file, &[("Accept-Encoding", accepted)]);
            assert_eq!(answer.status, 200, "{file}: {answer:?}");
            let cache = answer.header("cache-control");
            assert_eq!(cache, Some("public, max-age=31536000, immutable"), "{file}: {answer:?}");
        }
    }
    for file in ["", "politics/pier/article.json", "data/en/latest.json", "media/pier.svg", "media/dot.png"] {
        let answer = asked.get(file, &[]);
        assert_eq!(answer.header("cache-control"), Some("no-cache"), "{file}: {answer:?}");
    }
}

fn copies_are_sent_to_those_who_take_them(asked: &Asked) {
    let types = [
        ("politics/pier/", "text/html"),
        ("politics/pier/article.json", "application/json"),
        ("app-0123456789abcdef_bg.wasm", "application/wasm"),
        ("app-0123456789abcdef.js", "text/javascript"),
        ("broadsheet-0123456789abcde.css", "text/css"),
        ("app.webmanifest", "application/manifest+json"),
        ("media/pier.svg", "image/svg+xml"),
        ("tides.txt", "text/plain"),
        ("media/film.vtt", "text/vtt"),
        ("feed.xml", "application/atom+xml"),
        ("politics/feed.xml", "application/atom+xml"),
        ("sitemap-pages-1.xml", "application/xml"),
    ];
    for (path, kind) in types {
        let plain = asked.get(path, &[("Accept-Encoding", "br;q=0, identity")]);
        plain.is(200, kind);
        assert_eq!(plain.header("content-encoding"), None, "{path}: {plain:?}");
        plain.varies();
        for (accepted, encoding) in
            [("gzip, deflate, br, zstd", "br"), ("br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip")]
        {
            let packed = asked.get(path, &[("Accept-Encoding", accepted)]);
            packed.is(200, kind);
            assert_eq!(
                packed.header("content-encoding"),
                Some(encoding),
                "{path} for {accepted}: {packed:?}"
            );
            assert!(packed.body.len() < plain.body.len(), "{path}: {packed:?}");
            assert_eq!(packed.unpacked(), plain.text(), "{path} for {accepted}");
            packed.varies();
            packed.is_guarded();
        }
    }
}

fn what_is_there_already_is_not_sent_again(asked: &Asked) {
    for path in ["politics/pier/", "politics/pier/article.json", "media/dot.png"] {
        for accepted in ["identity", "br"] {
            let first = asked.get(path, &[("Accept-Encoding", accepted)]);
            let tag = first.header("etag").unwrap_or_else(|| panic!("{path} has no ETag: {first:?}"));
            let again = asked.get(path, &[("Accept-Encoding", accepted), ("If-None-Match", tag)]);
            assert_eq!((again.status, again.body.len()), (304, 0), "{path}: {again:?}");
        }
    }
}

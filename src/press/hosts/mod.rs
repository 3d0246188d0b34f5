//! What web servers need to know about the site, each in its own language: types, cache times, the page for
//! unknown addresses, compressed copies, security headers.
//!
//! The files are templates beside this one; docs/hosts.md says what an operator does with each, and
//! `make test-hosts` runs those of the servers that can be run.

mod missing;
mod withdrawn;

use std::path::Path;

use super::{Finding, Outcome, PressError, output::Output, withdrawn::Gone};
use crate::model::Site;

const OWNER: &str = "settings for web servers";

/// The endings of files that may have a hash in their name.
const HASHED_ENDINGS: [&str; 3] = [".js", ".css", ".wasm"];

/// Cloudflare Pages reads a hundred rules; this many for hashed files leaves room for others.
const MOST_RULES: usize = 90;

/// The lines for each server about some addresses; empty where there is nothing to say.
#[derive(Debug, Default)]
struct Rules {
    apache: String,
    caddy: String,
    nginx: String,
    /// For Netlify and Cloudflare, which know redirects only.
    redirects: String,
}

/// Writes the files for web servers.
///
/// A file that the content brings itself wins, as does one that somebody else put into the output folder, which
/// is said in a warning.
pub(super) fn write_hosts(
    site: &Site,
    policy: &str,
    gone: &[&Gone],
    output: &mut Output,
    outcome: &mut Outcome,
) -> Result<(), PressError> {
    withdrawn::write_signs(gone, output)?;
    let hashed = hashed_files(output);
    for (file, text) in settings(site, &header_value(policy), &hashed, gone) {
        let there = output.read(file);
        if output.holds(file) || output.is_folder(file) {
            // The content brings it, or has an article below it.
        } else if there.is_some_and(|there| there != text) && !output.earlier().has_file(file) {
            let message = "is not of the press's making and stays as it is; remove it to get the press's own";
            outcome.findings.push(Finding::left_out(Path::new(file), message).into_warning());
        } else {
            output.make(file, text.as_bytes(), OWNER)?;
        }
    }
    Ok(())
}

/// The settings of each host, by their files.
fn settings(site: &Site, policy: &str, hashed: &[String], gone: &[&Gone]) -> [(&'static str, String); 6] {
    let base = &site.base_path;
    let (withdrawn, missing) = (withdrawn::rules(gone, site), missing::rules(site));
    let fill = |template: &str| {
        let template = template.replace("@BASE@", base).replace("@PATH@", &decoded(base));
        template.replace("@POLICY@", policy)
    };
    [
        ("_headers", headers(base, policy, hashed)),
        ("_redirects", redirects(base, &withdrawn.redirects, &missing.redirects)),
        // Apache reads % in a header's value as the start of a placeholder.
        (
            ".htaccess",
            include_str!("htaccess")
                .replace("@BASE@", base)
                .replace("@POLICY@", &policy.replace('%', "%%"))
                .replace("@MISSING@\n", &missing.apache)
                .replace("@WITHDRAWN@\n", &withdrawn.apache),
        ),
        (
            "hosts/nginx.conf",
            fill(include_str!("nginx.conf"))
                .replace("@MISSING@\n", &missing.nginx)
                .replace("@WITHDRAWN@\n", &withdrawn.nginx),
        ),
        (
            "hosts/Caddyfile",
            fill(include_str!("Caddyfile"))
                .replace("@MISSING@\n", &missing.caddy)
                .replace("@WITHDRAWN@\n", &withdrawn.caddy),
        ),
        ("hosts/s3.sh", s3(&fill(include_str!("s3.sh")), &quoted(&decoded(base)), hashed)),
    ]
}

/// Whether a file has a hash of its content in its name, as trunk gives one: `NAME-HASH.js`,
/// `NAME-HASH_bg.wasm`, of ten to sixteen hexadecimal digits.
pub(super) fn is_hashed(file: &str) -> bool {
    let Some(stem) = HASHED_ENDINGS.iter().find_map(|ending| file.strip_suffix(ending)) else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (10..=16).contains(&hash.len()) && hash.bytes().all(is_digit)
    })
}

/// The hashed files of the site whose names need no quotation marks in any of the files written here.
fn hashed_files(output: &Output) -> Vec<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte);
    let mut files: Vec<String> = output
        .files()
        .filter(|file| is_hashed(file) && !file.starts_with('-') && file.bytes().all(plain))
        .map(str::to_owned)
        .collect();
    files.sort();
    files
}

/// A Content-Security-Policy as the value of a header, between quotation marks in any server's settings.
///
/// Who may frame the site can be said in a header only, so it is added here. What would end the quotation, or
/// be a placeholder to one of the servers, is no part of an address or of a policy and goes.
fn header_value(policy: &str) -> String {
    let policy: String =
        policy.chars().filter(|one| matches!(one, ' '..='~') && !"\"\\${}`".contains(*one)).collect();
    format!("{}; frame-ancestors 'self'", policy.trim_matches([' ', ';']))
}

/// A percent-encoded path as nginx compares it.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        match after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(b'%');
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

/// For Netlify and Cloudflare Pages. Both have everything else asked for again by themselves, and join the values
/// of all rules that fit, so that a cache time for all files would spoil the one for hashed files.
fn headers(base: &str, policy: &str, hashed: &[String]) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n"
    );
    // By themselves they call a feed some XML, as they do a sitemap.
    for feeds in ["feed.xml", "*/feed.xml"] {
        text.push_str(&format!("{base}{feeds}\n  Content-Type: application/atom+xml; charset=utf-8\n"));
    }
    for file in hashed.iter().take(MOST_RULES) {
        text.push_str(&format!("{base}{file}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    text
}

/// For Netlify, which by itself knows a page for unknown addresses at the root only; and from the root of the host
/// to the site, where that is not the same.
fn redirects(base: &str, withdrawn: &str, missing: &str) -> String {
    let root = if base == "/" { String::new() } else { format!("/ {base} 302\n") };
    format!("{root}{withdrawn}{missing}{base}* {base}404.html 404\n")
}

/// A text as a shell takes it for nothing but itself.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// The upload script with the folder of the site, as the store calls it, and its lists of hashed files.
fn s3(template: &str, folder: &str, hashed: &[String]) -> String {
    let puts: Vec<String> = hashed.iter().map(|file| format!("put_hashed {file}")).collect();
    let excludes: Vec<String> = hashed.iter().map(|file| format!("--exclude {file}")).collect();
    let template = template.replace("@QUOTED_PATH@", folder);
    template.replace("@PUT_HASHED@", &puts.join("\n")).replace("@EXCLUDE_HASHED@", &excludes.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names_are_told_from_others() {
        for file in
            ["app-be5a57839ec9f7f7.js", "a/app-be5a57839ec9f7f7_bg.wasm", "broadsheet-515ac61333fa388.css"]
        {
            assert!(is_hashed(file), "{file}");
        }
        for file in [
            "app-1.js",
            "be5a57839ec9f7f7.js",
            "app-be5a57839ec9f7f7.json",
            "a-0123456789abcdefa.js",
            "x-2024051012z.css",
        ] {
            assert!(!is_hashed(file), "{file}");
        }
    }

    #[test]
    fn a_policy_cannot_leave_its_quotation_marks() {
        assert_eq!(header_value("default-src 'none'"), "default-src 'none'; frame-ancestors 'self'");
        assert_eq!(header_value("img-src a\";\n}${x} ; "), "img-src a;x; frame-ancestors 'self'");
    }

    #[test]
    fn rules_lie_under_the_base_path() {
        let hashed = ["app-be5a57839ec9f7f7.js".to_owned()];
        let text = headers("/news/", "default-src 'none'", &hashed);
        assert!(
            text.contains("\n/news/app-be5a57839ec9f7f7.js\n  Cache-Control: public, max-age=31536000"),
            "{text}"
        );
        assert!(text.starts_with("/*\n  Content-Security-Policy: default-src 'none'\n"), "{text}");
        assert_eq!(redirects("/", "", ""), "/* /404.html 404\n");
        assert_eq!(redirects("/news/", "", ""), "/ /news/ 302\n/news/* /news/404.html 404\n");
        assert_eq!(decoded("/%D2%9B%20a/100%/"), "/қ a/100%/");
    }
}

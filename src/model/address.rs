//! Addresses that are safe to put into a page.

use std::fmt;

/// An address that a page may link to or load: `http`, `https`, `mailto`, `tel`, or relative.
///
/// It is parsed the way browsers do it (WHATWG URL): control characters and white space at the ends
/// are dropped, tabs and line breaks are dropped everywhere, before the scheme is looked at. So
/// `java\nscript:` is recognised for what it is, and refused.
///
/// A relative address starting with `/`, or with no slash at all, is counted from the site's root,
/// not from the page: `/media/flag.png` works under a base path too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address(String);

/// Why an address was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// Nothing was left after white space was dropped.
    Empty,
    /// The scheme is none of `http`, `https`, `mailto`, `tel`. Holds the scheme, in lower case.
    Scheme(String),
}

impl fmt::Display for AddressError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("the address is empty"),
            Self::Scheme(scheme) => write!(
                formatter,
                "an address may start with http, https, mailto or tel, or be relative; this one starts with `{scheme}:`"
            ),
        }
    }
}

impl std::error::Error for AddressError {}

impl Address {
    /// Reads an address from outside.
    pub fn parse(raw: &str) -> Result<Self, AddressError> {
        let cleaned: String = raw
            .trim_matches(|character: char| character <= ' ' || character.is_whitespace())
            .chars()
            .filter(|character| !character.is_control())
            .collect();
        let cleaned = cleaned.trim().to_owned();
        if cleaned.is_empty() {
            return Err(AddressError::Empty);
        }
        match scheme(&cleaned) {
            None => Ok(Self(cleaned)),
            Some(scheme) => match scheme.as_str() {
                "http" | "https" | "mailto" | "tel" => Ok(Self(cleaned)),
                _ => Err(AddressError::Scheme(scheme)),
            },
        }
    }

    /// The address as it was given, cleaned.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host of an absolute or protocol-relative web address, without `www.` and port.
    pub fn host(&self) -> Option<&str> {
        let rest = match scheme(&self.0).as_deref() {
            Some("http" | "https") => self.0.split_once(':')?.1,
            Some(_) => return None,
            None => &self.0,
        };
        let rest = rest.strip_prefix("//").or_else(|| rest.strip_prefix("\\\\"))?;
        let authority = rest.split(['/', '?', '#', '\\']).next()?;
        let host = authority.rsplit('@').next()?.split(':').next()?;
        let host = host.strip_prefix("www.").unwrap_or(host);
        (!host.is_empty()).then_some(host)
    }

    /// Whether the address is relative to this site: no scheme and no host.
    pub fn is_relative(&self) -> bool {
        scheme(&self.0).is_none()
            && !self.0.starts_with("//")
            && !self.0.starts_with("\\\\")
            && !self.0.starts_with("/\\")
            && !self.0.starts_with("\\/")
    }

    /// The address as a page at base path `base` (`/` or `/news/`) writes it.
    ///
    /// Absolute addresses, fragments and bare queries stay as they are. No other address leads out of the base path.
    pub fn under(&self, base: &str) -> String {
        if !self.is_relative() || self.0.starts_with(['#', '?']) {
            return self.0.clone();
        }
        let (path, rest) = self.0.split_at(self.0.find(['?', '#']).unwrap_or(self.0.len()));
        let mut parts: Vec<&str> = Vec::new();
        // Browsers take a backslash for a slash, and two slashes at the start for a host.
        for part in path.split(['/', '\\']) {
            match dots(part) {
                1 => {}
                2 => drop(parts.pop()),
                _ if part.is_empty() && parts.is_empty() => {}
                _ => parts.push(part),
            }
        }
        [base, &parts.join("/"), rest].concat()
    }
}

/// How many dots a part of a path is, as browsers count them; 0 for everything else.
fn dots(part: &str) -> usize {
    let (mut rest, mut count) = (part, 0);
    while let Some(after) = [".", "%2e", "%2E"].iter().find_map(|dot| rest.strip_prefix(dot)) {
        (rest, count) = (after, count + 1);
    }
    if rest.is_empty() { count } else { 0 }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The scheme in lower case, if there is one: a letter, then letters, digits, `+`, `-`, `.`, then `:`.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let valid = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    valid.then(|| scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allowed_schemes_and_relative_addresses_survive() {
        for address in [
            "https://a.kz/x?y#z",
            "HTTP://a.kz",
            "mailto:desk@a.kz",
            "tel:+77003888109",
            "/learn/",
            "media/a.png",
            "//cdn.kz/a.png",
            "a/b:c",
        ] {
            assert_eq!(Address::parse(address).map(|a| a.as_str().to_owned()), Ok(address.to_owned()));
        }
    }

    #[test]
    fn other_schemes_are_refused_however_they_are_disguised() {
        for address in [
            "javascript:alert(1)",
            " \u{1}java\nscript:alert(1)",
            "JaVaScRiPt:x",
            "data:text/html,x",
            "vbscript:x",
            "blob:x",
            "file:///etc",
            "java\tscript:x",
            "\u{a0}javascript:x",
        ] {
            assert!(matches!(Address::parse(address), Err(AddressError::Scheme(_))), "{address:?}");
        }
        assert_eq!(Address::parse(" \n "), Err(AddressError::Empty));
    }

    #[test]
    fn relative_addresses_are_put_under_the_base_path() {
        let under = |address: &str| Address::parse(address).unwrap().under("/news/");
        assert_eq!(under("/media/a.png"), "/news/media/a.png");
        assert_eq!(under("media/a.png"), "/news/media/a.png");
        assert_eq!(under("./media//a.png?b=../c#d"), "/news/media//a.png?b=../c#d");
        assert_eq!(under("/learn/"), "/news/learn/");
        assert_eq!(under("a/.../.b"), "/news/a/.../.b");
        for address in [
            "../media/a.pdf",
            "/../../media/a.pdf",
            "x/%2E./%2e%2e/media/./a.pdf",
            "\\media\\a.pdf",
            "a/..//media/a.pdf",
        ] {
            assert_eq!(under(address), "/news/media/a.pdf", "{address}");
        }
        assert_eq!(Address::parse("\\\\a.kz\\b").unwrap().under("/"), "\\\\a.kz\\b");
        assert_eq!(Address::parse("\\a.kz").unwrap().under("/"), "/a.kz");
        assert_eq!(under("https://a.kz/b"), "https://a.kz/b");
        assert_eq!(under("//a.kz/b"), "//a.kz/b");
        assert_eq!(under("#note"), "#note");
    }

    #[test]
    fn the_host_is_found_without_www_and_port() {
        let host = |address: &str| Address::parse(address).unwrap().host().map(str::to_owned);
        assert_eq!(host("https://www.youtube.com/embed/x"), Some("youtube.com".into()));
        assert_eq!(host("//cdn.kz:8080/x"), Some("cdn.kz".into()));
        assert_eq!(host("/learn/"), None);
        assert_eq!(host("mailto:a@b.kz"), None);
    }
}

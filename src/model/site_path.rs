//! Places within the site.

use std::fmt;

/// A place within the site, whatever its base path: `/`, `/learn/politics/`.
///
/// Percent signs are decoded and slashes normalised, so that two spellings of one address are equal.
/// It always starts and ends with `/`, and has no empty, `.` or `..` part, so it can name a folder on disk.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "native", derive(serde::Deserialize, serde::Serialize))]
pub struct SitePath(String);

/// The root.
impl Default for SitePath {
    fn default() -> Self {
        Self::root()
    }
}

impl SitePath {
    /// The site's front.
    pub fn root() -> Self {
        Self("/".to_owned())
    }

    /// Reads a path, or the path of a web address; query and fragment are dropped, as is a final `index.html`.
    ///
    /// `None` when a part is `..`, or holds a control character, a slash or a backslash in disguise.
    pub fn parse(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let without_host = match raw.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("", |slash| &rest[slash..]),
            None => raw,
        };
        let path = without_host.split(['?', '#']).next().unwrap_or_default();
        let mut parts = Vec::new();
        for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
            let part = percent_decode(part);
            let unfit = part == ".."
                || part == "."
                || part.chars().any(|character| character.is_control() || matches!(character, '/' | '\\'));
            if unfit {
                return None;
            }
            parts.push(part);
        }
        if parts.last().is_some_and(|last| last == "index.html") {
            parts.pop();
        }
        Some(Self::from_parts(parts.iter().map(String::as_str)))
    }

    fn from_parts<'a>(parts: impl Iterator<Item = &'a str>) -> Self {
        let mut path = "/".to_owned();
        for part in parts {
            path.push_str(part);
            path.push('/');
        }
        Self(path)
    }

    /// Its parts, from the root.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('/').filter(|part| !part.is_empty())
    }

    /// The place `part` below this one. Slashes in `part` separate parts.
    pub fn join(&self, part: &str) -> Self {
        Self::from_parts(self.parts().chain(part.split('/').filter(|part| !part.is_empty())))
    }

    /// Whether `other` is this place or one below it.
    pub fn contains(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }

    /// The path as readers see it, decoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of the place under base path `base` (`/` or `/news/`), percent-encoded.
    pub fn under(&self, base: &str) -> String {
        let mut address = base.to_owned();
        for part in self.parts() {
            percent_encode(part, &mut address);
            address.push('/');
        }
        address
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Decodes `%XX`; what does not decode to UTF-8 stays as it was written.
pub(super) fn percent_decode(part: &str) -> String {
    let bytes = part.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while index < bytes.len() {
        let is_escape =
            |digits: &&str| bytes[index] == b'%' && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let escape = part.get(index + 1..index + 3).filter(is_escape);
        match escape.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                index += 3;
            }
            None => {
                decoded.push(bytes[index]);
                index += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| part.to_owned())
}

fn percent_encode(part: &str, address: &mut String) {
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(raw: &str) -> Option<String> {
        SitePath::parse(raw).map(|path| path.to_string())
    }

    #[test]
    fn spellings_of_one_place_are_equal() {
        for raw in [
            "/ru/қала/",
            "ru/қала",
            "//ru//қала",
            "/ru/%D2%9B%D0%B0%D0%BB%D0%B0/?a=1#b",
            "https://a.kz/ru/қала/index.html",
            "/ru/./қала",
        ] {
            assert_eq!(path(raw).as_deref(), Some("/ru/қала/"), "{raw}");
        }
        assert_eq!(path("https://a.kz").as_deref(), Some("/"));
        assert_eq!(path("/100%/").as_deref(), Some("/100%/"));
        assert_eq!(path("/a%+fb/%-1/").as_deref(), Some("/a%+fb/%-1/"));
    }

    #[test]
    fn places_outside_the_site_are_refused() {
        for raw in ["/../etc", "/a/%2e%2e/b", "/a%2Fb", "/a\\b", "/a%00b"] {
            assert_eq!(path(raw), None, "{raw}");
        }
    }

    #[test]
    fn addresses_are_encoded_under_the_base_path() {
        let place = SitePath::parse("/ru/қала 1/").expect("a place");
        assert_eq!(place.under("/news/"), "/news/ru/%D2%9B%D0%B0%D0%BB%D0%B0%201/");
        assert!(SitePath::root().contains(&place) && !place.contains(&SitePath::root()));
    }
}

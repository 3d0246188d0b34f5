//! What machines elsewhere are told, who know neither the site's base path nor its time zone: whole addresses,
//! and times with their offset.

use serde_json::{Map, Value};

use crate::{
    model::{Address, Edition, Instant, Picture, Site, SitePath},
    platform::zone,
};

/// How wide the picture is that goes with a link to a page: what the large networks show without scaling it up.
const WIDTH: u32 = 1200;

/// An address from content as a crawler takes it: of the web, absolute where the site knows its own, and with what
/// addresses may not hold percent-encoded. `None` for e-mail, telephone numbers, and what leads nowhere.
pub(super) fn web_address(site: &Site, address: &Address) -> Option<String> {
    // Browsers take a backslash for a slash.
    let address = site.public_address_of(address).replace('\\', "/");
    let has_scheme = ["http://", "https://"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    if has_scheme {
        Some(encode(&address))
    } else if address.starts_with("//") {
        Some(encode(&format!("https:{address}")))
    } else {
        address.starts_with('/').then(|| encode(&address))
    }
}

/// Where a link in the text of the article at `page` leads, for whoever reads the text elsewhere: of the web, or to write
/// and to call. `None` for what leads nowhere.
pub(super) fn link_address(site: &Site, page: &SitePath, address: &Address) -> Option<String> {
    let raw = address.as_str();
    if raw.starts_with(['#', '?']) {
        return Some(encode(&format!("{}{raw}", site.public_address(page))));
    }
    let is_for_people = ["mailto:", "tel:"]
        .iter()
        .any(|scheme| raw.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    if is_for_people { Some(encode(raw)) } else { web_address(site, address) }
}

/// The address of a file in the folder of a place.
pub(super) fn file_address(site: &Site, place: &SitePath, name: &str) -> String {
    format!("{}{name}", site.public_address(place))
}

/// The address with what it may not hold after its host as percent signs; what is encoded already stays.
fn encode(address: &str) -> String {
    let host = address.find("://").map_or(0, |at| at + 3);
    let path = address[host..].find(['/', '?', '#']).map_or(address.len(), |at| host + at);
    let mut encoded = address[..path].to_owned();
    for byte in address[path..].bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?#[]%".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// A time in RFC 3339, as the clocks of the edition show it.
///
/// In UTC where the zone is unknown, where its offset had seconds, as before railways: the format has none; and where
/// nobody said the hour, so that the day is right.
pub(super) fn moment(at: Instant, edition: &Edition) -> String {
    let offset = zone::offset_seconds(&edition.time_zone, at).unwrap_or(0);
    if offset == 0 || offset % 60 != 0 || at.is_day() {
        return at.to_string();
    }
    // The clock that is offset from UTC shows what one of UTC shows that much later.
    let local = Instant::from_unix_seconds(at.unix_seconds().saturating_add(offset)).to_string();
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs() / 60;
    format!("{}{sign}{:02}:{:02}", local.trim_end_matches('Z'), minutes / 60, minutes % 60)
}

/// An object of the fields that have a value.
pub(super) fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let known = fields.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(known.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

/// A file of a picture, as it goes with a link to a page.
pub(super) struct Shown {
    /// Its whole address.
    pub address: String,
    /// Its width and height, where they are known.
    pub size: Option<(u32, u32)>,
}

/// The file of the picture that is nearest to the width that goes with a link.
pub(super) fn shown(site: &Site, picture: &Picture) -> Option<Shown> {
    let files = picture.renditions.iter().filter_map(|rendition| {
        Some(Shown { address: web_address(site, &rendition.address)?, size: rendition.size })
    });
    files.min_by_key(|file| file.size.map_or(u32::MAX, |(width, _)| width.abs_diff(WIDTH)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::site::read_site;

    fn site(zone: &str) -> Site {
        let settings = format!(
            r#"{{"url": "https://a.kz/news", "base_path": "/news/", "editions": [{{"language": "kk", "time_zone": "{zone}"}}]}}"#
        );
        read_site(&settings).expect("valid settings").value
    }

    #[test]
    fn addresses_are_whole_and_of_the_web() {
        let whole =
            |raw: &str| Address::parse(raw).ok().and_then(|address| web_address(&site("UTC"), &address));
        for (raw, expected) in [
            ("/media/a b\".png", "https://a.kz/news/media/a%20b%22.png"),
            ("media/қ.png?x=1&y", "https://a.kz/news/media/%D2%9B.png?x=1&y"),
            ("//cdn.kz/a.png", "https://cdn.kz/a.png"),
            ("HTTP://b.kz/<a>", "HTTP://b.kz/%3Ca%3E"),
            ("https://b.kz/%20", "https://b.kz/%20"),
        ] {
            assert_eq!(whole(raw).as_deref(), Some(expected), "{raw}");
        }
        for raw in ["mailto:a@b.kz", "tel:+7700", "#note", "?q", "javascript:alert(1)", "http:x"] {
            assert_eq!(whole(raw), None, "{raw}");
        }
    }

    #[test]
    fn times_have_the_offset_of_the_edition() {
        let at = |zone: &str, seconds| moment(Instant::from_unix_seconds(seconds), &site(zone).editions[0]);
        assert_eq!(at("Asia/Almaty", 1_404_448_980), "2014-07-04T10:43:00+06:00");
        assert_eq!(at("America/St_Johns", 1_704_067_200), "2023-12-31T20:30:00-03:30");
        assert_eq!(at("UTC", 1_404_448_980), "2014-07-04T04:43:00Z");
        assert_eq!(at("Asia/Almata", 1_404_448_980), "2014-07-04T04:43:00Z");
        assert!(at("Asia/Almaty", -2_000_000_000_000).ends_with('Z'), "an offset with seconds");
    }
}

//! What other sites have to show: from the address of a video, a map or a post to the frame that holds it.

mod known;
mod page;

use super::Address;
use known::{GOOGLE_MAPS, KNOWN, YANDEX_MAPS};

pub use page::page_of;

/// A frame of another site's, which loads nothing until the reader says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Whose it is, as its readers call it: `YouTube`. The host where that is all that is known.
    pub provider: String,
    /// What is loaded: always `https`.
    pub address: String,
    /// The place it needs.
    pub shape: Shape,
}

/// The place that a frame needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A film.
    Wide,
    /// A film that stands upright.
    Tall,
    /// A map.
    Map,
    /// A post with its picture.
    Post,
    /// Something to listen to.
    Sound,
}

/// What one does with what a provider has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// To see a film.
    Watch,
    /// To hear a sound.
    Listen,
    /// Anything else.
    Open,
}

/// What the provider of an address is called by its readers, and what one does with what it has. `None` where it is not
/// known.
pub fn provider_of(address: &Address) -> Option<(&'static str, Verb)> {
    let host = address.host()?.to_ascii_lowercase();
    let is_of =
        |domain: &&str| host.strip_suffix(*domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let known = KNOWN.iter().find(|known| known.hosts.iter().any(is_of))?;
    // Their hosts have other things too.
    let place = address.as_str().split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let has = |part: &str| place.contains(part);
    let fits = match known.name {
        GOOGLE_MAPS => host.starts_with("maps.") || has("google.com/maps"),
        YANDEX_MAPS => has("/map"),
        _ => true,
    };
    fits.then_some((known.name, known.verb))
}

impl Frame {
    /// The frame for what is at `address`: a page to watch, a short link, the address of an embed. `allowed` are the
    /// hosts that the newsroom lets be framed as they are.
    ///
    /// `None` where no frame can be made: the address stays a link.
    pub fn of(address: &Address, allowed: &[String]) -> Option<Self> {
        let parts = Parts::of(address)?;
        let known = KNOWN.iter().find(|known| known.hosts.contains(&parts.host.as_str()));
        let own = known.and_then(|known| {
            let frame_address = (known.frame)(&parts)?;
            Some(Self { provider: known.name.to_owned(), address: frame_address, shape: known.shape })
        });
        own.or_else(|| parts.allowed(allowed))
    }

    /// Scheme and host, as a policy names them.
    pub fn origin(&self) -> &str {
        let end =
            self.address.get(8..).and_then(|rest| rest.find('/')).map_or(self.address.len(), |at| at + 8);
        &self.address[..end]
    }
}

/// An address of the web, taken apart.
struct Parts {
    /// In lower case, without `www.`.
    host: String,
    /// As it is written.
    whole: String,
    path: Vec<String>,
    query: Vec<(String, String)>,
}

impl Parts {
    /// `None` for what is no plain address of the web: with a port, with a name before the host, or with characters
    /// that browsers read otherwise than they stand there.
    fn of(address: &Address) -> Option<Self> {
        let (scheme, rest) = address.as_str().split_once("//")?;
        let is_web = matches!(scheme.to_ascii_lowercase().as_str(), "" | "http:" | "https:");
        let plain = |one: char| one.is_ascii_graphic() && !"\"'<>\\^`{|};".contains(one);
        if !is_web || !rest.chars().all(plain) {
            return None;
        }
        let (before, _) = rest.split_once('#').unwrap_or((rest, ""));
        let (place, query) = before.split_once('?').unwrap_or((before, ""));
        let (host, path) = place.split_once('/').unwrap_or((place, ""));
        let host = host.to_ascii_lowercase();
        let named = host.chars().all(|one| one.is_ascii_alphanumeric() || matches!(one, '-' | '.'));
        if !named || !host.contains('.') {
            return None;
        }
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        Some(Self {
            // What a policy and a browser call it keeps its `www.`.
            whole: format!("https://{host}/{}", &before[place.len().min(host.len() + 1)..]),
            host: host.strip_prefix("www.").unwrap_or(&host).to_owned(),
            path: path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect(),
            query: pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        })
    }

    fn path(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }

    /// A value of the query as it stands there, percent-encoded.
    fn value(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Something on a host that the newsroom allows, as it is, but by `https`.
    fn allowed(&self, allowed: &[String]) -> Option<Frame> {
        let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_ascii_lowercase();
        let is_allowed = allowed.iter().any(|host| bare(host) == self.host);
        is_allowed.then(|| Frame {
            provider: self.host.clone(),
            address: self.whole.clone(),
            shape: Shape::Wide,
        })
    }
}

#[cfg(test)]
#[path = "embed_tests.rs"]
mod tests;

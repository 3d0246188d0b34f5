//! What other sites have to show: from the address of a video, a map or a post to the frame that holds it.

use super::Address;

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
            let name = if parts.host.contains("openstreetmap") { "OpenStreetMap" } else { known.name };
            Some(Self { provider: name.to_owned(), address: frame_address, shape: known.shape })
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

/// A provider, the hosts it is known by, and how its frames are addressed.
struct Known {
    name: &'static str,
    hosts: &'static [&'static str],
    shape: Shape,
    frame: fn(&Parts) -> Option<String>,
}

const KNOWN: &[Known] = &[
    Known {
        name: "YouTube",
        hosts: &["youtube.com", "m.youtube.com", "youtu.be", "youtube-nocookie.com"],
        shape: Shape::Wide,
        frame: youtube,
    },
    Known { name: "Vimeo", hosts: &["vimeo.com", "player.vimeo.com"], shape: Shape::Wide, frame: vimeo },
    Known {
        name: "X",
        hosts: &["x.com", "twitter.com", "mobile.twitter.com", "platform.twitter.com"],
        shape: Shape::Post,
        frame: x,
    },
    Known { name: "Instagram", hosts: &["instagram.com"], shape: Shape::Post, frame: instagram },
    Known { name: "TikTok", hosts: &["tiktok.com", "m.tiktok.com"], shape: Shape::Tall, frame: tiktok },
    Known {
        name: "Facebook",
        hosts: &["facebook.com", "m.facebook.com"],
        shape: Shape::Post,
        frame: facebook,
    },
    Known { name: "Telegram", hosts: &["t.me", "telegram.me"], shape: Shape::Post, frame: telegram },
    Known {
        name: "SoundCloud",
        hosts: &["soundcloud.com", "w.soundcloud.com", "m.soundcloud.com"],
        shape: Shape::Sound,
        frame: soundcloud,
    },
    Known { name: "Spotify", hosts: &["open.spotify.com"], shape: Shape::Sound, frame: spotify },
    Known {
        name: "Google Maps",
        hosts: &["google.com", "maps.google.com", "openstreetmap.org"],
        shape: Shape::Map,
        frame: map,
    },
];

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

/// What providers name their things by: letters, digits, `-` and `_`.
fn id(text: &str) -> Option<&str> {
    let fit = |one: char| one.is_ascii_alphanumeric() || matches!(one, '-' | '_');
    ((1..=64).contains(&text.len()) && text.chars().all(fit)).then_some(text)
}

fn number(text: &str) -> Option<&str> {
    id(text).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// An address as the value of another one's query. It holds nothing but visible ASCII.
fn encoded(address: &str) -> String {
    address
        .replace('%', "%25")
        .replace(':', "%3A")
        .replace('/', "%2F")
        .replace('?', "%3F")
        .replace('&', "%26")
}

fn youtube(parts: &Parts) -> Option<String> {
    let path = parts.path();
    let list = parts.value("list").and_then(id);
    let video = match (parts.host.as_str(), path.as_slice()) {
        ("youtu.be", [video]) | (_, ["embed" | "shorts" | "live" | "v", video]) => Some(*video),
        (_, ["watch"]) => parts.value("v"),
        _ => None,
    };
    let host = "https://www.youtube-nocookie.com/embed/";
    match video.and_then(id).filter(|video| *video != "videoseries") {
        Some(video) => {
            let start = parts.value("start").or_else(|| parts.value("t"));
            let start = start.and_then(|start| number(start.trim_end_matches('s')));
            Some(format!("{host}{video}{}", start.map(|start| format!("?start={start}")).unwrap_or_default()))
        }
        None => list.map(|list| format!("{host}videoseries?list={list}")),
    }
}

fn vimeo(parts: &Parts) -> Option<String> {
    let (video, key) = match parts.path().as_slice() {
        ["video", video] => (*video, parts.value("h")),
        [.., video, key] if number(video).is_some() => (*video, Some(*key)),
        [.., video] => (*video, parts.value("h")),
        [] => return None,
    };
    let key = key.and_then(id).map(|key| format!("&h={key}")).unwrap_or_default();
    Some(format!("https://player.vimeo.com/video/{}?dnt=1{key}", number(video)?))
}

fn x(parts: &Parts) -> Option<String> {
    let post = match parts.path().as_slice() {
        [_, "status" | "statuses", post, ..] => *post,
        ["embed", "Tweet.html"] => parts.value("id")?,
        _ => return None,
    };
    Some(format!("https://platform.twitter.com/embed/Tweet.html?dnt=true&id={}", number(post)?))
}

fn instagram(parts: &Parts) -> Option<String> {
    let path = parts.path();
    let at = path.iter().position(|part| matches!(*part, "p" | "reel" | "tv"))?;
    let post = path.get(at + 1).and_then(|post| id(post))?;
    Some(format!("https://www.instagram.com/{}/{post}/embed/", path.get(at)?))
}

fn tiktok(parts: &Parts) -> Option<String> {
    let video = match parts.path().as_slice() {
        [_, "video", video] | ["embed" | "player", "v1" | "v2", video] | ["embed", video] => number(video)?,
        _ => return None,
    };
    Some(format!("https://www.tiktok.com/embed/v2/{video}"))
}

fn facebook(parts: &Parts) -> Option<String> {
    let page = || Some(encoded(&parts.whole));
    let named = |name: &str| parts.value(name).and_then(id);
    let (plugin, page) = match parts.path().as_slice() {
        ["plugins", plugin @ ("post.php" | "video.php")] => (*plugin, parts.value("href").map(str::to_owned)),
        [_, "videos", _, ..] | ["reel", _] => ("video.php", page()),
        ["watch" | "video.php"] => ("video.php", named("v").and_then(|_| page())),
        [_, "posts" | "photos", _, ..] | ["groups", _, "posts" | "permalink", _] => ("post.php", page()),
        ["photo" | "photo.php"] => ("post.php", named("fbid").and_then(|_| page())),
        ["permalink.php" | "story.php"] => ("post.php", named("story_fbid").and_then(|_| page())),
        // Pages of people, sign-ins, and what else there is.
        _ => return None,
    };
    let page = page?;
    Some(format!("https://www.facebook.com/plugins/{plugin}?show_text=true&href={page}"))
}

fn telegram(parts: &Parts) -> Option<String> {
    let path = parts.path();
    let [channel, post] = path.strip_prefix(["s"].as_slice()).unwrap_or(&path) else { return None };
    Some(format!("https://t.me/{}/{}?embed=1", id(channel)?, number(post)?))
}

fn soundcloud(parts: &Parts) -> Option<String> {
    let sound = match (parts.host.as_str(), parts.path().as_slice()) {
        ("w.soundcloud.com", ["player"]) => parts.value("url")?.to_owned(),
        ("w.soundcloud.com", _) => return None,
        (_, [artist, rest @ ..]) if !rest.is_empty() => {
            encoded(&format!("https://soundcloud.com/{}/{}", artist, rest.join("/")))
        }
        _ => return None,
    };
    Some(format!("https://w.soundcloud.com/player/?url={sound}"))
}

fn spotify(parts: &Parts) -> Option<String> {
    let path = parts.path();
    let path = path.strip_prefix(["embed"].as_slice()).unwrap_or(&path);
    let path = if path.first().is_some_and(|part| part.starts_with("intl-")) { &path[1..] } else { path };
    match path {
        [kind @ ("track" | "album" | "artist" | "playlist" | "show" | "episode"), item] => {
            Some(format!("https://open.spotify.com/embed/{kind}/{}", id(item)?))
        }
        _ => None,
    }
}

/// Maps are framed by the address that their "share" menus give; others are pages that no frame may hold.
fn map(parts: &Parts) -> Option<String> {
    let (_, query) = parts.whole.split_once('?')?;
    match (parts.host.as_str(), parts.path().as_slice()) {
        ("openstreetmap.org", ["export", "embed.html"]) => {
            Some(format!("https://www.openstreetmap.org/export/embed.html?{query}"))
        }
        ("google.com", ["maps", "embed"]) => Some(format!("https://www.google.com/maps/embed?{query}")),
        ("google.com", ["maps", "embed", "v1", kind]) => {
            Some(format!("https://www.google.com/maps/embed/v1/{}?{query}", id(kind)?))
        }
        ("google.com", ["maps", "d", "embed" | "viewer"] | ["maps", "d", "u", _, "embed"]) => {
            Some(format!("https://www.google.com/maps/d/embed?{query}"))
        }
        ("google.com" | "maps.google.com", ["maps"]) | ("maps.google.com", [])
            if parts.value("output") == Some("embed") =>
        {
            // Where `maps.google.com` leads on to; a policy asks about the whole way.
            Some(format!("https://www.google.com/maps?{query}"))
        }
        _ => None,
    }
}

#[cfg(test)]
#[path = "embed_tests.rs"]
mod tests;

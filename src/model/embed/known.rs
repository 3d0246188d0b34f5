//! The providers that are known, and how each addresses its frames.

use super::{Parts, Shape, Verb};

/// A provider, the hosts it is known by, and how its frames are addressed.
pub(super) struct Known {
    pub name: &'static str,
    pub verb: Verb,
    pub hosts: &'static [&'static str],
    pub shape: Shape,
    pub frame: fn(&Parts) -> Option<String>,
}

/// What Google's maps are called, whose host has other things too.
pub(super) const GOOGLE_MAPS: &str = "Google Maps";

/// The same for Yandex.
pub(super) const YANDEX_MAPS: &str = "Yandex Maps";

/// The providers that are known.
pub(super) const KNOWN: &[Known] = &[
    Known {
        name: "YouTube",
        verb: Verb::Watch,
        hosts: &["youtube.com", "m.youtube.com", "youtu.be", "youtube-nocookie.com"],
        shape: Shape::Wide,
        frame: youtube,
    },
    Known {
        name: "Vimeo",
        verb: Verb::Watch,
        hosts: &["vimeo.com", "player.vimeo.com"],
        shape: Shape::Wide,
        frame: vimeo,
    },
    Known {
        name: "X",
        verb: Verb::Open,
        hosts: &["x.com", "twitter.com", "mobile.twitter.com", "platform.twitter.com"],
        shape: Shape::Post,
        frame: x,
    },
    Known {
        name: "Instagram",
        verb: Verb::Open,
        hosts: &["instagram.com"],
        shape: Shape::Post,
        frame: instagram,
    },
    Known {
        name: "TikTok",
        verb: Verb::Watch,
        hosts: &["tiktok.com", "m.tiktok.com"],
        shape: Shape::Tall,
        frame: tiktok,
    },
    Known {
        name: "Facebook",
        verb: Verb::Open,
        hosts: &["facebook.com", "m.facebook.com"],
        shape: Shape::Post,
        frame: facebook,
    },
    Known {
        name: "Telegram",
        verb: Verb::Open,
        hosts: &["t.me", "telegram.me"],
        shape: Shape::Post,
        frame: telegram,
    },
    Known {
        name: "SoundCloud",
        verb: Verb::Listen,
        hosts: &["soundcloud.com", "w.soundcloud.com", "m.soundcloud.com"],
        shape: Shape::Sound,
        frame: soundcloud,
    },
    Known {
        name: "Spotify",
        verb: Verb::Listen,
        hosts: &["open.spotify.com"],
        shape: Shape::Sound,
        frame: spotify,
    },
    Known {
        name: GOOGLE_MAPS,
        verb: Verb::Open,
        hosts: &["google.com", "maps.google.com"],
        shape: Shape::Map,
        frame: map,
    },
    Known {
        name: "OpenStreetMap",
        verb: Verb::Open,
        hosts: &["openstreetmap.org"],
        shape: Shape::Map,
        frame: map,
    },
    Known {
        name: YANDEX_MAPS,
        verb: Verb::Open,
        hosts: &["yandex.kz", "yandex.ru", "yandex.com"],
        shape: Shape::Map,
        frame: map,
    },
];

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
        ("yandex.kz" | "yandex.ru" | "yandex.com", ["map-widget", "v1"]) => {
            Some(format!("https://{}/map-widget/v1/?{query}", parts.host))
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

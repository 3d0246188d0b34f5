//! From what a frame holds back to the page that its provider made for readers.

use super::{Address, Frame};
use crate::model::site_path::percent_decode;

/// How addresses of frames begin, and those of their pages. Where the latter is empty, the frame's names the page in its query.
const PAGES: &[(&str, &str)] = &[
    ("www.youtube-nocookie.com/embed/videoseries?", "www.youtube.com/playlist?"),
    ("www.youtube-nocookie.com/embed/", "www.youtube.com/watch?v="),
    ("player.vimeo.com/video/", "vimeo.com/"),
    ("platform.twitter.com/embed/Tweet.html?dnt=true&id=", "x.com/i/status/"),
    ("www.instagram.com/", "www.instagram.com/"),
    ("www.facebook.com/plugins/post.php?show_text=true&href=", ""),
    ("www.facebook.com/plugins/video.php?show_text=true&href=", ""),
    ("t.me/", "t.me/"),
    ("w.soundcloud.com/player/?url=", ""),
    ("open.spotify.com/embed/", "open.spotify.com/"),
];

/// What only addresses for frames have in them.
const MARKS: &[&str] = &["embed", "player", "/plugins/"];

/// What frames have at the end of their addresses, and pages have otherwise.
const ENDS: &[(&str, &str)] =
    &[("?start=", "&t="), ("?dnt=1&h=", "/"), ("?dnt=1", ""), ("?embed=1", ""), ("/embed/", "/")];

/// The page for readers of what is at `address`, where that is an address for frames; `None` where it is a page itself, or
/// nobody knows of one.
pub fn page_of(address: &Address) -> Option<Address> {
    let frame = Frame::of(address, &[])?;
    let frame = frame.address.strip_prefix("https://")?;
    // An address of a page stays as it is written.
    MARKS.iter().find(|mark| address.as_str().contains(**mark))?;
    let (rest, page) = PAGES.iter().find_map(|(start, page)| Some((frame.strip_prefix(start)?, page)))?;
    if page.is_empty() {
        let page = percent_decode(rest);
        // A page of the same provider's, and none of what only its machines read.
        return Address::parse(&page).ok().filter(|page| Frame::of(page, &[]).is_some());
    }
    let rest = ENDS.iter().fold(rest.to_owned(), |rest, (from, to)| rest.replace(from, to));
    Address::parse(&format!("https://{page}{rest}")).ok()
}

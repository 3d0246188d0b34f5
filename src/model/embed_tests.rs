//! Which addresses become frames, and which do not.

use super::*;

fn frame(address: &str) -> Option<String> {
    let allowed = ["maps.example".to_owned(), "www.charts.example".to_owned()];
    Some(Frame::of(&Address::parse(address).ok()?, &allowed)?.address)
}

/// Frames, and the addresses that become each.
const FRAMES: &[(&str, &[&str])] = &[
    (
        "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ",
        &[
            "https://www.youtube.com/watch?v=aqz-KE-bpKQ&feature=share",
            "http://m.youtube.com/watch?app=desktop&v=aqz-KE-bpKQ",
            "https://youtu.be/aqz-KE-bpKQ?si=abc",
            "//www.youtube.com/embed/aqz-KE-bpKQ?rel=0&autoplay=1",
            "https://www.youtube.com/shorts/aqz-KE-bpKQ",
            "https://WWW.YouTube-nocookie.com/embed/aqz-KE-bpKQ",
        ],
    ),
    ("https://www.youtube-nocookie.com/embed/abc?start=90", &["https://youtu.be/abc?t=90s"]),
    (
        "https://www.youtube-nocookie.com/embed/videoseries?list=PL1",
        &["https://youtube.com/playlist?list=PL1", "https://youtube.com/embed/videoseries?list=PL1"],
    ),
    (
        "https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e",
        &["https://vimeo.com/76979871/8272103f6e", "https://player.vimeo.com/video/76979871?h=8272103f6e"],
    ),
    ("https://player.vimeo.com/video/7?dnt=1", &["https://vimeo.com/channels/staffpicks/7"]),
    (
        "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20",
        &["https://twitter.com/jack/status/20?s=20", "https://x.com/jack/status/20/photo/1"],
    ),
    ("https://www.instagram.com/reel/Cx_1-a/embed/", &["https://www.instagram.com/desk/reel/Cx_1-a/?hl=kk"]),
    (
        "https://www.tiktok.com/embed/v2/71",
        &["https://www.tiktok.com/@desk/video/71", "https://www.tiktok.com/embed/71"],
    ),
    (
        "https://www.facebook.com/plugins/video.php?show_text=true&href=https%3A%2F%2Fwww.facebook.com%2Fdesk%2Fvideos%2F7",
        &[
            "https://www.facebook.com/desk/videos/7",
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fdesk%2Fvideos%2F7&width=500",
        ],
    ),
    (
        "https://www.facebook.com/plugins/post.php?show_text=true&href=https%3A%2F%2Fwww.facebook.com%2Fstory.php%3Fstory_fbid=pfbid7%26id=1",
        &["https://www.facebook.com/story.php?story_fbid=pfbid7&id=1"],
    ),
    (
        "https://www.facebook.com/plugins/post.php?show_text=true&href=https%3A%2F%2Fm.facebook.com%2Fdesk%2Fposts%2Fpfbid7",
        &["https://m.facebook.com/desk/posts/pfbid7"],
    ),
    (
        "https://www.facebook.com/plugins/video.php?show_text=true&href=https%3A%2F%2Ffacebook.com%2Fwatch%2F%3Fv=7",
        &["https://facebook.com/watch/?v=7"],
    ),
    ("https://t.me/desk/12?embed=1", &["https://t.me/desk/12", "https://t.me/s/desk/12"]),
    (
        "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb",
        &[
            "https://soundcloud.com/a/b?in=x",
            "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb&color=f50",
        ],
    ),
    (
        "https://open.spotify.com/embed/track/4u",
        &["https://open.spotify.com/intl-de/track/4u?si=1", "https://open.spotify.com/embed/track/4u"],
    ),
    (
        "https://www.openstreetmap.org/export/embed.html?bbox=76.8%2C43.2%2C77%2C43.3&layer=mapnik",
        &["https://openstreetmap.org/export/embed.html?bbox=76.8%2C43.2%2C77%2C43.3&layer=mapnik"],
    ),
    (
        "https://yandex.kz/map-widget/v1/?ll=76.9%2C43.2&z=12",
        &["https://yandex.kz/map-widget/v1/?ll=76.9%2C43.2&z=12"],
    ),
    ("https://www.google.com/maps/embed?pb=!1m1!2d76", &["https://www.google.com/maps/embed?pb=!1m1!2d76"]),
    (
        "https://www.google.com/maps?q=Almaty&output=embed",
        &[
            "https://maps.google.com/?q=Almaty&output=embed",
            "https://maps.google.com/maps?q=Almaty&output=embed",
            "https://www.google.com/maps?q=Almaty&output=embed",
        ],
    ),
    (
        "https://maps.example/almaty?zoom=3",
        &["http://maps.example/almaty?zoom=3", "https://www.maps.example/almaty?zoom=3"],
    ),
    ("https://charts.example/7", &["https://charts.example/7#here"]),
];

#[test]
fn pages_short_links_and_embeds_of_one_thing_are_one_frame() {
    for (expected, addresses) in FRAMES {
        for address in *addresses {
            let found = frame(address).map(|found| found.replace("www.maps.example", "maps.example"));
            assert_eq!(found.as_deref(), Some(*expected), "{address}");
        }
    }
}

#[test]
fn what_has_no_frame_stays_a_link() {
    for address in [
        "https://video.example/7",
        "https://www.youtube.com/@channel",
        "https://youtube.com.evil.example/watch?v=abc",
        "https://evil.example/youtube.com/watch?v=abc",
        "https://www.youtube.com@evil.example/watch?v=abc",
        "https://www.youtube.com:8443/watch?v=abc",
        "https://maps.example:8443/a",
        "https://sub.maps.example/a",
        "https://youtube.com\\@maps.example/a",
        "https://youtu.be/a%22b",
        "https://t.me/desk",
        "https://soundcloud.com/a",
        "https://www.facebook.com/desk",
        "https://www.facebook.com/desk/about",
        "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fdesk.example",
        "https://www.facebook.com/login.php?next=https%3A%2F%2Fwww.facebook.com%2Fdesk%2Fposts%2F7",
        "https://www.facebook.com/watch/",
        "https://www.google.com/maps/place/Almaty",
        "https://www.google.com/?q=Almaty&output=embed",
        "/media/opening.mp4",
        "mailto:desk@youtube.com",
    ] {
        assert_eq!(frame(address), None, "{address}");
    }
}

#[test]
fn a_frame_names_its_provider_and_its_origin() {
    let of = |address: &str| {
        let frame = Frame::of(&Address::parse(address).expect("an address"), &["maps.example".to_owned()]);
        frame.map(|frame| (frame.provider.clone(), frame.origin().to_owned()))
    };
    let pair = |one: &str, other: &str| Some((one.to_owned(), other.to_owned()));
    assert_eq!(of("https://youtu.be/abc"), pair("YouTube", "https://www.youtube-nocookie.com"));
    assert_eq!(
        of("https://www.openstreetmap.org/export/embed.html?bbox=1"),
        pair("OpenStreetMap", "https://www.openstreetmap.org")
    );
    assert_eq!(of("https://maps.example"), pair("maps.example", "https://maps.example"));
}

#[test]
fn a_link_has_the_name_that_the_frame_has() {
    let of = |address: &str| provider_of(&Address::parse(address).expect("an address"));
    assert_eq!(of("https://m.youtube.com/@desk"), Some(("YouTube", Verb::Watch)));
    assert_eq!(of("https://telegram.me/desk"), Some(("Telegram", Verb::Open)));
    assert_eq!(of("https://yandex.kz/maps/162/almaty/"), Some(("Yandex Maps", Verb::Open)));
    assert_eq!(of("https://yandex.kz/search/?text=/map"), None, "it has other things, too");
    assert_eq!(of("https://www.google.com/maps/place/Almaty"), Some(("Google Maps", Verb::Open)));
    assert_eq!(of("https://maps.google.com/?q=Almaty"), Some(("Google Maps", Verb::Open)));
    assert_eq!(of("https://docs.google.com/forms/7"), None);
    assert_eq!(of("https://notyoutube.com/"), None);
}

#[test]
fn what_is_framed_has_a_page_for_readers() {
    let page = |address: &str| {
        page_of(&Address::parse(address).expect("an address")).map(|page| page.as_str().to_owned())
    };
    for (address, expected) in [
        ("//www.youtube.com/embed/aqz-KE-bpKQ?rel=0", "https://www.youtube.com/watch?v=aqz-KE-bpKQ"),
        ("https://www.youtube-nocookie.com/embed/abc?start=90", "https://www.youtube.com/watch?v=abc&t=90"),
        ("https://youtube.com/embed/videoseries?list=PL1", "https://www.youtube.com/playlist?list=PL1"),
        ("https://player.vimeo.com/video/7", "https://vimeo.com/7"),
        ("https://player.vimeo.com/video/76979871?h=8272103f6e", "https://vimeo.com/76979871/8272103f6e"),
        ("https://platform.twitter.com/embed/Tweet.html?id=20", "https://x.com/i/status/20"),
        ("https://www.instagram.com/reel/Cx_1-a/embed/", "https://www.instagram.com/reel/Cx_1-a/"),
        (
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fdesk%2Fvideos%2F7",
            "https://www.facebook.com/desk/videos/7",
        ),
        ("https://t.me/desk/12?embed=1", "https://t.me/desk/12"),
        (
            "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb&color=f50",
            "https://soundcloud.com/a/b",
        ),
        ("https://open.spotify.com/embed/track/4u?theme=0", "https://open.spotify.com/track/4u"),
    ] {
        assert_eq!(page(address).as_deref(), Some(expected), "{address}");
    }
    for address in [
        "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
        "https://youtu.be/abc?t=90s",
        "https://x.com/jack/status/20",
        // What only the provider's machines read.
        "https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F7",
        "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fevil.example%2Fdesk%2Fposts%2F7",
        "https://www.openstreetmap.org/export/embed.html?bbox=1",
        "https://maps.example/embed/",
    ] {
        assert_eq!(page(address), None, "{address}");
    }
}

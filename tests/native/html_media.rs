//! Films, sounds and files in markup, natively.

use crate::documents::DOCUMENTS;
use broadsheet::model::{Block, Frame, Inline, MediaKind, one_line, plain_text, plain_text_of_blocks};
use broadsheet::source::html::read_blocks;
use broadsheet::source::ninjs::read_article;
use serde_json::json;

fn blocks(markup: &str) -> Vec<Block> {
    read_blocks(markup, &mut |_| None)
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Inline::Text(text.to_owned())])
}

#[test]
fn films_and_sounds_keep_their_files_their_words_and_what_is_said() {
    let found = blocks(
        "<figure class='wp-block-video'><video controls poster='/media/a.jpg' width='1280' height='720' title='The opening'>\
         <source src='/media/a.webm' type='video/webm'><source src='javascript:alert(1)'><source src='https://cdn.example/a.mp4'>\
         <track kind='captions' srclang='kk' label='Қазақша' src='/media/a.vtt'><track kind='metadata' src='/media/b.vtt'>\
         </video><figcaption>The bridge opens. <cite>© Dana Omarova</cite></figcaption></figure>\
         <details data-transcript><summary>What is said</summary><p>Welcome.</p></details>\
         <audio src='//sound.example/b.mp3'></audio><p>After.</p>",
    );
    let [Block::Media(film), Block::Media(sound), after] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(film.kind, MediaKind::Video);
    assert_eq!((film.title.as_str(), film.credit.as_str()), ("The opening", "© Dana Omarova"));
    assert_eq!(plain_text(&film.caption), "The bridge opens.");
    assert_eq!(film.transcript, [paragraph("Welcome.")]);
    let addresses: Vec<&str> = film.addresses().map(|address| address.as_str()).collect();
    assert_eq!(addresses, ["/media/a.webm", "https://cdn.example/a.mp4", "/media/a.vtt", "/media/a.jpg"]);
    assert_eq!(film.sources[0].kind, "video/webm");
    assert_eq!((film.tracks[0].kind, film.size), ("captions", Some((1280, 720))));
    assert_eq!((sound.kind, sound.transcript.len()), (MediaKind::Audio, 0));
    assert_eq!(after, &paragraph("After."));
}

#[test]
fn a_poster_comes_from_where_the_film_is() {
    for (source, poster, kept) in [
        ("https://cdn.example/a.mp4", "https://cdn.example/a.jpg", true),
        ("/media/a.mp4", "/media/a.jpg", true),
        ("/media/a.mp4", "https://cdn.example/a.jpg", false),
        ("/media/a.mp4", "data:image/png,x", false),
    ] {
        let found = blocks(&format!("<video src='{source}' poster='{poster}'></video>"));
        let [Block::Media(film)] = found.as_slice() else { panic!("{found:#?}") };
        assert_eq!(film.poster.is_some(), kept, "{poster}");
    }
    // Without a file that a page may load its words stay.
    assert_eq!(blocks("<video src='javascript:x'>Words.</video>"), [paragraph("Words.")]);
}

#[test]
fn the_cards_of_files_are_files() {
    let found = blocks(
        "<div class='wp-block-file' data-size='340 kB'><a href='/media/plan.pdf'>The plan</a>\
         <a href='/media/plan.pdf' class='wp-block-file__button' download>Download</a></div>\
         <div class='kg-card kg-file-card'><a class='kg-file-card-container' href='https://files.example/t.xlsx' title='Download' download>\
         <div class='kg-file-card-contents'><div class='kg-file-card-title'>The table</div><div class='kg-file-card-caption'>By year</div>\
         <div class='kg-file-card-metadata'><div class='kg-file-card-filename'>t.xlsx</div><div class='kg-file-card-filesize'>1.2 MB</div></div></div></a></div>\
         <div class='wp-block-file'><a href='javascript:x'>No file</a></div>",
    );
    let [Block::File(plan), Block::File(table), rest] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((plan.name.as_str(), plan.size), ("The plan", Some(340_000)));
    assert_eq!(
        (table.name.as_str(), table.note.as_str(), table.size),
        ("The table", "By year", Some(1_200_000))
    );
    assert_eq!(rest, &paragraph("No file"));
}

#[test]
fn films_and_sounds_that_belong_to_an_article_are_played_or_asked_about() {
    let item = |kind: &str, address: &str| {
        json!({
            "type": kind, "name": kind, "headlines": [{ "role": "main", "value": "The opening" }],
            "renditions": [{ "name": "main", "href": address, "contentType": format!("{kind}/mp4") }],
            "descriptions": [{ "role": "caption", "value": "The bridge opens." },
                { "role": "creditline", "language": "ru", "value": "© Гавань" }],
        })
    };
    let document = json!({
        "uri": "urn:harbour:opening", "type": "text", "language": "en",
        "headlines": [{ "role": "main", "value": "The bridge" }],
        "bodies": [{ "role": "main", "contentType": "text/html", "value": "<p>Words.</p>" }],
        "associations": [item("video", "/media/a.mp4"), item("audio", "/media/b.mp3"),
            item("video", "https://www.youtube.com/watch?v=aqz-KE-bpKQ")],
        "x": { "url": "/harbour/opening/" },
    });
    let article = read_article(&document.to_string()).expect("an article").value;
    let [_, Block::Media(film), Block::Media(sound), Block::Embed { .. }] = article.body.as_slice() else {
        panic!("{:#?}", article.body)
    };
    assert_eq!((film.kind, film.title.as_str()), (MediaKind::Video, "The opening"));
    assert_eq!(plain_text(&film.caption), "The bridge opens.");
    assert_eq!(film.credit, "© Гавань");
    assert_eq!(film.credit_tongue.language.as_ref().map(ToString::to_string).as_deref(), Some("ru"));
    assert_eq!((sound.kind, sound.sources[0].address.as_str()), (MediaKind::Audio, "/media/b.mp3"));
}

#[test]
fn an_associated_film_has_its_captions_its_picture_and_what_is_said_of_it() {
    let document = json!({
        "uri": "urn:harbour:opening", "type": "text", "language": "en",
        "headlines": [{ "role": "main", "value": "The bridge" }],
        "bodies": [{ "role": "main", "contentType": "text/html", "value": "<p>Words.</p>" }],
        "associations": [{
            "type": "video", "name": "film", "headlines": [{ "role": "main", "value": "The opening" }],
            "descriptions": [{ "role": "caption", "value": "The bridge opens." }, { "role": "creditline", "value": "Dana Omarova" }],
            "renditions": [
                { "name": "elsewhere", "href": "https://agency.example/a.webp", "contentType": "image/webp" },
                { "name": "original", "href": "/media/a.mov", "contentType": "video/quicktime" },
                { "name": "still", "href": "/media/a.webp", "contentType": "image/webp", "width": 640, "height": 360 },
                { "name": "small", "href": "/media/a.webm", "contentType": "video/webm", "width": 1280, "height": 720 },
                { "name": "other", "href": "/media/a.mp4", "contentType": "video/mp4" },
                { "name": "captions", "href": "/media/a.vtt", "contentType": "text/vtt", "title": "English" }
            ]
        }],
        "x": { "url": "/harbour/opening/" },
    });
    let article = read_article(&document.to_string()).expect("an article").value;
    let [_, Block::Media(film)] = article.body.as_slice() else { panic!("{:#?}", article.body) };
    let sources: Vec<(&str, &str)> =
        film.sources.iter().map(|source| (source.address.as_str(), source.kind.as_str())).collect();
    assert_eq!(sources, [("/media/a.webm", "video/webm"), ("/media/a.mp4", "video/mp4")]);
    assert_eq!(
        (film.size, film.poster.as_ref().map(|poster| poster.as_str())),
        (Some((1280, 720)), Some("/media/a.webp"))
    );
    assert_eq!(
        (plain_text(&film.caption).as_str(), film.credit.as_str()),
        ("The bridge opens.", "Dana Omarova")
    );
    let [track] = film.tracks.as_slice() else { panic!("{:#?}", film.tracks) };
    assert_eq!(
        (track.kind, track.label.as_str(), track.address.as_str()),
        ("captions", "English", "/media/a.vtt")
    );
    assert_eq!(track.language.as_ref().map(ToString::to_string).as_deref(), Some("en"));
}

#[test]
fn an_article_that_is_a_film_does_not_say_its_lead_twice() {
    let film = |description: &str| {
        let document = json!({
            "uri": "urn:harbour:film", "type": "video", "language": "en",
            "headlines": [{ "role": "main", "value": "The bridge" }],
            "descriptions": [{ "role": description, "value": "It opens." }],
            "renditions": [{ "name": "main", "href": "/media/a.mp4", "contentType": "video/mp4" }],
            "by": "Dana Omarova", "x": { "url": "/harbour/film/" },
        });
        let article = read_article(&document.to_string()).expect("an article").value;
        let [Block::Media(film)] = article.body.as_slice() else { panic!("{:#?}", article.body) };
        (plain_text(&film.caption), film.credit.clone())
    };
    assert_eq!(film("summary"), (String::new(), String::new()));
    assert_eq!(film("caption"), ("It opens.".to_owned(), String::new()));
}

#[test]
fn a_film_is_one_by_its_type_whatever_its_address_ends_with() {
    for (kind, address, content_type, is_played) in [
        ("video", "https://cdn.example/assets/7", "video/mp4", true),
        ("video", "/media/film?format=webm", "video/webm; codecs=\"vp9\"", true),
        ("audio", "https://cdn.example/assets/8", "audio/mpeg", true),
        ("audio", "/media/speech.mp3", "audio/x-unheard-of", true),
        ("video", "https://cdn.example/assets/9", "video/quicktime", false),
        ("video", "/media/film.mpg", "video/mpeg", false),
        ("audio", "/media/live.m3u8", "audio/x-mpegurl", false),
        ("video", "https://www.youtube.com/watch?v=aqz-KE-bpKQ", "video/mp4", false),
    ] {
        let document = json!({
            "uri": "urn:harbour:opening", "type": "text", "language": "en",
            "headlines": [{ "role": "main", "value": "The bridge" }],
            "associations": [{ "type": kind, "name": "it",
                "renditions": [{ "name": "main", "href": address, "contentType": content_type }] }],
            "x": { "url": "/harbour/opening/" },
        });
        let article = read_article(&document.to_string()).expect("an article").value;
        let found = matches!(article.body.as_slice(), [Block::Media(_)]);
        assert_eq!(found, is_played, "{address}, {content_type}: {:?}", article.body);
    }
}

#[test]
fn an_object_without_a_title_is_called_what_it_says() {
    let title = |markup: &str| match blocks(markup).as_slice() {
        [Block::Embed { title, .. }] => title.clone(),
        other => panic!("{markup}: {other:?}"),
    };
    assert_eq!(title("<object data=/x.pdf>The <b>plan</b>\n of the quay</object>"), "The plan of the quay");
    assert_eq!(title("<object data=/x.pdf title=Plan>Words.</object>"), "Plan");
    assert_eq!(title("<object data=/media/x.pdf> </object>"), "x.pdf");
    // What is in a frame is for browsers that know none, and no markup.
    assert_eq!(title("<iframe src=/widgets/chart.html>Your <b>browser</b></iframe>"), "chart.html");
}

/// The embeds of some blocks, in whatever they stand: where they are, and the words they bring along.
fn embeds(blocks: &[Block]) -> Vec<(String, String)> {
    let found = blocks.iter().flat_map(|block| match block {
        Block::Embed { address, words, .. } => {
            vec![(address.to_string(), one_line(&plain_text_of_blocks(words)))]
        }
        Block::List { items, .. } => items.iter().flat_map(|item| embeds(&item.content)).collect(),
        _ => Vec::new(),
    });
    found.collect()
}

#[test]
fn the_codes_of_posts_are_embeds_with_the_words_they_hold() {
    let document = DOCUMENTS.iter().find(|(name, _)| *name == "posts").expect("a document").1;
    let blocks = blocks(document);
    let found = embeds(&blocks);
    let found: Vec<(&str, &str)> = found.iter().map(|(at, words)| (at.as_str(), words.as_str())).collect();
    let expected = [
        (
            "https://twitter.com/dana/status/20?ref_src=twsrc%5Etfw",
            "The bridge is open. pic.twitter.com/abc — Dana Omarova (@dana) March 21, 2026",
        ),
        ("https://x.com/dana/status/21", "It swings. Watch"),
        (
            "https://www.instagram.com/p/C0ffee/?utm_source=ig_embed",
            "View this post on Instagram A post shared by The Harbour (@harbour)",
        ),
        ("https://www.instagram.com/reel/Bee/", "A reel"),
        ("https://www.tiktok.com/@harbour/video/7123", "@harbour Opening day"),
        ("https://www.facebook.com/harbour/posts/77", "We are open. Posted by The Harbour"),
        ("https://www.facebook.com/harbour/videos/78/", ""),
        ("https://t.me/harbour/123", ""),
        // No frame can be made of it: it is a link.
        ("https://t.me/javascript:alert(1)", ""),
        ("https://twitter.com/dana/status/22", "Words. 22"),
        ("https://twitter.com/dana/status/23", "More words. 23"),
    ];
    assert_eq!(found, expected);
    let framed = blocks
        .iter()
        .filter(|block| matches!(block, Block::Embed { address, .. } if Frame::of(address, &[]).is_some()));
    assert_eq!(framed.count(), 9);
    let quotes: Vec<String> = blocks
        .iter()
        .filter(|block| matches!(block, Block::Quote { .. }))
        .map(|block| one_line(&plain_text_of_blocks(std::slice::from_ref(block))))
        .collect();
    assert_eq!(quotes, ["A tweet without its address.", "Not theirs."], "what names no post stays a quote");
}

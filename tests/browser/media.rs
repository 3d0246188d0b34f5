//! Films, sounds and files of the newsroom's own.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::steps::{tab_to, until};
use crate::support::{Content, Device, Fallback, Page, Site, in_browser, newsroom};

const FILM: &str = "/films/opening/";

fn site() -> Site {
    let body = "<p>Before.</p><figure><video poster='/media/opening.svg' width='1280' height='720' title='The opening'>\
        <source src='/media/opening.mp4' type='video/mp4'><track kind='captions' srclang='en' label='English' src='/media/opening.vtt'>\
        </video><figcaption>The bridge opens. <cite>©Desk</cite></figcaption></figure>\
        <details data-transcript><summary>Said</summary><p>Welcome to the bridge.</p></details>\
        <audio src='/media/horn.mp3'></audio>\
        <div class='wp-block-file' data-size='340 kB'><a href='/media/plan.pdf'>The plan</a></div>\
        <p>All of it is in <a href='/media/table.xlsx'>the table</a>.</p>";
    let mut article = newsroom::article("en", FILM, "The opening of the bridge", "2026-10-05T09:00:00+05:00");
    article["bodies"] = json!([{ "role": "main", "contentType": "text/html", "value": body }]);
    let empty = b"";
    Content::new(&newsroom::settings())
        .file("media/opening.svg", newsroom::DRAWING.as_bytes())
        .file("media/opening.mp4", empty)
        .file("media/opening.vtt", b"WEBVTT\n")
        .file("media/horn.mp3", empty)
        .file("media/plan.pdf", empty)
        .file("media/table.xlsx", empty)
        .article(&article)
        .serve(Fallback::NotFoundPage)
}

fn open(page: &Page, site: &Site) {
    page.open(&site.url(FILM));
    page.wait_for_heading("The opening of the bridge");
    page.wait_for("video");
}

#[test]
fn nothing_but_the_poster_loads_before_the_reader_begins() {
    let site = site();
    in_browser(Device::Phone, |page| {
        open(page, &site);
        page.run("document.querySelector('video').scrollIntoView()", Vec::new());
        page.wait("for the poster", || site.paths().contains(&"/media/opening.svg".to_owned()));
        let paths = site.paths();
        for file in ["/media/opening.mp4", "/media/opening.vtt", "/media/horn.mp3"] {
            assert!(!paths.contains(&file.to_owned()), "{file} was asked for");
        }
        assert_eq!(page.attribute("video", "controls").as_deref(), Some(""));
        assert_eq!(page.attribute("video", "aria-label").as_deref(), Some("The opening"));
        assert_eq!(page.text(".media .caption"), "Caption: The bridge opens.");
        assert_eq!(page.text(".media .credit"), "Credit: ©Desk");
        assert_eq!(page.value("document.querySelector('video').textTracks[0].kind"), json!("captions"));
        let shape = page
            .value("(it => it.width / it.height)(document.querySelector('video').getBoundingClientRect())");
        let shape = shape.as_f64().unwrap_or_default();
        assert!((shape - 16.0 / 9.0).abs() < 0.02, "its place is {shape}");
    });
}

#[test]
fn what_does_not_play_is_a_link_to_the_file() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        open(page, &site);
        assert_eq!(page.attribute("video", "crossorigin"), None, "its captions are from here");
        assert_eq!(page.count(".media-failed"), 0);
        // The file is empty.
        let load = "const it = document.querySelector('video'); it.preload = 'auto'; it.load()";
        page.run(load, Vec::new());
        page.wait_for(".media-failed");
        let link = ".media:has(video) [role=status] a[href='/media/opening.mp4']";
        assert_eq!(page.text(link), "This does not play here. Open the file (MP4)");
        assert_eq!(page.count(".media-failed"), 1, "the sound has not been tried");
    });
}

#[test]
fn captions_of_another_host_are_asked_for_openly() {
    let film = |film: &str, captions: &str| {
        format!("<video src='{film}'><track kind='captions' src='{captions}'></video>")
    };
    let body = [
        film("https://cdn.example/a.mp4", "https://cdn.example/a.vtt"),
        film("/media/a.mp4", "https://cdn.example/a.vtt"),
        film("https://films.example/a.mp4", "https://cdn.example/a.vtt"),
    ];
    let mut article = newsroom::article("en", FILM, "Films", "2026-10-05T09:00:00+05:00");
    article["bodies"] = json!([{ "role": "main", "contentType": "text/html", "value": body.concat() }]);
    let site = Content::new(&newsroom::settings())
        .file("media/a.mp4", b"")
        .article(&article)
        .serve(Fallback::NotFoundPage);
    in_browser(Device::Desktop, |page| {
        page.open(&site.url(FILM));
        let asked = page.value("[...document.querySelectorAll('video')].map(it => it.crossOrigin)");
        assert_eq!(asked, json!(["anonymous", "anonymous", null]), "a third host may not answer");
    });
}

#[test]
fn what_is_said_unfolds_by_the_keyboard() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        open(page, &site);
        let seen = "document.querySelector('.transcript p').checkVisibility()";
        assert_eq!(page.value(seen), json!(false));
        tab_to(page, "it.innerText === 'Transcript'");
        page.press(Key::Enter);
        until(page, seen);
        assert_eq!(page.text(".transcript p"), "Welcome to the bridge.");
    });
}

#[test]
fn links_to_files_say_what_they_are() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        open(page, &site);
        assert_eq!(page.text(".file"), "The plan (PDF) 340 kB");
        assert_eq!(page.text("a[href='/media/table.xlsx']"), "the table (XLSX)");
        let policy =
            page.attribute("meta[http-equiv='Content-Security-Policy']", "content").unwrap_or_default();
        assert!(policy.contains("media-src 'self' https:;"), "{policy}");
        assert!(!policy.contains("frame-src"), "nothing is embedded: {policy}");
        assert_eq!(page.value("performance.getEntriesByType('resource').filter(it => new URL(it.name).origin !== location.origin)"), Value::Array(Vec::new()));
    });
}

#[test]
fn the_demo_newsroom_has_a_sound_a_film_with_captions_a_file_a_former_address_and_an_imprint() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        for (edition, headline, caption, imprint) in [
            ("/", "The dune that sings", "[Wind over dry sand]", "Imprint"),
            ("/ru/", "Бархан, который поёт", "[Ветер над сухим песком]", "Выходные данные"),
            ("/kk/", "Айғайқұм неге ән салады", "[Құрғақ құм үстіндегі жел]", "Шығарылым деректері"),
        ] {
            page.visit(&site.url(&format!("{edition}science/singing-sand/")));
            page.wait_for_heading(headline);
            page.wait_for_program();
            assert_eq!(page.path(), format!("{edition}science/the-dune-that-sings/"));
            let load = "document.querySelectorAll('audio, video').forEach(it => { it.preload = 'auto'; it.load(); }); \
                document.querySelector('video').textTracks[0].mode = 'showing'";
            page.run(load, Vec::new());
            until(
                page,
                "[...document.querySelectorAll('audio, video')].every(it => it.readyState >= 2 && it.duration > 1)",
            );
            let cues = "Array.from(document.querySelector('video').textTracks[0].cues, it => it.text)";
            until(page, &format!("{cues}.length === 4"));
            assert_eq!(page.value(&format!("{cues}[0]")), json!(caption));
            assert_eq!(page.count(".transcript"), 2);
            assert!(page.text(".file").ends_with("(WAV) 128 kB") || edition != "/", "{}", page.text(".file"));
            page.click_named(imprint);
            page.wait_for_heading(imprint);
            assert_eq!(page.count("main time"), 0);
        }
    });
}

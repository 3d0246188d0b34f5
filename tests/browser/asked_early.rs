//! In which order a first visit asks for what it shows and for the program.

use serde_json::{Value, json};

use crate::comfort::{PATH, before_each_page, pier};
use crate::pressed::program;
use crate::support::newsroom::{DRAWING, settings};
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

const ARTICLE: &str = "/learn/politics/kazakhstan-mexico-embassy/";

/// The document of the article that the tests write themselves.
const DOCUMENT: &str = "/learn/pier/article.json";

/// Goes to a path and does not wait for anything there: the driver would wait for a picture that is held. So a page of no
/// words goes there by itself, when the driver waits for it no more.
fn set_out_for(page: &Page, site: &Site, path: &str) {
    page.expect_in_console("favicon.ico");
    site.answer("/gate/", Answer::status(200));
    site.answer("/gate/open/", Answer::held());
    page.visit(&site.url("/gate/"));
    let script = "const [path] = arguments; fetch('/gate/open/').then(() => location.assign(path))";
    page.run(script, vec![json!(path)]);
    site.answer("/gate/open/", Answer::json("{}"));
}

fn has_asked(site: &Site, path: &str) -> bool {
    site.paths().iter().any(|asked| asked == path)
}

/// The files of the picture above an article: those that its page asks for before all else.
fn lead_pictures(site: &Site, article: &str) -> Vec<String> {
    let page = site.read(&format!("{}index.html", article.trim_start_matches('/')));
    let (_, files) = page.split_once(" imagesrcset=\"").expect("a picture that is asked for early");
    let (files, _) = files.split_once('"').expect("its end");
    files.split(", ").filter_map(|file| Some(file.split_once(' ')?.0.to_owned())).collect()
}

/// Asks for `/begun/` some ways to the host and back after the page's start has begun. By then it would have asked for
/// whatever it does not wait with.
const TELL_OF_BEGINNING: &str = "document.addEventListener('load', async event => {
        if (!event.target.matches?.('script[src]')) return;
        for (let times = 0; times < 8; times += 1) await fetch(`/favicon.svg?${times}`);
        fetch('/begun/');
    }, true);";

#[test]
fn the_program_is_asked_for_after_the_picture_has_come() {
    let (site, program) = (Site::demo(), program());
    let pictures = lead_pictures(&site, ARTICLE);
    pictures.iter().for_each(|picture| site.answer(picture, Answer::held()));
    site.answer("/begun/", Answer::json("{}"));
    in_browser(Device::Phone, |page| {
        before_each_page(page, TELL_OF_BEGINNING);
        set_out_for(page, &site, ARTICLE);
        page.wait("for the picture to be asked for", || pictures.iter().any(|file| has_asked(&site, file)));
        page.wait("for the page's start", || has_asked(&site, "/begun/"));
        assert!(!has_asked(&site, &program), "the picture shares the line: {:?}", site.paths());
        pictures.iter().for_each(|picture| site.restore(picture));
        page.wait("for the program to be asked for", || has_asked(&site, &program));
        page.wait_for_program();
    });
}

/// Has the browser keep the program from beginning, however much of it has come.
const NEVER_BEGINS: &str =
    "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => new Promise(() => {});";

/// A picture that goes with an article, in these renditions.
fn picture(name: &str, renditions: &Value) -> Value {
    json!({ "name": name, "type": "picture", "renditions": renditions })
}

/// A site that has no finished pages, with one article and these pictures; every picture's file is there.
fn unfinished(associations: &Value, body: &str) -> Site {
    let mut article = pier(body);
    article["associations"] = associations.clone();
    let files = ["rope", "pier-480", "pier-square", "pier-1920"];
    let content = files.iter().fold(Content::new(&settings()), |content, file| {
        content.file(&format!("media/{file}.svg"), DRAWING.as_bytes())
    });
    let site = content.article(&article).serve(Fallback::Pages);
    site.hold_pages_back();
    site
}

/// Whether an answer from an address with these words has come, as an expression.
fn has_come(words: &str) -> String {
    format!("performance.getEntriesByType('resource').some(entry => entry.name.includes('{words}'))")
}

/// Opens the article with a program that comes late and does not begin; gives the pictures that were asked for.
fn asked_before_the_program_begins(associations: &Value, body: &str) -> Vec<String> {
    let (site, program) = (unfinished(associations, body), program());
    site.answer(&program, Answer::held());
    let pictures =
        || -> Vec<String> { site.paths().into_iter().filter(|path| path.starts_with("/media/")).collect() };
    in_browser(Device::Phone, |page| {
        before_each_page(page, NEVER_BEGINS);
        page.visit(&site.url(PATH));
        page.wait("for the program to be asked for", || has_asked(&site, &program));
        page.wait_until(&has_come(DOCUMENT));
        assert_eq!(pictures(), [""; 0], "the program has the line to itself until most of it is there");
        site.restore(&program);
        page.wait("for the picture to be asked for", || !pictures().is_empty());
        page.wait_until(&has_come("/media/"));
        assert_eq!(page.count("main h1"), 0, "the program has begun");
    });
    pictures()
}

#[test]
fn the_lead_picture_alone_is_asked_for_while_the_program_is_on_its_way() {
    let lead = json!([{ "href": "/media/pier-480.svg", "width": 480, "height": 320 }]);
    let rope = json!([{ "href": "/media/rope.svg", "width": 1200, "height": 800 }]);
    let associations = json!([picture("inline", &rope), picture("lead", &lead)]);
    let body = "<p>Text.</p><figure><img data-assoc-ref='inline'></figure>";
    assert_eq!(asked_before_the_program_begins(&associations, body), ["/media/pier-480.svg"]);
}

#[test]
fn a_rendition_of_another_crop_is_no_candidate_while_the_program_is_on_its_way() {
    // The square would fit this screen best.
    let renditions = json!([
        { "href": "/media/pier-480.svg", "width": 480, "height": 320 },
        { "href": "/media/pier-square.svg", "width": 800, "height": 800 },
        { "href": "/media/pier-1920.svg", "width": 1920, "height": 1280 }
    ]);
    let associations = json!([picture("lead", &renditions)]);
    assert_eq!(asked_before_the_program_begins(&associations, "<p>Text.</p>"), ["/media/pier-1920.svg"]);
}

/// Has a page ask early for a picture that nothing shows.
const UNUSED: &str = "addEventListener('DOMContentLoaded', () => {
        const link = document.createElement('link');
        Object.assign(link, { rel: 'preload', as: 'image', href: '/media/nobody-shows-this.svg' });
        document.head.append(link);
    });";

#[test]
fn what_a_page_asks_for_early_is_used() {
    let site = Site::demo();
    site.answer("/media/nobody-shows-this.svg", Answer::new(200, "image/svg+xml", DRAWING));
    for (device, path) in [(Device::Desktop, "/"), (Device::Phone, ARTICLE)] {
        in_browser(device, |page| {
            // The browser tells of all such at the same time, of this one too.
            before_each_page(page, UNUSED);
            page.open(&site.url(path));
            let said = || page.console().into_iter().map(|(_, message)| message);
            let is_told =
                |message: &String| message.contains("nobody-shows-this") && message.contains("preload");
            page.wait("for the browser to tell", || said().any(|message| is_told(&message)));
            let others: Vec<String> = said().filter(|message| !is_told(message)).collect();
            assert!(others.is_empty(), "{path}: {others:#?}");
        });
    }
}

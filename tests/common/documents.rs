//! Documents in HTML, of our own words, that both parsers must read to the same blocks.

/// A name for each document, and the document.
pub const DOCUMENTS: &[(&str, &str)] = &[
    ("every kind of block", include_str!("../fixtures/markup/every-kind.html")),
    ("films and files", include_str!("../fixtures/markup/films-and-files.html")),
    ("posts", include_str!("../fixtures/markup/posts.html")),
    ("a word processor's markup", include_str!("../fixtures/markup/word-processor.html")),
    ("broken markup", include_str!("../fixtures/markup/broken.html")),
    ("galleries and captions", include_str!("../fixtures/markup/galleries.html")),
    ("what was written by hand", include_str!("../fixtures/markup/by-hand.html")),
    ("quotes", include_str!("../fixtures/markup/quotes.html")),
    ("what must not come through", include_str!("../fixtures/markup/hostile.html")),
    ("names that stand in the DOM's way", include_str!("../fixtures/markup/clobbering.html")),
    ("a style in a formula", "<p>a <math><style>x</style><mi>b</mi></math> c</p>"),
    ("nothing", ""),
    ("white space", " \n\t&nbsp; "),
    ("text alone", "Only words.\n\nAnd more words."),
];

/// The bodies in HTML in an answer of a content management system: `content.rendered`, and `html`.
// The DOM tests use this only when the corpus is compiled in.
#[cfg(any(not(target_arch = "wasm32"), feature = "corpus"))]
pub fn bodies_in(value: &serde_json::Value, bodies: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (name, member) in members {
                match member.as_str() {
                    Some(text) if matches!(name.as_str(), "rendered" | "html") && text.contains('<') => {
                        bodies.push(text.to_owned());
                    }
                    _ => bodies_in(member, bodies),
                }
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| bodies_in(item, bodies)),
        _ => {}
    }
}

/// The payloads in a module that lists attacks, one a line.
// The DOM tests use this only when the corpus is compiled in.
#[cfg(any(not(target_arch = "wasm32"), feature = "corpus"))]
pub fn payloads_in(module: &str) -> Vec<String> {
    let lines = module.lines().filter_map(|line| line.trim().strip_prefix("\"payload\":"));
    lines.filter_map(|line| serde_json::from_str(line.trim().trim_end_matches(',')).ok()).collect()
}

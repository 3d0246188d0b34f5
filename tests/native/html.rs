//! From markup to blocks, natively.

use crate::check::{assert_safe, contents};
use crate::corpus::{corpus, json_files};
use crate::documents::DOCUMENTS;
use broadsheet::model::{Block, Inline, Picture, plain_text, plain_text_of_blocks};
use broadsheet::source::html::{read_blocks, read_inlines, text_to_blocks};

pub fn blocks(markup: &str) -> Vec<Block> {
    read_blocks(markup, &mut |_| None)
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Inline::Text(text.to_owned())])
}

pub fn document(name: &str) -> &'static str {
    DOCUMENTS.iter().find(|(other, _)| *other == name).map(|(_, markup)| *markup).expect("a document")
}

#[test]
fn every_kind_of_block_is_made() {
    let found = blocks(document("every kind of block"));
    let kinds: Vec<&str> = found
        .iter()
        .map(|block| match block {
            Block::Paragraph(_) => "paragraph",
            Block::Heading { .. } => "heading",
            Block::List { .. } => "list",
            Block::Definitions(_) => "definitions",
            Block::Quote { .. } => "quote",
            Block::PullQuote { .. } => "pull quote",
            Block::Table { .. } => "table",
            Block::Figure(_) => "figure",
            Block::Gallery { .. } => "gallery",
            Block::Rule => "rule",
            Block::Preformatted(_) => "preformatted",
            Block::Embed { .. } => "embed",
            Block::Media(_) => "media",
            Block::File(_) => "file",
            Block::Aside { .. } => "aside",
            Block::Passage { .. } => "passage",
        })
        .collect();
    let expected = "paragraph heading heading figure list definitions quote pull_quote table figure rule \
        preformatted paragraph paragraph passage embed media aside aside paragraph paragraph paragraph";
    let expected: Vec<String> = expected.split_whitespace().map(|kind| kind.replace('_', " ")).collect();
    assert_eq!(kinds, expected);
    let Block::Figure(figure) = &found[9] else { panic!("a figure") };
    assert_eq!(plain_text(&figure.picture.caption), "Пирс.");
    assert_eq!(figure.picture.credit, "© Dana Omarova");
    assert_eq!(figure.picture.caption_tongue.lang().as_deref(), Some("ru"));
    assert_eq!(figure.picture.credit_tongue.lang().as_deref(), Some("en"));
    assert_eq!(figure.picture.renditions[0].size, Some((320, 200)));
    let Block::Table { caption, head, body } = &found[8] else { panic!("a table") };
    assert_eq!((plain_text(caption).as_str(), head.len(), body.len()), ("Ferries a day", 1, 2));
    assert_eq!(body[0].0[0].rows, 100);
    assert!(matches!(&found[4], Block::List { ordered: true, start: 4, items } if items.len() == 2));
}

#[test]
fn a_word_processors_markup_becomes_plain_paragraphs() {
    let found = blocks(document("a word processor's markup"));
    let text = plain_text_of_blocks(&found);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines,
        [
            "The harbour",
            "Bold and slanted",
            "Plain",
            "One line",
            "Another paragraph with a break",
            "Space kept once",
            "Indented\u{a0}by hand",
            "A heading in a cell",
            "And words.",
            "",
            "Beside the picture",
        ]
    );
}

#[test]
fn broken_markup_loses_no_words() {
    let text = plain_text_of_blocks(&blocks(document("broken markup")));
    for words in [
        "both",
        "Unclosed",
        "tail",
        "stray",
        "Inner",
        "fostered",
        "inner",
        "two",
        "Nested",
        "stray item",
        "after the end",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    for dropped in ["drawn", "dropped", "cdata", "echo"] {
        assert!(!text.contains(dropped), "{dropped} in {text}");
    }
}

#[test]
fn galleries_of_every_tool_are_galleries() {
    let found = blocks(document("galleries and captions"));
    let sizes: Vec<usize> = found
        .iter()
        .filter_map(|block| match block {
            Block::Gallery { figures, .. } => Some(figures.len()),
            _ => None,
        })
        .collect();
    assert_eq!(sizes, [2, 3, 2, 2]);
    let Block::Gallery { figures, caption } = &found[0] else { panic!("a gallery") };
    assert_eq!(plain_text(caption), "Two boats");
    assert_eq!(figures[0].link.as_ref().map(|link| link.as_str()), Some("/media/a.html"));
    assert_eq!(figures[0].file(), None, "a page is no picture");
    let Block::Gallery { figures, .. } = &found[2] else { panic!("a gallery") };
    assert_eq!(figures[0].file().map(|file| file.as_str()), Some("/f.png"));
    let late =
        found.iter().filter(|block| matches!(block, Block::Figure(figure) if figure.picture.alt == "late"));
    assert_eq!(late.count(), 1, "the picture in the noscript element is the same one");
    assert!(
        found.iter().any(|block| matches!(block, Block::Embed { title, .. } if title == "video.example"))
    );
}

#[test]
fn a_credit_beside_the_picture_is_its_credit() {
    let found = blocks(document("galleries and captions"));
    let credits: Vec<(&str, String)> = found
        .iter()
        .filter_map(|block| match block {
            Block::Figure(figure) if !figure.picture.credit.is_empty() => {
                Some((figure.picture.credit.as_str(), plain_text(&figure.picture.caption)))
            }
            _ => None,
        })
        .collect();
    let told = ["Photo: Timur Bekov", "Dana Omarova", "Timur Bekov, The Bell"];
    assert_eq!(
        credits,
        told.into_iter().zip(["A boat", "The pier", ""].map(str::to_owned)).collect::<Vec<_>>()
    );
    let words = plain_text_of_blocks(&found);
    assert!(words.contains("Words beside"), "{words}");
    let quoted = found.iter().find_map(|block| match block {
        Block::Quote { source, .. } => Some(plain_text(source)),
        _ => None,
    });
    assert_eq!(quoted.as_deref(), Some("A captain"));
}

#[test]
fn an_empty_row_stays_where_a_cell_of_a_row_above_goes_on_in_it() {
    let found = blocks(document("galleries and captions"));
    let Some(Block::Table { head, body, .. }) = found.last() else { panic!("a table") };
    let cells: Vec<usize> = head.iter().chain(body).map(|row| row.0.len()).collect();
    assert_eq!(cells, [2, 2, 1, 0, 2], "the row with nothing below the tall cell is left out");
}

#[test]
fn a_picture_of_the_article_is_found_by_name() {
    let mut asked = Vec::new();
    let found = read_blocks(
        "<p>One<img data-assoc-ref=' flag '>two</p><img data-assoc-ref=x alt=Lost>",
        &mut |name| {
            asked.push(name.to_owned());
            let picture = Picture {
                credit: "©".to_owned(),
                caption: read_inlines("A <b>flag</b>"),
                ..Picture::default()
            };
            (name == "flag").then_some(picture)
        },
    );
    assert_eq!(asked, ["flag", "x"]);
    assert_eq!(found[0], paragraph("One"));
    assert!(matches!(&found[1], Block::Figure(figure) if figure.picture.credit == "©"));
    assert_eq!(found[2..], [paragraph("two"), paragraph("Lost")]);
}

#[test]
fn nothing_hostile_comes_through_and_the_words_stay() {
    let found = contents(&blocks(document("what must not come through")));
    assert_safe(&found, "the hostile document");
    let everything = format!("{}{:?}", found.words, found.addresses);
    assert!(!everything.contains("MARKER"), "{everything}");
    for words in
        ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"]
    {
        assert!(found.words.contains(words), "{words} in {}", found.words);
    }
}

#[test]
fn structure_is_kept_to_a_bounded_depth_and_words_to_any() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<b>", "</b>"),
        ("<ul><li>", "</ul>"),
        ("<blockquote>", ""),
        ("<table><tr><td>", ""),
        ("<span lang=kk>", ""),
    ] {
        let markup = format!("{}word{}", open.repeat(3000), close.repeat(3000));
        let found = contents(&blocks(&markup));
        assert!(found.words.contains("word"), "{open}");
        assert!(found.depth <= 140, "{open} is {} deep", found.depth);
    }
}

#[test]
fn a_long_address_around_many_words_does_not_grow_without_bound() {
    let markup = format!("<a href='/{}'>{}</a>", "x".repeat(200_000), "w<hr>".repeat(20_000));
    let found = contents(&blocks(&markup));
    assert_eq!(found.words.len(), 20_000);
    assert!(found.addresses.iter().map(String::len).sum::<usize>() < 64 * 1024 * 1024);
}

#[test]
fn short_texts_are_read_as_one_line() {
    assert_eq!(plain_text(&read_inlines("<p>A</p><p>b &amp; c</p>")), "A b & c");
    assert_eq!(read_inlines("  plain \n text "), [Inline::Text("plain text".to_owned())]);
    assert_eq!(read_inlines("&nbsp;<br>"), []);
}

#[test]
fn paragraphs_of_a_plain_text_are_parted_by_blank_lines_where_it_has_any() {
    assert_eq!(text_to_blocks("One.\r\nTwo\nThree \u{2028}\n"), ["One.", "Two", "Three"].map(paragraph));
    assert_eq!(
        text_to_blocks("\n\nOne is\r\nlonger.\r\n \t\r\n\r\nTwo\ntoo\n\n"),
        ["One is longer.", "Two too"].map(paragraph)
    );
    assert_eq!(text_to_blocks(" \n\n "), []);
}

#[test]
fn all_attack_payloads_leave_only_allowed_addresses() {
    let Some(folder) = corpus("xss") else { return };
    let module = std::fs::read_to_string(folder.join("dompurify_expect.mjs")).expect("the payloads");
    let payloads = crate::documents::payloads_in(&module);
    assert_eq!(payloads.len(), 223);
    for payload in &payloads {
        let found = blocks(payload);
        let found = contents(&found);
        assert_safe(&found, payload);
        assert!(found.depth <= 140);
        // Script text that is text to a parser too (in an attribute, a textarea) may be read as words,
        // but never that of a script element that stands by itself.
        if let Some(body) = payload.strip_prefix("<script>").and_then(|rest| rest.strip_suffix("</script>")) {
            assert!(body.is_empty() || !found.words.contains(body), "{payload}");
        }
    }
}

#[test]
fn bodies_of_real_sites_read_to_blocks_with_their_words() {
    let mut count = 0;
    for folder in ["wordpress", "ghost"] {
        let Some(folder) = corpus(folder) else { return };
        for path in json_files(&folder) {
            let Ok(json) = std::fs::read_to_string(&path) else { continue };
            let Ok(value) = serde_json::from_str::<serde_json::Value>(&json) else { continue };
            let mut bodies = Vec::new();
            crate::documents::bodies_in(&value, &mut bodies);
            for body in bodies {
                assert_safe(&contents(&blocks(&body)), &body);
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn names_that_stand_in_the_way_of_the_dom_hide_no_words() {
    let found = contents(&blocks(document("names that stand in the DOM's way")));
    for words in ["Бірінші", "Second", "Third", "Fourth"] {
        assert!(found.words.contains(words), "{words} in {}", found.words);
    }
}

//! From markup to blocks, natively: whose words they are, in which language, and in which order.

use crate::html::{blocks, document};
use broadsheet::model::{Block, Inline, plain_text, plain_text_of_blocks};

#[test]
fn a_quote_keeps_its_source_whole_and_the_titles_in_its_words() {
    let quote = |markup: &str| match blocks(markup).as_slice() {
        [Block::Quote { content, source, .. } | Block::PullQuote { content, source }] => {
            (plain_text_of_blocks(content).trim().to_owned(), plain_text(source))
        }
        other => panic!("{markup}: {other:?}"),
    };
    let said = |words: &str, source: &str| (words.to_owned(), source.to_owned());
    let figure = |caption: &str| {
        format!("<figure><blockquote><p>One.</p></blockquote><figcaption>{caption}</figcaption></figure>")
    };
    for (caption, source) in [
        ("Someone famous in <cite>Source Title</cite>", "Someone famous in Source Title"),
        ("<cite>Lev Tolstoy</cite>, writer", "Lev Tolstoy, writer"),
        ("<cite>Lev Tolstoy</cite> (1828–1910)", "Lev Tolstoy (1828–1910)"),
        ("<p>Lev Tolstoy, <cite>War and Peace</cite></p>", "Lev Tolstoy, War and Peace"),
    ] {
        assert_eq!(quote(&figure(caption)), said("One.", source));
    }
    let huxley = figure("Aldous Huxley, <cite>Brave New World</cite>");
    assert_eq!(quote(&huxley), said("One.", "Aldous Huxley, Brave New World"));
    assert_eq!(quote(&figure("<cite>Brave New World</cite>")), said("One.", "Brave New World"));
    assert_eq!(
        quote("<blockquote>In <cite>War and Peace</cite> he wrote this.</blockquote>"),
        said("In War and Peace he wrote this.", "")
    );
    assert_eq!(
        quote("<blockquote><p>One.</p><cite>Lev Tolstoy</cite> <!-- --></blockquote>"),
        said("One.", "Lev Tolstoy")
    );
}

#[test]
fn a_cite_is_a_source_where_the_words_do_not_go_on() {
    let quotes = blocks(document("quotes"));
    let said: Vec<(String, String)> = quotes
        .iter()
        .map(|block| match block {
            Block::Quote { content, source, .. } => {
                (plain_text_of_blocks(content).trim().replace('\n', " / "), plain_text(source))
            }
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        ("One.", "Jane Doe The Harbour"),
        ("Two.", "Jane Doe"),
        ("Three.", "Jane Doe"),
        ("Four.", "Jane Doe"),
        ("Five.", "Jane Doe The Harbour"),
        ("Six.", "Jane Doe"),
        ("I read Emma, Persuasion and more.", ""),
        ("I read Emma. Then I slept.", ""),
        ("Emma is a book.", ""),
        ("Seven. / Jane Doe, writer", ""),
    ];
    assert_eq!(said, expected.map(|(words, source)| (words.to_owned(), source.to_owned())));
}

#[test]
fn entries_keep_the_numbers_that_the_newsroom_gave_them() {
    let numbers = |markup: &str| match blocks(markup).as_slice() {
        [Block::List { start, items, .. }] => {
            (*start, items.iter().map(|item| item.number).collect::<Vec<_>>())
        }
        other => panic!("{markup}: {other:?}"),
    };
    assert_eq!(numbers("<ol><li>a<li value=7>b<li>c</ol>"), (1, vec![None, Some(7), None]));
    assert_eq!(numbers("<ol reversed><li>a<li>b<li>c</ol>"), (1, vec![Some(3), Some(2), Some(1)]));
    assert_eq!(numbers("<ol reversed start=10><li>a<li value=5>b<li>c</ol>").1, [Some(10), Some(5), Some(4)]);
    assert_eq!(numbers("<ol><li value=x>a</ol>").1, [None]);
}

#[test]
fn a_caption_keeps_its_language_whatever_it_stands_under() {
    let in_russian = |line: &[Inline]| matches!(line, [Inline::Passage { tongue, .. }] if tongue.lang().as_deref() == Some("ru"));
    let figure =
        |inner: &str| blocks(&format!("<figure>{inner}<figcaption lang=ru>Подпись</figcaption></figure>"));
    let table = figure("<table><tr><td>1</table>");
    assert!(matches!(table.as_slice(), [Block::Table { caption, .. }] if in_russian(caption)), "{table:?}");
    let gallery = figure("<img src=/1.png><img src=/2.png>");
    assert!(
        matches!(gallery.as_slice(), [Block::Gallery { caption, .. }] if in_russian(caption)),
        "{gallery:?}"
    );
    let quote = figure("<blockquote>One.</blockquote>");
    assert!(matches!(quote.as_slice(), [Block::Quote { source, .. }] if in_russian(source)), "{quote:?}");
}

/// What a pull quote says, and whose words it is.
fn pull_quote(block: &Block) -> (String, String) {
    match block {
        Block::PullQuote { content, source } => {
            (plain_text_of_blocks(content).trim().to_owned(), plain_text(source))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_pull_quote_is_one_whatever_element_it_is() {
    let said = |words: &str, source: &str| (words.to_owned(), source.to_owned());
    for markup in [
        "<p class='pullquote'>One <em>two</em>.</p>",
        "<h3 class='big wp-pullquote'>One <em>two</em>.</h3>",
        "<div class='pullquote'>One <em>two</em>.</div>",
        "<blockquote class='pullquote'>One <em>two</em>.</blockquote>",
    ] {
        let found = blocks(&format!("<p>Before.</p>{markup}<p>After.</p>"));
        assert_eq!(found.len(), 3, "{markup}: {found:?}");
        assert_eq!(pull_quote(&found[1]), said("One two.", ""), "{markup}");
    }
    let found = blocks("<p class=pullquote>One.<br><cite>Dana Omarova</cite></p><p class='lead'>Two.</p>");
    assert_eq!(pull_quote(&found[0]), said("One.", "Dana Omarova"));
    assert!(matches!(found[1], Block::Paragraph(_)), "{found:?}");
    // It has words of its own or is none.
    assert_eq!(blocks("<p class=pullquote> </p>"), []);
    // Themes name the parts of one after it.
    for within in [
        "<blockquote class=pullquote><p class=pullquote__text>One.</p><footer>Dana</footer></blockquote>",
        "<figure class=wp-block-pullquote><blockquote><p class=pullquote-text>One.</p><cite>Dana</cite></blockquote></figure>",
    ] {
        let found = blocks(within);
        let [Block::PullQuote { content, source }] = found.as_slice() else { panic!("{within}: {found:?}") };
        assert!(matches!(content.as_slice(), [Block::Paragraph(_)]), "{within}: {found:?}");
        assert_eq!(plain_text(source), "Dana", "{within}");
    }
}

#[test]
fn the_dash_before_a_source_is_left_to_the_style() {
    let source = |markup: &str| match blocks(markup).as_slice() {
        [Block::Quote { source, .. } | Block::PullQuote { source, .. }] => plain_text(source),
        other => panic!("{markup}: {other:?}"),
    };
    for dash in ["— ", "–\u{a0}", "- ", "― ", "&mdash;", " —\n", "-- "] {
        let name = format!("{dash}Jean-Luc – and others");
        for markup in [
            format!("<blockquote><p>One.</p><footer>{name}</footer></blockquote>"),
            format!("<blockquote class=pullquote><p>One.</p><p><cite>{name}</cite></p></blockquote>"),
            format!("<figure><blockquote>One.</blockquote><figcaption>{name}</figcaption></figure>"),
            format!("<figure><blockquote>One.</blockquote><figcaption lang=ru>{name}</figcaption></figure>"),
        ] {
            assert_eq!(source(&markup), "Jean-Luc – and others", "{markup}");
        }
    }
    let linked = "<blockquote>One.<footer>— <a href=/dana/>Dana</a>, mayor</footer></blockquote>";
    assert_eq!(source(linked), "Dana, mayor");
    assert_eq!(source("<blockquote>One.<footer>—</footer></blockquote>"), "");
}

/// The links in some lines, each with its words; panics where one stands in another.
fn links(content: &[Inline], in_link: bool, found: &mut Vec<(String, String)>) {
    for inline in content {
        let is_link = match inline {
            Inline::Link { address, content } => {
                assert!(!in_link, "a link within a link: {inline:?}");
                found.push((address.to_string(), plain_text(content)));
                true
            }
            _ => in_link,
        };
        links(inline.content(), is_link, found);
    }
}

#[test]
fn no_link_stands_in_another() {
    let links_of = |markup: &str| {
        let mut found = Vec::new();
        for block in blocks(markup) {
            match &block {
                Block::Paragraph(content) => links(content, false, &mut found),
                Block::Table { head, body, .. } => {
                    let cells = head.iter().chain(body).flat_map(|row| &row.0);
                    cells.for_each(|cell| links(&cell.content, false, &mut found));
                }
                other => panic!("{markup}: {other:?}"),
            }
        }
        found
    };
    let expected = |links: &[(&str, &str)]| -> Vec<(String, String)> {
        links.iter().map(|(at, words)| ((*at).to_owned(), (*words).to_owned())).collect()
    };
    // The inner one counts for its words, as in a browser, and the outer one for those around it.
    assert_eq!(
        links_of("<p><a href=/1>a <marquee><b><a href=/2>b <i>c</i></a></b> d</marquee> e</a></p>"),
        expected(&[("/1", "a "), ("/2", "b c"), ("/1", " d e")])
    );
    assert_eq!(
        links_of("<a href=/1><table><tr><td>a<td><a href=/2>b</a><tr><td>c<td>d</table></a>"),
        expected(&[("/1", "a"), ("/2", "b"), ("/1", "c"), ("/1", "d")])
    );
}

#[test]
fn what_is_hidden_is_not_read() {
    for (markup, words) in [
        ("<p>Seen.</p><p hidden>Not <b>seen</b>.</p>", "Seen."),
        ("<p>Seen <span hidden=''>not seen </span>again.</p>", "Seen again."),
        ("<ul><li>One<li HIDDEN>Two</ul>", "One"),
        ("<table><tr><td>One<tr hidden><td>Two</table>", "One"),
        ("<figure><img src=/a.png><figcaption>One</figcaption><p hidden>Two</p></figure>", "One"),
        ("<blockquote>One<footer hidden>Two</footer></blockquote>", "One"),
        (
            "<figure><img src=/a.png><figcaption>One <span class=credit hidden>Two</span></figcaption></figure>",
            "One",
        ),
        (
            "<figure><img src=/a.png><figcaption>One</figcaption><span class=byline hidden>Two</span></figure>",
            "One",
        ),
        ("<figure><img src=/a.png><p class=wp-caption-text hidden>Two</p></figure><p>One</p>", "One"),
        // A browser shows this when somebody looks for it, and a page of ours has nothing to look with.
        ("<p hidden=until-found>Found.</p>", "Found."),
    ] {
        let found = plain_text_of_blocks(&blocks(markup));
        assert_eq!(found.split_whitespace().collect::<Vec<_>>().join(" "), words, "{markup}");
    }
    let quote = blocks("<blockquote><p>One.</p><cite>Dana</cite><span hidden>x</span></blockquote>");
    assert!(
        matches!(quote.as_slice(), [Block::Quote { source, .. }] if plain_text(source) == "Dana"),
        "what is hidden goes on with no line: {quote:?}"
    );
    assert_eq!(blocks("<img hidden src=/a.png><iframe hidden src='https://a.example/'></iframe>"), []);
}

#[test]
fn what_gauges_and_results_say_in_words_stays() {
    let found = blocks(
        "<p><meter value=0.6>six tenths</meter>, <progress value=70 max=100>70 %</progress>, \
         <output>13</output>, <data value=9>nine</data>, <time datetime=2026-05-01>1 May</time></p>",
    );
    assert_eq!(plain_text_of_blocks(&found).trim(), "six tenths, 70 %, 13, nine, 1 May");
}

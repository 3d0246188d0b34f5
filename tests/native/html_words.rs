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

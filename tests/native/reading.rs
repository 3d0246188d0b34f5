//! What there is to say about reading an article: minutes, parts, places of corrections, and what changed.

use broadsheet::model::{Article, Language};
use broadsheet::reading::{Change, Changes, Sums, contents, minutes, parts, place_of};
use broadsheet::source::ninjs::read_article;

fn article(language: &str, html: &str) -> Article {
    let document = serde_json::json!({
        "uri": "urn:test:1",
        "language": language,
        "headlines": [{"value": "The bridge opens"}],
        "bodies": [{"contentType": "text/html", "value": html}],
    });
    read_article(&document.to_string()).expect("a document of ours").value
}

fn minutes_of(language: &str, words: usize) -> u64 {
    let article = article(language, &format!("<p>{}</p>", "слово — ".repeat(words)));
    minutes(&article, &article.body, &Language::english())
}

#[test]
fn minutes_are_whole_and_by_language_and_dashes_are_no_words() {
    assert_eq!([1, 220, 221, 2_200].map(|words| minutes_of("en", words)), [1, 1, 2, 10]);
    assert_eq!([180, 181].map(|words| minutes_of("ru-KZ", words)), [1, 2]);
    assert_eq!([160, 161].map(|words| minutes_of("kk", words)), [1, 2]);
    assert_eq!([140, 141].map(|words| minutes_of("ar", words)), [1, 2]);
    let empty = article("en", "");
    assert_eq!(minutes(&empty, &empty.body, &Language::english()), 1);
}

#[test]
fn each_heading_has_an_identifier_of_its_own() {
    let html = "<h2>In <b>numbers</b></h2><p>Text.</p><h3>In numbers</h3><h2>Білім</h2><h2>…</h2>";
    let parts = parts(&article("en", html).body);
    let ids: Vec<&str> = parts.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(ids, ["part-in-numbers", "part-in-numbers-2", "part-білім", "part-"]);
    assert_eq!(parts.iter().map(|part| part.block).collect::<Vec<_>>(), [0, 2, 3, 4]);
}

#[test]
fn the_parts_of_long_articles_with_several_are_listed() {
    let three = parts(&article("en", "<h2>One</h2><h3>Within</h3><h2>Two</h2><h2>Three</h2>").body);
    let listed = |minutes| contents(&three, minutes).iter().map(|part| part.name.clone()).collect::<Vec<_>>();
    assert_eq!(listed(4), ["One", "Two", "Three"]);
    assert_eq!(listed(3), [""; 0]);
    assert!(contents(&parts(&article("en", "<h2>One</h2><h2>Two</h2>").body), 20).is_empty());
}

#[test]
fn a_correction_finds_its_words_whatever_their_dress() {
    let body =
        article("en", "<p>First.</p><ul><li>Ore</li></ul><p>The  <em>Volga</em> brings\nless.</p>").body;
    assert_eq!(place_of("The Volga brings", &body), Some(2));
    assert_eq!(place_of("Ore", &body), Some(1));
    for none in ["The Ural brings", "", " "] {
        assert_eq!(place_of(none, &body), None, "{none}");
    }
}

fn changes(before: &str, after: &str) -> Changes {
    let sums = |html| Sums::of(&article("en", html));
    Changes::between(&sums(before), &sums(after))
}

#[test]
fn blocks_are_new_or_changed_or_the_same() {
    let marks = |before: &str, after: &str| {
        let mark = |change: Option<Change>| match change {
            None => '=',
            Some(Change::New) => '+',
            Some(Change::Changed) => '~',
        };
        let changes = changes(before, after);
        changes.blocks.into_iter().map(mark).collect::<String>()
    };
    let before = "<p>One.</p><p>Two.</p><h2>Three</h2><p>Four.</p>";
    assert_eq!(marks(before, before), "====");
    assert_eq!(marks(before, "<p>Zero.</p><p>One.</p><p>Two.</p><h2>Three</h2><p>Four.</p>"), "+====");
    assert_eq!(marks(before, "<p>One.</p><p>Two, or so.</p><h2>Three</h2><p>Four.</p><p>Five.</p>"), "=~==+");
    assert_eq!(marks(before, "<p>One.</p><p>Four.</p>"), "==");
    assert_eq!(marks(before, "<p>One.</p><p>2.</p><p>2½.</p><h2>Three</h2>"), "=~+=");
    assert_eq!(marks("", "<p>One.</p><p>One.</p>"), "++");
}

#[test]
fn what_was_taken_out_is_told_and_what_was_replaced_is_not() {
    let before = "<p>One.</p><p>Two.</p><h2>Three</h2><p>Four.</p>";
    for (after, removed) in [
        (before, false),
        ("<p>One.</p><h2>Three</h2><p>Four.</p>", true),
        ("<p>One.</p><p>Two.</p>", true),
        ("<p>Zero.</p><h2>Three</h2><p>Four.</p>", true),
        ("<p>One.</p><p>2.</p><h2>Three</h2><p>Four.</p>", false),
        ("<p>One.</p><p>2.</p><p>2½.</p><h2>Three</h2><p>Four.</p>", false),
    ] {
        assert_eq!(changes(before, after).removed, removed, "{after}");
    }
}

#[test]
fn another_dress_is_no_change_and_headlines_and_lead_are_told_apart() {
    let told = |change: fn(&mut Article)| {
        let before = article("en", "<p>The <em>Volga</em>  brings less.</p>");
        let mut after = article("en", "<p>The Volga brings less.</p>");
        change(&mut after);
        let changes = Changes::between(&Sums::of(&before), &Sums::of(&after));
        (changes.headline, changes.lead, changes.are_none())
    };
    assert_eq!(told(|_| {}), (false, false, true));
    assert_eq!(told(|article| article.summary.headline.push('!')), (true, false, false));
    assert_eq!(told(|article| article.subtitle = Some("At last".to_owned())), (true, false, false));
    assert_eq!(told(|article| article.summary.lead = Some("A lead.".to_owned())), (false, true, false));
}

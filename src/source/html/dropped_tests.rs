//! What of markup is told to those who write it.

use super::*;

fn quotes(markup: &str) -> Vec<String> {
    dropped(markup).into_iter().map(|dropped| dropped.quote).collect()
}

#[test]
fn what_goes_is_quoted_as_it_is_written() {
    assert_eq!(
        quotes("<p>a</p><SCRIPT src='x>y'>if (a<b) <i></SCRIPT><style>p{}</style>"),
        ["<SCRIPT src='x>y'>", "<style>"]
    );
    assert_eq!(
        quotes("<p onclick = \"go(1)\">a <a href='javascript:x' title=b>b</a>"),
        ["onclick = \"go(1)\"", "href='javascript:x'"]
    );
    assert_eq!(
        quotes("<input name=a> <svg><title>b</title></svg><button>c</button>"),
        ["<input name=a>", "<svg>", "<button>"]
    );
}

#[test]
fn an_apostrophe_in_a_bare_value_hides_nothing() {
    assert_eq!(
        quotes("<p title=don't>a</p><script>b</script><p title=x'y onclick=z>"),
        ["<script>", "onclick=z"]
    );
    assert_eq!(quotes("<p don't = 'a>b' onclick='c'>"), ["onclick='c'"]);
}

#[test]
fn each_piece_has_its_own_place_and_none_is_forgotten() {
    let markup = "<p ә onclick=a>x</p><script></script>".repeat(30);
    let dropped = dropped(&markup);
    assert_eq!(dropped.len(), 60);
    for (number, piece) in dropped.iter().enumerate() {
        assert_eq!(markup.get(piece.part.clone()), Some(["onclick=a", "<script>"][number % 2]));
        assert_eq!(piece.part.start / (markup.len() / 30), number / 2);
    }
}

#[test]
fn what_only_changes_a_look_is_told_from_what_changes_a_meaning() {
    let kinds = |markup: &str| -> Vec<DroppedKind> {
        dropped(markup).into_iter().map(|dropped| dropped.kind).collect()
    };
    assert_eq!(
        kinds("<font color=red>a</font><p style='color:red'>b</p>"),
        [DroppedKind::Look, DroppedKind::Look]
    );
    assert_eq!(
        kinds("<math><mi>x</mi></math><form action=/a>b</form>"),
        [DroppedKind::Meaning, DroppedKind::Meaning]
    );
    assert_eq!(kinds("<span style='font-weight: bold; FONT-STYLE:italic;'>a</span>"), []);
    assert_eq!(kinds("<img srcset='javascript:1 2x'>"), [DroppedKind::Address("javascript".to_owned())]);
}

#[test]
fn what_is_hidden_is_told_with_its_tag() {
    let markup = "<p hidden>a</p><p class='b hidden' title=don't HIDDEN=''>c</p><b hidden=until-found>d</b>\
                  <i hidden=\"until-found\">e</i><p data-hidden title='x hidden'>f</p><td/hidden>";
    let found = dropped(markup);
    assert!(found.iter().all(|piece| piece.kind == DroppedKind::Hidden), "{found:?}");
    let quotes: Vec<&str> = found.iter().map(|piece| piece.quote.as_str()).collect();
    assert_eq!(quotes, ["<p hidden>", "<p class='b hidden' title=don't HIDDEN=''>", "<td/hidden>"]);
}

#[test]
fn what_stays_is_not_told() {
    let markup = "<!-- <script> --><p class=a data-on=b>1 < 2 &lt;script> <a href='/a?on=b'>c</a>\
                  <video><source src=a.mp4><track src=b.vtt></video><o:p>d</o:p> <";
    assert_eq!(quotes(markup), Vec::<String>::new());
    let posts = "<blockquote class='instagram-media'><svg><path></path></svg>a</blockquote> <script async src=\"https://platform.twitter.com/widgets.js\" charset=utf-8></script>\
                 <script async src='//www.instagram.com/embed.js'></script>\
                 <script async src=https://telegram.org/js/telegram-widget.js?22 data-telegram-post='a/1'></script>";
    assert_eq!(quotes(posts), Vec::<String>::new());
    let other = "<script src='https://a.example/?//platform.twitter.com/widgets.js'></script>";
    assert_eq!(quotes(other).len(), 1);
    let drawing = "<blockquote class='instagram-media'></blockquote><svg>";
    assert_eq!(quotes(drawing), ["<svg>"]);
    assert_eq!(quotes("<script"), ["<script"]);
    assert_eq!(quotes("<a href="), Vec::<String>::new());
}

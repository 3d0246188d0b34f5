//! How far a pressing is, on a terminal of its own and where there is none.

use std::process::Command;

use crate::press_newsroom::{Newsroom, Pressing};

/// So many articles take longer to press than the line lets pass before it comes; a quick machine gets more of them.
const ARTICLES: [usize; 3] = [90, 400, 1600];

fn newsroom(name: &str, articles: usize) -> Newsroom {
    let newsroom = Newsroom::new(name);
    for number in 0..articles {
        let article = format!("n{number}");
        newsroom.article(&article, &format!("/politics/{article}/"), 1, |article| {
            article["bodies"][0]["value"] = format!("<p>{}</p>", "The tide is out. ".repeat(2000)).into();
        });
    }
    newsroom
}

/// Presses the newsroom on a terminal that the system makes for it. `None` where it can make none.
fn on_a_terminal(newsroom: &Newsroom) -> Option<String> {
    let known = Command::new("script").arg("--version").output().ok()?;
    if !String::from_utf8_lossy(&known.stdout).contains("util-linux") {
        return None;
    }
    let press = newsroom.command("content", "app", "out");
    let words = std::iter::once(press.get_program()).chain(press.get_args());
    let quoted = words.map(|word| format!("'{}'", word.to_string_lossy())).collect::<Vec<_>>().join(" ");
    let output = Command::new("script")
        .current_dir(newsroom.path(""))
        .args(["--quiet", "--return", "--command", &quoted, "terminal.log"])
        .output()
        .expect("script runs");
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{shown}");
    Some(shown)
}

#[test]
fn a_terminal_shows_what_is_done_and_how_long_it_will_take_and_keeps_none_of_it() {
    let mut shown = String::new();
    for articles in ARTICLES {
        let Some(now) = on_a_terminal(&newsroom("progress", articles)) else {
            eprintln!("skipped: the command `script` of util-linux is missing");
            return;
        };
        shown = now;
        if shown.contains(" to go") {
            break;
        }
    }
    // Each is written in place of the one before.
    let lines: Vec<&str> = shown.split("\r\x1b[2K").collect();
    let (last, lines) = lines.split_last().expect("there is a summary");
    let lines: Vec<&str> = lines.iter().copied().filter(|line| !line.is_empty()).collect();
    assert!(lines.len() > 3 && lines.iter().all(|line| line.starts_with('[')), "{lines:#?}");
    let place = |words: &str| lines.iter().position(|line| line.contains(words));
    let compressing = place("] compressing: ").expect("a step that takes long");
    assert!(place("] publishing").is_some_and(|publishing| publishing > compressing), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains(" of ") && line.ends_with(" s to go")), "{lines:#?}");
    let bars: Vec<usize> = lines.iter().map(|line| line.matches('#').count()).collect();
    assert!(bars.is_sorted() && bars.first() < bars.last(), "{bars:?}");
    assert!(last.starts_with("Pressed content into out: ") && !last.contains('\x1b'), "{last:?}");
}

#[test]
fn nothing_of_it_is_in_pipes_and_logs() {
    let newsroom = newsroom("progress-quiet", ARTICLES[0]);
    let output = newsroom.command("content", "app", "out").output().expect("the command runs");
    let said = Pressing::of(&output);
    said.is_clean();
    assert!(said.summary.starts_with("Pressed content into out: ") && said.summary.lines().count() == 1);
}

//! The script that uploads a site to a store that speaks S3.

use std::{
    fs,
    process::{Command, Stdio},
};

use serde_json::json;

use crate::press_newsroom::Newsroom;

/// What the script asks of the store's own command, a line for each time.
fn asked(newsroom: &Newsroom) -> String {
    // In place of the command: it writes down what it is asked.
    newsroom.write("bin/aws", "#!/bin/sh\nprintf '%s\\n' \"$*\" >>\"$ASKED\"\n");
    let asked = newsroom.path("asked");
    let path = format!("{}:{}", newsroom.path("bin").display(), std::env::var("PATH").unwrap_or_default());
    let mode = Command::new("chmod").arg("+x").arg(newsroom.path("bin/aws")).status();
    assert!(mode.is_ok_and(|status| status.success()));
    let run = Command::new("sh")
        .current_dir(newsroom.path(""))
        .arg(newsroom.path("out/hosts/s3.sh"))
        .arg(newsroom.path("out"))
        .arg("s3://paper")
        .env("PATH", path)
        .env("ASKED", &asked)
        .stdin(Stdio::null())
        .status();
    assert!(run.is_ok_and(|status| status.success()));
    fs::read_to_string(asked).expect("what was asked")
}

/// Whether a line uploads a file: of its patterns, the last one that fits counts.
fn uploads(line: &str, file: &str) -> bool {
    let fits = |pattern: &str| match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) => file.ends_with(end),
        (None, Some(start)) => file.starts_with(start),
        (None, None) => file == pattern,
    };
    let words: Vec<&str> = line.split(' ').collect();
    let mut patterns = words.windows(2).rev().filter(|pair| matches!(pair[0], "--exclude" | "--include"));
    patterns.find(|pair| fits(pair[1])).is_none_or(|pair| pair[0] == "--include")
}

#[test]
fn the_script_leaves_out_its_own_files_and_what_is_hidden_and_no_section_of_that_name() {
    let newsroom = Newsroom::new("store");
    newsroom.site(|site| site["sections"] = json!([{ "slug": "hosts", "name": "Hosts" }]));
    newsroom.write("content/.well-known/apple-app-site-association", "{}");
    newsroom.press().is_clean();
    newsroom.write("out/.git/HEAD", "somebody's repository");
    let asked = asked(&newsroom);
    assert!(!asked.contains("hosts/*"), "{asked}");
    let rest = asked.lines().find(|line| line.contains("*.html.gz")).expect("what has no type of its own");
    let kept_back: Vec<String> = fs::read_dir(newsroom.path("out/hosts"))
        .expect("the settings")
        .filter_map(|entry| entry.ok().filter(|entry| entry.path().is_file()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with("index.html") && !name.starts_with("feed."))
        .collect();
    assert_eq!(kept_back.len(), 3, "{kept_back:?}");
    for name in kept_back {
        assert!(rest.contains(&format!("--exclude hosts/{name} ")), "{name} in {rest}");
    }
    for (file, is_sent) in [
        (".well-known/apple-app-site-association", true),
        ("media/pier.webp", true),
        ("hosts/pier.webp", true),
        (".git/HEAD", false),
        (".htaccess", false),
        (".nojekyll", false),
        ("hosts/nginx.conf", false),
        ("index.html.br", false),
    ] {
        assert_eq!(uploads(rest, file), is_sent, "{file} by {rest}");
    }
}

#[test]
fn a_base_path_is_a_folder_of_the_store_whatever_signs_are_in_it() {
    for (number, base) in ["/қаз/", "/a's &$(touch hacked);b/"].into_iter().enumerate() {
        let newsroom = Newsroom::new(&format!("store-path-{number}"));
        newsroom.site(|site| site["base_path"] = json!(base));
        newsroom.press().is_whole();
        let asked = asked(&newsroom);
        assert!(asked.lines().all(|line| line.contains(&format!(" s3://paper{base}"))), "{asked}");
        assert!(!newsroom.path("hacked").exists() && !newsroom.path("out/hacked").exists());
    }
}

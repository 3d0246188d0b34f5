//! `broadsheet new`, run as a newsroom runs it, and what a pressing makes of it.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use crate::press_newsroom::Newsroom;
use serde_json::Value;

/// The command as of now, in the folder of a newsroom.
fn run(newsroom: &Newsroom, arguments: &[&str]) -> Output {
    let command = Command::new(env!("CARGO_BIN_EXE_broadsheet"))
        .current_dir(newsroom.path(""))
        .args(arguments)
        .output();
    command.expect("the command runs")
}

fn json_files(folder: &Path) -> Vec<(String, Value)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let text = fs::read_to_string(entry.path()).expect("a text");
        files.push((name, serde_json::from_str(&text).expect("JSON")));
    }
    files
}

#[test]
fn a_new_newsroom_has_nothing_amiss_but_the_address_that_it_cannot_know_in_each_language() {
    for (language, headline) in
        [("en", "The newsroom is open"), ("ru", "Редакция открыта"), ("kk", "Редакция ашылды")]
    {
        let newsroom = Newsroom::new(&format!("new-{language}"));
        assert_eq!(run(&newsroom, &["new", "fresh", "--language", language]).status.code(), Some(0));
        let pressing = run(&newsroom, &["press", "fresh", "--app", "app", "--out", "out"]);
        assert_eq!(pressing.status.code(), Some(0), "{pressing:?}");
        let placeholder = "site.json:4:10: warning: expected the public address of the site";
        let said = String::from_utf8_lossy(&pressing.stderr).into_owned();
        assert!(said.contains(placeholder) && said.lines().count() == 1, "{said}");
        let front = newsroom.read("index.html");
        assert!(front.contains(headline) && front.contains(&format!("lang=\"{language}\"")), "{language}");
        assert!(newsroom.has("search/index.html"), "no search in {language}");
        let settings = fs::read_to_string(newsroom.path("fresh/site.json")).expect("the settings");
        newsroom.write("fresh/site.json", &settings.replace("newsroom.example", "harbour.example"));
        let check = run(&newsroom, &["check", "fresh", "--strict"]);
        let said = String::from_utf8_lossy(&check.stdout);
        assert!(said.contains("errors 0, warnings 0, notes 0."), "{said}");
        let readme = fs::read_to_string(newsroom.path("fresh/README.md")).expect("a text");
        assert!(readme.contains("broadsheet check .") && readme.contains("http.server"), "{language}");
        assert!(newsroom.has("about/index.html") && newsroom.has("media/page-plan-1440.webp"));
        assert!(newsroom.read("city/a-mistake/index.html").contains("125"), "the correction in {language}");
    }
}

#[test]
fn what_is_the_newsrooms_own_is_not_published() {
    let newsroom = Newsroom::new("new-private");
    run(&newsroom, &["new", "fresh"]);
    assert!(
        newsroom.path("fresh/README.md").is_file() && newsroom.path("fresh/.vscode/settings.json").is_file()
    );
    run(&newsroom, &["press", "fresh", "--app", "app", "--out", "out"]);
    assert!(
        newsroom.has("site.json") && !newsroom.has("README.md") && !newsroom.path("out/.vscode").exists()
    );
    // A readme further down is a file like any other.
    newsroom.write("fresh/media/README.md", "Whose pictures these are.");
    run(&newsroom, &["press", "fresh", "--app", "app", "--out", "out"]);
    assert!(newsroom.has("media/README.md"));
}

#[test]
fn a_new_newsroom_can_be_put_on_a_home_screen() {
    let newsroom = Newsroom::new("new-icons");
    run(&newsroom, &["new", "fresh"]);
    run(&newsroom, &["press", "fresh", "--app", "app", "--out", "out"]);
    let manifest = newsroom.json("manifest.webmanifest");
    for field in ["id", "name", "short_name", "start_url", "scope", "display"] {
        assert!(manifest[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {manifest}");
    }
    let icons = manifest["icons"].as_array().expect("icons");
    for (file, purpose, size) in [
        ("icon-192.png", "any", 192),
        ("icon-512.png", "any", 512),
        ("icon-maskable-512.png", "maskable", 512),
    ] {
        let icon = icons.iter().find(|icon| icon["src"] == format!("/{file}")).expect(file);
        assert_eq!((&icon["purpose"], &icon["sizes"]), (&purpose.into(), &format!("{size}x{size}").into()));
        assert_eq!(size_of_png(&newsroom, file), (size, size), "{file}");
    }
    // Older iPhones ask for it by this name, at the root of the host.
    assert_eq!(size_of_png(&newsroom, "apple-touch-icon.png"), (180, 180));
}

/// Width and height of a picture of the site.
fn size_of_png(newsroom: &Newsroom, file: &str) -> (usize, usize) {
    let size = imagesize::size(newsroom.path("out").join(file)).expect(file);
    (size.width, size.height)
}

#[test]
fn every_document_names_a_schema_that_lies_beside_it() {
    let newsroom = Newsroom::new("new-schemas");
    run(&newsroom, &["new", "fresh"]);
    let mut documents = json_files(&newsroom.path("fresh/articles"));
    assert_eq!(documents.len(), 3);
    for (name, document) in &documents {
        let schema = document["$schema"].as_str().unwrap_or_else(|| panic!("{name} names no schema"));
        assert!(newsroom.path("fresh/articles").join(schema).is_file(), "{name}: {schema}");
    }
    let site = fs::read_to_string(newsroom.path("fresh/site.json")).expect("settings");
    let site: Value = serde_json::from_str(&site).expect("JSON");
    assert_eq!(site["$schema"], "schema/site.json");
    let settings = json_files(&newsroom.path("fresh/.vscode"));
    let schemas =
        settings.first().and_then(|(_, settings)| settings["json.schemas"].as_array()).expect("a list");
    for schema in schemas {
        let url = schema["url"].as_str().expect("an address");
        assert!(newsroom.path("fresh").join(url).is_file(), "{url}");
    }
    // What the schema of articles allows at the top is what the documents have there.
    documents.extend(
        json_files(&newsroom.path("fresh/schema")).into_iter().filter(|(name, _)| name == "article.json"),
    );
    let (_, schema) = documents.pop().expect("the schema");
    for (name, document) in &documents {
        for field in document.as_object().expect("an object").keys() {
            let known =
                schema["properties"].get(field).or_else(|| schema["$defs"]["item"]["properties"].get(field));
            assert!(known.is_some(), "{field} of {name} is not in the schema");
        }
    }
}

#[test]
fn the_schemas_name_nothing_that_would_have_to_be_fetched() {
    let newsroom = Newsroom::new("new-offline");
    run(&newsroom, &["new", "fresh"]);
    for (name, schema) in json_files(&newsroom.path("fresh/schema")) {
        let text = schema.to_string();
        let mut references = text.split("\"$ref\":\"").skip(1);
        assert!(references.all(|reference| reference.starts_with("#/")), "{name}");
    }
}

#[test]
fn a_folder_that_holds_something_is_left_as_it_is() {
    let newsroom = Newsroom::new("new-refused");
    newsroom.write("mine/notes.txt", "Mine.");
    let refused = run(&newsroom, &["new", "mine"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("mine is not empty"), "{refused:?}");
    assert_eq!(fs::read_dir(newsroom.path("mine")).expect("a folder").count(), 1);
    fs::create_dir_all(newsroom.path("repository/.git")).expect("a folder");
    assert_eq!(run(&newsroom, &["new", "repository"]).status.code(), Some(0));
}

#[test]
fn without_an_app_the_command_says_what_to_do() {
    let newsroom = Newsroom::new("new-no-app");
    run(&newsroom, &["new", "fresh"]);
    let pressing = run(&newsroom, &["press", "fresh", "--out", "out"]);
    assert_eq!(pressing.status.code(), Some(2));
    let said = String::from_utf8_lossy(&pressing.stderr);
    assert!(said.contains("no index.html in dist") && said.contains("--app"), "{said}");
}

#[test]
fn the_manual_names_every_subcommand_and_each_shell_gets_its_completions() {
    let newsroom = Newsroom::new("new-manual");
    assert_eq!(run(&newsroom, &["manual", "manual"]).status.code(), Some(0));
    let help = String::from_utf8_lossy(&run(&newsroom, &["--help"]).stdout).into_owned();
    let overview = fs::read_to_string(newsroom.path("manual/man/broadsheet.1")).expect("a page");
    let overview = overview.replace('\\', "");
    for name in ["check", "new", "press", "serve", "manual"] {
        let page = fs::read_to_string(newsroom.path(&format!("manual/man/broadsheet-{name}.1")));
        assert!(page.is_ok_and(|page| page.contains(name)), "{name}");
        assert!(help.lines().any(|line| line.trim_start().starts_with(name)), "{name} in {help}");
        assert!(overview.contains(&format!("broadsheet-{name}(1)")), "{name} in {overview}");
    }
    for file in ["broadsheet.bash", "_broadsheet", "broadsheet.fish", "_broadsheet.ps1"] {
        let text = fs::read_to_string(newsroom.path("manual/completions").join(file)).expect("completions");
        assert!(text.contains("serve") && text.contains("base-path"), "{file}");
    }
}

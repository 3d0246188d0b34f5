//! A small newsroom in a folder of its own, and the command to press it. What only one program of tests asks of it, that
//! program adds.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::{Value, json};

/// The page of the app as trunk leaves it, as far as the press looks at it.
pub const PAGE: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"broadsheet-base\" content=\"/\">\n<meta name=\"broadsheet-offsets\" content=\"\">\n<title>Broadsheet</title>\n\
    <link rel=\"icon\" href=\"/favicon.svg\">\n<link rel=\"stylesheet\" href=\"/broadsheet-1.css\"/>\n\
    <script type=\"module\" src=\"/start-app-1.js\"></script>\n</head>\n<body><noscript>No</noscript></body>\n</html>\n";

/// A newsroom and its site, in a folder that is new for each test.
pub struct Newsroom {
    root: PathBuf,
}

impl Newsroom {
    /// A newsroom with an app, an English edition at `/`, a Russian one at `/ru/`, pages of two articles, and the
    /// sections politics, learn, and politics within learn.
    pub fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("press").join(name);
        if root.exists() {
            fs::remove_dir_all(&root).expect("an old folder goes away");
        }
        let newsroom = Self { root };
        newsroom.write("app/index.html", PAGE);
        newsroom.write("app/broadsheet-1.css", "body { color: red }");
        newsroom.write("app/start-app-1.js", "import './app-1.js'");
        newsroom.write("app/app-1.js", "export default 1");
        newsroom.site(|_| {});
        newsroom
    }

    /// Writes `site.json`, changed by `change`.
    pub fn site(&self, change: impl FnOnce(&mut Value)) {
        let mut site = json!({
            "name": { "en": "The Harbour", "ru": "Гавань" },
            "url": "https://harbour.example",
            "page_size": 2,
            "editions": [
                { "language": "en", "label": "English", "path": "/", "time_zone": "UTC" },
                { "language": "ru", "label": "Русский", "path": "/ru/", "time_zone": "UTC" }
            ],
            "sections": [
                { "slug": "politics", "name": "Politics" },
                { "slug": "learn", "name": "Learn", "sections": [{ "slug": "politics", "name": "Politics" }] }
            ]
        });
        change(&mut site);
        self.write("content/site.json", &site.to_string());
    }

    /// Writes an article, of day `day` of May 2024, into `articles/NAME.json`; `change` alters the document.
    pub fn article(&self, name: &str, url: &str, day: u8, change: impl FnOnce(&mut Value)) {
        let language = if url.starts_with("/ru/") { "ru" } else { "en" };
        let mut article = json!({
            "uri": format!("urn:harbour:{name}"),
            "type": "text",
            "language": language,
            "firstCreated": format!("2024-05-{day:02}T08:00:00Z"),
            "headlines": [{ "role": "main", "value": format!("Headline of {name}") }],
            "bodies": [{ "contentType": "text/html", "value": format!("<p>Text of {name}.</p>") }],
            "x": { "url": url }
        });
        change(&mut article);
        self.write(&format!("content/articles/{name}.json"), &format!("{article:#}"));
    }

    /// Writes any file below the newsroom's folder.
    pub fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    /// A path below the newsroom's folder.
    pub fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// Runs the command as of 1 June 2024, from `content` and `app` into `out`.
    pub fn press(&self) -> Pressing {
        self.run("content", "app", "out", &[])
    }

    /// Runs the command with other folders and options.
    pub fn run(&self, content: &str, app: &str, out: &str, options: &[&str]) -> Pressing {
        let mut command = self.command(content, app, out);
        if !options.contains(&"--now") {
            command.args(["--now", "2024-06-01T00:00:00Z"]);
        }
        let output = command.args(options).output();
        Pressing::of(&output.expect("the command runs"))
    }

    /// The command, to be run in some way and as of now.
    pub fn command(&self, content: &str, app: &str, out: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_broadsheet"));
        command.current_dir(&self.root).args(["press", content, "--app", app, "--out", out]);
        command
    }
}

/// What the command said.
#[derive(Debug)]
pub struct Pressing {
    pub status: Option<i32>,
    pub messages: String,
    pub summary: String,
}

impl Pressing {
    /// What a run of the command said.
    pub fn of(output: &Output) -> Self {
        Self {
            status: output.status.code(),
            messages: String::from_utf8_lossy(&output.stderr).into_owned(),
            summary: String::from_utf8_lossy(&output.stdout).into_owned(),
        }
    }

    /// Demands that nothing was wrong.
    pub fn is_clean(&self) {
        let is_whole = self.status == Some(0) && self.summary.contains("left out 0, warnings 0;");
        assert!(is_whole && self.messages.is_empty(), "{self:?}");
    }
}

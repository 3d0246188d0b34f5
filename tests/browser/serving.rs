//! A page that an editor has open while writing: `broadsheet serve`, and a newsroom of `broadsheet new`.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::json;

use crate::support::{Device, in_browser, site::dist};

/// The running command, ended with the test.
struct Serving {
    child: Child,
    address: String,
}

impl Serving {
    fn start(content: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_broadsheet"))
            .arg("serve")
            .arg(content)
            .arg("--app")
            .arg(dist())
            .args(["--port", "0"])
            // What it leaves when it is killed goes with the test's folder.
            .env("TMPDIR", content.parent().expect("a folder around it"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let mut lines = BufReader::new(child.stdout.take().expect("its words")).lines().map_while(Result::ok);
        let said = lines.find(|line| line.starts_with("http://")).expect("it says its address");
        // What it says later has to go somewhere.
        std::thread::spawn(move || lines.for_each(drop));
        let address = said.split(' ').next().unwrap_or_default().to_owned();
        Self { child, address }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn an_open_page_shows_what_its_editor_has_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("newsroom");
    let written = Command::new(env!("CARGO_BIN_EXE_broadsheet")).arg("new").arg(&content).output();
    assert!(written.expect("the command runs").status.success());
    let serving = Serving::start(&content);
    in_browser(Device::Desktop, |page| {
        page.open(&format!("{}newsroom/opening-day/", serving.address));
        page.wait_for_heading("The newsroom is open");
        page.run("window.sameDocument = true", Vec::new());
        let article = content.join("articles/opening-day.json");
        let text = fs::read_to_string(&article).expect("the article");
        fs::write(&article, text.replace("The newsroom is open", "The kettle is on"))
            .expect("it can be written");
        page.wait_for_heading("The kettle is on");
        assert_eq!(page.value("window.sameDocument === undefined"), json!(true), "it was loaded anew");

        // A page that the reader went to without loading one is loaded anew as well.
        page.wait_for_program();
        page.click("footer a[href='/about/']");
        page.wait_for_heading("About us");
        let about = content.join("articles/about.json");
        let text = fs::read_to_string(&about).expect("the page");
        fs::write(&about, text.replacen("About us", "Who we are", 1)).expect("it can be written");
        page.wait_for_heading("Who we are");
    });
}

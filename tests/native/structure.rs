//! What ARCHITECTURE.md says of the source itself: which module uses which, and how long files and functions are.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The folder of the project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder with one of these endings.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
                found.push(path);
            }
        }
    }
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Code without its tests, which may reach further, and without what is said about it.
fn code_of(text: &str) -> String {
    let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or(text);
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The first names behind `start`, with what stands in braces: `a::b` and `{a, b::c}`.
fn names_behind<'t>(text: &'t str, start: &str) -> BTreeSet<&'t str> {
    let mut names = BTreeSet::new();
    for (at, _) in text.match_indices(start) {
        let Some(rest) = text.get(at + start.len()..) else { continue };
        let Some(list) = rest.strip_prefix('{') else {
            names.insert(rest);
            continue;
        };
        let mut depth = 0;
        let mut begins = true;
        for (at, sign) in list.char_indices() {
            match sign {
                '}' if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                sign if begins && depth == 0 && !sign.is_whitespace() => {
                    names.extend(list.get(at..));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    names.into_iter().map(word).collect()
}

/// The word that a text begins with.
fn word(text: &str) -> &str {
    text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_').next().unwrap_or_default()
}

/// The map of ARCHITECTURE.md: each module, and what it says that it uses.
fn map() -> Vec<(String, BTreeSet<String>)> {
    let text = read(&root().join("ARCHITECTURE.md"));
    let (_, map) = text.split_once("| module | what it does | uses |").expect("the map");
    let rows = map.lines().skip(2).take_while(|line| line.starts_with('|'));
    let named = |cell: &str| -> BTreeSet<String> {
        cell.split('`').skip(1).step_by(2).map(|name| word(name).to_owned()).collect()
    };
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').collect();
        let [_, module, _, uses, _] = cells[..] else { panic!("a row of the map is of three cells: {row}") };
        (named(module).into_iter().next().expect("a module"), named(uses))
    })
    .collect()
}

#[test]
fn modules_use_what_the_map_says_and_nothing_else() {
    let map = map();
    let modules: BTreeSet<&str> = map.iter().map(|(module, _)| module.as_str()).collect();
    assert!(modules.len() > 15, "{modules:?}");
    let mut wrong = Vec::new();
    for (module, said) in &map {
        let own = [root().join(format!("src/{module}.rs")), root().join(format!("src/{module}/"))];
        for file in files("src", &["rs"]) {
            let is_test = file.components().any(|part| part.as_os_str() == "tests")
                || file.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("tests"));
            if is_test || !own.iter().any(|own| file.starts_with(own)) {
                continue;
            }
            let code = code_of(&read(&file));
            let used = names_behind(&code, "crate::");
            let unsaid = used
                .into_iter()
                .filter(|name| modules.contains(name) && name != module && !said.contains(*name));
            wrong.extend(unsaid.map(|name| format!("{} uses {name}", file.display())));
        }
    }
    assert!(wrong.is_empty(), "not on the map of ARCHITECTURE.md:\n{}", wrong.join("\n"));
}

#[test]
fn no_view_sets_markup() {
    let mut wrong = Vec::new();
    for file in files("src", &["rs", "js"]).into_iter().chain(files("scripts", &["js"])) {
        let text = read(&file);
        for way in [
            "inner_html",
            "innerHTML",
            "outer_html",
            "outerHTML",
            "insert_adjacent_html",
            "insertAdjacentHTML",
            "setHTMLUnsafe",
            "createContextualFragment",
            "document.write",
        ] {
            if text.contains(way) {
                wrong.push(format!("{}: {way}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "markup becomes blocks, and is never set:\n{}", wrong.join("\n"));
}

#[test]
fn only_the_platform_names_web_interfaces() {
    let mut wrong = Vec::new();
    for file in files("src", &["rs"]) {
        let is_platform =
            ["src/platform", "src/platform.rs"].iter().any(|place| file.starts_with(root().join(place)));
        let text = code_of(&read(&file));
        // It casts the framework's own nodes.
        let casts = file.starts_with(root().join("src/piece/draw.rs"));
        for interface in ["web_sys", "js_sys", "wasm_bindgen"] {
            if text.contains(interface) && !is_platform && !(casts && interface == "wasm_bindgen") {
                wrong.push(format!("{}: {interface}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "only src/platform names a target:\n{}", wrong.join("\n"));
}

/// Whether a function begins with this line, and goes on.
fn begins_function(line: &str) -> bool {
    let Some((before, after)) = line.split_once("fn ") else { return false };
    let is_qualifier =
        |part: &str| part.starts_with("pub") || part.ends_with(')') || part == "const" || part == "async";
    before.split_whitespace().all(is_qualifier) && !after.ends_with([';', '}'])
}

#[test]
fn files_have_less_than_300_lines_and_functions_less_than_50() {
    let mut long = Vec::new();
    let code = ["src", "tests"].into_iter().flat_map(|folder| files(folder, &["rs"]));
    let others = [("style", "css"), ("scripts", "mjs"), ("scripts", "js"), ("scripts", "sh"), ("src", "js")];
    let others = others.into_iter().flat_map(|(folder, ending)| files(folder, &[ending]));
    for file in code.chain(others) {
        let text = read(&file);
        let lines: Vec<&str> = text.lines().collect();
        if lines.len() >= 300 {
            long.push(format!("{}: {} lines", file.display(), lines.len()));
        }
        // A test that goes through a table is as long as its table.
        if !file.starts_with(root().join("src")) || file.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| begins_function(line)) {
            let indent = line.len() - line.trim_start().len();
            // The formatter puts its end where it begins.
            let end = format!("{}}}", " ".repeat(indent));
            let length = lines[at..].iter().position(|line| *line == end).map_or(1, |length| length + 1);
            if length >= 50 {
                long.push(format!("{}:{}: {length} lines: {}", file.display(), at + 1, line.trim()));
            }
        }
    }
    assert!(long.is_empty(), "to be split:\n{}", long.join("\n"));
}

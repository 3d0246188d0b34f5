//! Writes the message files for the program: what readers download has the texts alone, without names and remarks.
//!
//! Puts the built app into the native command, with the feature `embed-app`.
//! `BROADSHEET_APP` names the folder: the app's `index.html` and the files it loads, packed ones as `FILE.br`.
//! `scripts/release.sh` lays it out.

use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    write_texts()?;
    println!("cargo::rerun-if-env-changed=BROADSHEET_APP");
    if env::var_os("CARGO_FEATURE_EMBED_APP").is_none() {
        return Ok(());
    }
    let folder = env::var("BROADSHEET_APP").map_err(
        |_| "the feature embed-app wants BROADSHEET_APP to name the app's folder: run `make release`",
    )?;
    println!("cargo::rerun-if-changed={folder}");
    let list = embedded(Path::new(&folder))?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("embedded_app.rs"), list)?;
    Ok(())
}

/// Writes the texts of each message file to `OUT_DIR/LANGUAGE.txt`.
fn write_texts() -> Result<(), Box<dyn Error>> {
    const FOLDER: &str = "src/locale/messages";
    println!("cargo::rerun-if-changed={FOLDER}");
    for entry in fs::read_dir(FOLDER)? {
        let file = entry?.path();
        let name = file.file_stem().ok_or("a message file without a name")?;
        let texts = Path::new(&env::var("OUT_DIR")?).join(name).with_extension("txt");
        fs::write(texts, texts_of(&fs::read_to_string(&file)?))?;
    }
    Ok(())
}

/// The texts of a message file, in its order: a message begins with a line of its own, and the forms of one that counts
/// follow it, to a brace.
fn texts_of(file: &str) -> String {
    let mut texts = String::new();
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let goes_on = line.starts_with([' ', '}']);
        let text = line.split_once('=').filter(|_| !goes_on).map_or(line, |(_, text)| text);
        texts.push_str(text.trim());
        texts.push('\n');
    }
    texts
}

/// The files of a folder as an expression, in the order of their names.
fn embedded(folder: &Path) -> Result<String, Box<dyn Error>> {
    let folder = folder.canonicalize().map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name();
        names.push(name.into_string().map_err(|name| format!("{} is no name in UTF-8", name.display()))?);
    }
    names.sort();
    if !names.iter().any(|name| name == "index.html" || name == "index.html.br") {
        return Err(format!("{} holds no app: it has no index.html", folder.display()).into());
    }
    let mut list = "&[\n".to_owned();
    for name in names {
        writeln!(list, "    ({name:?}, include_bytes!({:?})),", folder.join(&name).display().to_string())?;
    }
    list.push(']');
    Ok(list)
}

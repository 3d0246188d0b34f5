//! Puts the built app into the native command, with the feature `embed-app`; without it there is nothing to do.
//!
//! `BROADSHEET_APP` names the folder: the app's `index.html` and the files it loads, packed ones as `FILE.br`.
//! `scripts/release.sh` lays it out.

use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
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

//! The three folders of a pressing: that they lie apart, and that the output folder may be written to.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Order, PressError, file_by_file::is_unfinished, record::Record};

/// The folders, as absolute paths without symbolic links where they exist.
pub(super) struct Folders {
    pub content: PathBuf,
    pub app: Option<PathBuf>,
    pub out: PathBuf,
    /// Whether the output folder is the app's own.
    pub in_place: bool,
}

impl Folders {
    /// Checks that the content is there, that no folder lies in another, and that the output folder is a new or
    /// empty one, one that was pressed before, or the app's own.
    pub fn of(order: &Order) -> Result<Self, PressError> {
        if !order.content.is_dir() {
            return Err(PressError::NoContent(order.content.clone()));
        }
        let content = resolve(&order.content)?;
        let app = order.app.as_deref().map(|app| resolve(app).map(|real| (app, real))).transpose()?;
        let out = resolve(&order.out)?;
        apart(("content", &order.content, &content), ("output", &order.out, &out))?;
        if let Some((named, app)) = &app {
            apart(("content", &order.content, &content), ("app", named, app))?;
        }
        let in_place = app.as_ref().is_some_and(|(_, app)| *app == out);
        if !in_place {
            if let Some((named, app)) = &app {
                apart(("app", named, app), ("output", &order.out, &out))?;
            }
            if !is_free(&order.out)? && !was_pressed(&order.out) {
                return Err(PressError::NotOurs(order.out.clone()));
            }
        }
        // Messages name the folders as they were given. The output folder changes places with another, so it is named
        // without symbolic links.
        Ok(Self { content: order.content.clone(), app: order.app.clone(), out, in_place })
    }
}

/// Whether a folder is not there yet, or holds nothing. A repository without files holds nothing: many sites are
/// published from one. Nor does a folder whose first pressing broke off within its first file.
fn is_free(folder: &Path) -> Result<bool, PressError> {
    if fs::symlink_metadata(folder).is_err() {
        return Ok(true);
    }
    for entry in fs::read_dir(folder).map_err(PressError::file("read", folder))? {
        let entry = entry.map_err(PressError::file("read", folder))?;
        if entry.file_name() != ".git" && !is_unfinished(&entry.file_name()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether an earlier pressing left its record in the folder.
fn was_pressed(folder: &Path) -> bool {
    Record::is_in(folder)
}

type Named<'a> = (&'static str, &'a Path, &'a Path);

fn apart(one: Named, other: Named) -> Result<(), PressError> {
    let nested = |inner: Named, outer: Named| PressError::Nested {
        inner: inner.0,
        inner_path: inner.1.to_owned(),
        outer: outer.0,
        outer_path: outer.1.to_owned(),
    };
    if one.2.starts_with(other.2) {
        Err(nested(one, other))
    } else if other.2.starts_with(one.2) {
        Err(nested(other, one))
    } else {
        Ok(())
    }
}

/// The absolute path, symbolic links followed as far as the path exists.
fn resolve(path: &Path) -> Result<PathBuf, PressError> {
    let absolute = std::path::absolute(path).map_err(PressError::file("find", path))?;
    let existing = absolute.ancestors().find_map(|ancestor| {
        let real = ancestor.canonicalize().ok()?;
        absolute.strip_prefix(ancestor).ok().map(|rest| normal(&real.join(rest)))
    });
    Ok(existing.unwrap_or(absolute))
}

/// The path without `..`; nothing after the existing part can be a symbolic link.
fn normal(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut normal, component| {
        match component {
            std::path::Component::ParentDir => {
                normal.pop();
            }
            std::path::Component::CurDir => {}
            part => normal.push(part),
        }
        normal
    })
}

//! The three folders of a pressing, and that they lie apart.

use std::path::{Path, PathBuf};

use super::{Order, PressError};

/// The folders, as absolute paths without symbolic links where they exist.
pub(super) struct Folders {
    pub content: PathBuf,
    pub app: PathBuf,
    pub out: PathBuf,
}

impl Folders {
    /// Checks that the content is there, and that no folder lies in another; app and output may be the same.
    pub fn of(order: &Order) -> Result<Self, PressError> {
        if !order.content.is_dir() {
            return Err(PressError::NoContent(order.content.clone()));
        }
        let content = resolve(&order.content)?;
        let app = resolve(&order.app)?;
        let out = resolve(&order.out)?;
        apart(("content", &order.content, &content), ("output", &order.out, &out))?;
        apart(("content", &order.content, &content), ("app", &order.app, &app))?;
        if app != out {
            apart(("app", &order.app, &app), ("output", &order.out, &out))?;
        }
        // Messages name the folders as they were given.
        Ok(Self { content: order.content.clone(), app: order.app.clone(), out: order.out.clone() })
    }
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

//! Articles that have moved: at each address where one was (`x.aliases`), a page that leads on.

use std::path::Path;

use serde_json::json;

use super::{
    Finding, Outcome, PressError,
    articles::file_at,
    content::Content,
    output::Output,
    shell,
    told::{Entry, Told},
};
use crate::{model::SitePath, piece::escape};

/// Writes a page and a document at every address that an article had before. They stand aside for whatever else is
/// at that address now.
pub(super) fn write_moved(
    content: &Content,
    articles: &[Told],
    output: &mut Output,
    outcome: &mut Outcome,
) -> Result<(), PressError> {
    for entry in articles.iter().map(|told| &told.entry).filter(|entry| entry.open) {
        for alias in entry.aliases.iter().filter(|alias| **alias != entry.path) {
            let files = ["index.html", "article.json"].map(|name| file_at(alias, name));
            let owner = format!("the former address of {}", entry.path);
            let taken = files.iter().find_map(|file| output.claim(file, owner.clone()).err());
            if let Some(taken) = taken {
                let message =
                    format!("expected a former address that is free, found {alias}, where {taken} is");
                let finding = Finding::left_out(Path::new(&entry.source), message).into_warning();
                outcome.findings.push(finding);
                continue;
            }
            let [page, document] = &files;
            output.write(page, page_text(content, entry).as_bytes())?;
            output.write(document, document_text(entry, alias).as_bytes())?;
        }
    }
    Ok(())
}

/// A page that leads on by itself, for browsers with and without scripts, and for search engines.
fn page_text(content: &Content, entry: &Entry) -> String {
    let site = &content.site;
    let Some(edition) = site.editions.get(entry.edition) else { return String::new() };
    let escaped = |text: &str| {
        let mut out = String::new();
        escape(text, &mut out, true);
        out
    };
    let address = escaped(&entry.path.under(&site.base_path));
    let public = escaped(&site.public_address(&entry.path));
    let icon = shell::icon_attributes(content);
    let headline = escaped(entry.name());
    format!(
        "<!doctype html>\n<html{}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <title>{headline}</title>\n\
         <link rel=\"canonical\" href=\"{public}\">\n\
         <link rel=\"icon\"{icon}>\n\
         <meta http-equiv=\"refresh\" content=\"0; url={address}\">\n\
         </head>\n<body><p><a href=\"{address}\">{headline}</a></p></body>\n</html>\n",
        shell::html_attributes(edition)
    )
}

/// What the program reads there.
fn document_text(entry: &Entry, alias: &SitePath) -> String {
    let document = json!({
        "standard": { "name": "ninjs", "version": "3.1" },
        "uri": entry.id,
        "type": "text",
        "representationType": "incomplete",
        "x": { "url": alias.under("/"), "moved": entry.path.under("/") },
    });
    format!("{document}\n")
}

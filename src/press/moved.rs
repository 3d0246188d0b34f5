//! Articles that have moved: at each address where one was (`x.aliases`), a page that leads on.

use super::{
    Outcome, PressError,
    articles::file_at,
    content::{self, Content},
    fitting::too_long,
    leading::{Way, leading_page},
    output::Output,
    told::{Entry, Told},
};
use crate::{
    check::aliases::{alias_taken, alias_unfit},
    locale::{Locale, Message},
    model::SitePath,
    source::ninjs::write_leading,
};

/// Writes a page and a document at every address that an article had before, be it withdrawn. They stand aside for
/// whatever else is at that address now, and those of withdrawn articles for those of others.
pub(super) fn write_moved(
    content: &Content,
    articles: &[Told],
    output: &mut Output,
    outcome: &mut Outcome,
) -> Result<(), PressError> {
    let leading = articles.iter().map(|told| &told.entry).filter(|entry| leads_on(entry));
    let (open, withdrawn): (Vec<_>, Vec<_>) = leading.partition(|entry| entry.open);
    for entry in open.into_iter().chain(withdrawn) {
        for alias in entry.aliases.iter().filter(|alias| ![&entry.path, now_at(entry)].contains(alias)) {
            if let Some(expected) = unfit_alias(alias) {
                outcome.findings.extend(alias_unfit(&entry.source, alias, &expected));
                continue;
            }
            let files = ["index.html", "article.json"].map(|name| file_at(alias, name));
            let owner = format!("the former address of {}", entry.path);
            let taken = files.iter().find_map(|file| output.claim(file, owner.clone()).err());
            if let Some(taken) = taken {
                // What was withdrawn makes room, and nobody has to mend it.
                if entry.open {
                    outcome.findings.extend(alias_taken(&entry.source, alias, &taken));
                }
                continue;
            }
            let [page, document] = &files;
            output.write(page, page_text(content, entry).as_bytes())?;
            output.write(document, write_leading(&entry.id, alias, now_at(entry)).as_bytes())?;
        }
    }
    Ok(())
}

/// What is expected of a former address instead, if no page can be there: an address that no file system takes would
/// end the pressing.
pub(crate) fn unfit_alias(alias: &SitePath) -> Option<String> {
    let own = content::own_file(alias).map(|part| format!("without the name of the site's own file {part}"));
    own.or_else(|| too_long(alias))
}

/// Whether the former addresses of an article lead to where it is, or was. Of one that is held back they tell nothing.
pub(super) fn leads_on(entry: &Entry) -> bool {
    entry.open || entry.gone.is_some()
}

/// Where its former addresses lead: to the article, or to what there is in its place.
fn now_at(entry: &Entry) -> &SitePath {
    entry.gone.as_ref().and_then(|gone| gone.to.as_ref()).unwrap_or(&entry.path)
}

/// The page that leads on to there.
fn page_text(content: &Content, entry: &Entry) -> String {
    let Some(edition) = content.site.editions.get(entry.edition) else { return String::new() };
    let withdrawn = entry.gone.is_some().then(|| Locale::new(edition).text(Message::WithdrawnTitle));
    let title = withdrawn.as_deref().unwrap_or(entry.name());
    leading_page(content, edition, &Way { to: now_at(entry), title, is_same: entry.open })
}

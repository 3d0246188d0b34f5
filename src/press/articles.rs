//! The articles, one by one: read, judged, and written at their addresses.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{
    Outcome, PressError,
    content::Content,
    desk::{Desk, Read},
    kept::Kept,
    output::Output,
    progress::{Progress, Step},
    related,
    sorter::Sorter,
    told::Told,
    versions,
};
use crate::{
    check::files::MissingFiles,
    model::{Instant, SitePath},
};

/// A file in the folder of a place, relative to the output folder.
pub(super) fn file_at(place: &SitePath, name: &str) -> String {
    place.parts().chain([name]).collect::<Vec<_>>().join("/")
}

/// How many articles are read before they are written, so that their texts do not gather in memory. The next ones are read
/// while places are given to these.
const BATCH: usize = 1024;

/// What was read: the articles, those that are kept for their pages, and the files that are named and not there.
pub(super) type Articles = (Vec<Told>, Kept, MissingFiles);

/// Reads every article and writes it at its address. A broken one is reported and left out; one that stands on the site stays
/// there as it was. Articles that are remembered
/// from the pressing before, and whose files are the same, are not read again. Beside the articles are the files that they name
/// and the content does not have.
pub(super) fn write_articles(
    content: &Content,
    now: Instant,
    output: &mut Output,
    outcome: &mut Outcome,
    progress: &dyn Progress,
) -> Result<Articles, PressError> {
    let (mut remembered, remembers) = output.take_articles(content.folder())?;
    let items = output.items();
    let desk = Desk::of(content, items.clone(), now, remembers);
    let mut sorter = Sorter::new(&desk);
    let (mut all, mut kept) = (Vec::with_capacity(content.articles.len()), Kept::default());
    let batches: Vec<&[PathBuf]> = content.articles.chunks(BATCH).collect();
    let mut asked = batches.first().map(|files| desk.read_all(files, &mut remembered)).unwrap_or_default();
    for batch in 0..batches.len() {
        progress.step(Step::Reading, all.len(), content.articles.len());
        // Places are given one by one; meanwhile, the next ones are read.
        let (taken, next) = rayon::join(
            || sorter.take_all(batch * BATCH, asked, output, outcome),
            || batches.get(batch + 1).map(|files| desk.read_all(files, &mut remembered)).unwrap_or_default(),
        );
        asked = next;
        write_all(taken?, &desk, (&mut all, &mut kept), output)?;
    }
    let waiting = sorter.those_that_waited();
    for waiting in waiting.chunks(BATCH) {
        let taken = sorter.take_late(desk.read_again(waiting), output, outcome)?;
        write_all(taken, &desk, (&mut all, &mut kept), output)?;
    }
    if !waiting.is_empty() {
        put_in_order(&mut all, &content.articles);
    }
    // Those of another program, or of other settings, are in no file any more.
    remembered.each().filter(|_| remembers).for_each(|told| items.leave(told.entry.item));
    versions::find_open(&mut all, output);
    related::write_documents(&mut all, &mut kept, output)?;
    outcome.articles = all.iter().filter(|told| told.is_open()).count();
    outcome.stubs = all.len() - outcome.articles;
    outcome.next = all.iter().filter_map(|told| told.span.until()).min();
    Ok((all, kept, sorter.missing))
}

/// Writes the documents of articles that have their places, and hands the articles on.
fn write_all(
    taken: Vec<Read>,
    desk: &Desk,
    (all, kept): (&mut Vec<Told>, &mut Kept),
    output: &Output,
) -> Result<(), PressError> {
    if taken.iter().any(|(told, read)| told.is_open() && read.is_some()) {
        output.learn();
    }
    taken.par_iter().try_for_each(|read| desk.write(read, output))?;
    for (told, read) in taken {
        if let Some((article, text)) = read.filter(|_| told.is_open()).map(|read| *read) {
            kept.keep(article, text.len());
        }
        all.push(*told);
    }
    Ok(())
}

/// Puts articles into the order of their files.
fn put_in_order(articles: &mut [Told], files: &[PathBuf]) {
    let numbers: FxHashMap<&Path, usize> =
        files.iter().enumerate().map(|(number, file)| (file.as_path(), number)).collect();
    articles.sort_by_cached_key(|told| numbers.get(told.entry.source.as_path()).copied());
}

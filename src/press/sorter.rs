//! Articles get their places one after the other, in the order of their files. Whoever wants a place where another stood
//! waits until all others have theirs: an address stays with the article that has it, whatever the names of files.
//!
//! An article that is left out, and stands on the site, stays there as it was.

use std::path::PathBuf;

use rayon::prelude::*;

use super::{
    Finding, Outcome, PressError,
    articles::file_at,
    claims::Claims,
    desk::{Asked, Desk, Read},
    last_good,
    output::Output,
    unread::{Says, Unread},
};
use crate::{check::files::MissingFiles, model::SitePath};

/// An article that waits until all others have their places. It is read again then: where a newsroom gives all of its files
/// other names, all of them wait.
pub(super) struct Waiting {
    /// The number of its file.
    pub number: usize,
    /// Where it was at the pressing before.
    pub before: Option<SitePath>,
    /// Whether its file is left out.
    is_left_out: bool,
}

/// What gives articles their places.
pub(super) struct Sorter<'a> {
    desk: &'a Desk<'a>,
    claims: Claims,
    /// Those that wait.
    waiting: Vec<Waiting>,
    /// The files that articles name and the content does not have.
    pub missing: MissingFiles,
}

impl<'a> Sorter<'a> {
    /// For the articles that are read at `desk`.
    pub fn new(desk: &'a Desk<'a>) -> Self {
        let content = desk.content;
        let has_file = |file: &str| content.has_file(file);
        let missing =
            MissingFiles::of_site(&content.site_file(), &content.file_text, &content.site, &has_file);
        Self { desk, claims: Claims::default(), waiting: Vec::new(), missing }
    }

    /// Gives places to articles, whose files are those from number `first` on, and tells what is wrong with them. Returns
    /// those that have one.
    pub fn take_all(
        &mut self,
        first: usize,
        asked: Vec<Asked>,
        output: &mut Output,
        outcome: &mut Outcome,
    ) -> Result<Vec<Read>, PressError> {
        let mut taken = Vec::with_capacity(asked.len());
        let waiting: Vec<bool> = asked.par_iter().map(|asked| waits(asked, output)).collect();
        for ((number, asked), waits) in (first..).zip(asked).zip(waiting) {
            if waits {
                self.desk.give_back(&asked);
                let is_left_out = asked.read.is_err();
                self.waiting.push(Waiting { number, before: asked.before, is_left_out });
            } else {
                taken.extend(self.take(number, asked, output, outcome)?);
            }
        }
        Ok(taken)
    }

    /// Those that wait, none of them any longer. First come those of which only a version of before can be there: where that is,
    /// no other has a place.
    pub fn those_that_waited(&mut self) -> Vec<Waiting> {
        self.waiting.sort_by_key(|waiting| !waiting.is_left_out);
        std::mem::take(&mut self.waiting)
    }

    /// Gives places to articles that waited, and were read again.
    pub fn take_late(
        &mut self,
        asked: Vec<(usize, Asked)>,
        output: &mut Output,
        outcome: &mut Outcome,
    ) -> Result<Vec<Read>, PressError> {
        let mut taken = Vec::with_capacity(asked.len());
        for (number, asked) in asked {
            taken.extend(self.take(number, asked, output, outcome)?);
        }
        Ok(taken)
    }

    fn take(
        &mut self,
        number: usize,
        Asked { read, before }: Asked,
        output: &mut Output,
        outcome: &mut Outcome,
    ) -> Result<Option<Read>, PressError> {
        let files: &[PathBuf] = &self.desk.content.articles;
        match read.and_then(|read| self.claims.take(read, (number, files), output)) {
            Ok((read, finding)) => {
                outcome.findings.extend(read.0.findings.iter().cloned().chain(finding));
                self.missing.extend(read.0.missing.clone());
                Ok(Some(read))
            }
            Err(Unread::LeftOut(finding, says)) => {
                Ok(self.leave_out(number, (*finding, says), before, output, outcome))
            }
            Err(Unread::Unreadable(error)) => Err(error),
        }
    }

    /// Tells why the file of an article is left out. Its last good version is what the site has of it, if there is one and the
    /// file does not say that readers may not read the article.
    fn leave_out(
        &mut self,
        number: usize,
        (mut finding, says): (Finding, Says),
        before: Option<SitePath>,
        output: &mut Output,
        outcome: &mut Outcome,
    ) -> Option<Read> {
        let files: &[PathBuf] = &self.desk.content.articles;
        let file = files.get(number)?;
        let may_stay = says == Says::Readable;
        let last_good = may_stay.then(|| self.desk.last_good(file, before.as_ref(), output)).flatten();
        let taken = last_good.and_then(|read| self.claims.take(read, (number, files), output).ok());
        let read = taken.map(|(read, _)| read);
        match &read {
            Some((told, _)) if told.is_open() => {
                let entry = &told.entry;
                let date = entry.modified.max(entry.published).map(|date| format!(" of {date}"));
                let date = date.unwrap_or_default();
                finding.message.push_str(&format!("; the version{date} stays on the site"));
                outcome.staying += 1;
            }
            // Its page says that it is gone.
            Some(_) => {}
            None => output.leave_out(file, before, says),
        }
        outcome.findings.push(finding);
        read
    }
}

/// Whether an article has to wait until all others have their places: it comes to where something stood before and it did not; or
/// it is not known where it stood. Where nothing is remembered, the site itself tells what stood there.
fn waits(asked: &Asked, output: &Output) -> bool {
    match &asked.read {
        Ok((told, _)) => {
            let path = &told.entry.path;
            let is_elsewhere = told.is_new && asked.before.as_ref() != Some(path);
            is_elsewhere
                && match output.remembers() {
                    true => output.had(&file_at(path, "article.json")),
                    false => last_good::is_of_another(&told.entry, output),
                }
        }
        Err(_) => asked.before.is_none(),
    }
}

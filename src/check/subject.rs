//! What the rules about one article look at.

use std::path::Path;

use serde_json::Value;

use super::{Finding, rules};
use crate::{
    model::{Article, Instant, Site},
    source::Problem,
};

/// An article, as its file has it and as the reader understood it.
pub(crate) struct Subject<'a> {
    /// The file.
    pub file: &'a Path,
    /// Its text.
    pub text: &'a str,
    /// The text as JSON.
    pub document: &'a Value,
    /// What the reader made of it.
    pub article: &'a Article,
    /// What the reader could not use.
    pub problems: &'a [Problem],
    /// The settings of the site.
    pub site: &'a Site,
    /// The time for which it is judged.
    pub now: Instant,
}

impl Subject<'_> {
    /// What is wrong with the article by itself, notes included, by all rules that need nothing else of the newsroom.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> =
            self.problems.iter().map(|problem| Finding::of_problem(self.file, self.text, problem)).collect();
        rules::ALL.iter().for_each(|rule| rule(self, &mut findings));
        findings
    }

    /// A warning at `pointer`.
    pub fn warning(&self, code: &'static str, message: impl Into<String>, pointer: &str) -> Finding {
        Finding::warning(self.file, code, message).at(self.text, pointer)
    }

    /// A note at `pointer`.
    pub fn note(&self, code: &'static str, message: impl Into<String>, pointer: &str) -> Finding {
        Finding::note(self.file, code, message).at(self.text, pointer)
    }

    /// A text of the document.
    pub fn text_at(&self, pointer: &str) -> Option<&str> {
        self.document.pointer(pointer)?.as_str()
    }
}

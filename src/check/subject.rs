//! What the rules about one article look at.

use std::{fs, path::Path};

use serde_json::Value;

use super::{Finding, rules, unreadable};
use crate::{
    model::{Article, Edition, Instant, Site, SitePath},
    press::content,
    source::{self, Problem, ninjs::RELATED_PLACE},
};

/// The file of an article, as it was read.
pub(crate) struct Reading {
    /// What the reader made of it.
    pub article: Article,
    /// How urgent its newsroom calls it.
    pub urgency: u8,
    /// Its text.
    pub text: String,
    /// Whether its address follows from its language alone.
    pub is_settled: bool,
    document: Value,
    problems: Vec<Problem>,
}

impl Reading {
    /// Reads the file.
    ///
    /// # Errors
    /// Why it is no article.
    pub fn of(file: &Path) -> Result<Self, Finding> {
        let bytes = fs::read(file).map_err(|cause| unreadable(file, &cause))?;
        Self::of_text(file, content::text_of(file, bytes)?)
    }

    /// Reads the text of the file, which is parsed once for all who ask: the reader, the rules and the schema.
    ///
    /// # Errors
    /// Why it is no article.
    pub fn of_text(file: &Path, text: String) -> Result<Self, Finding> {
        let unread = |error| Finding::of_error(file, &text, &error);
        let document = source::json::parse(&text).map_err(unread)?;
        let article = source::ninjs::article_of(&document).map_err(unread)?;
        let urgency = source::ninjs::urgency_of(&document);
        let problems = [article.problems, urgency.problems].concat();
        let (article, urgency) = (article.value, urgency.value);
        Ok(Self { article, urgency, text, is_settled: false, document, problems })
    }

    /// The same of an article that says neither where it is nor in which section: its reader, who knows no site, puts it
    /// at the root, and it belongs into the edition of its language.
    pub fn settled_in(mut self, site: &Site) -> Self {
        let x = &self.document["x"];
        let says_nothing = (x.is_null() || x.is_object()) && x["url"].is_null();
        let summary = &mut self.article.summary;
        let edition = summary.language.as_ref().and_then(|language| {
            let of = |test: &dyn Fn(&Edition) -> bool| site.editions.iter().find(|edition| test(edition));
            of(&|edition| edition.language == *language)
                .or_else(|| of(&|edition| edition.language.same_language(language)))
        });
        let edition = edition.filter(|edition| edition.path != SitePath::root());
        if let Some(edition) = edition.filter(|_| says_nothing && self.article.breadcrumbs.is_empty()) {
            let path = edition.path.join(summary.path.as_str());
            if summary.id == summary.path.as_str() {
                summary.id = path.to_string();
            }
            (summary.path, self.is_settled) = (path, true);
        }
        self
    }

    /// What rules look at; it is judged as of `now`.
    pub fn subject<'a>(&'a self, file: &'a Path, site: &'a Site, now: Instant) -> Subject<'a> {
        let Self { article, text, document, problems, .. } = self;
        Subject { file, text, document, article, problems, site, now }
    }
}

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
        // What only its identifier is named of may be found among the other articles.
        let is_named = |problem: &&Problem| {
            let entry = || self.document.pointer(&problem.pointer);
            problem.expected == RELATED_PLACE && entry().is_some_and(|entry| entry["uri"].is_string())
        };
        let told = self.problems.iter().filter(|problem| !is_named(problem));
        let mut findings: Vec<Finding> = told
            .map(|problem| {
                let consequence = rules::consequence(self, problem);
                Finding::of_problem(self.file, self.text, problem, consequence)
            })
            .collect();
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
}

//! Rules about the words of an article.

use crate::{
    check::{Finding, subject::Subject},
    locale::Locale,
    model::Edition,
    naming,
};

fn edition<'a>(subject: &Subject<'a>) -> Option<&'a Edition> {
    subject.site.editions.get(subject.site.edition_of(&subject.article.summary.path))
}

/// `language-differs`: the language is that of the edition.
pub(super) fn language(subject: &Subject, findings: &mut Vec<Finding>) {
    let (Some(edition), Some(language)) = (edition(subject), &subject.article.summary.language) else {
        return;
    };
    if language.primary() != edition.language.primary() {
        let (expected, path) = (&edition.language, &edition.path);
        let message = format!("expected {expected}, the language of the edition at {path}, found {language}");
        findings.push(
            subject.warning("language-differs", message, "/language").helped(
                "move the article into the edition of its language with `x.url`, or change `language`",
            ),
        );
    }
}

/// `headline-missing`: there is a headline.
pub(super) fn headline(subject: &Subject, findings: &mut Vec<Finding>) {
    let summary = &subject.article.summary;
    if let Some(edition) = edition(subject).filter(|_| summary.headline.is_empty()) {
        let shown = naming::headline(summary, &Locale::new(edition));
        let message = format!("expected a headline, found none: readers see “{shown}”");
        findings.push(
            subject
                .warning("headline-missing", message, "/headlines")
                .helped("add {\"role\": \"main\", \"value\": \"…\"} to `headlines`"),
        );
    }
}

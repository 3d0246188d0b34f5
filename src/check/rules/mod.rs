//! The rules about one article by itself: each a small function with codes that stay.

mod credits;
mod dates;
mod embeds;
mod markup;
mod pictures;
mod words;

pub(super) use dates::consequence;

use super::{Finding, subject::Subject};

/// A rule: it looks at an article and adds what it finds.
pub(super) type Rule = fn(&Subject, &mut Vec<Finding>);

/// All of them, in the order in which a file's findings of one place are told.
pub(super) const ALL: [Rule; 13] = [
    words::language,
    words::headline,
    dates::published,
    dates::corrections,
    dates::offsets,
    dates::empty,
    pictures::words,
    pictures::words_of_media,
    pictures::sizes,
    credits::roles,
    credits::crumbs,
    embeds::frames,
    markup::dropped_markup,
];

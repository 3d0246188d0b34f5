//! IPTC ninjs, the newsroom's own format: from 1.0 to 3.1, with this project's `x` object.
//!
//! The generations differ in names, not in meaning. Before 3.0 names are in lower case (`versioncreated`);
//! before 2.0 what is a list with roles today was a family of properties (`headline_main`, `body_xhtml`),
//! and associations and renditions were objects keyed by name. Each reader below takes all of them, and
//! the same article in three generations reads to the same value.

mod about;
mod article;
mod associations;
mod body;
mod credits;
mod pictures;
mod place;
mod subjects;
mod summary;
mod texts;
mod urgency;
mod write;

pub use about::write_about;
pub use article::read_article;
#[cfg(feature = "native")]
pub(crate) use article::{article_of, related_of};
pub use associations::RELATED_PLACE;
pub use pictures::alt_stand_in;
pub use summary::read_summaries;
pub use texts::texts_in_markup;
pub use urgency::urgency_of;
pub use write::write_summary;

//! IPTC ninjs, the newsroom's own format: from 1.0 to 3.1, with this project's `x` object.
//!
//! The generations differ in names, not in meaning. Before 3.0 names are in lower case (`versioncreated`);
//! before 2.0 what is a list with roles today was a family of properties (`headline_main`, `body_xhtml`),
//! and associations and renditions were objects keyed by name. Each reader below takes all of them, and
//! the same article in three generations reads to the same value.
//!
//! What readers' browsers get is written here, too, in 3.1: summaries (`write`), what stands where no article is to be read
//! (`stub`), what a document says of others (`neighbours`), and documents without what editors write for each other (`notes`).

mod about;
mod article;
mod associations;
mod body;
mod credits;
#[cfg(feature = "native")]
mod neighbours;
#[cfg(feature = "native")]
mod notes;
mod pictures;
mod place;
#[cfg(feature = "native")]
mod stub;
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
#[cfg(feature = "native")]
pub(crate) use neighbours::{
    drop_translations, identifier_alone, others, place_of, put_place, tell, untold, with_place,
};
#[cfg(feature = "native")]
pub(crate) use notes::{remove_notes, without_notes};
pub use pictures::alt_stand_in;
#[cfg(feature = "native")]
pub(crate) use stub::{tells_of_no_article, write_held_back, write_leading, write_withdrawn};
pub use summary::read_summaries;
pub use texts::texts_in_markup;
pub use urgency::urgency_of;
pub use write::write_summary;

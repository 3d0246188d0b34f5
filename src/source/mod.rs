//! From wire formats to the model.
//!
//! Readers are lenient: they return what they understood ([`Read::value`]) and, beside it, what they did
//! not ([`Read::problems`]), so that one bad field never takes down an article, and one bad article never
//! takes down a list. Only a document that is no such thing at all is an error.

pub mod dates;
mod error;
mod front;
pub mod html;
pub(crate) mod json;
pub mod ninjs;
pub mod site;
mod slug;
pub mod static_site;
#[cfg(feature = "native")]
pub mod withdrawn;

pub use error::{Problem, Read, SourceError, SourceErrorKind};
pub use slug::slug;

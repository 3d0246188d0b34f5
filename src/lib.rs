//! Broadsheet: a news site that runs in the reader's browser.
//!
//! # A guided tour
//!
//! An article travels through this crate in one direction, and each module does one thing to it:
//!
//! 1. [`route`] reads the address the reader opened and says what it names: a front, a section, an
//!    article, in which edition.
//! 2. [`store`] has the document fetched through [`platform`], and keeps it as a signal of
//!    [`store::Remote`]: on its way, here, or failed with a cause.
//! 3. [`source`] turns the document, in whatever wire format it came, into the plain data of
//!    [`model`]. Markup becomes blocks here; nothing later in the chain ever sees markup.
//! 4. [`pages`] choose what to show for a route and a state; [`components`] draw model values, with
//!    the words and dates of [`locale`].
//! 5. [`report`] takes a reader's correction the other way: from a selection in the text to the desk.
//!
//! Components return [`piece::Piece`], which is drawn into an empty page, written as HTML, or laid over a page that
//! was written so. [`app`] ties all into one tree. `start` draws it in the browser, or takes over the page that
//! was pressed; the native command in `src/bin/broadsheet/` uses `press` to write a content folder out as a static
//! site, every page drawn by the same tree.
//!
//! The rules that hold across the modules are written down in `ARCHITECTURE.md`.

pub mod app;
#[cfg(feature = "native")]
pub mod check;
pub mod components;
pub mod locale;
pub mod model;
pub mod naming;
pub mod ordered;
pub mod pages;
pub mod piece;
pub mod platform;
#[cfg(feature = "native")]
pub mod press;
pub mod reading;
pub mod remembered;
pub mod report;
pub mod route;
pub mod saved;
pub mod search;
pub mod source;
#[cfg(target_arch = "wasm32")]
pub mod start;
pub mod store;
pub mod theme;

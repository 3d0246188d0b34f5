//! A reader's report of a mistake, from the selected words to the newsroom's desk.
//!
//! 1. [`quote`] turns a selection into words and their context.
//! 2. [`draft`] is what the reader has filled in so far; it survives cancel and reload.
//! 3. [`annotation`] makes of it the JSON that is sent, and lists every part of that JSON for the preview.
//! 4. [`queue`] keeps that JSON until a receiver said yes, and decides what to do next; [`courier`] does it.
//! 5. [`receivers`] knows the other ways to the desk: e-mail, copy, download.
//!
//! Nothing here draws anything.

pub mod annotation;
pub mod courier;
pub mod difference;
pub mod draft;
pub mod drafts;
pub mod lease;
pub mod queue;
pub mod quote;
pub mod receivers;
pub mod retry_after;
mod subject;

pub use subject::ReportSubject;

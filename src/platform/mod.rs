//! The only place that asks which target it is on.
//!
//! Each module offers the same functions in the browser (web-sys) and natively, so that everything
//! above compiles for both and need not know.

/// Whether problems of documents are noted. A browser has nobody to tell them, and would carry their words along.
pub const NOTES_PROBLEMS: bool = cfg!(not(target_arch = "wasm32"));

pub mod clock;
pub mod document;
pub mod enlarged;
pub mod events;
pub mod fetch;
pub mod focus;
pub mod fragment;
pub mod handover;
pub mod head;
pub mod html;
pub mod letters;
#[cfg(target_arch = "wasm32")]
mod link;
pub mod lock;
pub mod marks;
pub mod navigation;
#[cfg(target_arch = "wasm32")]
mod near;
pub mod origin;
pub mod post;
pub mod random;
pub mod rest;
#[cfg(target_arch = "wasm32")]
mod scroll;
pub mod search;
pub mod selection;
pub mod speech;
pub mod storage;
pub mod task;
pub mod timer;
#[cfg(target_arch = "wasm32")]
mod transition;
pub mod zone;

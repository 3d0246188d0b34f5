//! The only place that asks which target it is on.
//!
//! Each module offers the same functions in the browser (web-sys) and natively, so that everything
//! above compiles for both and need not know.

pub mod html;

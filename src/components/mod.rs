//! Components that draw model values, one a file.

pub mod report;

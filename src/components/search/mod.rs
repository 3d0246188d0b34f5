//! The search: the box that leads to it, and the parts of its page.

mod filters;
mod results;
mod search_box;

pub use filters::search_filters;
pub use results::{Asking, ask_for, marked_line, search_results};
pub use search_box::{search_box, search_field, search_link, search_path};

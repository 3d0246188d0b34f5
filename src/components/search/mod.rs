//! The search: the box that leads to it, and the parts of its page.

mod begin;
mod filters;
mod results;
mod search_box;

pub use begin::search_begin;
pub use filters::search_filters;
pub use results::{
    Asked, Asking, SHOWN, ask_for, focus_on_new, marked_line, meant_button, older_button, search_results,
};
pub use search_box::{search_box, search_field, search_link, search_path};

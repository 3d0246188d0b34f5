//! Views of model values, one component a file. Props are model types; words come from the edition's
//! locale, which every component finds in its [`EditionContext`].

mod article_dates;
mod article_notes;
mod article_text;
mod body;
mod breadcrumbs;
mod consent;
mod context;
mod credits;
mod edition_switch;
mod embed;
mod failure;
mod figure;
mod front;
mod inline;
mod kept_here;
mod link;
mod list_head;
mod masthead;
mod media;
mod notice_line;
mod pager;
pub mod report;
mod saved_list;
mod search;
mod settings_failed;
mod site_footer;
mod skeleton;
mod summary_list;
mod table;
mod theme_switch;
mod tools;
mod viewer;
mod viewer_place;

pub use article_dates::article_dates;
pub use article_notes::{corrected_lines, corrections, related_articles, subjects, text_sources};
pub use article_text::ArticleText;
pub use breadcrumbs::{article_breadcrumbs, breadcrumbs};
pub use context::{EditionContext, Known, in_own_language, use_edition, use_locale};
pub use credits::{all_credits, byline};
pub use edition_switch::edition_offer;
pub use failure::{Explanation, failed};
pub use figure::{PicturePlace, figure_view};
pub use front::front;
pub use kept_here::kept_here;
pub use list_head::{deeper_sections, list_feed, list_head};
pub use masthead::masthead;
pub use notice_line::{notice_line, written as number_in};
pub use pager::pager;
pub use saved_list::saved_list;
pub use search::{
    Asked, Asking, SHOWN, ask_for, focus_on_new, meant_button, older_button, search_begin, search_box,
    search_field, search_filters, search_path, search_results,
};
pub use settings_failed::settings_failed;
pub use site_footer::{follow_links, site_footer};
pub use skeleton::{article_skeleton, body_skeleton, list_skeleton};
pub use summary_list::{Setting, summary_list};
pub use tools::{Spoken, article_tools, provide_shelf};
pub use viewer::{provide_pictures, viewer};

//! Views of model values, one component a file. Props are model types; words come from the edition's
//! locale, which every component finds in its [`EditionContext`].

mod article_dates;
mod article_notes;
mod body;
mod breadcrumbs;
mod context;
mod credits;
mod element;
mod failure;
mod figure;
mod inline;
mod link;
mod masthead;
mod notice_line;
mod pager;
pub mod report;
mod settings_failed;
mod site_footer;
mod skeleton;
mod summary_list;
mod table;
mod theme_switch;

pub use article_dates::ArticleDates;
pub use article_notes::{Corrections, RelatedArticles, Subjects, TextSources, Translations};
pub use body::Body;
pub use breadcrumbs::Breadcrumbs;
pub use context::{EditionContext, use_edition};
pub use credits::Credits;
pub use failure::{Explanation, Failed};
pub use figure::{PicturePlace, figure_view};
pub use masthead::Masthead;
pub use notice_line::NoticeLine;
pub use pager::Pager;
pub use settings_failed::SettingsFailed;
pub use site_footer::{FollowLinks, SiteFooter};
pub use skeleton::{ArticleSkeleton, ListSkeleton};
pub use summary_list::SummaryList;

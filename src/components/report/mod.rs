//! Reporting a mistake: the button, the dialog, the line that tells of reports on their way.
//!
//! A page shows a [`report_button`] where it likes. The shell holds one [`report_dialog`] and one [`report_status`],
//! and calls [`provide_report_desk`] above all three. What the parts share is the [`ReportDesk`].

mod button;
mod desk;
mod dialog;
mod difference;
mod field;
mod form;
mod form_state;
mod handover;
mod kind_field;
mod outcome;
mod pieces;
mod preview;
mod quotation;
mod status;
mod touch_button;
mod unstored;
mod words;

pub use button::report_button;
pub use desk::{Opening, ReportDesk, provide_report_desk};
pub use dialog::report_dialog;
pub use status::report_status;

//! Journeys through the site in a real browser. What they look at is what a reader meets: roles, names,
//! text, focus, and the requests that leave the page.
//!
//! They need the app in `dist/` (`make dist`; another folder in `BROADSHEET_DIST`), Chromium and chromedriver.

mod accessibility;
mod accessibility_mirrored;
mod arriving;
mod article;
mod asked_early;
mod attacks;
mod base_path;
mod before_program;
mod beforehand;
mod comfort;
mod comforts_else;
mod comforts_everywhere;
mod desk;
mod editions;
mod embeds;
mod failures;
mod first_look;
mod forced_colours;
mod four_editions;
mod front;
mod hosts;
mod in_sight;
mod journey;
mod keyboard;
mod layout;
mod listening;
mod lists;
mod lost;
mod media;
mod motion;
mod moving;
mod parts;
mod places;
mod places_everywhere;
#[path = "../hosts/press_site.rs"]
mod press_site;
mod pressed;
mod pressed_drafts;
#[path = "../hosts/server.rs"]
mod real_server;
mod related;
mod report;
mod report_sending;
mod returning;
mod saved;
mod scrolling;
mod search;
mod search_archive;
mod search_cost;
mod search_editions;
mod sections;
mod serving;
mod steps;
mod support;
mod viewer;
mod viewer_files;
mod viewer_mouse;
mod viewer_pinch;
mod visit_cost;
mod whole_demo;
mod without_script;
mod zoom;

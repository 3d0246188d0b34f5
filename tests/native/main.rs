//! Every test that needs neither a browser nor a web server, in one program: it is linked once.

mod article;
mod check;
mod check_among;
mod check_faults;
mod check_markup;
mod check_places;
mod check_reports;
mod check_schema;
mod check_settings;
mod corpus;
#[path = "../common/documents.rs"]
mod documents;
mod html;
mod html_media;
mod ninjs;
mod ninjs_texts;
mod press;
mod press_atom;
mod press_deleted;
mod press_faults;
mod press_feed;
mod press_front;
mod press_json_feed;
#[path = "../press_newsroom/mod.rs"]
mod press_newsroom;
mod press_places;
mod press_publish;
mod press_related;
mod press_room;
mod press_search;
mod press_sitemap;
mod press_texts;
mod press_warnings;
mod press_withdrawn;
mod properties;
mod reading;
mod release_new;
mod release_serve;
mod release_watch;
mod report_delivery;
mod report_http;
mod report_view;
mod report_world;
mod search_records;
mod site;
mod structured_data;

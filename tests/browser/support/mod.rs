//! What the journeys stand on: sites, a server that misbehaves on request, and the browser.

mod browser;
mod http;
pub mod newsroom;
pub mod page;
mod server;
pub mod site;

pub use browser::{Device, in_browser};
pub use page::Page;
pub use server::{Answer, Fallback};
pub use site::{Content, Site};

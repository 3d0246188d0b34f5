//! What a newsroom publishes, as plain data: no I/O, no wire format, no view.
//!
//! A value of these types is safe to draw. Addresses have been checked ([`Address`]), markup has
//! become [`Block`]s and [`Inline`]s, dates are instants. Whoever builds one (the readers in
//! `crate::source`) has done that work; whoever draws one need not think about it again.

mod address;
mod article;
mod block;
mod credit;
mod embed;
mod front;
mod index_page;
mod instant;
mod language;
mod media;
mod picture;
mod site;
mod site_path;
mod withdrawn;

pub use address::{Address, AddressError};
pub use article::{
    Article, Availability, Correction, Crumb, PublicationStatus, Subject, Summary, Translation,
};
pub use block::{
    Block, Cell, Figure, Inline, ListItem, Row, even_spaces, heading_name, one_line, plain_text,
    plain_text_of_blocks,
};
pub use credit::{Credit, Role};
pub use embed::{Frame, Shape, Verb, page_of, provider_of};
pub use front::{FrontBlock, FrontKind, FrontPart};
pub use index_page::{About, IndexPage};
pub use instant::{Civil, Instant};
pub use language::{Direction, Language, Tongue};
pub use media::{File, Media, MediaKind, MediaSource, Track, file_kind, parse_size};
pub use picture::{Picture, Rendition};
pub use site::{
    Edition, Localized, NamedLink, Notice, Person, ReportReceivers, Section, Site, SourceSettings, Theme,
    Topic,
};
pub use site_path::SitePath;
pub use withdrawn::Withdrawn;

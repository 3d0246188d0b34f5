//! What readers of each language read.

mod bylines;
mod dates;
mod messages;
mod overrides;

use super::Locale;
use crate::model::{Civil, Edition, Instant, Language, SitePath};

/// The languages with a message file.
const TAGS: [&str; 4] = ["en", "ru", "kk", "ar"];

fn edition(tag: &str) -> Edition {
    Edition {
        language: Language::parse(tag).expect("a valid tag"),
        label: tag.to_owned(),
        path: SitePath::root(),
        time_zone: "Asia/Almaty".to_owned(),
        messages: Vec::new(),
    }
}

fn locale(tag: &str) -> Locale {
    Locale::new(&edition(tag))
}

/// The instant at which a clock in Almaty, `hours` ahead of UTC then, shows the given time.
fn almaty(year: i64, month: u8, day: u8, hour: u8, minute: u8, hours: i64) -> Instant {
    let civil = Civil { year, month, day, hour, minute, second: 0 };
    Instant::from_civil(civil, hours * 3600).expect("a real date")
}

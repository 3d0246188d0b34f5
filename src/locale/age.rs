//! How long ago something was, and how long until it is.

use super::{Locale, Message};
use crate::model::{Civil, Instant};

const MINUTE: i64 = 60;
const HOUR: i64 = 3600;
/// From here on a date says more than a distance.
const RELATIVE_LIMIT: i64 = 10 * HOUR;
/// How far the newsroom's clock may run ahead of the reader's.
const CLOCK_SKEW: i64 = 2 * MINUTE;

impl Locale {
    /// "just now", "5 minutes ago", "9 hours ago"; `None` from ten hours on, for the future, and for a day of which
    /// nobody said the hour.
    ///
    /// Up to two minutes ahead count as now: the reader's clock may be slow.
    pub fn relative(&self, at: Instant, now: Instant) -> Option<String> {
        let seconds = now.unix_seconds().saturating_sub(at.unix_seconds());
        if at.is_day() || !(-CLOCK_SKEW..RELATIVE_LIMIT).contains(&seconds) {
            return None;
        }
        Some(match seconds {
            ..MINUTE => self.text(Message::JustNow),
            MINUTE..HOUR => self.count(Message::MinutesAgo, (seconds / MINUTE).unsigned_abs(), &[]),
            _ => self.count(Message::HoursAgo, (seconds / HOUR).unsigned_abs(), &[]),
        })
    }

    /// "in 30 seconds", "in 5 minutes", "in 2 hours", rounded up: the value of `when` in
    /// [`Message::ReportRetry`].
    pub fn wait(&self, seconds: u64) -> String {
        match seconds {
            0..60 => self.count(Message::InSeconds, seconds, &[]),
            // The last minute of the hour would round up to 60 minutes.
            60..=3540 => self.count(Message::InMinutes, seconds.div_ceil(60), &[]),
            _ => self.count(Message::InHours, seconds.div_ceil(3600), &[]),
        }
    }

    /// "This article is more than 12 years old", in whole years of the edition's calendar; `None` before
    /// the first is over.
    pub fn age_note(&self, at: Instant, now: Instant) -> Option<String> {
        let (then, today) = (self.local(at).civil, self.local(now).civil);
        let full_year = within_year(&today) >= within_year(&then);
        let years = today.year - then.year - i64::from(!full_year);
        let years = u64::try_from(years).ok().filter(|years| *years >= 1)?;
        Some(self.count(Message::ArticleAge, years, &[]))
    }
}

/// The moment within its year, for comparing.
fn within_year(civil: &Civil) -> (u8, u8, u8, u8, u8) {
    (civil.month, civil.day, civil.hour, civil.minute, civil.second)
}

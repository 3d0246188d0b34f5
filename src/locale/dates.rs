//! Dates and times in an edition's zone and language.

use super::{Locale, Message};
use crate::model::{Civil, Instant};
use crate::platform::zone;

/// The two ways a day can stand in the message `date`: `4`, and `04`.
pub(super) const DAYS: [&str; 2] = ["day", "day-padded"];

const SECONDS_PER_DAY: i64 = 86_400;

/// What the clock on the wall shows in an edition's zone.
pub(super) struct Local {
    pub civil: Civil,
    /// Seconds east of UTC.
    pub offset: i64,
    /// Whether the zone is known; if not, this is UTC.
    pub known: bool,
}

/// The names of the months, from January.
const MONTHS: [Message; 12] = [
    Message::Month1,
    Message::Month2,
    Message::Month3,
    Message::Month4,
    Message::Month5,
    Message::Month6,
    Message::Month7,
    Message::Month8,
    Message::Month9,
    Message::Month10,
    Message::Month11,
    Message::Month12,
];

/// The names of the weekdays, from Monday.
const WEEKDAYS: [Message; 7] = [
    Message::Weekday1,
    Message::Weekday2,
    Message::Weekday3,
    Message::Weekday4,
    Message::Weekday5,
    Message::Weekday6,
    Message::Weekday7,
];

impl Locale {
    /// Whether the edition's time zone is one that this machine knows. If not, times are shown in UTC, and say so.
    pub fn zone_is_known(&self) -> bool {
        zone::offset_seconds(self.time_zone(), Instant::from_unix_seconds(0)).is_ok()
    }

    pub(super) fn local(&self, at: Instant) -> Local {
        let (offset, known) = match zone::offset_seconds(self.time_zone(), at) {
            // It is the same day everywhere.
            _ if at.is_day() => (0, true),
            Ok(offset) => (offset, true),
            Err(_) => (0, false),
        };
        Local { civil: at.civil(offset), offset, known }
    }

    /// "4 July 2014".
    pub fn date(&self, at: Instant) -> String {
        self.write_date(&self.local(at).civil)
    }

    /// "10:43"; with the offset where the zone is unknown.
    pub fn time_of_day(&self, at: Instant) -> String {
        let local = self.local(at);
        self.with_zone_if_unknown(self.write_time(&local.civil), &local)
    }

    /// "4 July 2014, 10:43"; with the offset where the zone is unknown, and the day alone where nobody said the hour.
    pub fn date_time(&self, at: Instant) -> String {
        if at.is_day() {
            return self.date(at);
        }
        let local = self.local(at);
        self.with_zone_if_unknown(self.write_date_time(&local.civil), &local)
    }

    /// "Friday, 4 July 2014, 10:43 (UTC+06:00)"; the day alone where nobody said the hour.
    pub fn date_time_long(&self, at: Instant) -> String {
        if at.is_day() {
            return self.date(at);
        }
        let local = self.local(at);
        let days = at.unix_seconds().saturating_add(local.offset).div_euclid(SECONDS_PER_DAY);
        // 1970-01-01 was a Thursday, three days after Monday. The remainder is below 7, so the cast keeps it.
        let weekday = WEEKDAYS[(days + 3).rem_euclid(7) as usize];
        self.with(
            Message::DateTimeLong,
            &[
                ("weekday", &self.text(weekday)),
                ("date-time", &self.write_date_time(&local.civil)),
                ("zone", &offset_name(local.offset)),
            ],
        )
    }

    fn write_date(&self, civil: &Civil) -> String {
        self.with(
            Message::Date,
            &[
                (DAYS[0], &civil.day.to_string()),
                (DAYS[1], &two_digits(civil.day)),
                ("month", &self.text(MONTHS[usize::from(civil.month.clamp(1, 12) - 1)])),
                ("year", &civil.year.to_string()),
            ],
        )
    }

    fn write_time(&self, civil: &Civil) -> String {
        self.with(
            Message::TimeOfDay,
            &[("hour", &two_digits(civil.hour)), ("minute", &two_digits(civil.minute))],
        )
    }

    fn write_date_time(&self, civil: &Civil) -> String {
        self.with(Message::DateTime, &[("date", &self.write_date(civil)), ("time", &self.write_time(civil))])
    }

    fn with_zone_if_unknown(&self, time: String, local: &Local) -> String {
        if local.known {
            return time;
        }
        let zone = offset_name(local.offset);
        self.with(Message::DateTimeZone, &[("date-time", &time), ("zone", &zone)])
    }
}

/// "UTC", "UTC+05:00", "UTC−03:30", with a true minus sign; seconds only where there are any, as before railways.
pub(super) fn offset_name(offset: i64) -> String {
    let mut name = "UTC".to_owned();
    if offset == 0 {
        return name;
    }
    name.push(if offset < 0 { '−' } else { '+' });
    let seconds = offset.unsigned_abs();
    // Each is below 100 for any offset that occurs, so the casts keep them.
    for (place, part) in [seconds / 3600 % 100, seconds / 60 % 60, seconds % 60].into_iter().enumerate() {
        if place == 2 && part == 0 {
            break;
        }
        if place > 0 {
            name.push(':');
        }
        name.push_str(&two_digits(part as u8));
    }
    name
}

/// A number below 100 with a leading zero.
fn two_digits(number: u8) -> String {
    let mut digits = String::with_capacity(2);
    digits.push(char::from(b'0' + number / 10 % 10));
    digits.push(char::from(b'0' + number % 10));
    digits
}

//! A point in time, and the calendar fields it has at an offset from UTC.

use std::fmt;

const SECONDS_PER_DAY: i64 = 86_400;

/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
///
/// How it is shown (zone, language) is the edition's business: see [`crate::locale`]. Its `Display`
/// is RFC 3339 in UTC, for the `datetime` attribute and for machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "native", derive(serde::Deserialize, serde::Serialize))]
pub struct Instant(i64);

/// The calendar fields of an instant at some offset from UTC, in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// The year, negative before year 0.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

impl Instant {
    /// The instant `seconds` after the Unix epoch.
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since the Unix epoch.
    pub const fn unix_seconds(self) -> i64 {
        self.0
    }

    /// The instant at which a clock `offset_seconds` east of UTC shows `civil`.
    ///
    /// `None` when a field is out of its range or the day does not exist in that month.
    pub fn from_civil(civil: Civil, offset_seconds: i64) -> Option<Self> {
        let in_range = (-9999..=9999).contains(&civil.year)
            && (1..=12).contains(&civil.month)
            && (1..=days_in_month(civil.year, civil.month)).contains(&civil.day)
            && civil.hour < 24
            && civil.minute < 60
            && civil.second < 60;
        in_range.then(|| {
            let days = days_from_civil(civil.year, i64::from(civil.month), i64::from(civil.day));
            let time = i64::from(civil.hour) * 3600 + i64::from(civil.minute) * 60 + i64::from(civil.second);
            Self(days * SECONDS_PER_DAY + time - offset_seconds)
        })
    }

    /// The time, in UTC, that a day has of which nobody said the hour. It is amid that day, so that it is the same day
    /// nearly everywhere, and odd enough to be known by, also when it was written and read in between: see
    /// [`Self::is_day`].
    pub const DAY_ALONE: (u8, u8, u8) = (11, 59, 59);

    /// Whether it stands for a day of which nobody said the hour. What happened at that very second loses its hour.
    pub const fn is_day(self) -> bool {
        self.0.rem_euclid(SECONDS_PER_DAY) == SECONDS_PER_DAY / 2 - 1
    }

    /// When it begins: a day at its midnight in UTC.
    #[cfg(feature = "native")]
    pub const fn begins(self) -> Self {
        if self.is_day() { Self(self.0 - self.0.rem_euclid(SECONDS_PER_DAY)) } else { self }
    }

    /// What a clock `offset_seconds` east of UTC shows at this instant.
    pub fn civil(self, offset_seconds: i64) -> Civil {
        let local = self.0.saturating_add(offset_seconds);
        let (days, time) = (local.div_euclid(SECONDS_PER_DAY), local.rem_euclid(SECONDS_PER_DAY));
        let (year, month, day) = civil_from_days(days);
        // The remainders below are within their ranges by construction, so the casts keep them.
        Civil {
            year,
            month: month as u8,
            day: day as u8,
            hour: (time / 3600) as u8,
            minute: (time / 60 % 60) as u8,
            second: (time % 60) as u8,
        }
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Civil { year, month, day, hour, minute, second } = self.civil(0);
        write!(formatter, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

// Days are counted in 400-year eras whose years begin in March, so that the leap day comes last.

fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn civil(year: i64, month: u8, day: u8, hour: u8, minute: u8) -> Civil {
        Civil { year, month, day, hour, minute, second: 0 }
    }

    #[test]
    fn fields_and_instants_turn_into_each_other() {
        let published = Instant::from_civil(civil(2014, 7, 4, 10, 43), 6 * 3600).expect("a real date");
        assert_eq!(published.to_string(), "2014-07-04T04:43:00Z");
        assert_eq!(published.civil(6 * 3600), civil(2014, 7, 4, 10, 43));
        for days in (-800_000..800_000).step_by(97) {
            let instant = Instant::from_unix_seconds(days * SECONDS_PER_DAY + 61);
            assert_eq!(Instant::from_civil(instant.civil(3600), 3600), Some(instant));
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        assert_eq!(Instant::from_civil(civil(2023, 2, 29, 0, 0), 0), None);
        assert!(Instant::from_civil(civil(2024, 2, 29, 0, 0), 0).is_some());
        assert_eq!(Instant::from_civil(civil(2024, 13, 1, 0, 0), 0), None);
        assert_eq!(Instant::from_civil(civil(2024, 1, 1, 24, 0), 0), None);
    }
}

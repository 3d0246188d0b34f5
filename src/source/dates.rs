//! Dates as newsrooms write them.

use crate::model::{Civil, Instant};

/// Reads a date in RFC 3339 and in the forms that are met beside it.
///
/// An offset may be `Z`, `z`, `+06:00`, `+0600` or `+06`, and be missing (then the date counts as UTC);
/// a space may stand for the `T`; seconds and their fraction may be missing; a day alone stays one
/// ([`Instant::is_day`]). Fractions of a second are dropped, and a leap second counts as the one before it.
/// `None` for anything else, and for days that do not exist.
pub fn parse(text: &str) -> Option<Instant> {
    let text = text.trim();
    let (day, rest) = match text.find(['T', 't', ' ']) {
        Some(at) => (text.get(..at)?, Some(text.get(at + 1..)?.trim_start())),
        None => (text, None),
    };
    let (year, month, day) = calendar_day(day)?;
    let (clock, offset) = match rest {
        None => (Instant::DAY_ALONE, 0),
        Some(rest) => {
            let at = rest.find(['Z', 'z', '+', '-', '\u{2212}']).unwrap_or(rest.len());
            (clock(rest.get(..at)?.trim_end())?, offset(rest.get(at..)?)?)
        }
    };
    let (hour, minute, second) = clock;
    Instant::from_civil(Civil { year, month, day, hour, minute, second }, offset)
}

/// `2014-07-04`, or `20140704`.
fn calendar_day(text: &str) -> Option<(i64, u8, u8)> {
    let (year, month, day) = match text.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => (*year, *month, *day),
        [all] => (all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        _ => return None,
    };
    Some((digits(year, 4)?, u8::try_from(digits(month, 2)?).ok()?, u8::try_from(digits(day, 2)?).ok()?))
}

/// `10:43`, `10:43:00`, `10:43:00.123`, or `104300`.
fn clock(text: &str) -> Option<(u8, u8, u8)> {
    let (whole, fraction) = match text.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hour, minute, second) = match whole.split(':').collect::<Vec<_>>().as_slice() {
        [hour, minute] => (*hour, *minute, "00"),
        [hour, minute, second] => (*hour, *minute, *second),
        [all] => {
            (all.get(..2)?, all.get(2..4)?, all.get(4..).filter(|rest| !rest.is_empty()).unwrap_or("00"))
        }
        _ => return None,
    };
    let part = |text: &str| u8::try_from(digits(text, 2)?).ok();
    let second = part(second)?;
    Some((part(hour)?, part(minute)?, if second == 60 { 59 } else { second }))
}

/// Seconds east of UTC; nothing at all counts as UTC.
fn offset(text: &str) -> Option<i64> {
    let text = text.trim();
    let mut characters = text.chars();
    let sign = match characters.next() {
        None => return Some(0),
        Some('Z' | 'z') => return characters.next().is_none().then_some(0),
        Some('+') => 1,
        Some('-' | '\u{2212}') => -1,
        Some(_) => return None,
    };
    let rest = characters.as_str();
    let (hours, minutes) = match rest.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if rest.len() == 2 => (rest, "00"),
        None => (rest.get(..2)?, rest.get(2..)?),
    };
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    (hours <= 18 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// A number of exactly `length` digits.
fn digits(text: &str, length: usize) -> Option<i64> {
    let fits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn every_spelling_of_one_moment_is_read() {
        for text in [
            "2014-07-04T10:43:00+06:00",
            "2014-07-04T10:43:00+0600",
            "2014-07-04T10:43:00+06",
            "2014-07-04 10:43+06:00",
            "2014-07-04T10:43:00.987 +06:00",
            "2014-07-04t04:43:00z",
            "2014-07-04T04:43",
            "2014-07-04T00:43:00\u{2212}04:00",
            "20140704T044300Z",
            " 2014-07-04T04:43:00Z ",
        ] {
            assert_eq!(parse(text).map(|i| i.to_string()).as_deref(), Some("2014-07-04T04:43:00Z"), "{text}");
        }
    }

    #[test]
    fn a_day_alone_stays_one_and_is_one_again_when_it_was_written() {
        let day = parse("2019-10-01").expect("a day");
        assert!(day.is_day() && parse("20191001") == Some(day));
        assert_eq!(parse(&day.to_string()), Some(day));
        assert!(parse("2019-10-01T12:00:00Z") > Some(day) && parse("2019-10-01T11:59:00Z") < Some(day));
        assert_eq!(day.begins().to_string(), "2019-10-01T00:00:00Z");
        for moment in ["2019-10-01T00:00:00Z", "2019-10-01T12:00:00Z", "2019-10-01T11:59:59+05:00"] {
            assert!(parse(moment).is_some_and(|moment| !moment.is_day() && moment.begins() == moment));
        }
        assert_eq!(parse("2019-02-29"), None);
    }

    #[test]
    fn a_leap_second_is_the_one_before_it() {
        assert_eq!(parse("2016-12-31T23:59:60Z"), parse("2016-12-31T23:59:59Z"));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "yesterday",
            "2014-02-30",
            "2014-7-4",
            "2014-07-04T",
            "2014-07-04T25:00Z",
            "2014-07-04T10:43+99:00",
            "2014-07-04T10:43:00+06:00 Almaty",
            "04.07.2014",
            "2014-07-04T10:43:00ZZ",
            "2014-07-04Tтаң",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}

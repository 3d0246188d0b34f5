//! The `Retry-After` field (RFC 9110 §10.2.3): how long a server asks to be left alone.

use crate::model::{Civil, Instant};

/// The milliseconds from `now` (Unix milliseconds) that `field` asks for; `None` where it makes no sense.
///
/// It holds seconds, or a date in any of the three forms that RFC 9110 §5.6.7 makes recipients take. A date
/// that is past asks for nothing.
pub fn pause(field: &str, now: i64) -> Option<i64> {
    let field = field.trim();
    if !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than fit mean "very long"; the caller has its own bound.
        return Some(field.parse::<i64>().unwrap_or(i64::MAX).saturating_mul(1000));
    }
    let date = date(field)?.unix_seconds().saturating_mul(1000);
    Some(date.saturating_sub(now).max(0))
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, or `Sun Nov  6 08:49:37 1994`.
fn date(field: &str) -> Option<Instant> {
    let (mut day, mut month, mut year, mut time) = (None, None, None, None);
    let words = field.split([' ', ',', '-']).filter(|word| !word.is_empty());
    for word in words.skip(1) {
        let number = word.parse::<i64>().ok();
        if word.contains(':') {
            time = Some(clock(word)?);
        } else if let Some(number) = number {
            if day.is_none() {
                day = Some(u8::try_from(number).ok()?);
            } else {
                year = Some(if word.len() == 2 { century(number) } else { number });
            }
        } else if word != "GMT" {
            let at = MONTHS.iter().position(|name| word.eq_ignore_ascii_case(name))?;
            month = u8::try_from(at + 1).ok();
        }
    }
    let (hour, minute, second) = time?;
    // A leap second is the same moment as the next minute; one second early does no harm.
    let second = second.min(59);
    Instant::from_civil(Civil { year: year?, month: month?, day: day?, hour, minute, second }, 0)
}

/// Two digits, in the obsolete form: this century's.
fn century(two_digits: i64) -> i64 {
    2000 + two_digits
}

fn clock(word: &str) -> Option<(u8, u8, u8)> {
    let mut fields = word.split(':').map(|field| field.parse::<u8>());
    Some((fields.next()?.ok()?, fields.next()?.ok()?, fields.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn seconds_and_all_three_forms_of_a_date_are_read() {
        assert_eq!(pause(" 120 ", 0), Some(120_000));
        assert_eq!(pause("0", 5), Some(0));
        assert_eq!(pause("99999999999999999999999", 0), Some(i64::MAX));
        let now = 1_804_492_800_000; // 2027-03-08T08:00:00Z
        for date in
            ["Mon, 08 Mar 2027 08:01:30 GMT", "Monday, 08-Mar-27 08:01:30 GMT", "Mon Mar  8 08:01:30 2027"]
        {
            assert_eq!(pause(date, now), Some(90_000), "{date}");
        }
        assert_eq!(pause("Sun, 06 Nov 1994 08:49:37 GMT", now), Some(0));
    }

    #[test]
    fn nonsense_is_no_date() {
        for field in [
            "",
            "soon",
            "-5",
            "1.5",
            "Mon, 31 Feb 2027 08:00:00 GMT",
            "Mon, 08 Mar 2027",
            "Mon, 08 Foo 2027 08:00:00 GMT",
            "a:b",
        ] {
            assert_eq!(pause(field, 0), None, "{field}");
        }
    }

    proptest! {
        #[test]
        fn no_field_panics(field in "([A-Z]?[a-z]{0,3}|[0-9]{0,4}|[ ,:-]){0,14}", now: i64) {
            let _ = pause(&field, now);
        }
    }
}

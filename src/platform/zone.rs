//! Time zones of the IANA time zone database.
//!
//! In the browser `Intl` knows them, whatever the language; natively a database compiled into the command,
//! so that pages pressed on any machine are the same.

use crate::model::Instant;
use std::fmt;

/// A time in which the clocks of a zone stand still against UTC. A pressed page holds those that its dates fall into,
/// so that taking it over does not begin with the browser reading its own database of zones, which takes a slow
/// telephone a tenth of a second.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Span {
    zone: String,
    /// Its first second, Unix time.
    from: i64,
    /// The first second after it.
    until: i64,
    /// Seconds east of UTC.
    offset: i64,
}

impl Span {
    fn holds(&self, zone: &str, at: i64) -> bool {
        self.zone == zone && (self.from..self.until).contains(&at)
    }
}

/// The offset of `zone` at a second, if one of the spans says it.
fn in_spans(spans: &[Span], zone: &str, at: i64) -> Option<i64> {
    spans.iter().find(|span| span.holds(zone, at)).map(|span| span.offset)
}

/// The name of the `<meta>` with a page's spans: four words each.
pub const SPANS: &str = "broadsheet-offsets";

/// Why an offset could not be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneError {
    /// No zone of that name is known here. Holds the name.
    Unknown(String),
    /// The browser answered with something that is no time. Holds the zone's name.
    Unreadable(String),
}

impl fmt::Display for ZoneError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(zone) => write!(formatter, "the time zone `{zone}` is not known"),
            Self::Unreadable(zone) => write!(formatter, "the time in the zone `{zone}` could not be read"),
        }
    }
}

impl std::error::Error for ZoneError {}

/// The offset of `zone` (such as `Asia/Almaty`) from UTC at an instant, in seconds, east positive.
///
/// Instants outside the years 1 to 9999 are taken for the nearest within.
pub fn offset_seconds(zone: &str, at: Instant) -> Result<i64, ZoneError> {
    // Browsers take `+05:00` for a zone too; the database does not, and pressed pages must say the same.
    if !zone.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Err(ZoneError::Unknown(zone.to_owned()));
    }
    let seconds = at.unix_seconds().clamp(FIRST_SECOND, LAST_SECOND);
    target::offset_seconds(zone, seconds)
}

/// 0001-01-02T00:00:00Z: a day later than the first, so that the local year is above 0 everywhere.
const FIRST_SECOND: i64 = -62_135_510_400;
/// 9999-12-30T00:00:00Z, likewise.
const LAST_SECOND: i64 = 253_402_128_000;

#[cfg(not(target_arch = "wasm32"))]
pub use target::noting_spans;

#[cfg(not(target_arch = "wasm32"))]
mod target {
    use super::{Span, ZoneError, in_spans};
    use jiff::{Timestamp, tz::TimeZone};
    use std::cell::RefCell;

    thread_local! {
        /// The spans that this thread was asked for.
        static SPANS: RefCell<Vec<Span>> = const { RefCell::new(Vec::new()) };
    }

    /// Does `work`, and notes the spans that its dates fall into, as the `<meta>` [`super::SPANS`] has them.
    pub fn noting_spans<T>(work: impl FnOnce() -> T) -> (T, String) {
        SPANS.take();
        let done = work();
        let mut spans = SPANS.take();
        spans.sort_by(|one, other| (&one.zone, one.from).cmp(&(&other.zone, other.from)));
        let words =
            spans.iter().map(|Span { zone, from, until, offset }| format!("{zone} {from} {until} {offset}"));
        (done, words.collect::<Vec<_>>().join(" "))
    }

    pub(super) fn offset_seconds(zone: &str, at: i64) -> Result<i64, ZoneError> {
        if let Some(offset) = SPANS.with_borrow(|spans| in_spans(spans, zone, at)) {
            return Ok(offset);
        }
        let unknown = |_| ZoneError::Unknown(zone.to_owned());
        let time_zone = TimeZone::get(zone).map_err(unknown)?;
        let timestamp = Timestamp::from_second(at).map_err(unknown)?;
        let offset = i64::from(time_zone.to_offset(timestamp).seconds());
        // A change in this very second is what the span begins with.
        let next_second = Timestamp::from_second(at + 1).map_err(unknown)?;
        let change = |change: Option<jiff::tz::TimeZoneTransition<'_>>| {
            change.map(|change| change.timestamp().as_second())
        };
        let from = change(time_zone.preceding(next_second).next()).unwrap_or(super::FIRST_SECOND);
        let until = change(time_zone.following(timestamp).next()).unwrap_or(super::LAST_SECOND);
        SPANS.with_borrow_mut(|spans| spans.push(Span { zone: zone.to_owned(), from, until, offset }));
        Ok(offset)
    }
}

#[cfg(target_arch = "wasm32")]
mod target {
    use super::{Span, ZoneError, in_spans};
    use crate::model::{Civil, Instant};
    use crate::platform::document;
    use std::cell::RefCell;
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        /// `Intl.DateTimeFormat`. Unlike that of `js-sys`, its constructor hands over what it throws.
        #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat)]
        type DateTimeFormat;

        #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "DateTimeFormat", catch)]
        fn new(locale: &str, options: &js_sys::Object) -> Result<DateTimeFormat, JsValue>;

        #[wasm_bindgen(method, catch)]
        fn format(this: &DateTimeFormat, milliseconds: f64) -> Result<String, JsValue>;
    }

    thread_local! {
        /// The last zone asked for: a page has one, and making a format is slow.
        static LAST: RefCell<Option<(String, DateTimeFormat)>> = const { RefCell::new(None) };

        /// Those of the page that was opened.
        static SPANS: Vec<Span> = read_spans(&document::meta(super::SPANS).unwrap_or_default());
    }

    /// Words that are no spans are left out: the browser is asked then.
    fn read_spans(words: &str) -> Vec<Span> {
        let words: Vec<&str> = words.split(' ').collect();
        let spans = words.chunks_exact(4).filter_map(|words| {
            let number = |index: usize| words.get(index)?.parse().ok();
            Some(Span {
                zone: (*words.first()?).to_owned(),
                from: number(1)?,
                until: number(2)?,
                offset: number(3)?,
            })
        });
        spans.collect()
    }

    pub(super) fn offset_seconds(zone: &str, at: i64) -> Result<i64, ZoneError> {
        if let Some(offset) = SPANS.with(|spans| in_spans(spans, zone, at)) {
            return Ok(offset);
        }
        let shown = LAST.with_borrow_mut(|last| {
            if last.as_ref().is_none_or(|(name, _)| name != zone) {
                *last = None;
                let unknown = |_| ZoneError::Unknown(zone.to_owned());
                *last = Some((zone.to_owned(), new_format(zone).map_err(unknown)?));
            }
            // The seconds are within the years 1 to 9999, which a double holds to the millisecond.
            let format = last.as_ref().map(|(_, format)| format.format(at as f64 * 1000.0));
            format.and_then(Result::ok).ok_or_else(|| ZoneError::Unreadable(zone.to_owned()))
        })?;
        let offset = read(&shown).map(|local| local.unix_seconds() - at);
        // No place has ever been a day or more from Greenwich.
        offset.filter(|offset| offset.abs() < 86_400).ok_or_else(|| ZoneError::Unreadable(zone.to_owned()))
    }

    fn new_format(zone: &str) -> Result<DateTimeFormat, JsValue> {
        let options = js_sys::Object::new();
        for (name, value) in [
            ("timeZone", zone),
            ("calendar", "gregory"),
            ("numberingSystem", "latn"),
            ("hourCycle", "h23"),
            ("year", "numeric"),
            ("month", "numeric"),
            ("day", "numeric"),
            ("hour", "numeric"),
            ("minute", "numeric"),
            ("second", "numeric"),
        ] {
            js_sys::Reflect::set(&options, &name.into(), &value.into())?;
        }
        DateTimeFormat::new("en-US", &options)
    }

    /// Reads `7/4/2014, 10:43:00`, as if the clock were one of UTC.
    fn read(shown: &str) -> Option<Instant> {
        let mut numbers =
            shown.split(|character: char| !character.is_ascii_digit()).filter(|part| !part.is_empty());
        let mut next = || numbers.next()?.parse::<u16>().ok();
        let (month, day, year) = (next()?, next()?, next()?);
        let (hour, minute, second) = (next()?, next()?, next()?);
        let small = |number: u16| u8::try_from(number).ok();
        let civil = Civil {
            year: i64::from(year),
            month: small(month)?,
            day: small(day)?,
            // Some browsers write midnight as 24, whatever they are asked.
            hour: small(hour % 24)?,
            minute: small(minute)?,
            second: small(second)?,
        };
        Instant::from_civil(civil, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(year: i64, month: u8, day: u8) -> Instant {
        let civil = crate::model::Civil { year, month, day, hour: 12, minute: 0, second: 0 };
        Instant::from_civil(civil, 0).expect("a real date")
    }

    #[test]
    fn offsets_follow_the_history_of_the_zone() {
        for (zone, instant, hours) in [
            ("Asia/Almaty", at(2014, 7, 4), 6),
            ("Asia/Almaty", at(2024, 2, 29), 6),
            ("Asia/Almaty", at(2024, 3, 1), 5),
            ("Asia/Almaty", at(2026, 11, 24), 5),
            ("Europe/London", at(2025, 1, 1), 0),
            ("Europe/London", at(2025, 7, 1), 1),
            ("America/Mexico_City", at(2014, 7, 4), -5),
            ("UTC", at(2014, 7, 4), 0),
        ] {
            assert_eq!(offset_seconds(zone, instant), Ok(hours * 3600), "{zone} {instant}");
        }
    }

    #[test]
    fn what_is_no_zone_is_an_error_with_its_name() {
        for zone in ["", "Asia/Almata", "+05:00", "../../etc/passwd", "Алматы", "A"] {
            assert_eq!(offset_seconds(zone, at(2014, 7, 4)), Err(ZoneError::Unknown(zone.to_owned())));
        }
    }

    #[test]
    fn a_page_knows_the_spans_of_its_dates() {
        let last_second_at_six = Instant::from_unix_seconds(1_709_229_599);
        let dates = [at(2026, 11, 24), at(2026, 11, 25), last_second_at_six];
        let (known, spans) = noting_spans(|| dates.map(|at| offset_seconds("Asia/Almaty", at).is_ok()));
        assert_eq!(known, [true; 3]);
        assert_eq!(
            spans,
            "Asia/Almaty 1099166400 1709229600 21600 Asia/Almaty 1709229600 253402128000 18000"
        );
        assert_eq!(
            noting_spans(|| offset_seconds("Nowhere", at(2026, 1, 1)).is_ok()),
            (false, String::new())
        );
    }

    #[test]
    fn no_instant_is_too_far() {
        for seconds in [i64::MIN, -1_000_000_000_000, 1_000_000_000_000, i64::MAX] {
            let offset = offset_seconds("Asia/Almaty", Instant::from_unix_seconds(seconds));
            assert!(offset.is_ok_and(|offset| (5 * 3600 - 900..=6 * 3600).contains(&offset)), "{seconds}");
        }
    }
}

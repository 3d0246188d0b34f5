use super::{almaty, edition, locale};
use crate::locale::Locale;
use crate::locale::dates::offset_name;
use crate::model::Instant;

#[test]
fn the_seed_articles_time_reads_as_the_newsroom_expects() {
    let published = almaty(2014, 7, 4, 10, 43, 6);
    for (tag, short, long) in [
        ("en", "4 July 2014, 10:43", "Friday, 4 July 2014, 10:43 (UTC+06:00)"),
        ("ru", "04 июля 2014, 10:43", "пятница, 04 июля 2014, 10:43 (UTC+06:00)"),
        ("kk", "04 шілде 2014, 10:43", "жұма, 04 шілде 2014, 10:43 (UTC+06:00)"),
        ("ar", "4 يوليو 2014، 10:43", "الجمعة، 4 يوليو 2014، 10:43 (\u{2068}UTC+06:00\u{2069})"),
    ] {
        let locale = locale(tag);
        assert_eq!(locale.date_time(published), short);
        assert_eq!(locale.date_time_long(published), long);
        assert_eq!(locale.time_of_day(published), "10:43");
        assert!(short.starts_with(&locale.date(published)));
    }
}

#[test]
fn the_zone_changes_with_its_history() {
    let english = locale("en");
    let last_night = Instant::from_unix_seconds(almaty(2024, 3, 1, 0, 0, 6).unix_seconds() - 60);
    let after = Instant::from_unix_seconds(last_night.unix_seconds() + 120);
    assert_eq!(english.date_time_long(last_night), "Thursday, 29 February 2024, 23:59 (UTC+06:00)");
    // The clock went back an hour at midnight.
    assert_eq!(english.date_time_long(after), "Thursday, 29 February 2024, 23:01 (UTC+05:00)");
}

#[test]
fn every_month_has_its_name_in_every_language() {
    for (tag, first, last) in [
        ("en", "January", "December"),
        ("ru", "января", "декабря"),
        ("kk", "қаңтар", "желтоқсан"),
        ("ar", "يناير", "ديسمبر"),
    ] {
        let locale = locale(tag);
        let mut months: Vec<String> =
            (1..=12).map(|month| locale.date(almaty(2020, month, 15, 12, 0, 6))).collect();
        assert!(months[0].contains(first) && months[11].contains(last), "{months:?}");
        months.dedup();
        assert_eq!(months.len(), 12);
    }
}

#[test]
fn every_weekday_has_its_name_before_1970_too() {
    let week = |year, month, first: u8, hours| {
        let days = (first..first + 7).map(|day| almaty(year, month, day, 0, 0, hours));
        let weekdays = days.map(|day| locale("en").date_time_long(day));
        weekdays.map(|date| date.split(',').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    assert_eq!(week(2024, 10, 7, 5), names);
    assert_eq!(week(1969, 12, 22, 6), names);
}

#[test]
fn an_unknown_zone_shows_utc_and_says_so() {
    let published = almaty(2014, 7, 4, 10, 43, 6);
    let strange = Locale::new(&crate::model::Edition { time_zone: "Asia/Almata".into(), ..edition("en") });
    assert!(!strange.zone_is_known() && locale("en").zone_is_known());
    assert_eq!(strange.date_time(published), "4 July 2014, 04:43 (UTC)");
    assert_eq!(strange.time_of_day(published), "04:43 (UTC)");
    assert_eq!(strange.date_time_long(published), "Friday, 4 July 2014, 04:43 (UTC)");
}

#[test]
fn offsets_are_named() {
    let names = [0, 18_000, 20_700, -12_600, 18_468].map(offset_name);
    assert_eq!(names, ["UTC", "UTC+05:00", "UTC+05:45", "UTC−03:30", "UTC+05:07:48"]);
}

#[test]
fn what_is_recent_is_told_by_its_distance() {
    let now = almaty(2026, 3, 22, 12, 0, 5);
    let ago =
        |tag, seconds| locale(tag).relative(Instant::from_unix_seconds(now.unix_seconds() - seconds), now);
    let told = |tag| {
        let distances = [-120, 0, 59, 60, 300, 3599, 3600, 35_999];
        distances.map(|seconds| ago(tag, seconds).expect("recent")).join(" | ")
    };
    for (tag, expected) in [
        (
            "en",
            "just now | just now | just now | 1 minute ago | 5 minutes ago | 59 minutes ago | 1 hour ago | 9 hours ago",
        ),
        (
            "ru",
            "только что | только что | только что | 1 минуту назад | 5 минут назад | 59 минут назад | 1 час назад | 9 часов назад",
        ),
        (
            "kk",
            "жаңа ғана | жаңа ғана | жаңа ғана | 1 минут бұрын | 5 минут бұрын | 59 минут бұрын | 1 сағат бұрын | 9 сағат бұрын",
        ),
        (
            "ar",
            "الآن | الآن | الآن | قبل دقيقة واحدة | قبل 5 دقائق | قبل 59 دقيقة | قبل ساعة واحدة | قبل 9 ساعات",
        ),
    ] {
        assert_eq!(told(tag), expected);
    }
    for beyond in [36_000, -121, i64::MAX, i64::MIN] {
        assert_eq!(ago_saturating(now, beyond), None, "{beyond}");
    }
}

fn ago_saturating(now: Instant, seconds: i64) -> Option<String> {
    locale("en").relative(Instant::from_unix_seconds(now.unix_seconds().saturating_sub(seconds)), now)
}

#[test]
fn waits_are_rounded_up() {
    let english = [1, 59, 60, 61, 3600, 3601].map(|seconds| locale("en").wait(seconds));
    assert_eq!(
        english,
        ["in 1 second", "in 59 seconds", "in 1 minute", "in 2 minutes", "in 1 hour", "in 2 hours"]
    );
    assert_eq!(locale("en").wait(3599), "in 1 hour");
    assert_eq!(locale("ru").wait(22), "через 22 секунды");
    assert_eq!(locale("kk").wait(120), "2 минуттан кейін");
    assert_eq!(locale("ar").wait(7200), "بعد ساعتين");
}

#[test]
fn old_articles_say_how_old_they_are() {
    let then = almaty(2014, 7, 4, 10, 43, 6);
    let note = |tag, year, month, day, hour, minute| {
        locale(tag).age_note(then, almaty(year, month, day, hour, minute, if year < 2024 { 6 } else { 5 }))
    };
    assert_eq!(note("en", 2015, 7, 4, 10, 42), None);
    assert_eq!(note("en", 2015, 7, 4, 10, 43).as_deref(), Some("This article is more than a year old"));
    assert_eq!(note("en", 2026, 11, 24, 0, 0).as_deref(), Some("This article is more than 12 years old"));
    assert_eq!(note("en", 2026, 7, 4, 10, 42).as_deref(), Some("This article is more than 11 years old"));
    assert_eq!(note("en", 2013, 1, 1, 0, 0), None);
    let old = |tag| {
        [2015, 2016, 2017, 2019, 2025, 2035, 2036].map(|year| note(tag, year, 8, 1, 0, 0).expect("old"))
    };
    assert_eq!(
        old("ru").map(|note| note.replace("Эта статья опубликована больше ", "")),
        [
            "года назад",
            "2 лет назад",
            "3 лет назад",
            "5 лет назад",
            "11 лет назад",
            "21 года назад",
            "22 лет назад"
        ]
    );
    assert_eq!(
        old("kk").map(|note| note.replace("Бұл мақаланың жарияланғанына ", "")),
        [
            "бір жылдан асты",
            "2 жылдан асты",
            "3 жылдан асты",
            "5 жылдан асты",
            "11 жылдан асты",
            "21 жылдан асты",
            "22 жылдан асты"
        ]
    );
    assert_eq!(
        old("ar").map(|note| note.replace("مضى على نشر هذا المقال أكثر من ", "")),
        ["عام", "عامين", "3 أعوام", "5 أعوام", "11 عامًا", "21 عامًا", "22 عامًا"]
    );
}

use super::{TAGS, locale};
use crate::locale::languages::{LANGUAGES, Speech};
use crate::locale::pattern::{self, Key, Pattern};
use crate::locale::{Category, Message, dates};
use crate::model::Direction;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

/// A message file as its translators have it.
fn source(speech: &Speech) -> String {
    let file = format!("{}/src/locale/messages/{}.ftl", env!("CARGO_MANIFEST_DIR"), speech.tag);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The messages of a file, in its order, with their names.
fn file(speech: &Speech) -> Vec<(String, Pattern)> {
    let source = source(speech);
    let names = source.lines().filter(|line| !line.starts_with(['#', ' ', '}']));
    let names = names.filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim().to_owned());
    let names: Vec<String> = names.collect();
    let patterns = speech.patterns();
    assert_eq!(patterns.len(), names.len(), "{}: each name has one text", speech.tag);
    let understood = |(name, pattern): (String, &Option<Pattern>)| {
        let pattern = pattern.clone().unwrap_or_else(|| panic!("{name} in {} is not understood", speech.tag));
        (name, pattern)
    };
    names.into_iter().zip(patterns).map(understood).collect()
}

#[test]
fn every_message_is_once_in_every_language_and_in_the_same_order() {
    let expected: Vec<&str> = Message::ALL.iter().map(|message| message.name()).collect();
    for speech in &LANGUAGES {
        let names: Vec<String> = file(speech).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, expected, "{}", speech.tag);
    }
    for message in Message::ALL {
        assert_eq!(Message::parse(message.name()), Some(*message));
    }
}

#[test]
fn translations_have_the_placeholders_of_the_english() {
    let placeholders = |pattern: &Pattern| {
        let mut names = pattern::placeholders(pattern);
        // A language is free to pad its days.
        for name in names.iter_mut().filter(|name| *name == dates::DAYS[1]) {
            *name = dates::DAYS[0].to_owned();
        }
        names.sort();
        names
    };
    let english = file(&LANGUAGES[0]);
    for speech in &LANGUAGES {
        for ((name, pattern), (_, reference)) in file(speech).iter().zip(&english) {
            assert_eq!(placeholders(pattern), placeholders(reference), "{name} in {}", speech.tag);
            let counts = |pattern: &Pattern| matches!(pattern, Pattern::Counting(_));
            assert_eq!(counts(pattern), counts(reference), "{name} in {}", speech.tag);
        }
    }
}

#[test]
fn what_counts_has_every_form_the_language_needs() {
    for speech in &LANGUAGES {
        for (name, pattern) in file(speech) {
            let Pattern::Counting(forms) = pattern else { continue };
            let categories: Vec<Key> =
                forms.iter().map(|(key, _)| *key).filter(|key| matches!(key, Key::Of(_))).collect();
            let needed: Vec<Key> = speech.rule.categories().iter().copied().map(Key::Of).collect();
            assert_eq!(categories, needed, "{name} in {}", speech.tag);
            assert!(forms.iter().all(|(_, text)| !text.is_empty()), "{name} in {}", speech.tag);
        }
    }
}

/// Our reader and the files themselves against the real Fluent.
///
/// Up to 102 only: from there on the plural rules that Fluent uses (intl_pluralrules 7.0.2) are wrong for Arabic.
/// Ours are compared with ICU's below.
#[test]
fn fluent_itself_says_the_same() {
    for speech in &LANGUAGES {
        let resource = FluentResource::try_new(source(speech))
            .unwrap_or_else(|(_, errors)| panic!("{}.ftl is not Fluent: {errors:?}", speech.tag));
        let mut bundle = FluentBundle::new(vec![speech.tag.parse().expect("a valid tag")]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("no message is there twice");
        let locale = locale(speech.tag);
        for (name, pattern) in file(speech) {
            let message = Message::parse(&name).expect("a known message");
            let counts = matches!(pattern, Pattern::Counting(_));
            for count in if counts { 0..=102 } else { 0..=0 } {
                let names = pattern::placeholders(&pattern);
                // Values of digits only: what we isolate, Fluent would not.
                let values: Vec<(&str, &str)> =
                    names.iter().filter(|name| *name != "count").map(|name| (name.as_str(), "77")).collect();
                let mut arguments = FluentArgs::new();
                values.iter().for_each(|(name, value)| arguments.set(*name, *value));
                arguments.set("count", count);
                let pattern = bundle.get_message(&name).and_then(|message| message.value());
                let mut errors = Vec::new();
                let fluent = bundle.format_pattern(pattern.expect("a text"), Some(&arguments), &mut errors);
                assert!(errors.is_empty(), "{name} in {}: {errors:?}", speech.tag);
                assert_eq!(locale.count(message, count, &values), fluent, "{name} in {}", speech.tag);
            }
        }
    }
}

#[test]
fn plural_rules_are_those_of_the_unicode_cldr() {
    use icu_plurals::{PluralCategory, PluralRules};
    for speech in &LANGUAGES {
        let tag: icu_locale_core::Locale = speech.tag.parse().expect("a valid tag");
        let rules = PluralRules::try_new_cardinal(tag.into()).expect("a known language");
        for count in (0..1_200_u64).chain([10_000, 1_000_000, 1_000_003, u64::MAX]) {
            let expected = match rules.category_for(count) {
                PluralCategory::Zero => Category::Zero,
                PluralCategory::One => Category::One,
                PluralCategory::Two => Category::Two,
                PluralCategory::Few => Category::Few,
                PluralCategory::Many => Category::Many,
                PluralCategory::Other => Category::Other,
            };
            assert_eq!(speech.rule.category(count), expected, "{count} in {}", speech.tag);
        }
        let mut categories: Vec<String> = rules.categories().map(|name| format!("{name:?}")).collect();
        let mut ours: Vec<String> = speech.rule.categories().iter().map(|name| format!("{name:?}")).collect();
        categories.sort();
        ours.sort();
        assert_eq!(ours, categories, "{}", speech.tag);
    }
}

#[test]
fn numbers_take_their_forms() {
    let numbers = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101, 111];
    let forms = |tag| {
        let locale = locale(tag);
        numbers.map(|number| locale.count(Message::ReportWaiting, number, &[])).join("\n")
    };
    assert_eq!(
        forms("en"),
        "0 reports are waiting to be sent\n1 report is waiting to be sent\n2 reports are waiting to be sent\n\
         3 reports are waiting to be sent\n5 reports are waiting to be sent\n11 reports are waiting to be sent\n\
         21 reports are waiting to be sent\n22 reports are waiting to be sent\n25 reports are waiting to be sent\n\
         100 reports are waiting to be sent\n101 reports are waiting to be sent\n\
         111 reports are waiting to be sent"
    );
    assert_eq!(
        forms("ru"),
        "0 сообщений ждут отправки\n1 сообщение ждёт отправки\n2 сообщения ждут отправки\n\
         3 сообщения ждут отправки\n5 сообщений ждут отправки\n11 сообщений ждут отправки\n\
         21 сообщение ждёт отправки\n22 сообщения ждут отправки\n25 сообщений ждут отправки\n\
         100 сообщений ждут отправки\n101 сообщение ждёт отправки\n111 сообщений ждут отправки"
    );
    let kazakh = numbers.map(|number| format!("{number} хабарлама жіберуді күтіп тұр")).join("\n");
    assert_eq!(forms("kk"), kazakh);
    assert_eq!(
        forms("ar"),
        "لا بلاغات تنتظر الإرسال\nبلاغ واحد ينتظر الإرسال\nبلاغان ينتظران الإرسال\n\
         3 بلاغات تنتظر الإرسال\n5 بلاغات تنتظر الإرسال\n11 بلاغًا ينتظر الإرسال\n\
         21 بلاغًا ينتظر الإرسال\n22 بلاغًا ينتظر الإرسال\n25 بلاغًا ينتظر الإرسال\n\
         100 بلاغ ينتظر الإرسال\n101 بلاغ ينتظر الإرسال\n111 بلاغًا ينتظر الإرسال"
    );
}

#[test]
fn lists_are_joined_as_each_language_does() {
    let list = |tag: &str, items: &[&str]| {
        locale(tag).list(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>())
    };
    for tag in TAGS {
        assert_eq!((list(tag, &[]).as_str(), list(tag, &["1"]).as_str()), ("", "1"), "{tag}");
    }
    assert_eq!(list("en", &["A", "B"]), "A and B");
    assert_eq!(list("en", &["A", "B", "C", "D"]), "A, B, C and D");
    assert_eq!(list("ru", &["A", "B", "C"]), "A, B и C");
    assert_eq!(list("kk", &["A", "B", "C"]), "A, B және C");
    assert_eq!(list("ar", &["أحمد", "سلمى", "نور"]), "أحمد وسلمى ونور");
}

#[test]
fn values_that_run_the_other_way_are_isolated() {
    let provider = |tag, name| locale(tag).with(Message::EmbedOpen, &[("provider", name)]);
    assert_eq!(provider("ar", "YouTube"), "افتح على \u{2068}YouTube\u{2069}");
    assert_eq!(provider("ar", "الجزيرة"), "افتح على الجزيرة");
    assert_eq!(provider("en", "الجزيرة"), "Open on \u{2068}الجزيرة\u{2069}");
    assert_eq!(provider("ru", "YouTube"), "Открыть: YouTube");
    // A value is text, whatever braces it holds.
    assert_eq!(provider("en", "{ $provider }"), "Open on { $provider }");
}

#[test]
fn a_language_without_messages_speaks_english_in_its_own_direction() {
    let persian = locale("fa");
    assert_eq!(persian.text(Message::Retry), "Try again");
    assert_eq!((persian.direction(), persian.language().as_str()), (Direction::RightToLeft, "fa"));
    assert_eq!(locale("ru-KZ").text(Message::ReportOpen), "Нашли ошибку?");
    assert_eq!(locale("kk").text(Message::ReportOpen), "Қате таптыңыз ба?");
    assert_eq!(locale("ar").direction(), Direction::RightToLeft);
}

#[test]
fn numbers_and_sizes_are_written_as_each_language_does() {
    let number = |tag, number| locale(tag).number(number);
    assert_eq!(number("en", 0), "0");
    assert_eq!(number("en", 999), "999");
    assert_eq!(number("en", 1_234_567), "1,234,567");
    assert_eq!(number("ru", 12_500), "12\u{a0}500");
    assert_eq!(number("kk", u64::MAX), "18\u{a0}446\u{a0}744\u{a0}073\u{a0}709\u{a0}551\u{a0}615");
    let sizes = |tag| [640, 1000, 1549, 999_949, 999_950, 12_000_000].map(|size| locale(tag).bytes(size));
    assert_eq!(sizes("en"), ["640 B", "1 kB", "1.5 kB", "999.9 kB", "1 MB", "12 MB"]);
    assert_eq!(sizes("ru"), ["640 Б", "1 КБ", "1,5 КБ", "999,9 КБ", "1 МБ", "12 МБ"]);
    assert!(locale("en").bytes(u64::MAX).ends_with("MB"));
}

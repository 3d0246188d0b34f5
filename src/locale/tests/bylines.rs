use super::{TAGS, locale};
use crate::locale::{BylinePart, without_opening};
use crate::model::{Address, Credit, Role};

fn credit(role: Role, name: &str) -> Credit {
    Credit { role, name: name.to_owned(), address: None, portrait: None }
}

/// The byline as it reads, names in brackets.
fn reads(tag: &str, credits: &[Credit]) -> String {
    let parts = locale(tag).byline(credits);
    let text = parts.iter().map(|part| match part {
        BylinePart::Text(text) => text.clone(),
        BylinePart::Person { name, .. } => format!("[{name}]"),
    });
    text.collect()
}

#[test]
fn roles_are_named_in_each_language() {
    let credits = [
        credit(Role::Reporter, "Alisher Akhmetov"),
        credit(Role::Writer, "Assel Satubaldina"),
        credit(Role::Editor, "Tatyana Kuzmina"),
    ];
    assert_eq!(
        reads("en", &credits),
        "Reporting by [Alisher Akhmetov], writing by [Assel Satubaldina], editing by [Tatyana Kuzmina]"
    );
    assert_eq!(
        reads("ru", &credits),
        "Репортаж: [Alisher Akhmetov], текст: [Assel Satubaldina], редактура: [Tatyana Kuzmina]"
    );
    assert_eq!(
        reads("kk", &credits),
        "Репортаж: [Alisher Akhmetov], мәтін: [Assel Satubaldina], редактор: [Tatyana Kuzmina]"
    );
    assert_eq!(
        reads("ar", &credits),
        "تقرير: [Alisher Akhmetov]، كتابة: [Assel Satubaldina]، تحرير: [Tatyana Kuzmina]"
    );
}

#[test]
fn people_of_one_role_are_joined_wherever_they_stand() {
    let credits = [
        credit(Role::Writer, "A"),
        credit(Role::Photographer, "P"),
        credit(Role::Writer, "B"),
        credit(Role::Writer, " "),
        credit(Role::Writer, "C"),
    ];
    assert_eq!(reads("en", &credits), "Writing by [A], [B] and [C], photographs by [P]");
    assert_eq!(reads("ru", &credits), "Текст: [A], [B] и [C], фото: [P]");
    assert_eq!(reads("kk", &credits[..3]), "Мәтін: [A] және [B], фото: [P]");
    assert_eq!(reads("ar", &credits[..3]), "كتابة: [A] و[B]، تصوير: [P]");
}

#[test]
fn every_role_has_words_in_every_language() {
    let roles = [
        Role::Reporter,
        Role::Writer,
        Role::Editor,
        Role::Photographer,
        Role::Illustrator,
        Role::Translator,
        Role::Videographer,
        Role::Producer,
        Role::FactChecker,
        Role::Byline,
        Role::Other("Data".to_owned()),
    ];
    for tag in TAGS {
        let mut sentences: Vec<String> =
            roles.iter().map(|role| reads(tag, &[credit(role.clone(), "N")])).collect();
        assert!(sentences.iter().all(|sentence| sentence.ends_with("[N]") && sentence.len() > 3));
        sentences.sort();
        sentences.dedup();
        // In Russian and Kazakh a plain byline has the word of the writer.
        assert!(sentences.len() >= roles.len() - 1, "{tag}: {sentences:?}");
    }
}

#[test]
fn a_role_in_the_newsrooms_own_words_keeps_them() {
    let credits = [credit(Role::Other("data analysis".to_owned()), "A"), credit(Role::Editor, "B")];
    assert_eq!(reads("en", &credits), "Data analysis: [A], editing by [B]");
    let named = [credit(Role::Editor, "B"), credit(Role::Other("Kazakh translation".to_owned()), "A")];
    assert_eq!(reads("en", &named), "Editing by [B], Kazakh translation: [A]", "a name keeps its capital");
    assert_eq!(
        reads("ar", &credits[..1]),
        "\u{2068}data analysis\u{2069}: [A]",
        "what runs the other way is isolated"
    );
}

#[test]
fn a_plain_byline_says_by_once() {
    let by = |tag, name| reads(tag, &[credit(Role::Byline, name)]);
    assert_eq!(by("en", "Alisher Akhmetov"), "By [Alisher Akhmetov]");
    assert_eq!(by("en", "By Alisher Akhmetov and others"), "[By Alisher Akhmetov and others]");
    assert_eq!(by("en", "Byron Smith"), "By [Byron Smith]");
    assert_eq!(by("en", "STAFF REPORTER"), "By [STAFF REPORTER]");
    assert_eq!(by("en", "Reporting by A; editing by B"), "[Reporting by A; editing by B]");
    assert_eq!(by("en", "Photos by Aigerim Bekova"), "[Photos by Aigerim Bekova]");
    assert_eq!(by("en", "Compiled by the desk"), "[Compiled by the desk]");
    assert_eq!(by("en", "Par Jeanne Petit"), "[Par Jeanne Petit]");
    assert_eq!(by("en", "Von Hans Müller"), "[Von Hans Müller]");
    assert_eq!(by("en", "Von Trapp"), "By [Von Trapp]");
    assert_eq!(by("en", "De Niro"), "By [De Niro]");
    assert_eq!(by("ru", "Фото Тимура Бекова"), "[Фото Тимура Бекова]");
    assert_eq!(by("ru", "Автор: Иван Иванов"), "[Автор: Иван Иванов]");
    assert_eq!(by("ru", "Иван Иванов"), "Текст: [Иван Иванов]");
    assert_eq!(by("kk", "Мәтін: Дана"), "[Мәтін: Дана]");
    assert_eq!(by("ar", "بقلم سلمى"), "[بقلم سلمى]");
    assert_eq!(by("ar", "سلمى"), "بقلم [سلمى]");
    assert!(locale("en").byline(&[credit(Role::Byline, "  ")]).is_empty());
    assert!(locale("en").byline(&[]).is_empty());
}

#[test]
fn machines_get_the_name_alone() {
    for (by, name) in [
        ("Alisher Akhmetov", "Alisher Akhmetov"),
        ("By JOE SMITH", "JOE SMITH"),
        ("Written by Joe Smith", "Joe Smith"),
        ("Story and photos by Joe Smith", "Joe Smith"),
        ("Von Hans Müller", "Hans Müller"),
        ("Text von Hans Müller", "Hans Müller"),
        ("By Von Trapp", "Von Trapp"),
        ("Автор: Иван Иванов", "Иван Иванов"),
        ("Фото: Тимур Беков", "Тимур Беков"),
        ("بقلم سلمى", "سلمى"),
        // What cannot be told apart stays whole.
        ("Reporting by A; editing by B", "Reporting by A; editing by B"),
        ("By", "By"),
        ("", ""),
    ] {
        assert_eq!(without_opening(by), name, "{by}");
    }
}

#[test]
fn people_keep_their_addresses() {
    let address = Address::parse("/people/assel/").ok();
    let credits = [Credit { address: address.clone(), ..credit(Role::Writer, " Assel ") }];
    assert_eq!(
        locale("en").byline(&credits),
        [
            BylinePart::Text("Writing by ".to_owned()),
            BylinePart::Person { name: "Assel".to_owned(), address }
        ]
    );
}

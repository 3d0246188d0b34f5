use super::edition;
use crate::locale::{Locale, Message, OverrideProblem};
use crate::model::Edition;

fn with_messages(messages: &[(&str, &str)]) -> Edition {
    let messages = messages.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Edition { messages, ..edition("ru") }
}

#[test]
fn a_newsroom_replaces_single_messages() {
    let edition = with_messages(&[
        ("report-open", "Опечатка?"),
        ("embed-open", "К { $provider }"),
        (
            "article-count",
            "{ $count ->\n [one] { $count } текст\n [few] { $count } текста\n *[many] { $count } текстов\n}",
        ),
        ("date", "{ $day } { $month }"),
    ]);
    let locale = Locale::new(&edition);
    assert_eq!(locale.text(Message::ReportOpen), "Опечатка?");
    assert_eq!(locale.with(Message::EmbedOpen, &[("provider", "X")]), "К X");
    let counted = [1, 3, 7].map(|count| locale.count(Message::ArticleCount, count, &[]));
    assert_eq!(counted, ["1 текст", "3 текста", "7 текстов"]);
    assert_eq!(locale.text(Message::Retry), "Попробовать ещё раз");
    assert_eq!(Locale::problems(&edition), []);
}

#[test]
fn what_cannot_be_used_is_named_and_left_out() {
    let edition = with_messages(&[
        ("report-opne", "Опечатка?"),
        ("article-count", "{ $count ->\n [lots] много\n}"),
        ("embed-open", "К { $supplier }"),
        ("retry", "Ещё { раз"),
    ]);
    assert_eq!(
        Locale::problems(&edition),
        [
            OverrideProblem::UnknownName("report-opne".to_owned()),
            OverrideProblem::Unreadable(Message::ArticleCount),
            OverrideProblem::UnknownPlaceholder(Message::EmbedOpen, "supplier".to_owned()),
        ]
    );
    let locale = Locale::new(&edition);
    assert_eq!(locale.count(Message::ArticleCount, 2, &[]), "2 статьи");
    assert_eq!(locale.text(Message::Retry), "Ещё { раз");
}

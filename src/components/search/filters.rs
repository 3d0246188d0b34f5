//! What results are narrowed by, and their order.

use leptos::prelude::*;

use crate::components::{EditionContext, use_edition, use_locale};
use crate::locale::Message;
use crate::model::Section;
use crate::ordered::ordered;
use crate::piece::{Element, Piece, changing, element};
use crate::platform::document;
use crate::search::{Answer, Group, Query};

/// A choice for each group, and one for the order. `choose` is told what the reader asks for now.
pub fn search_filters(
    query: RwSignal<Option<Query>>,
    answer: RwSignal<Answer>,
    choose: impl Fn(Query) + Copy + 'static,
) -> Element {
    let names = [Message::SearchSection, Message::SearchAuthor, Message::SearchYear];
    let groups = names.into_iter().enumerate().map(|(index, name)| {
        let edition = use_edition();
        let offering = edition.clone();
        let all = element("option").set("value", "").text(edition.locale.text(Message::SearchAll));
        let options = changing(
            move || {
                (answer.with(|answer| groups(answer, index, &edition.site.sections)), chosen(query, index))
            },
            move |(group, chosen)| options(&offering, index, group, &chosen),
        );
        let change = move |value: String| {
            let mut asked = query.get_untracked().unwrap_or_default();
            asked.chosen[index] = value;
            choose(asked);
        };
        choice(name, element("select").child(all).child(options), change)
    });
    let groups: Vec<Element> = groups.collect();
    let locale = use_locale();
    let order = [("", Message::SearchBest), ("new", Message::SearchNewest)];
    let order = order.map(|(value, name)| element("option").set("value", value).text(locale.text(name)));
    let change = move |value: String| {
        let asked = query.get_untracked().unwrap_or_default();
        choose(Query { newest: value == "new", ..asked });
    };
    // Without words nothing fits better than anything else, and there is no other order.
    let is_settled = move || query.with(|query| query.as_ref().is_some_and(Query::is_by_date_alone));
    let select = element("select")
        .children(order)
        .follow("disabled", move || is_settled().then(String::new))
        // Once a reader has chosen, browsers no longer look at the attributes of the options.
        .drawn(move |select| {
            let select = select.clone();
            Effect::new(move || {
                let is_newest = query.with(|query| query.as_ref().is_some_and(Query::is_by_date));
                document::set_field_value(&select, if is_newest { "new" } else { "" });
            });
        });
    let order = choice(Message::SearchOrder, select, change);
    element("div").class("search-filters").children(groups).child(order)
}

/// What a group can be narrowed to. Where older volumes were not searched, each section may be in one of them.
fn groups(answer: &Answer, index: usize, sections: &[Section]) -> Group {
    let mut group = answer.groups[index].clone();
    if index == 0 && answer.older.is_some() {
        // How many there are in all is not known of those either that the searched ones have none of.
        group.retain(|(_, count)| *count != Some(0));
        add_sections(&mut group, "", sections);
    }
    group
}

fn add_sections(group: &mut Group, around: &str, sections: &[Section]) {
    for section in sections {
        let slugs = format!("{around}{}", section.slug);
        if group.iter().all(|(value, _)| *value != slugs) {
            group.push((slugs.clone(), None));
        }
        add_sections(group, &format!("{slugs}/"), &section.sections);
    }
}

fn chosen(query: RwSignal<Option<Query>>, index: usize) -> String {
    query.with(|query| query.as_ref().map(|query| query.chosen[index].clone()).unwrap_or_default())
}

/// A named `<select>`.
fn choice(name: Message, select: Element, change: impl Fn(String) + 'static) -> Element {
    let name = element("span").text(use_locale().text(name));
    let select = select.on("change", move |event| change(document::value_of(&event)));
    element("label").class("search-choice").child(name).child(select)
}

/// The entries of a group, each with how many articles it stands for; the one that is chosen is among them.
fn options(edition: &EditionContext, index: usize, mut group: Group, chosen: &str) -> Piece {
    group.retain(|(value, count)| *count != Some(0) || value == chosen);
    if !chosen.is_empty() && group.iter().all(|(value, _)| value != chosen) {
        group.push((chosen.to_owned(), Some(0)));
    }
    if index == 2 {
        // The newest year first.
        group = ordered(group, |one, other| other.cmp(one));
    }
    let entries = group.into_iter().map(|(value, count)| {
        let name = if index == 0 { section_name(edition, &value) } else { value.clone() };
        let words = match count.map(|count| edition.locale.number(count)) {
            Some(count) => edition.locale.with(Message::SearchOption, &[("name", &name), ("count", &count)]),
            // Of an older volume, which nobody has searched yet.
            None => name,
        };
        element("option").flag("selected", value == chosen).set("value", value).text(words).into()
    });
    entries.collect::<Vec<Piece>>().into()
}

/// What the section with these slugs is called, with the sections around it.
fn section_name(edition: &EditionContext, slugs: &str) -> String {
    let slugs: Vec<&str> = slugs.split('/').collect();
    let chain = edition.site.section_chain(&slugs).unwrap_or_default();
    let names: Vec<String> = chain.into_iter().map(|section| edition.section_name(section)).collect();
    if names.is_empty() { slugs.join("/") } else { names.join(" – ") }
}

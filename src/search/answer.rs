//! What the index answers.

use serde_json::Value;

use crate::model::Summary;
use crate::source::ninjs;

/// Stand around found words in a lead: private characters, which no text of a newsroom needs.
const MARKS: [char; 2] = ['\u{e000}', '\u{e001}'];

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// How many articles there are.
    pub total: usize,
    /// Those that were asked for. The lead of each is an excerpt; [`marked`] takes it apart.
    pub hits: Vec<Summary>,
    /// By what the results can be narrowed, in the order of [`super::GROUPS`].
    pub groups: [Group; 3],
    /// How far back the next step goes, where there are older volumes that were not searched: the number of the oldest of them,
    /// and their years.
    pub older: Option<(String, String)>,
    /// What the reader may have meant, where a word of theirs is nowhere.
    pub meant: Option<String>,
}

/// The values of a group, each with the number of articles that have it, where that is known.
pub type Group = Vec<(String, Option<u64>)>;

impl Answer {
    /// Reads an answer; `None` where the text is none.
    pub fn parse(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let total = usize::try_from(value.get("total")?.as_u64()?).ok()?;
        let hits = ninjs::read_summaries(text).ok()?.value.items;
        let groups = super::GROUPS.map(|name| group(value.get("groups").and_then(|groups| groups.get(name))));
        let text = |name| Some(value.get("older")?.get(name)?.as_str()?.to_owned());
        let older = text("volume").zip(text("years"));
        let meant = value.get("meant").and_then(Value::as_str).map(str::to_owned);
        Some(Self { total, hits, groups, older, meant })
    }
}

fn group(value: Option<&Value>) -> Group {
    let values = value.and_then(Value::as_object).into_iter().flatten();
    values.map(|(name, count)| (name.clone(), count.as_u64())).collect()
}

/// The parts of an excerpt, each with whether it was looked for.
pub fn marked(excerpt: &str) -> Vec<(bool, &str)> {
    let mut parts = Vec::new();
    let mut found = false;
    for part in excerpt.split(MARKS) {
        if !part.is_empty() {
            parts.push((found, part));
        }
        found = !found;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_and_anything_else_is_none() {
        let text = r#"{"total": 2, "groups": {"section": {"economy": 2, "gone": 0}, "year": {"2015": null}},
            "older": {"volume": "7", "years": "2015–2016"}, "meant": "sea",
            "items": [{"uri": "urn:a", "headlines": [{"role": "main", "value": "A"}], "x": {"url": "/a/"},
            "descriptions": [{"role": "lead", "contentType": "text/plain", "value": "of \ue000sea\ue001 <b>"}]}]}"#;
        let answer = Answer::parse(text).expect("an answer");
        assert_eq!((answer.total, answer.hits.len()), (2, 1));
        assert_eq!(answer.groups[0], [("economy".to_owned(), Some(2)), ("gone".to_owned(), Some(0))]);
        assert_eq!(answer.groups[2], [("2015".to_owned(), None)]);
        assert_eq!(answer.older, Some(("7".to_owned(), "2015–2016".to_owned())));
        assert_eq!(answer.meant.as_deref(), Some("sea"));
        let lead = answer.hits[0].lead.as_deref().expect("an excerpt");
        assert_eq!(marked(lead), [(false, "of "), (true, "sea"), (false, " <b>")]);
        for other in ["", "[]", "{}", r#"{"total": "many", "items": []}"#, r#"{"total": 1}"#] {
            assert_eq!(Answer::parse(other), None, "{other}");
        }
    }
}

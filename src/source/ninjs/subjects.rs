//! What an article is about.

use crate::model::Subject;
use crate::source::json::Place;

/// The families of subjects, today's name first.
const FAMILIES: [[&str; 2]; 4] =
    [["subjects", "subject"], ["people", "person"], ["places", "place"], ["organisations", "organisation"]];

/// Subjects, people, places and organisations, each once.
pub(super) fn subjects(item: &Place<'_>) -> Vec<Subject> {
    let mut seen = std::collections::HashSet::new();
    let mut subjects: Vec<Subject> = Vec::new();
    for entry in FAMILIES.iter().flat_map(|names| item.list(names)) {
        let new = |subject: &Subject| seen.insert((subject.name.clone(), subject.id.clone()));
        subjects.extend(subject(&entry).filter(new));
    }
    subjects
}

fn subject(entry: &Place<'_>) -> Option<Subject> {
    if entry.value().is_string() {
        return Some(Subject { name: entry.text()?, id: None });
    }
    let Some(name) = entry.text_of("name") else {
        entry.unfit("a subject with a name");
        return None;
    };
    Some(Subject { name, id: identifier(entry) })
}

/// The identifier: `uri`, before 2.0 `scheme` and `code` as one, else the newsroom's own `literal`.
fn identifier(entry: &Place<'_>) -> Option<String> {
    if let Some(uri) = entry.text_of("uri") {
        return Some(uri);
    }
    let Some(code) = entry.text_of("code") else { return entry.text_of("literal") };
    match entry.text_of("scheme") {
        Some(scheme) if scheme.ends_with(['/', '#', ':', '=']) => Some(scheme + &code),
        Some(scheme) => Some(format!("{scheme}/{code}")),
        None => Some(code),
    }
}

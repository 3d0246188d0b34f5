//! Where in a document the words of a finding stand.

use serde_json::Value;

use super::Finding;
use crate::source::json::pointer_token;

/// The JSON Pointer of the first text in `value`, itself at `pointer`, that `fits`.
pub(super) fn find(value: &Value, pointer: &str, fits: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut steps = Vec::new();
    let found = leads_to(value, fits, &mut steps);
    found.then(|| steps.iter().rev().fold(pointer.to_owned(), |pointer, step| pointer + "/" + step))
}

/// Whether a text in `value` fits. The steps to it are written down on the way back, the last first: most of what is
/// looked through lies beside the way.
fn leads_to(value: &Value, fits: &dyn Fn(&str) -> bool, steps: &mut Vec<String>) -> bool {
    let step = match value {
        Value::String(text) => return fits(text),
        Value::Array(items) => {
            let index = items.iter().position(|item| leads_to(item, fits, steps));
            index.map(|index| index.to_string())
        }
        Value::Object(members) => {
            let member = members.iter().find(|(_, member)| leads_to(member, fits, steps));
            member.map(|(name, _)| pointer_token(name).into_owned())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    };
    let found = step.is_some();
    steps.extend(step);
    found
}

/// The first text below `pointer` that `fits`.
pub(super) fn find_below(document: &Value, pointer: &str, fits: &dyn Fn(&str) -> bool) -> Option<String> {
    find(document.pointer(pointer)?, pointer, fits)
}

/// The finding at the place where `address` stands: a text that is the address, else the first that contains it, else
/// the document itself.
pub(super) fn at_address(finding: Finding, text: &str, document: &Value, address: &str) -> Finding {
    if let Some(pointer) = find(document, "", &|text| text.trim() == address) {
        return finding.at(text, &pointer);
    }
    // In markup, an ampersand is written out.
    let in_markup = address.replace('&', "&amp;");
    for words in [address, &in_markup] {
        if let Some(pointer) = find(document, "", &|text| text.contains(words)) {
            return finding.at_words(text, &pointer, words);
        }
    }
    finding.at(text, "")
}

/// The texts of the bodies that may hold markup, each with its JSON Pointer.
pub(super) fn bodies(document: &Value) -> Vec<(String, &str)> {
    let mut bodies = Vec::new();
    for (index, body) in document["bodies"].as_array().into_iter().flatten().enumerate() {
        let is_plain = body["contentType"].as_str().is_some_and(|kind| kind.starts_with("text/plain"));
        if let Some(value) = body["value"].as_str().filter(|_| !is_plain) {
            bodies.push((format!("/bodies/{index}/value"), value));
        }
    }
    for name in ["body_xhtml", "body_html"] {
        bodies.extend(document[name].as_str().map(|value| (format!("/{name}"), value)));
    }
    bodies
}

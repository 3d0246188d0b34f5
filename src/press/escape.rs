//! How JSON is written into a page.

use memchr::memchr;
use serde_json::{Map, Value};

use crate::piece::push_replacing;

/// JSON for a script element: without a `<`, so that nothing in it ends the element, and without white space between its
/// tokens where it has lines. In JSON a `<` is only ever part of a string, where it may be written as an escape.
pub(super) fn for_script(json: &str) -> String {
    // What the press writes has no line breaks, and no white space between its tokens either. A newsroom's document in one line
    // stays as it was written: its few spaces are not worth going through it letter by letter.
    let json = json.trim_ascii();
    if memchr(b'\n', json.as_bytes()).is_none() {
        return json.replace('<', "\\u003c");
    }
    let mut text = String::with_capacity(json.len());
    let (mut in_string, mut escaped) = (false, false);
    push_replacing(json, &mut text, |rest| {
        let byte = rest[0];
        if byte == b'"' && !escaped {
            in_string = !in_string;
        }
        escaped = in_string && byte == b'\\' && !escaped;
        match byte {
            b'<' => Some((1, "\\u003c")),
            space if !in_string && space.is_ascii_whitespace() => Some((1, "")),
            _ => None,
        }
    });
    text
}

/// The settings of a site as readers get them: how its fronts are arranged is left out, because that may name articles
/// that nobody is to know of yet, and the front's own document says how it is arranged. So is the schema, which is for
/// text editors.
fn public_settings(site_text: &str) -> Option<Map<String, Value>> {
    let mut settings: Map<String, Value> = serde_json::from_str(site_text).ok()?;
    settings.retain(|name, _| name != "$schema" && name != "front");
    Some(settings)
}

/// The text of the file of settings that is published, for pages that have none in them.
pub(super) fn settings_for_file(site_text: &str) -> String {
    let settings = public_settings(site_text).unwrap_or_default();
    format!("{}\n", Value::Object(settings))
}

/// The settings of a site for a script element, without what a page does not need: of topics and people the slug
/// and the name are enough to link to their lists, whose documents have the rest.
pub(super) fn settings_for_script(site_text: &str) -> String {
    let Some(mut settings) = public_settings(site_text) else { return for_script(site_text) };
    for name in ["topics", "people"] {
        let entries = settings.get_mut(name).and_then(Value::as_array_mut).into_iter().flatten();
        for entry in entries.filter_map(Value::as_object_mut) {
            entry.retain(|member, _| member == "slug" || member == "name");
        }
    }
    for_script(&Value::Object(settings).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_in_a_page_name_people_and_say_no_more_of_them() {
        let text =
            r#"{"name": "N", "people": [{"slug": "a", "name": "A </script>", "role": "R", "links": []}, 3]}"#;
        let settings: Value = serde_json::from_str(&settings_for_script(text)).expect("valid JSON");
        assert_eq!(settings["people"], serde_json::json!([{ "slug": "a", "name": "A </script>" }, 3]));
        assert_eq!(settings_for_script("[\n1 ]"), "[1]");
    }

    #[test]
    fn json_for_a_script_is_the_same_json_and_cannot_end_the_script() {
        let json = "{ \"a b\" : \"</script><!-- \\\\\", \"c\": \"\\\" d \\\\\\\" e\",\n \"n\": [1, 2] }";
        let text = for_script(json);
        assert!(!text.contains('<') && !text.contains('\n'), "{text}");
        let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("valid JSON");
        assert_eq!(parse(&text), parse(json));
    }
}

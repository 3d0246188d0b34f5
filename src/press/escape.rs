//! How JSON is written into a page.

/// JSON for a script element: without white space between its tokens, and without a `<`, so that nothing in it
/// ends the element. In JSON a `<` is only ever part of a string, where it may be written as an escape.
pub(super) fn for_script(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let (mut in_string, mut escaped) = (false, false);
    for character in json.chars() {
        if in_string || !character.is_ascii_whitespace() {
            match character {
                '<' => text.push_str("\\u003c"),
                other => text.push(other),
            }
        }
        if character == '"' && !escaped {
            in_string = !in_string;
        }
        escaped = in_string && character == '\\' && !escaped;
    }
    text
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_for_a_script_is_the_same_json_and_cannot_end_the_script() {
        let json = "{ \"a b\" : \"</script><!-- \\\\\", \"c\": \"\\\" d \\\\\\\" e\",\n \"n\": [1, 2] }";
        let text = for_script(json);
        assert!(!text.contains('<') && !text.contains('\n'), "{text}");
        let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("valid JSON");
        assert_eq!(parse(&text), parse(json));
    }
}

//! How what is no JSON is mended: the parser says what it met, and an editor has to know what to do.

/// What mends the fault that the parser names in `message`.
pub(super) fn help(message: &str) -> &'static str {
    // The words of `serde_json`, the more particular ones first.
    const HELPS: [(&str, &str); 10] = [
        (
            "EOF",
            "the file ends before everything is closed: look for a quotation mark, } or ] that is missing",
        ),
        ("trailing comma", "remove the comma just before: none stands after the last entry"),
        (
            "control character",
            "keep each text in one line, and write \\n where a new line begins and \\t for a tab",
        ),
        ("hex escape", "write the letter itself in place of its \\u numbers"),
        ("escape", "write each backslash of a text twice: \\\\"),
        ("trailing characters", "remove what stands behind the last } or ]: a file holds one document"),
        ("recursion limit", "put less into each other: so deep, no article is read"),
        ("key must be a string", "put the name of the field in quotation marks"),
        ("expected `:`", "put a colon between the name of the field and what it holds"),
        (
            "expected `,`",
            "put a comma between this entry and the one before; within a text, write a quotation mark as \\\"",
        ),
    ];
    let known = HELPS.iter().find(|(met, _)| message.contains(met));
    known.map_or(
        "put every text in quotation marks; besides those there are numbers, true, false and null",
        |(_, help)| help,
    )
}

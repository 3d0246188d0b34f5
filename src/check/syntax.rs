//! How what is no JSON is mended: the parser says what it met, and an editor has to know what to do.

/// What mends the fault that the parser names in `message`.
pub(super) fn help(message: &str) -> &'static str {
    // The words of `serde_json`, the more particular ones first.
    const HELPS: [(&str, &str); 11] = [
        (
            "EOF while parsing a value",
            "the file is empty, or ends where a value should stand: complete it, or remove it",
        ),
        (
            "EOF",
            "the file ends before everything is closed: look for a quotation mark, } or ] that is missing",
        ),
        ("trailing comma", "remove the comma just before: none stands after the last entry"),
        (
            "control character",
            "close the text with a quotation mark before its line ends; within a text, write \\n where a new line begins \
             and \\t for a tab",
        ),
        ("hex escape", "write the letter itself in place of its \\u numbers"),
        ("escape", "write a backslash that is meant as a letter twice: \\\\"),
        (
            "trailing characters",
            "the document ends just before this: remove a } or ] too many there, or what follows it",
        ),
        ("recursion limit", "put less into each other: nothing is read so deep"),
        (
            "key must be a string",
            "put the name of the field in straight quotation marks (\"), after one comma; remarks have no place in JSON",
        ),
        ("expected `:`", "put a colon between the name of the field and what it holds"),
        (
            "expected `,`",
            "put a comma between this entry and the one before; texts and dates stand in quotation marks, and a quotation \
             mark within a text is written \\\"",
        ),
    ];
    let known = HELPS.iter().find(|(met, _)| message.contains(met));
    known.map_or(
        "texts and dates stand in straight quotation marks (\"), and one comma between two entries; besides texts there are \
         numbers, true, false and null",
        |(_, help)| help,
    )
}

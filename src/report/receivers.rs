//! The ways to the desk: an endpoint, e-mail, and what the reader can carry there.
//!
//! # The endpoint
//! Reports are POSTed as `application/json`, not as `application/ld+json`: they are both, and the short name
//! is the one that form services and server frameworks read without being set up for it. There are no
//! cookies, no referrer and no other headers. An endpoint on another origin must answer the browser's
//! preflight (`Access-Control-Allow-Origin`, `Access-Control-Allow-Headers: content-type`) and, for its
//! `Retry-After` to be seen, send `Access-Control-Expose-Headers: Retry-After`. It answers any 2xx once it has
//! the report for good, and counts reports with one `id` once.

use super::annotation::{Meaning, Part};
use crate::model::ReportReceivers;

/// The longest `mailto:` address made, in bytes: mail programs on Windows take no more.
pub const LONGEST_MAILTO: usize = 2_000;

/// A letter to the desk, not yet sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The `mailto:` address.
    pub address: String,
    /// Whether even the brief text had to be cut to fit.
    pub shortened: bool,
}

/// Where to POST reports: the endpoint as a page at base path `base` calls it. `None` when there is none,
/// or it is no web address.
pub fn endpoint(receivers: &ReportReceivers, base: &str) -> Option<String> {
    let address = receivers.endpoint.as_ref()?;
    let postable = address.is_relative() || address.host().is_some();
    postable.then(|| address.under(base))
}

/// A letter with `text` to `desk`; with `brief` where that does not fit. A letter that is not English takes six bytes.
pub fn mail(desk: &str, subject: &str, text: &str, brief: &str) -> Mail {
    let mut address = "mailto:".to_owned();
    encode(desk, "@.", &mut address);
    address.push_str("?subject=");
    encode(&first_words(subject, 80), "", &mut address);
    address.push_str("&body=");
    let whole = with_body(address.clone(), text);
    if whole.shortened { with_body(address, brief) } else { whole }
}

fn with_body(mut address: String, text: &str) -> Mail {
    let mut shortened = false;
    // Cut between whole characters, each of up to twelve bytes here, leaving room for the ellipsis.
    for character in text.chars() {
        let before = address.len();
        match character {
            // RFC 6068 §5: line breaks in a body are %0D%0A.
            '\n' => address.push_str("%0D%0A"),
            other => encode(other.encode_utf8(&mut [0; 4]), "", &mut address),
        }
        if address.len() > LONGEST_MAILTO - "%E2%80%A6".len() {
            address.truncate(before);
            address.push_str("%E2%80%A6");
            shortened = true;
            break;
        }
    }
    Mail { address, shortened }
}

/// The report as a letter that a desk understands at once: the page; the words, in brackets within what stands around them;
/// what they should be; what the reader says; and at the end what the report is found by. `label` gives each part's name and
/// value as readers are shown them.
///
/// A `brief` one does without what the desk finds at the page's address: the headline, and what stands around the words.
pub fn letter(parts: &[Part], brief: bool, label: impl Fn(&Part) -> (String, String)) -> String {
    let [mut page, mut before, mut said, mut about, mut end] = [(); 5].map(|()| String::new());
    for part in parts {
        let (mut name, value) = label(part);
        // A question ends with its own sign.
        if !name.ends_with(['?', '؟']) {
            name.push(':');
        }
        match part.meaning {
            Meaning::Headline | Meaning::Before | Meaning::After | Meaning::Version if brief => {}
            Meaning::Headline | Meaning::Address => page.push_str(&format!("{value}\n")),
            Meaning::Before => before = value,
            Meaning::Quote => said.push_str(&format!("\n{name}\n{before}[{value}]\n")),
            // In the line of the words.
            Meaning::After => {
                said.pop();
                said.push_str(&format!("{value}\n"));
            }
            Meaning::Correction | Meaning::Comment => said.push_str(&format!("\n{name}\n{value}\n")),
            Meaning::Mistake(_) | Meaning::Email => about.push_str(&format!("{name} {value}\n")),
            Meaning::Version => end.push_str(&format!("{name} {value}\n")),
            Meaning::Article | Meaning::Identifier => end.push_str(&format!("{value}\n")),
            Meaning::Created | Meaning::Technical(_) => {}
        }
    }
    let gap = |part: &str| if part.is_empty() { "" } else { "\n" };
    [&page, &said, gap(&about), &about, gap(&end), &end].concat()
}

/// A file name for the report `id`, of characters that every system takes.
pub fn file_name(id: &str) -> String {
    let id = id.strip_prefix("urn:uuid:").unwrap_or(id);
    let id: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    format!("report-{id}.json")
}

/// As many of the words as have up to `count` characters; an ellipsis says that there are more.
fn first_words(text: &str, count: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(count) else { return text.to_owned() };
    let words = text[..end].rsplit_once(' ').map_or(&text[..end], |(words, _)| words);
    format!("{words}…")
}

/// Percent-encodes all but unreserved characters and those in `keep`.
pub(crate) fn encode(text: &str, keep: &str, address: &mut String) {
    for byte in text.bytes() {
        let character = char::from(byte);
        if byte.is_ascii_alphanumeric() || "-_.~".contains(character) || keep.contains(character) {
            address.push(character);
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Address;
    use crate::report::draft::Mistake;

    fn receivers(endpoint: &str) -> ReportReceivers {
        ReportReceivers { endpoint: Address::parse(endpoint).ok(), email: None }
    }

    #[test]
    fn an_endpoint_is_a_web_address() {
        assert_eq!(endpoint(&receivers("https://a.kz/r"), "/n/"), Some("https://a.kz/r".into()));
        assert_eq!(endpoint(&receivers("/api/r"), "/n/"), Some("/n/api/r".into()));
        assert_eq!(endpoint(&receivers("mailto:desk@a.kz"), "/n/"), None);
        assert_eq!(endpoint(&ReportReceivers::default(), "/"), None);
    }

    #[test]
    fn a_letter_is_encoded() {
        let letter = mail("desk@a.kz", "A & B?", "x=1\ny", "");
        assert_eq!(letter.address, "mailto:desk@a.kz?subject=A%20%26%20B%3F&body=x%3D1%0D%0Ay");
        assert!(!letter.shortened);
        let long = mail("a@b.kz", &"one hundred words ".repeat(9), "", "");
        assert!(long.address.contains("words%20one%E2%80%A6&body="), "{}", long.address);
        let hostile = mail("a@b.kz?bcc=c@d.kz", "", "", "");
        assert_eq!(hostile.address, "mailto:a@b.kz%3Fbcc%3Dc@d.kz?subject=&body=");
    }

    #[test]
    fn a_long_letter_is_cut_between_characters_and_says_so() {
        let letter = mail("desk@a.kz", &"т".repeat(500), &"қате ".repeat(200), &"қате ".repeat(190));
        assert!(letter.shortened && letter.address.len() <= LONGEST_MAILTO, "{}", letter.address.len());
        assert!(letter.address.ends_with("%E2%80%A6"));
        let text = letter.address.split_once("body=").map(|(_, body)| body).unwrap_or_default();
        let bytes: Vec<u8> = text
            .split('%')
            .skip(1)
            .filter_map(|escape| u8::from_str_radix(escape.get(..2)?, 16).ok())
            .collect();
        assert!(String::from_utf8(bytes).is_ok(), "no character is cut in two");
    }

    #[test]
    fn a_letter_tells_page_words_correction_and_comment_and_ends_with_what_it_is_found_by() {
        let part = |meaning, value: &str| Part { meaning, value: value.into() };
        let mut parts = vec![
            part(Meaning::Mistake(Some(Mistake::Fact)), "wrong-fact"),
            part(Meaning::Before, "the flag of "),
            part(Meaning::Quote, "Kazakstan"),
            part(Meaning::After, " is blue"),
            part(Meaning::Correction, "Kazakhstan"),
            part(Meaning::Comment, "Twice on\nthis page."),
            part(Meaning::Headline, "Two flags"),
            part(Meaning::Address, "https://courier.example/flags/"),
            part(Meaning::Version, "3"),
            part(Meaning::Created, "1970-01-01T00:00:00Z"),
            part(Meaning::Identifier, "urn:uuid:1"),
            part(Meaning::Technical("type".into()), "Annotation"),
        ];
        let asked = |part: &Part| ("What is wrong?".to_owned(), part.value.clone());
        assert_eq!(letter(&parts[..1], false, asked), "\nWhat is wrong? wrong-fact\n");
        let label = |part: &Part| (format!("{:?}", part.meaning), part.value.clone());
        assert_eq!(
            letter(&parts, false, label),
            "Two flags\nhttps://courier.example/flags/\n\nQuote:\nthe flag of [Kazakstan] is blue\n\n\
             Correction:\nKazakhstan\n\nComment:\nTwice on\nthis page.\n\nMistake(Some(Fact)): wrong-fact\n\n\
             Version: 3\nurn:uuid:1\n"
        );
        let brief = "https://courier.example/flags/\n\nQuote:\n[Kazakstan]\n\nCorrection:\nKazakhstan\n\nComment:\nTwice on\n\
             this page.\n\nMistake(Some(Fact)): wrong-fact\n\nurn:uuid:1\n";
        assert_eq!(letter(&parts, true, label), brief);
        assert_eq!(mail("a@b.kz", "", &"қ".repeat(400), brief).address.matches("Kazakhstan").count(), 1);
        parts
            .retain(|part| matches!(part.meaning, Meaning::Comment | Meaning::Address | Meaning::Identifier));
        let without_words =
            "https://courier.example/flags/\n\nComment:\nTwice on\nthis page.\n\nurn:uuid:1\n";
        assert_eq!(letter(&parts, false, label), without_words);
    }

    #[test]
    fn a_file_name_holds_no_path() {
        assert_eq!(file_name("urn:uuid:12-ab"), "report-12-ab.json");
        assert_eq!(file_name("../a/b"), "report-ab.json");
    }
}

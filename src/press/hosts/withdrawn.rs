//! What web servers are told of addresses where articles were: a redirect, or status 410 with the page that is there.

use std::collections::BTreeMap;

use super::Rules;
use crate::{
    model::{Site, SitePath},
    press::{articles::file_at, output::Output, withdrawn::Gone},
};

/// Lies beside the page of what was withdrawn. Apache looks for it, where the others are told the addresses: it reads `.htaccess` at
/// every request, and five hundred addresses in it take a millisecond and a half of each.
const SIGN: &str = ".gone";

/// How many addresses are named for nginx and Caddy, the first of those given: settings must not grow with the archive
/// for ever. nginx reads so many in a fifth of a second and then finds each at once; Caddy takes a millisecond more for
/// each request. The pages of all others say the same, or lead on, with status 200.
const MOST: usize = 5000;

/// How many redirects for Netlify and Cloudflare, which reads 2,000, those of editions among them.
const MOST_REDIRECTS: usize = 1900;

/// Puts the sign beside the page of each.
pub(super) fn write_signs(gone: &[&Gone], output: &mut Output) -> Result<(), crate::press::PressError> {
    for sign in gone.iter().map(|gone| file_at(&gone.path, SIGN)) {
        if output.is_free(&sign) {
            output.make(&sign, b"", super::OWNER)?;
        }
    }
    Ok(())
}

/// The rules for `gone`.
pub(super) fn rules(gone: &[&Gone], site: &Site) -> Rules {
    let base = site.base_path.as_str();
    let mut rules = Rules { apache: apache(gone, site), ..Rules::default() };
    let named: Vec<&Gone> = gone.iter().copied().filter(|gone| is_plain(gone.path.as_str())).collect();
    let leading = |gone: &&Gone| target(gone).is_some();
    for gone in named.iter().copied().filter(leading).take(MOST_REDIRECTS) {
        let to = target(gone).map(|to| to.under(base)).unwrap_or_default();
        rules.redirects.push_str(&format!("{} {to} 302\n", gone.path.under(base)));
    }
    let here = super::decoded(base);
    let mut pages = Vec::new();
    for gone in named.iter().take(MOST) {
        let place = format!("{here}{}", gone.path.as_str().trim_start_matches('/'));
        match target(gone).map(|to| to.under(base)) {
            Some(to) => {
                rules.nginx.push_str(&format!("    location = \"{place}\" {{ return 302 \"{to}\"; }}\n"));
                rules.caddy.push_str(&format!("\tredir {place} {to} 302\n"));
            }
            None => {
                rules.nginx.push_str(&format!(
                    "    location = \"{place}\" {{ error_page 410 \"{place}index.html\"; return 410; }}\n"
                ));
                pages.push(place);
            }
        }
    }
    let missing = |most: usize| gone.len() - named.len().min(most);
    note(&mut rules.nginx, "    ", missing(MOST));
    note(&mut rules.caddy, "\t", missing(MOST));
    let redirects = rules.redirects.lines().count();
    note(&mut rules.redirects, "", gone.iter().filter(|gone| gone.to.is_some()).count() - redirects);
    if !pages.is_empty() {
        rules.caddy.push_str(&format!("\t@withdrawn path {}\n\terror @withdrawn 410\n", pages.join(" ")));
    }
    rules
}

/// The rules for Apache: by the sign, and by the edition that an address is in, the innermost first.
fn apache(gone: &[&Gone], site: &Site) -> String {
    if gone.is_empty() {
        return String::new();
    }
    let here = super::decoded(&site.base_path);
    let sign = format!("    RewriteCond %{{REQUEST_FILENAME}}{SIGN} -f\n");
    let within = |path: &SitePath| path.as_str().trim_start_matches('/').replace('.', "\\.");
    let mut ways: BTreeMap<usize, &SitePath> = BTreeMap::new();
    for gone in gone {
        ways.extend(target(gone).map(|to| (site.edition_of(&gone.path), to)));
    }
    let mut rules = String::new();
    // No place leads to itself.
    for to in ways.values().filter(|to| gone.iter().any(|gone| gone.path == ***to)) {
        rules.push_str(&format!("{sign}    RewriteRule \"^({})$\" - [E=GONE:$1,G]\n", within(to)));
    }
    let mut editions: Vec<_> = site.editions.iter().enumerate().collect();
    editions.retain(|(_, edition)| !ways.is_empty() && is_plain(edition.path.as_str()));
    editions.sort_by_key(|(_, edition)| std::cmp::Reverse(edition.path.parts().count()));
    for (number, edition) in editions {
        let rule = match ways.get(&number) {
            Some(to) => format!(
                "\"^{}.*/$\" \"{here}{}\" [R=302,L]",
                within(&edition.path),
                to.as_str().trim_start_matches('/')
            ),
            None => format!("\"^({}[^%?#]*/)$\" - [E=GONE:$1,G]", within(&edition.path)),
        };
        rules.push_str(&format!("{sign}    RewriteRule {rule}\n"));
    }
    // The page is named by its address, in which these would be something else.
    format!("{rules}{sign}    RewriteRule \"^([^%?#]*/)$\" - [E=GONE:$1,G]\n")
}

/// Where an address leads, if that can be said in the settings of every server.
fn target(gone: &Gone) -> Option<&SitePath> {
    gone.to.as_ref().filter(|to| is_plain(to.as_str()))
}

/// Says in a file how many addresses it does not name.
fn note(text: &mut String, indent: &str, count: usize) {
    if count > 0 {
        text.push_str(&format!(
            "{indent}# {count} more are not named here: older ones, and those with unusual signs. Their pages say so.\n"
        ));
    }
}

/// Whether a path needs no quotation in the settings of any server: no sign that one of them could take for an order.
pub(super) fn is_plain(path: &str) -> bool {
    path.chars().all(|one| one.is_alphanumeric() || matches!(one, '-' | '_' | '.' | '/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gone(path: &str, to: Option<&str>) -> Gone {
        let place = |path: &str| SitePath::parse(path).expect("a place");
        Gone { path: place(path), to: to.map(place) }
    }

    /// A site at `base` in English, in Russian, and within that in Kazakh.
    fn site(base: &str) -> Site {
        let edition = |language: &str, path: &str| serde_json::json!({ "language": language, "path": path });
        let editions = [edition("en", "/"), edition("ru", "/ru/"), edition("kk", "/ru/қаз/")];
        let settings = serde_json::json!({ "base_path": base, "editions": editions });
        crate::source::site::read_site(&settings.to_string()).expect("settings").value
    }

    #[test]
    fn each_address_has_its_rule() {
        let rules = rules(&[&gone("/a.b/қ/", None), &gone("/c/", Some("/түзету/"))], &site("/news/"));
        assert!(rules.nginx.contains(
            "location = \"/news/a.b/қ/\" { error_page 410 \"/news/a.b/қ/index.html\"; return 410; }"
        ));
        assert!(
            rules.nginx.contains("location = \"/news/c/\" { return 302 \"/news/%D1%82"),
            "{}",
            rules.nginx
        );
        assert_eq!(rules.redirects, "/news/c/ /news/%D1%82%D2%AF%D0%B7%D0%B5%D1%82%D1%83/ 302\n");
        assert!(rules.caddy.contains("@withdrawn path /news/a.b/қ/\n"), "{}", rules.caddy);
    }

    #[test]
    fn apache_is_told_where_to_look_and_no_address() {
        let lines = |gone: &[&Gone]| -> Vec<String> {
            let rules = rules(gone, &site("/news/")).apache;
            let rules = rules.lines().filter_map(|line| line.trim_start().strip_prefix("RewriteRule "));
            rules.map(str::to_owned).collect()
        };
        assert_eq!(lines(&[]), [""; 0]);
        let page = "\"^([^%?#]*/)$\" - [E=GONE:$1,G]";
        assert_eq!(lines(&[&gone("/a/", None), &gone("/ru/b c/", None)]), [page]);
        // Of two editions of which one leads on, that which lies in the other is asked about first.
        let leading = [gone("/ru/a/", Some("/ru/c/")), gone("/ru/c/", None), gone("/b/", None)];
        assert_eq!(
            lines(&leading.iter().collect::<Vec<_>>()),
            [
                "\"^(ru/c/)$\" - [E=GONE:$1,G]",
                "\"^(ru/қаз/[^%?#]*/)$\" - [E=GONE:$1,G]",
                "\"^ru/.*/$\" \"/news/ru/c/\" [R=302,L]",
                page,
                page,
            ]
        );
    }

    #[test]
    fn what_a_server_could_take_for_an_order_is_not_named_and_the_rest_is_bounded() {
        for path in ["/a b/", "/a\";}/", "/a$1/", "/a*/", "/a{x}/", "/a%2541/", "/a%23/"] {
            let rules = rules(&[&gone(path, None), &gone(path, Some("/"))], &site("/"));
            // But for a line on how many are not named; of redirects there is one.
            for (text, count) in [(&rules.nginx, 2), (&rules.caddy, 2), (&rules.redirects, 1)] {
                let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
                let note = format!("# {count} more are not named");
                assert!(matches!(lines[..], [line] if line.starts_with(&note)), "{path}: {text}");
            }
            assert!(!rules.apache.contains(path.trim_matches('/')), "{}", rules.apache);
        }
    }

    #[test]
    fn each_server_is_told_of_as_many_as_it_bears() {
        let leading: Vec<Gone> =
            (0..MOST + 7).map(|number| gone(&format!("/{number}/"), Some("/c/"))).collect();
        let rules = rules(&leading.iter().collect::<Vec<_>>(), &site("/"));
        for (text, most) in [(&rules.nginx, 5000), (&rules.caddy, 5000), (&rules.redirects, MOST_REDIRECTS)] {
            assert_eq!(text.lines().count(), most + 1);
            let last = text.lines().last().unwrap_or_default();
            let note = format!("# {} more are not named here", leading.len() - most);
            assert!(last.trim_start().starts_with(&note), "{last}");
        }
    }
}

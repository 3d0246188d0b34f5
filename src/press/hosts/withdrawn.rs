//! What web servers are told of addresses where articles were: a redirect, or status 410 with the page that is there.

use super::Rules;
use crate::press::withdrawn::Gone;

/// So many addresses are named, the first of those given: settings must not grow with the archive for ever. The pages
/// of all others say the same, or lead on, with status 200. Cloudflare reads 2,000 redirects.
const MOST: usize = 500;

/// The rules for `gone`, under the base path, which is percent-encoded.
pub(super) fn rules(gone: &[&Gone], base: &str) -> Rules {
    let mut rules = Rules::default();
    let here = super::decoded(base);
    let named = gone.iter().filter(|gone| is_plain(gone.path.as_str())).take(MOST);
    let (mut pages, mut count) = (Vec::new(), 0);
    for gone in named {
        count += 1;
        let path = gone.path.as_str().trim_start_matches('/');
        let place = format!("{here}{path}");
        match gone.to.as_ref().filter(|to| is_plain(to.as_str())) {
            Some(to) => {
                let target = to.under(base);
                let readable = format!("{here}{}", to.as_str().trim_start_matches('/'));
                rules.nginx.push_str(&format!("    location = \"{place}\" {{ return 302 \"{target}\"; }}\n"));
                rules.caddy.push_str(&format!("\tredir {place} {target} 302\n"));
                let pattern = path.replace('.', "\\.");
                rules.apache.push_str(&format!("    RewriteRule \"^{pattern}$\" \"{readable}\" [R=302,L]\n"));
                rules.redirects.push_str(&format!("{} {target} 302\n", gone.path.under(base)));
            }
            None => {
                rules.nginx.push_str(&format!(
                    "    location = \"{place}\" {{ error_page 410 \"{place}index.html\"; return 410; }}\n"
                ));
                let pattern = path.replace('.', "\\.");
                rules.apache.push_str(&format!("    RewriteRule \"^({pattern})$\" - [E=GONE:$1,G]\n"));
                pages.push(place);
            }
        }
    }
    if count < gone.len() {
        rules.note(gone.len() - count);
    }
    if !pages.is_empty() {
        rules.caddy.push_str(&format!("\t@withdrawn path {}\n\terror @withdrawn 410\n", pages.join(" ")));
    }
    rules
}

impl Rules {
    /// Says in each file how many addresses it does not name.
    fn note(&mut self, count: usize) {
        let note = format!(
            "# {count} more are not named here: older ones, and those with unusual signs. Their pages say so.\n"
        );
        for (text, indent) in [
            (&mut self.nginx, "    "),
            (&mut self.caddy, "\t"),
            (&mut self.apache, "    "),
            (&mut self.redirects, ""),
        ] {
            text.push_str(indent);
            text.push_str(&note);
        }
    }
}

/// Whether a path needs no quotation in the settings of any server: no sign that one of them could take for an order.
pub(super) fn is_plain(path: &str) -> bool {
    path.chars().all(|one| one.is_alphanumeric() || matches!(one, '-' | '_' | '.' | '/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SitePath;

    fn gone(path: &str, to: Option<&str>) -> Gone {
        let place = |path: &str| SitePath::parse(path).expect("a place");
        Gone { path: place(path), to: to.map(place) }
    }

    #[test]
    fn each_address_has_its_rule() {
        let rules = rules(&[&gone("/a.b/қ/", None), &gone("/c/", Some("/түзету/"))], "/news/");
        assert!(rules.nginx.contains(
            "location = \"/news/a.b/қ/\" { error_page 410 \"/news/a.b/қ/index.html\"; return 410; }"
        ));
        assert!(
            rules.nginx.contains("location = \"/news/c/\" { return 302 \"/news/%D1%82"),
            "{}",
            rules.nginx
        );
        assert!(rules.apache.contains("RewriteRule \"^(a\\.b/қ/)$\" - [E=GONE:$1,G]"), "{}", rules.apache);
        assert_eq!(rules.redirects, "/news/c/ /news/%D1%82%D2%AF%D0%B7%D0%B5%D1%82%D1%83/ 302\n");
        assert!(rules.caddy.contains("@withdrawn path /news/a.b/қ/\n"), "{}", rules.caddy);
    }

    #[test]
    fn what_a_server_could_take_for_an_order_is_not_named_and_the_rest_is_bounded() {
        for path in ["/a b/", "/a\";}/", "/a$1/", "/a*/", "/a{x}/", "/a%2541/", "/a%23/"] {
            let rules = rules(&[&gone(path, None), &gone(path, Some("/"))], "/");
            // But for a line on how many are not named.
            for text in [&rules.nginx, &rules.caddy, &rules.apache, &rules.redirects] {
                let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
                assert!(
                    matches!(lines[..], [line] if line.starts_with("# 2 more are not named")),
                    "{path}: {text}"
                );
            }
        }
        let many: Vec<Gone> = (0..2 * MOST).map(|number| gone(&format!("/{number}/"), Some("/c/"))).collect();
        assert_eq!(rules(&many.iter().collect::<Vec<_>>(), "/").redirects.lines().count(), MOST + 1);
    }
}

//! What is wrong with the settings of a site that their reader takes as they are, for they could be meant so.

use std::path::Path;

use super::Finding;
use crate::{
    components::number_in,
    model::{Notice, Site},
    source::Read,
};

/// What comes of it where a site does not say where it is.
pub(crate) const NO_ADDRESS: &str = ": there is no sitemap, and feeds cannot name whole addresses";

/// The host that the settings of `broadsheet new` name until somebody writes their own.
const NOBODYS_HOST: &str = "newsroom.example";

/// The warnings about the `site.json` with this text.
pub(crate) fn findings(file: &Path, text: &str, site: &Read<Site>) -> Vec<Finding> {
    let is_told = |pointer: &str| site.problems.iter().any(|problem| problem.pointer == pointer);
    let site = &site.value;
    let address = match &site.url {
        // What stands there and is no address was named already.
        None => (!is_told("/url")).then(|| without_address(file, text)),
        Some(url) => is_nobodys(url).then(|| of_nobody(file, text, url)),
    };
    let notice = site.notice.as_ref().and_then(|notice| number_elsewhere(file, text, site, notice));
    address.into_iter().chain(notice).collect()
}

fn without_address(file: &Path, text: &str) -> Finding {
    let message = format!("expected `url`, the public address of the site, found none{NO_ADDRESS}");
    Finding::warning(file, "url-missing", message)
        .at(text, "")
        .helped("add `url`, such as \"https://harbour.example\", without the base path")
}

fn is_nobodys(url: &str) -> bool {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    host.split(['/', ':']).next().is_some_and(|host| host.eq_ignore_ascii_case(NOBODYS_HOST))
}

fn of_nobody(file: &Path, text: &str, url: &str) -> Finding {
    let message = format!(
        "expected the public address of the site, found {url}, which `broadsheet new` wrote: feeds, sitemaps and reports \
         name pages there, where nobody finds them"
    );
    Finding::warning(file, "url-placeholder", message)
        .at(text, "/url")
        .helped("write the address that readers will find the site at, before you publish it")
}

/// A telephone number that does not stand in the notice's text of some edition: there it comes behind it.
fn number_elsewhere(file: &Path, text: &str, site: &Site, notice: &Notice) -> Option<Finding> {
    let number = notice.telephone.as_deref()?;
    let lacking = site.editions.iter().map(|edition| &edition.language);
    let lacking: Vec<String> = lacking
        .filter(|language| number_in(notice.text.get(language), number).is_none())
        .map(ToString::to_string)
        .collect();
    let message = format!(
        "expected the number as it stands in the text of the notice, found `{number}`, which does not stand there ({}): it \
         is shown behind the text",
        lacking.join(", ")
    );
    (!lacking.is_empty()).then(|| {
        Finding::warning(file, "telephone-elsewhere", message).at(text, "/notice/telephone").helped(
            "write the same number in `text` and in `telephone`; spaces, brackets and lines may differ",
        )
    })
}

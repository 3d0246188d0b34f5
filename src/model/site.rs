//! What a newsroom sets up in `site.json`.

use super::{Address, FrontBlock, Language, SitePath};

/// The whole site, as its newsroom set it up.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// What it is called.
    pub name: Localized,
    /// Its public address, such as `https://courier.example`, without a final slash.
    pub url: Option<String>,
    /// Where it lies on its host: `/`, or `/news/`. Starts and ends with a slash.
    pub base_path: String,
    /// Its languages; never empty. The first is the one for whoever asks for none.
    pub editions: Vec<Edition>,
    /// Where its articles come from.
    pub source: SourceSettings,
    /// Its sections, as a tree.
    pub sections: Vec<Section>,
    /// Topics that have a slug and a description of their own; every other topic goes by its name.
    pub topics: Vec<Topic>,
    /// Who writes for it.
    pub people: Vec<Person>,
    /// The line above everything.
    pub notice: Option<Notice>,
    /// Where to follow it.
    pub follow: Vec<NamedLink>,
    /// The pages that its foot leads to: who makes it, how to reach them.
    pub footer: Vec<NamedLink>,
    /// How its fronts are arranged, from the top. Empty where that is left to the press.
    pub front: Vec<FrontBlock>,
    /// Where reports go.
    pub report: ReportReceivers,
    /// The hosts, beside the providers that are known, that articles may show frames of.
    pub embed_hosts: Vec<String>,
    /// Whether it can be searched: the press writes an index, and pages have a search.
    pub search: bool,
    /// Its colours.
    pub theme: Theme,
    /// Its mark.
    pub logo: Option<Address>,
    /// Width and height of the logo, in whatever unit, so that its place is kept before it comes.
    pub logo_size: Option<(u32, u32)>,
    /// How many articles an index page holds, 1 to 100.
    pub page_size: usize,
}

/// A text in the languages of the site's editions.
///
/// Its keys are primary language tags; the key `""` holds a text for every language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized(pub Vec<(String, String)>);

/// The site in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// The language of its content and its user interface.
    pub language: Language,
    /// What the language calls itself.
    pub label: String,
    /// Its place: `/` or `/ru/`.
    pub path: SitePath,
    /// The zone its times are shown in, as the IANA time zone database calls it: `Asia/Almaty`.
    pub time_zone: String,
    /// Words of the user interface that this newsroom wants otherwise, by message name.
    pub messages: Vec<(String, String)>,
}

/// Where the articles come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceSettings {
    /// Files beside the site, written by `broadsheet press`.
    Static,
}

/// A section of the site.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub name: Localized,
    /// A sentence about it.
    pub description: Localized,
    /// Sections inside it.
    pub sections: Vec<Section>,
}

/// A topic that the newsroom has set up.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Its part of the address, the same in every edition.
    pub slug: String,
    /// What articles call it.
    pub name: Localized,
    /// A sentence about it.
    pub description: Localized,
}

/// Somebody who writes for the newsroom.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Their part of the address, the same in every edition.
    pub slug: String,
    /// Their name, as credits have it.
    pub name: Localized,
    /// What they do.
    pub role: Localized,
    /// A sentence or two about them.
    pub description: Localized,
    /// Their portrait.
    pub picture: Option<Address>,
    /// Where else they are found.
    pub links: Vec<NamedLink>,
}

/// The line above everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says, the telephone number included.
    pub text: Localized,
    /// The number as it stands in the text: `+7(700) 388 81 09`.
    pub telephone: Option<String>,
}

/// A link of the newsroom's own, around every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedLink {
    /// What the link says: `Join Telegram`.
    pub name: Localized,
    /// Where it leads.
    pub address: Address,
    /// The edition that it is for, where it is for one alone.
    pub language: Option<Language>,
}

/// Where readers' reports go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportReceivers {
    /// An HTTPS endpoint that takes a report by POST.
    pub endpoint: Option<Address>,
    /// The desk's e-mail address.
    pub email: Option<String>,
}

/// The site's colours, each a CSS colour in hexadecimal (`#a31621`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// For links and marks on light ground.
    pub accent: Option<String>,
    /// For links and marks on dark ground.
    pub accent_dark: Option<String>,
}

impl Localized {
    /// The text for `language`: its own, else the one for every language, else the first.
    pub fn get(&self, language: &Language) -> &str {
        let primary = language.primary();
        let find = |key: &str| self.0.iter().find(|(tag, _)| tag == key).map(|(_, text)| text.as_str());
        find(&primary)
            .or_else(|| find(""))
            .or_else(|| self.0.first().map(|(_, text)| text.as_str()))
            .unwrap_or_default()
    }

    /// Whether it reads `text` in any language.
    pub fn reads(&self, text: &str) -> bool {
        self.0.iter().any(|(_, own)| own == text)
    }

    /// Whether it says nothing in any language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.is_empty())
    }
}

impl NamedLink {
    /// Whether readers of the edition in `language` see it.
    pub fn is_for(&self, language: &Language) -> bool {
        self.language.as_ref().is_none_or(|own| own.same_language(language))
    }
}

impl Site {
    /// The edition that `path` lies in: the one with the longest fitting path, else the first.
    pub fn edition_of(&self, path: &SitePath) -> usize {
        let fitting = self.editions.iter().enumerate().filter(|(_, edition)| edition.path.contains(path));
        fitting.max_by_key(|(_, edition)| edition.path.as_str().len()).map_or(0, |(index, _)| index)
    }

    /// The address by which `path` is known outside: absolute where the site knows its own, else a path.
    pub fn public_address(&self, path: &SitePath) -> String {
        format!("{}{}", self.origin(), path.under(&self.base_path))
    }

    /// An address from content as it is known outside; as it is where it leads elsewhere.
    pub fn public_address_of(&self, address: &Address) -> String {
        let here = address.under(&self.base_path);
        if here.starts_with('/') && !here.starts_with("//") {
            format!("{}{here}", self.origin())
        } else {
            here
        }
    }

    /// Scheme and host of the site's public address, without its path: the base path already names that.
    fn origin(&self) -> &str {
        let Some(url) = self.url.as_deref() else { return "" };
        let host_start = url.find("://").map_or(0, |at| at + 3);
        url[host_start..].find('/').map_or(url, |slash| &url[..host_start + slash])
    }

    /// The sections on the way to `slugs`, outermost first; `None` when there is no such section.
    pub fn section_chain(&self, slugs: &[&str]) -> Option<Vec<&Section>> {
        let mut level = &self.sections;
        let mut chain = Vec::new();
        for slug in slugs {
            let section = level.iter().find(|section| section.slug == *slug)?;
            level = &section.sections;
            chain.push(section);
        }
        (!chain.is_empty()).then_some(chain)
    }
}

//! What browsers, search engines and networks read in a head. Each is parsed as a browser parses it.

mod articles;
mod hostile;
mod lists;

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::{Value, json};

use super::*;
use crate::source::{ninjs::read_article, site::read_site};

/// An element of a parsed head: its name, its attributes, the text in it.
#[derive(Debug)]
pub(super) struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    /// The value of an attribute, if it is there.
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The elements of a head.
#[derive(Debug)]
pub(super) struct Head(Vec<Element>);

impl Head {
    /// Parses the head of a page, and demands that nothing of it lands outside.
    fn parse(head: &str) -> Self {
        let page = format!("<!doctype html><html><head>{head}</head><body></body></html>");
        let tree = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(page);
        let mut elements = Vec::new();
        collect(&tree.document, &mut elements);
        let names: Vec<&str> = elements.iter().map(|element| element.name.as_str()).collect();
        assert!(names.starts_with(&["html", "head"]) && names.ends_with(&["body"]), "{names:?}");
        elements.truncate(elements.len() - 1);
        elements.drain(..2);
        for element in &elements {
            let fits = matches!(element.name.as_str(), "title" | "meta" | "link" | "script");
            assert!(fits, "{element:?} is no element of a head");
            assert!(element.get("http-equiv").is_none(), "{element:?}");
        }
        Self(elements)
    }

    /// The page's title.
    fn title(&self) -> &str {
        let mut titles = self.0.iter().filter(|element| element.name == "title");
        let title = titles.next().expect("a title");
        assert!(titles.next().is_none(), "two titles");
        &title.text
    }

    /// What the metas of a name, or of a property, say.
    fn metas(&self, name: &str) -> Vec<&str> {
        let named = |element: &&Element| {
            element.name == "meta" && [element.get("name"), element.get("property")].contains(&Some(name))
        };
        self.0.iter().filter(named).filter_map(|element| element.get("content")).collect()
    }

    /// The only meta of a name.
    fn meta(&self, name: &str) -> &str {
        let metas = self.metas(name);
        assert_eq!(metas.len(), 1, "{name} in {self:?}");
        metas[0]
    }

    /// The links of a relation.
    fn links(&self, relation: &str) -> Vec<&Element> {
        self.0.iter().filter(|element| element.get("rel") == Some(relation)).collect()
    }

    /// Where the links of a relation lead.
    fn addresses(&self, relation: &str) -> Vec<&str> {
        self.links(relation).into_iter().filter_map(|link| link.get("href")).collect()
    }

    /// The versions in other languages: language and address.
    fn versions(&self) -> Vec<(&str, &str)> {
        let links = self.links("alternate").into_iter();
        links.filter_map(|link| Some((link.get("hreflang")?, link.get("href")?))).collect()
    }

    /// The feeds: media type, address, title.
    fn feeds(&self) -> Vec<(&str, &str, &str)> {
        let links = self.links("alternate").into_iter();
        links.filter_map(|link| Some((link.get("type")?, link.get("href")?, link.get("title")?))).collect()
    }

    /// The structured data of a type.
    fn data(&self, kind: &str) -> Value {
        let found = self.graph().into_iter().find(|node| node["@type"] == kind);
        found.unwrap_or_else(|| panic!("no {kind} in {self:?}"))
    }

    /// All structured data; there is no other script.
    fn graph(&self) -> Vec<Value> {
        let mut graph = Vec::new();
        for script in self.0.iter().filter(|element| element.name == "script") {
            assert_eq!(script.attributes, [("type".to_owned(), "application/ld+json".to_owned())]);
            let data: Value = serde_json::from_str(&script.text).expect("valid JSON");
            assert_eq!(data["@context"], "https://schema.org");
            graph.extend(data["@graph"].as_array().expect("a graph").clone());
        }
        graph
    }
}

fn collect(node: &Handle, elements: &mut Vec<Element>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes = attrs.borrow();
        let attributes = attributes.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
        let texts = node.children.borrow();
        let texts = texts.iter().filter_map(|child| match &child.data {
            NodeData::Text { contents } => Some(contents.borrow().to_string()),
            _ => None,
        });
        let (attributes, text) = (attributes.collect(), texts.collect());
        elements.push(Element { name: name.local.to_string(), attributes, text });
    }
    node.children.borrow().iter().for_each(|child| collect(child, elements));
}

/// A newsroom in English and Russian, on a host and under a path.
pub(super) fn site() -> Site {
    let settings = json!({
        "name": { "en": "The Harbour", "ru": "Гавань" },
        "url": "https://harbour.example/news",
        "base_path": "/news/",
        "logo": "/media/mark.png",
        "theme": { "accent": "#9c2f14", "accent_dark": "#ff9d7a" },
        "editions": [
            { "language": "en", "path": "/", "time_zone": "Asia/Almaty" },
            { "language": "ru-KZ", "path": "/ru/", "time_zone": "Asia/Almaty" }
        ],
        "sections": [{
            "slug": "learn", "name": { "en": "Learn", "ru": "Учиться" },
            "description": { "en": "How things work.", "ru": "Как всё устроено." },
            "sections": [{ "slug": "politics", "name": { "en": "Politics", "ru": "Политика" } }]
        }]
    });
    read_site(&settings.to_string()).expect("valid settings").value
}

/// An article with everything that a head can say.
pub(super) fn article() -> Article {
    let document = json!({
        "standard": { "name": "ninjs", "version": "3.1" },
        "uri": "urn:harbour:crane", "type": "text", "language": "en", "version": "2",
        "edNote": "Desk: not before nine",
        "headlines": [{ "role": "main", "value": "The old crane" }, { "role": "subhead", "value": "It was loved" }],
        "descriptions": [{ "role": "lead", "value": "It lifted its last container." }],
        "bodies": [{ "contentType": "text/html", "value": "<p>On Monday the port was still.</p>" }],
        "versionCreated": "2014-07-04T09:00:00+06:00",
        "subjects": [{ "name": "Ports" }, { "name": "Cranes" }],
        "associations": [{
            "name": "lead", "type": "picture",
            "descriptions": [
                { "role": "alt", "value": "A crane at dawn" },
                { "role": "caption", "value": "The crane, built in 1931." },
                { "role": "creditline", "value": "©The Harbour" }
            ],
            "renditions": [
                { "href": "/media/crane-480.webp", "width": 480, "height": 270 },
                { "href": "/media/crane 1300.webp", "width": 1300, "height": 731 },
                { "href": "/media/crane-2400.webp", "width": 2400, "height": 1350 }
            ]
        }],
        "x": {
            "url": "/learn/politics/crane/",
            "published": "2014-07-04T04:43:00Z",
            "sections": [{ "name": "Main", "url": "/" }, { "name": "Politics", "url": "/learn/politics/" }],
            "credits": [
                { "role": "reporter", "name": "Aigul Temirbek", "url": "/people/aigul/" },
                { "role": "writer", "name": "Aigul Temirbek", "url": "/people/aigul/" },
                { "role": "writer", "name": "Dana Omarova", "url": "mailto:dana@harbour.example" },
                { "role": "editor", "name": "Sofia Renn", "url": "https://people.example/sofia" },
                { "role": "photographer", "name": "Timur Bek" }
            ],
            "corrections": [{ "date": "2014-07-05T00:00:00Z", "text": "It was built in 1931, not 1932." }],
            "translations": [{ "language": "ru-KZ", "url": "/ru/learn/politics/crane/" }]
        }
    });
    read_article(&document.to_string()).expect("a valid document").value
}

/// The head of a page of an edition, parsed.
pub(super) fn head_of(site: &Site, edition: usize, subject: &Subject) -> Head {
    let locale = Locale::new(&site.editions[edition]);
    Head::parse(&head(site, edition, &locale, subject))
}

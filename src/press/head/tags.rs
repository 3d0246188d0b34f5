//! The elements of a head, as markup. Every text passes through here, and is escaped here.

use serde_json::Value;

use crate::{piece::html::escape, press::escape::for_script};

/// Elements of a head, a line each.
#[derive(Default)]
pub(super) struct Tags(String);

impl Tags {
    /// The page's title.
    pub fn title(&mut self, title: &str) {
        self.0.push_str("<title>");
        escape(title, &mut self.0, false);
        self.0.push_str("</title>\n");
    }

    /// What is said under a name of HTML's own, or of Twitter's.
    pub fn meta(&mut self, name: &str, content: &str) {
        self.element("meta", &[("name", name), ("content", content)]);
    }

    /// The same, where there is something to say.
    pub fn meta_some(&mut self, name: &str, content: Option<&str>) {
        if let Some(content) = content {
            self.meta(name, content);
        }
    }

    /// What is said in the words of Open Graph.
    pub fn property(&mut self, property: &str, content: &str) {
        self.element("meta", &[("property", property), ("content", content)]);
    }

    /// The same, where there is something to say.
    pub fn property_some(&mut self, property: &str, content: Option<&str>) {
        if let Some(content) = content {
            self.property(property, content);
        }
    }

    /// The colour of the browser's own surroundings, in light or in dark.
    pub fn theme_colour(&mut self, scheme: &str, colour: &str) {
        let media = format!("(prefers-color-scheme: {scheme})");
        self.element("meta", &[("name", "theme-color"), ("media", &media), ("content", colour)]);
    }

    /// A link to another document.
    pub fn link(&mut self, attributes: &[(&str, &str)]) {
        self.element("link", attributes);
    }

    /// A link of one relation, where there is an address.
    pub fn link_some(&mut self, relation: &str, address: Option<&str>) {
        if let Some(address) = address {
            self.link(&[("rel", relation), ("href", address)]);
        }
    }

    /// Structured data. The type of its script is none that a browser runs.
    pub fn data(&mut self, data: &Value) {
        self.0.push_str("<script type=\"application/ld+json\">");
        self.0.push_str(&for_script(&data.to_string()));
        self.0.push_str("</script>\n");
    }

    /// Everything, as HTML.
    pub fn into_html(self) -> String {
        self.0
    }

    fn element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            escape(value, &mut self.0, true);
            self.0.push('"');
        }
        self.0.push_str(">\n");
    }
}

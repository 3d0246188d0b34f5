//! Natively the address is that of the page that is pressed.

use super::Navigation;

impl Navigation {
    /// A page that is pressed is at one place.
    pub fn at(path: &str) -> Self {
        Self(path.to_owned())
    }

    /// The path of the address, percent-encoded.
    pub fn path(&self) -> String {
        self.0.clone()
    }

    /// A page that is pressed is asked for nothing.
    pub fn query(&self, _name: &str) -> Option<String> {
        None
    }

    /// There is no address to change.
    pub fn ask(&self, _pairs: &[(&str, &str)], _on_the_way: bool) {}

    /// A page that is pressed stays where it is.
    pub fn visit(&self, _path: String, _pairs: &[(&str, &str)]) {}

    /// Nobody has been there before.
    pub fn has_returned(&self) -> bool {
        false
    }

    /// A page that is pressed is the host's.
    pub fn load_anew(&self) {}

    /// A page that is pressed leads on by itself.
    pub fn replace(&self, _path: &str) {}

    /// Nobody waits for it.
    pub fn arrived(&self) {}
}

//! Pictures and their renditions.

use super::{Address, Inline, Tongue};

/// A picture with everything a reader is told about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// What is seen, for those who do not see it. Empty when the newsroom gave none.
    pub alt: String,
    /// What it means. Empty when there is none.
    pub caption: Vec<Inline>,
    /// The caption's language, where it says so.
    pub caption_tongue: Tongue,
    /// Whose it is, with its mark: `©wikipedia.org`. Empty when there is none.
    pub credit: String,
    /// The credit's language, where it says so.
    pub credit_tongue: Tongue,
    /// The files, from the narrowest to the widest; those of unknown width come last.
    pub renditions: Vec<Rendition>,
}

/// One file of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendition {
    /// Where the file is.
    pub address: Address,
    /// Width and height in pixels, where both are known and not zero.
    pub size: Option<(u32, u32)>,
}

impl Picture {
    /// The widest rendition: the one a browser without `srcset` loads, and whose proportions count.
    pub fn widest(&self) -> Option<&Rendition> {
        self.renditions
            .iter()
            .rev()
            .find(|rendition| rendition.size.is_some())
            .or_else(|| self.renditions.first())
    }
}

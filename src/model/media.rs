//! Films, sounds and files that an article brings along.

use super::{Address, Block, Inline, Language, Tongue};

/// A film or a sound, for the browser's own player.
#[derive(Clone, Debug, PartialEq)]
pub struct Media {
    /// What it is.
    pub kind: MediaKind,
    /// What it is called. Empty when nobody said.
    pub title: String,
    /// The files, of which the browser takes the first that it can play; never empty.
    pub sources: Vec<MediaSource>,
    /// What is shown along with it: captions, subtitles.
    pub tracks: Vec<Track>,
    /// The picture before it begins.
    pub poster: Option<Address>,
    /// Width and height in pixels, where both are known and not zero.
    pub size: Option<(u32, u32)>,
    /// What it means. Empty when there is none.
    pub caption: Vec<Inline>,
    /// The caption's language, where it says so.
    pub caption_tongue: Tongue,
    /// Whose it is. Empty when there is none.
    pub credit: String,
    /// The credit's language, where it says so.
    pub credit_tongue: Tongue,
    /// What is said in it. Empty when nobody wrote it down.
    pub transcript: Vec<Block>,
}

/// What is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKind {
    /// A film.
    Video,
    /// A sound.
    Audio,
}

/// One file of a film or a sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaSource {
    /// Where it is.
    pub address: Address,
    /// Its media type: `video/mp4`. Empty when nobody said.
    pub kind: String,
}

/// Text in time with a film or a sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Where its file is (WebVTT).
    pub address: Address,
    /// What it is for, in the words of HTML: `captions`.
    pub kind: &'static str,
    /// What it is called in the player's menu. Empty when nobody said.
    pub label: String,
    /// Its language.
    pub language: Option<Language>,
}

impl Media {
    /// A film or a sound of which nothing but its files is known.
    pub fn new(kind: MediaKind, sources: Vec<MediaSource>) -> Self {
        Self {
            kind,
            sources,
            title: String::new(),
            tracks: Vec::new(),
            poster: None,
            size: None,
            caption: Vec::new(),
            caption_tongue: Tongue::default(),
            credit: String::new(),
            credit_tongue: Tongue::default(),
            transcript: Vec::new(),
        }
    }

    /// Every address that it may load.
    pub fn addresses(&self) -> impl Iterator<Item = &Address> {
        let sources = self.sources.iter().map(|source| &source.address);
        sources.chain(self.tracks.iter().map(|track| &track.address)).chain(&self.poster)
    }
}

/// A file that a reader may download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it is.
    pub address: Address,
    /// What it is called; never empty.
    pub name: String,
    /// A line about it. Empty when there is none.
    pub note: String,
    /// How large it is, in bytes, as far as somebody said.
    pub size: Option<u64>,
}

/// What kind of file an address names, as readers know it (`PDF`), by the ending of its name; `None` for a page, and
/// for what is no file to keep.
pub fn file_kind(address: &Address) -> Option<&'static str> {
    const KINDS: &[&str] = &[
        "PDF", "DOC", "DOCX", "ODT", "RTF", "TXT", "EPUB", "XLS", "XLSX", "ODS", "CSV", "PPT", "PPTX", "ODP",
        "ZIP", "RAR", "7Z", "GZ", "JSON", "GEOJSON", "KML", "GPX", "MP3", "M4A", "OGG", "WAV", "MP4", "WEBM",
    ];
    kind_among(KINDS, address)
}

/// Whether an address names a picture, by the ending of its name.
pub(super) fn is_picture(address: &Address) -> bool {
    kind_among(&["JPG", "JPEG", "PNG", "WEBP", "AVIF", "GIF", "SVG"], address).is_some()
}

fn kind_among(kinds: &[&'static str], address: &Address) -> Option<&'static str> {
    let path = address.as_str().split(['?', '#']).next()?;
    // What follows the host, so that no host counts as a file.
    let path =
        path.split_once("//").map_or(Some(path), |(_, rest)| rest.split_once('/').map(|(_, path)| path))?;
    let (name, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    // Encyclopedias have pages that are called `File:a.jpg`.
    let is_page = name.contains(':') || name.contains("%3A") || name.contains("%3a");
    kinds.iter().find(|kind| kind.eq_ignore_ascii_case(ending) && !is_page).copied()
}

/// A size as tools write it for people, "1.2 MB", in bytes.
pub fn parse_size(text: &str) -> Option<u64> {
    let text = text.trim();
    let end =
        text.find(|one: char| !(one.is_ascii_digit() || one == '.' || one == ',')).unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let factor: u64 = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" | "bytes" => 1,
        "kb" | "kib" => 1_000,
        "mb" | "mib" => 1_000_000,
        "gb" | "gib" => 1_000_000_000,
        _ => return None,
    };
    if !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // A tenth is as fine as readers are told.
    let tenths: u64 = part.get(..1)?.parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(factor)?.checked_add(tenths * factor / 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_files_are_known_by_their_names() {
        let kind = |address: &str| file_kind(&Address::parse(address).expect("an address"));
        assert_eq!(kind("/media/report.PDF?v=2#page=3"), Some("PDF"));
        assert_eq!(kind("https://files.example/a.b/table.xlsx"), Some("XLSX"));
        for page in
            ["https://zip.zip", "/learn/", "/learn/page.html", "/learn/v1.2", "mailto:desk@harbour.pdf.kz"]
        {
            assert_eq!(kind(page), None, "{page}");
        }
        let is_picture = |address: &str| is_picture(&Address::parse(address).expect("an address"));
        assert!(is_picture("https://a.example/tower.JPG") && is_picture("/media/a%20b.webp"));
        for page in
            ["/wiki/File:Tower.jpg", "/wiki/File%3ATower.jpg", "/wiki/File%3atower.svg", "/media/a.pdf"]
        {
            assert!(!is_picture(page), "{page}");
        }
    }

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (text, size) in [("1.2 MB", 1_200_000), ("340KB", 340_000), ("12", 12), (" 2 GB", 2_000_000_000)]
        {
            assert_eq!(parse_size(text), Some(size), "{text}");
        }
        for text in
            ["", "MB", "1.2.3 MB", "-1 kB", "large", "99999999999999999999", "99999999999999999 GB", "1. MB"]
        {
            assert_eq!(parse_size(text), None, "{text}");
        }
    }
}

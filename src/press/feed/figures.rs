//! What is not words in the text of an article: pictures, films and sounds, files, and what other sites have.

use super::text::Writer;
use crate::{
    locale::Message,
    model::{Address, File, Inline, Media, MediaKind, Picture, Tongue, file_kind, page_of},
    naming,
    press::outside::{shown, web_address},
};

impl Writer<'_> {
    pub fn figure(&mut self, picture: &Picture, link: Option<&Address>) {
        self.around("figure", |writer| {
            writer.link(link, |writer| match shown(writer.site, picture) {
                None => writer.markup.words(&picture.alt),
                Some(file) => {
                    let size = file.size.map(|(width, height)| (width.to_string(), height.to_string()));
                    let mut attributes = vec![("src", file.address.as_str()), ("alt", picture.alt.as_str())];
                    if let Some((width, height)) = &size {
                        attributes.extend([("width", width.as_str()), ("height", height.as_str())]);
                    }
                    writer.markup.empty("img", &attributes);
                }
            });
            let Picture { caption, caption_tongue, credit, credit_tongue, .. } = picture;
            writer.caption((caption, caption_tongue), (credit, credit_tongue));
        });
    }

    fn caption(
        &mut self,
        (caption, caption_tongue): (&[Inline], &Tongue),
        (credit, credit_tongue): (&str, &Tongue),
    ) {
        if caption.is_empty() && credit.is_empty() {
            return;
        }
        self.around("figcaption", |writer| {
            if caption_tongue.is_empty() {
                writer.inlines(caption);
            } else {
                writer.passage("span", caption_tongue, |writer| writer.inlines(caption));
            }
            if !caption.is_empty() && !credit.is_empty() {
                writer.markup.words(" ");
            }
            if !credit.is_empty() {
                writer.passage("small", credit_tongue, |writer| writer.markup.words(credit));
            }
        });
    }

    /// A link that says what it is and where, as the page has it until the reader wants the frame.
    pub fn embed(&mut self, address: &Address, title: &str) {
        let host = address.host().unwrap_or_default();
        let label = naming::embed_label(address, self.locale, self.site.name.get(self.locale.language()));
        let words = if title.is_empty() || title == host { label } else { format!("{title} · {label}") };
        let page = page_of(address);
        let page = page.as_ref().unwrap_or(address);
        self.around("p", |writer| writer.link(Some(page), |writer| writer.markup.words(&words)));
    }

    /// The player of the feed reader, and links to the files for those that have none.
    pub fn media(&mut self, media: &Media) {
        let (name, message) = match media.kind {
            MediaKind::Video => ("video", Message::MediaVideo),
            MediaKind::Audio => ("audio", Message::MediaAudio),
        };
        let title = if media.title.is_empty() { self.locale.text(message) } else { media.title.clone() };
        let poster = media.poster.as_ref().and_then(|poster| web_address(self.site, poster));
        self.around("figure", |writer| {
            let mut attributes = vec![("controls", ""), ("preload", "none")];
            let is_video = media.kind == MediaKind::Video;
            attributes.extend(poster.iter().filter(|_| is_video).map(|poster| ("poster", poster.as_str())));
            writer.markup.open(name, &attributes);
            for source in &media.sources {
                if let Some(address) = web_address(writer.site, &source.address) {
                    let kind = Some(("type", source.kind.as_str())).filter(|(_, kind)| !kind.is_empty());
                    let attributes: Vec<_> = [("src", address.as_str())].into_iter().chain(kind).collect();
                    writer.markup.empty("source", &attributes);
                }
            }
            let first = media.sources.first().map(|source| &source.address);
            writer.link(first, |writer| writer.markup.words(&title));
            writer.markup.close();
            writer.caption((&media.caption, &media.caption_tongue), (&media.credit, &media.credit_tongue));
            if !media.transcript.is_empty() {
                let summary = writer.locale.text(Message::Transcript);
                writer.around("details", |writer| {
                    writer.markup.leaf("summary", &[], &summary);
                    writer.blocks(&media.transcript);
                });
            }
        });
    }

    pub fn file(&mut self, file: &File) {
        let kind = file_kind(&file.address).map(|kind| format!(" ({kind})")).unwrap_or_default();
        let size = file.size.map(|size| self.locale.bytes(size));
        self.around("p", |writer| {
            writer.link(Some(&file.address), |writer| writer.markup.words(&format!("{}{kind}", file.name)));
            let note = Some(&file.note).filter(|note| !note.is_empty());
            for words in size.iter().chain(note) {
                writer.markup.words(&format!(" {words}"));
            }
        });
    }
}

//! Articles, and the summaries that lists show of them.

use super::{Address, Block, Credit, Instant, Language, Picture, SitePath, one_line, plain_text};

/// A whole article.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// What every list, share card and breadcrumb shows of it.
    pub summary: Summary,
    /// The version of it, as its newsroom counts; part of every report.
    pub version: String,
    /// A second headline.
    pub subtitle: Option<String>,
    /// The body.
    pub body: Vec<Block>,
    /// The way to it, from the front down, without repeated addresses.
    pub breadcrumbs: Vec<Crumb>,
    /// Who made it.
    pub credits: Vec<Credit>,
    /// Where its text comes from, such as an agency.
    pub sources: Vec<String>,
    /// What it is about.
    pub subjects: Vec<Subject>,
    /// What was wrong in it before.
    pub corrections: Vec<Correction>,
    /// The same article in other languages.
    pub translations: Vec<Translation>,
    /// Articles to read next, with what is known of them.
    pub related: Vec<Summary>,
    /// Whether it is a page that stands by itself, such as the imprint: without a date, and in no list.
    pub standing: bool,
    /// Where it was before.
    pub aliases: Vec<SitePath>,
    /// Where it is now: this is not the article, only its former address.
    pub moved: Option<SitePath>,
    /// Whether the newsroom stands by it.
    pub status: PublicationStatus,
    /// Not for readers before this.
    pub embargoed_until: Option<Instant>,
    /// Not for readers after this.
    pub expires: Option<Instant>,
}

/// An article as a list shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Its identifier, the same in every version.
    pub id: String,
    /// Its language.
    pub language: Option<Language>,
    /// Its place on the site.
    pub path: SitePath,
    /// The headline. Empty when the document has none.
    pub headline: String,
    /// The lead, as plain text.
    pub lead: Option<String>,
    /// The lead picture.
    pub picture: Option<Picture>,
    /// When it was published.
    pub published: Option<Instant>,
    /// When it was last changed.
    pub modified: Option<Instant>,
    /// The name of its own section, where it says so.
    pub section: Option<String>,
}

/// One step of the way to an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// What it is called.
    pub name: String,
    /// Where it leads.
    pub path: SitePath,
    /// Where it leads instead, where its document names another host. That host may still be this site's own.
    pub elsewhere: Option<Address>,
}

/// A topic, person, place or organisation an article is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What it is called.
    pub name: String,
    /// Its identifier, where it has one.
    pub id: Option<String>,
}

/// A mistake the newsroom has set right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// When.
    pub date: Option<Instant>,
    /// What was wrong, in the newsroom's words.
    pub text: String,
    /// Some words of the body that it concerns, if it says so.
    pub quote: Option<String>,
}

/// The article in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// Which language.
    pub language: Language,
    /// Where.
    pub path: SitePath,
}

/// Whether a newsroom stands by an article (ninjs `pubStatus`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PublicationStatus {
    /// It may be shown.
    #[default]
    Usable,
    /// It is held back for now.
    Withheld,
    /// It was taken back for good.
    Canceled,
}

/// Whether readers may see an article now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// They may.
    Published,
    /// Not before this.
    Embargoed(Instant),
    /// They may, but this document only announces it: the site has not been pressed since the embargo ended.
    AboutToAppear,
    /// Not any more, or not for now: withheld, cancelled or expired.
    Withdrawn,
}

impl Article {
    /// Whether readers may see it at `now`.
    pub fn availability(&self, now: Instant) -> Availability {
        match (self.status, self.embargoed_until, self.expires) {
            (PublicationStatus::Withheld | PublicationStatus::Canceled, _, _) => Availability::Withdrawn,
            (PublicationStatus::Usable, _, Some(end)) if end <= now => Availability::Withdrawn,
            (PublicationStatus::Usable, Some(start), _) if start > now => Availability::Embargoed(start),
            (PublicationStatus::Usable, Some(_), _) if self.is_announcement() => Availability::AboutToAppear,
            (PublicationStatus::Usable, _, _) => Availability::Published,
        }
    }

    /// Whether the document says nothing but that there will be an article.
    fn is_announcement(&self) -> bool {
        self.summary.headline.is_empty() && self.body.is_empty()
    }

    /// The body as it follows headline, lead and lead picture: without a heading and a first paragraph that only say
    /// these again, and without the lead picture where a newsroom put it into the text as well.
    pub fn body_below_head(&self) -> Vec<Block> {
        let lead = self.summary.lead.as_deref().map(one_line).unwrap_or_default();
        let mut body = self.body.clone();
        drop_said(&mut body, &one_line(&self.summary.headline), &lead);
        body.retain(|block| !self.is_lead_picture(block));
        body
    }

    fn is_lead_picture(&self, block: &Block) -> bool {
        match (block, &self.summary.picture) {
            (Block::Figure(figure), Some(lead)) => {
                let picture = &figure.picture;
                let says_no_more = (picture.caption.is_empty() || picture.caption == lead.caption)
                    && (picture.credit.is_empty() || picture.credit == lead.credit);
                picture.widest().is_some()
                    && picture.widest() == lead.widest()
                    && says_no_more
                    && figure.link.is_none()
            }
            _ => false,
        }
    }
}

/// Drops the heading and the first paragraph of a text that only say headline and lead again. Pictures may stand before them.
fn drop_said(blocks: &mut Vec<Block>, headline: &str, lead: &str) {
    let mut first = 0;
    while let Some(block) = blocks.get_mut(first) {
        let says = |content: &[_], words: &str| one_line(&plain_text(content)) == words;
        let (is_said, goes_on) = match block {
            Block::Figure(_) | Block::Gallery { .. } => (false, true),
            Block::Heading { content, .. } => (says(content, headline), says(content, headline)),
            Block::Paragraph(content) => (says(content, lead), false),
            Block::Passage { content, .. } => {
                drop_said(content, headline, lead);
                (content.is_empty(), false)
            }
            _ => (false, false),
        };
        if is_said {
            blocks.remove(first);
        } else {
            first += 1;
        }
        if !goes_on {
            return;
        }
    }
}

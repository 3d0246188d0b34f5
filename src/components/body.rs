//! An article's body.

use leptos::prelude::*;

use super::figure::{FigureView, PicturePlace};
use super::inline::inlines;
use super::table::TableView;
use super::use_edition;
use crate::locale::Message;
use crate::model::{Address, Block, Figure, Inline, ListItem, plain_text};

/// The blocks of an article, in order.
#[component]
pub fn Body(blocks: Vec<Block>) -> impl IntoView {
    view! { <div class="body" data-article-body="">{draw_blocks(&blocks)}</div> }
}

fn draw_blocks(blocks: &[Block]) -> AnyView {
    blocks.iter().map(draw_block).collect_view().into_any()
}

fn draw_block(block: &Block) -> AnyView {
    match block {
        Block::Paragraph(content) => view! { <p>{inlines(content)}</p> }.into_any(),
        Block::Heading { level, content } => heading(*level, content),
        Block::List { ordered, start, items } => list(*ordered, *start, items),
        Block::Definitions(entries) => definitions(entries),
        Block::Quote { content, source, address } => quote(content, source, address.as_ref()),
        Block::PullQuote { content, source } => pull_quote(content, source),
        Block::Table { caption, head, body } => {
            view! { <TableView caption=caption.clone() head=head.clone() body=body.clone()/> }.into_any()
        }
        Block::Figure(figure) => {
            view! { <FigureView figure=figure.clone() place=PicturePlace::Body/> }.into_any()
        }
        Block::Gallery { figures, caption } => {
            view! { <Gallery figures=figures.clone() caption=caption.clone()/> }.into_any()
        }
        Block::Rule => view! { <hr/> }.into_any(),
        // It scrolls by itself, so it can be reached with the keyboard.
        Block::Preformatted(words) => view! { <pre tabindex="0">{words.clone()}</pre> }.into_any(),
        Block::Embed { address, title } => {
            view! { <EmbedLink address=address.clone() title=title.clone()/> }.into_any()
        }
        Block::Aside { title, content } => aside(title, content),
        Block::Passage { tongue, content } => {
            view! { <div class="passage" lang=tongue.lang() dir=tongue.dir()>{draw_blocks(content)}</div> }
                .into_any()
        }
    }
}

fn heading(level: u8, content: &[Inline]) -> AnyView {
    match level {
        0..=2 => view! { <h2>{inlines(content)}</h2> }.into_any(),
        3 => view! { <h3>{inlines(content)}</h3> }.into_any(),
        4 => view! { <h4>{inlines(content)}</h4> }.into_any(),
        5 => view! { <h5>{inlines(content)}</h5> }.into_any(),
        6.. => view! { <h6>{inlines(content)}</h6> }.into_any(),
    }
}

fn list(ordered: bool, start: i32, items: &[ListItem]) -> AnyView {
    let items = items.iter().map(|item| view! { <li>{list_item(&item.0)}</li> }).collect_view();
    if ordered {
        view! { <ol start=(start != 1).then_some(start)>{items}</ol> }.into_any()
    } else {
        view! { <ul>{items}</ul> }.into_any()
    }
}

/// An entry that is one line needs no paragraph of its own.
fn list_item(blocks: &[Block]) -> AnyView {
    match blocks {
        [Block::Paragraph(content)] => inlines(content),
        [Block::Paragraph(content), rest @ ..]
            if rest.iter().all(|block| matches!(block, Block::List { .. })) =>
        {
            (inlines(content), draw_blocks(rest)).into_any()
        }
        blocks => draw_blocks(blocks),
    }
}

fn definitions(entries: &[(Vec<Inline>, Vec<Block>)]) -> AnyView {
    let entries = entries.iter().map(|(term, meaning)| {
        let term = (!term.is_empty()).then(|| view! { <dt>{inlines(term)}</dt> });
        let meaning = (!meaning.is_empty()).then(|| view! { <dd>{list_item(meaning)}</dd> });
        (term, meaning)
    });
    view! { <dl>{entries.collect_view()}</dl> }.into_any()
}

fn quote(content: &[Block], source: &[Inline], address: Option<&Address>) -> AnyView {
    let edition = use_edition();
    let cite = address.map(|address| edition.resolve(address));
    let source = (!source.is_empty()).then(|| view! { <figcaption>{inlines(source)}</figcaption> });
    view! {
        <figure class="quote">
            <blockquote cite=cite>{draw_blocks(content)}</blockquote>
            {source}
        </figure>
    }
    .into_any()
}

/// Its words stand in the article already, so a screen reader hears them as an aside.
fn pull_quote(content: &[Block], source: &[Inline]) -> AnyView {
    let source = (!source.is_empty()).then(|| view! { <p class="pull-quote-source">{inlines(source)}</p> });
    view! { <aside class="pull-quote">{draw_blocks(content)}{source}</aside> }.into_any()
}

fn aside(title: &[Inline], content: &[Block]) -> AnyView {
    let title = (!title.is_empty()).then(|| view! { <p class="aside-title">{inlines(title)}</p> });
    view! { <aside class="aside">{title}{draw_blocks(content)}</aside> }.into_any()
}

/// Pictures that belong together.
#[component]
fn Gallery(figures: Vec<Figure>, caption: Vec<Inline>) -> impl IntoView {
    let locale = use_edition().locale;
    let count = u64::try_from(figures.len()).unwrap_or(u64::MAX);
    let label = match plain_text(&caption) {
        words if words.is_empty() => locale.count(Message::Gallery, count, &[]),
        words => words,
    };
    let figures = figures
        .into_iter()
        .map(|figure| view! { <FigureView figure=figure place=PicturePlace::Gallery/> })
        .collect_view();
    let caption = (!caption.is_empty()).then(|| view! { <figcaption>{inlines(&caption)}</figcaption> });
    view! {
        <figure class="gallery" aria-label=label>
            <div class="gallery-grid">{figures}</div>
            {caption}
        </figure>
    }
}

/// Something of another site's, as a link that says what it is and where: nothing of it loads by itself.
#[component]
fn EmbedLink(address: Address, title: String) -> impl IntoView {
    let edition = use_edition();
    let host = address.host().unwrap_or_default();
    let (provider, message) = provider(host);
    let label = edition.locale.with(message, &[("provider", provider)]);
    let title =
        (!title.is_empty() && title != host).then(|| view! { <span class="embed-title">{title}</span> });
    view! {
        <p class="embed">
            <a class="foreign" href=edition.resolve(&address) rel="external noopener noreferrer">
                {title}
                <span class="embed-provider">{label}</span>
            </a>
        </p>
    }
}

/// What a provider is called, and what one does with what it has; the host itself where it is unknown.
fn provider(host: &str) -> (&str, Message) {
    const KNOWN: &[(&str, &str, Message)] = &[
        ("youtube.com", "YouTube", Message::EmbedWatch),
        ("youtube-nocookie.com", "YouTube", Message::EmbedWatch),
        ("youtu.be", "YouTube", Message::EmbedWatch),
        ("vimeo.com", "Vimeo", Message::EmbedWatch),
        ("tiktok.com", "TikTok", Message::EmbedWatch),
        ("soundcloud.com", "SoundCloud", Message::EmbedListen),
        ("spotify.com", "Spotify", Message::EmbedListen),
        ("instagram.com", "Instagram", Message::EmbedOpen),
        ("facebook.com", "Facebook", Message::EmbedOpen),
        ("t.me", "Telegram", Message::EmbedOpen),
        ("twitter.com", "X", Message::EmbedOpen),
        ("x.com", "X", Message::EmbedOpen),
    ];
    let is_of =
        |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let known = KNOWN.iter().find(|(domain, ..)| is_of(domain));
    known.map_or((host, Message::EmbedOpen), |(_, name, message)| (name, *message))
}

// The same newsroom as a site of Hugo: its configuration, its content in Markdown, and our templates (hugo/).
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { article, LANGUAGES, NAME, PAGE_SIZE, pictureAddress, URL, WIDTHS } from './newsroom.mjs';
import { SECTIONS } from './words.mjs';

const TEMPLATES = join(dirname(fileURLToPath(import.meta.url)), 'hugo');
// As many as our feeds have.
const FEED = 30;
const LABELS = { en: 'English', ru: 'Русский', kk: 'Қазақша' };

function configuration(editions) {
  const language = (tag, index) => {
    const settings = { languageName: LABELS[tag], weight: index + 1, title: NAME, contentDir: `content/${tag}` };
    return [tag, settings];
  };
  return {
    baseURL: `${URL}/`,
    title: NAME,
    paginate: PAGE_SIZE,
    defaultContentLanguage: LANGUAGES[0],
    languages: Object.fromEntries(LANGUAGES.slice(0, editions).map(language)),
    taxonomies: { topic: 'topics', person: 'people' },
    disableKinds: ['taxonomy'],
    ignoreErrors: ['error-disable-taxonomy'],
    outputs: { home: ['HTML', 'RSS'], section: ['HTML', 'RSS'], term: ['HTML', 'RSS'] },
    outputFormats: { RSS: { mediatype: 'application/rss+xml', baseName: 'feed' } },
    services: { rss: { limit: FEED } },
    enableRobotsTXT: true,
    timeZone: 'Asia/Almaty',
    markup: { goldmark: { renderer: { unsafe: true } } },
    params: { description: NAME, sections: SECTIONS },
  };
}

// The few marks that our sentences have.
const MARKS = [[/<\/?em>/g, '*'], [/<\/?strong>/g, '**'], [/<a href="([^"]*)">([^<]*)<\/a>/g, '[$2]($1)']];

function markdown(story) {
  const { headline: title, published: date, modified: lastmod, subtitle, lead, topics, author, editor, section, related } = story;
  const { name: _, ...told } = story.picture;
  const renditions = WIDTHS.map(([width, height]) => ({ href: pictureAddress(story.picture, width), width, height }));
  const matter = {
    title, date, lastmod, subtitle, lead, topics, author, editor, related,
    people: [...new Set([author, editor])],
    sectionname: section.name[story.language],
    picture: { ...told, renditions },
  };
  const body = story.paragraphs.map(({ heading, html }) => {
    const words = MARKS.reduce((text, [mark, sign]) => text.replace(mark, sign), html);
    return `${heading ? `## ${heading}\n\n` : ''}${words}\n`;
  });
  return `${JSON.stringify(matter, null, 1)}\n\n${body.join('\n')}`;
}

function writeStory(folder, story) {
  const place = story.path.split('/').filter(Boolean).slice(-2);
  writeFileSync(join(folder, 'content', story.language, place[0], `${place[1]}.md`), markdown(story));
}

/** Writes the whole site; `styles` are what our pages have in their head and at their end. */
export function writeHugo(folder, { total, editions, styles }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(TEMPLATES, join(folder, 'layouts'), { recursive: true });
  for (const [name, style] of Object.entries(styles)) {
    // In a string of a template, so that it stays as it is.
    const partial = `{{ \`<style>${style.replaceAll('`', '')}</style>\` | safeHTML }}`;
    writeFileSync(join(folder, 'layouts/partials', `style-${name}.html`), partial);
  }
  writeFileSync(join(folder, 'config.json'), JSON.stringify(configuration(editions)));
  for (const language of LANGUAGES.slice(0, editions)) {
    for (const { slug, name } of SECTIONS) {
      const section = join(folder, 'content', language, slug);
      mkdirSync(section, { recursive: true });
      writeFileSync(join(section, '_index.md'), `${JSON.stringify({ title: name[language] })}\n`);
    }
  }
  for (let index = 0; index < total; index++) writeStory(folder, article(index, total, editions));
}

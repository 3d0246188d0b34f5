// The newsroom as our content folder: site.json, and ninjs.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { article, editionPath, LANGUAGES, NAME, PAGE_SIZE, pictureAddress, URL, WIDTHS } from './newsroom.mjs';
import { SECTIONS } from './words.mjs';

const LABELS = { en: 'English', ru: 'Русский', kk: 'Қазақша' };

function settings(editions, search) {
  return {
    name: NAME,
    url: URL,
    page_size: PAGE_SIZE,
    search,
    editions: LANGUAGES.slice(0, editions).map((language) => (
      { language, label: LABELS[language], path: editionPath(language), time_zone: 'Asia/Almaty' }
    )),
    sections: SECTIONS,
    front: [
      { block: 'lead' },
      { block: 'row', stories: 3 },
      ...SECTIONS.slice(0, 4).map(({ slug }) => ({ block: 'section', section: slug, stories: 4 })),
      { block: 'latest', stories: 6 },
    ],
    footer: [{ name: 'Records', url: 'https://records.bench.example/' }],
    report: { email: 'desk@bench.example' },
  };
}

const said = (pairs) => Object.entries(pairs).map(([role, value]) => ({ role, value }));

function picture({ picture, language }) {
  return {
    name: 'lead',
    type: 'picture',
    uri: `urn:bench:${picture.name}`,
    language,
    descriptions: said({ alt: picture.alt, caption: picture.caption, creditline: picture.credit }),
    renditions: WIDTHS.map(([width, height]) => (
      { name: String(width), href: pictureAddress(picture, width), contentType: 'image/webp', width, height }
    )),
  };
}

const html = (paragraphs) => paragraphs
  .map(({ heading, html }) => `${heading ? `<h2>${heading}</h2>\n` : ''}<p>${html}</p>`)
  .join('\n');

/** The article as a ninjs document. */
export function ninjs(story) {
  const related = story.related.map(({ index, headline, path }, at) => (
    { name: `related-${at + 1}`, type: 'text', uri: `urn:bench:${index}`, headlines: said({ main: headline }), x: { url: path } }
  ));
  return {
    standard: { name: 'ninjs', version: '3.1' },
    uri: `urn:bench:${story.index}`,
    type: 'text',
    representationType: 'full',
    language: story.language,
    profile: 'article',
    firstCreated: story.published.toISOString(),
    versionCreated: story.modified.toISOString(),
    version: '1',
    pubStatus: 'usable',
    headlines: said({ main: story.headline, subhead: story.subtitle }),
    descriptions: said({ lead: story.lead }),
    subjects: story.topics.map((name) => ({ uri: `tag:${name}`, name })),
    bodies: [{ role: 'main', contentType: 'text/html', value: html(story.paragraphs) }],
    associations: [picture(story), ...related],
    x: {
      published: story.published.toISOString(),
      url: story.path,
      sections: [{ name: story.section.name[story.language], url: `${editionPath(story.language)}${story.section.slug}/` }],
      credits: [{ role: 'reporter', name: story.author }, { role: 'editor', name: story.editor }],
    },
  };
}

// A thousand files to a folder, as newsrooms have one for each month.
const fileOf = (index) => join('articles', String(Math.floor(index / 1000)), `${index}.json`);

/** Writes one article, or changes it. */
export function writeArticle(folder, index, document) {
  const file = join(folder, fileOf(index));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(document, null, 1)}\n`);
}

/** Takes one article away. */
export const removeArticle = (folder, index) => rmSync(join(folder, fileOf(index)));

/** Writes the whole content folder. */
export function writeContent(folder, { total, editions, search }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'site.json'), `${JSON.stringify(settings(editions, search), null, 1)}\n`);
  for (let index = 0; index < total; index++) {
    writeArticle(folder, index, ninjs(article(index, total, editions)));
  }
}

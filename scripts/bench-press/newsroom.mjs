// A newsroom of any size, the same each time: what stands in its articles, before anybody's format.
import { PEOPLE, SECTIONS, TOPICS, WORDS } from './words.mjs';

/** Where the site of the newsroom lies. */
export const URL = 'https://bench.example';
/** How many articles a page of a list holds. */
export const PAGE_SIZE = 20;
/** The name of the newsroom. */
export const NAME = 'The Bench Herald';
/** The time of the pressings: after every article. */
export const NOW = '2026-11-24T12:00:00Z';
/** The languages of the editions; the first lies at the root. */
export const LANGUAGES = ['en', 'ru', 'kk'];

// Days between the first article and the last.
const SPAN = 9 * 365;
const LAST = Date.parse('2026-11-24T06:00:00Z');
const DAY = 86_400_000;

// Numbers that follow from a seed (mulberry32).
function numbers(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count) => Math.floor(next() * count);
  return { below, of: (list) => list[below(list.length)] };
}

const capital = (words) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

function fill(pattern, words, draw) {
  return capital(pattern.replace(/\{(\w+)\}/g, (_, name) => {
    const list = name.toLowerCase();
    const value = list === 'number' ? String(2 + draw.below(940)) : draw.of(words[list]);
    return name === list ? value : capital(value);
  }));
}

/** A word as part of an address. */
export const slug = (words) => words.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** The path of an edition. */
export const editionPath = (language) => (language === LANGUAGES[0] ? '/' : `/${language}/`);

// What other articles say of this one, without its text.
function outline(index, total, editions) {
  const draw = numbers(index);
  const language = LANGUAGES[index % editions];
  const section = draw.of(SECTIONS);
  const headline = fill(draw.of(WORDS[language].headlines), WORDS[language], draw);
  const place = `${section.slug}/${slug(headline) || 'story'}-${index}`.replace(/\/-/, '/story-');
  const published = new Date(LAST - Math.floor(((total - index) / total) * SPAN * DAY) - draw.below(36_000) * 100);
  return { draw, language, section, headline, published, path: `${editionPath(language)}${place}/` };
}

function paragraphs(words, draw) {
  const count = 8 + draw.below(7);
  return Array.from({ length: count }, (_, at) => ({
    heading: at > 0 && at % 4 === 0 ? draw.of(words.heading) : undefined,
    html: Array.from({ length: 3 + draw.below(4) }, () => fill(draw.of(words.sentences), words, draw)).join(' '),
  }));
}

/** The article number `index` of `total`, of a newsroom with that many editions. */
export function article(index, total, editions) {
  const { draw, ...known } = outline(index, total, editions);
  const words = WORDS[known.language];
  const sentence = () => fill(draw.of(words.sentences), words, draw).replace(/<[^>]*>/g, '');
  const topics = Array.from({ length: 2 + draw.below(2) }, () => draw.of(TOPICS));
  // Earlier ones in the same language.
  const earlier = Array.from({ length: 3 }, (_, at) => index - (at + 1) * editions * (1 + draw.below(9)));
  const related = earlier.filter((other) => other >= 0);
  return {
    ...known,
    index,
    subtitle: sentence(),
    lead: `${sentence()} ${sentence()}`,
    topics: [...new Set(topics)],
    author: draw.of(PEOPLE),
    editor: draw.of(PEOPLE),
    modified: new Date(known.published.getTime() + draw.below(4) * 3_600_000),
    picture: {
      name: `picture-${draw.below(4000)}`,
      alt: draw.of(words.alt),
      caption: draw.of(words.caption),
      credit: `${words.photo}: ${draw.of(PEOPLE)}`,
    },
    paragraphs: paragraphs(words, draw),
    related: [...new Set(related)].map((other) => {
      const { headline, path } = outline(other, total, editions);
      return { index: other, headline, path };
    }),
  };
}

/** The widths in which every picture is there, with their heights. */
export const WIDTHS = [[480, 270], [960, 540], [1440, 810]];

/** Where a picture of that width lies: on a host for pictures, as those of large newsrooms do. */
export const pictureAddress = (picture, width) => `https://pictures.bench.example/${picture.name}-${width}.webp`;

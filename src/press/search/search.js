// Between the program (src/platform/search.rs) and pagefind, which lies beside this module. Both sides speak JSON.
//
// An archive is in volumes, numbered from the oldest. The newest lies here, an older one in the folder of its number;
// `older` has the years of each.
let archive;
// After so many volumes in which nothing was found, the reader is asked.
const PATIENCE = 3;
// Whoever goes back goes as far again as they have come, and never further than so many volumes at once.
const STRIDE = 8;

const here = (name) => new URL(name, import.meta.url);

async function ask(name) {
  const answer = await fetch(here(name));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

async function load(folder) {
  const { createInstance } = await import('./pagefind.js');
  const index = createInstance({
    basePath: here(folder).href,
    excerptLength: 28,
    excerptEllipsis: '…',
    ranking: { metaWeights: { title: 5, people: 3, topics: 2, sections: 1 } },
  });
  await index.init();
  // Pagefind counts by what it has loaded.
  await index.filters();
  return index;
}

// Whoever waits for a volume hears of what happens to it.
function heard(volume) {
  volume.catch(() => {});
  return volume;
}

function begin() {
  const newest = heard(load('./'));
  return { older: heard(ask('volumes.json')), newest, volumes: [] };
}

// The volume of a number; without one the newest.
function open({ newest, volumes }, number) {
  // Pagefind's program is unpacked once, by the first.
  return number ? (volumes[number] ??= heard(newest.then(() => load(`./${number}/`)))) : newest;
}

// Pagefind marks found words as HTML, after it has escaped the text. The program takes no HTML: its marks are two
// private characters.
const plain = (excerpt) =>
  excerpt
    .replace(/<mark>/g, '\ue000')
    .replace(/<\/mark>/g, '\ue001')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    // What stands before and after a word belongs to it for pagefind, and not for readers.
    .replace(/\ue000([^\p{L}\p{N}\p{M}\ue001]+)/gu, '$1\ue000')
    .replace(/([^\p{L}\p{N}\p{M}\ue000]+)\ue001/gu, '\ue001$1');

async function item(result) {
  const { story, excerpt } = await result.data();
  return { ...story, descriptions: [{ role: 'lead', contentType: 'text/plain', value: plain(excerpt) }] };
}

// How many letters lie between two words: one more, one less, another one, or two in each other's place.
function slips(one, other) {
  let before;
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let place = 1; place <= other.length; place += 1) {
      const change = one[line - 1] === other[place - 1] ? 0 : 1;
      next[place] = Math.min(row[place] + 1, next[place - 1] + 1, row[place - 1] + change);
      const turned = one[line - 1] === other[place - 2] && one[line - 2] === other[place - 1];
      if (turned) next[place] = Math.min(next[place], before[place - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}

// The word nearest to one that is nowhere, the most frequent of several. A word that begins with it pagefind has found.
function nearest(word, known) {
  let least = word.length < 8 ? 2 : 3;
  let best;
  for (const entry of known) {
    const [other, written = other] = entry.split(' ');
    if (other.startsWith(word)) return undefined;
    if (Math.abs(other.length - word.length) >= least) continue;
    const between = slips(word, other);
    if (between < least) [least, best] = [between, written];
  }
  return best;
}

// The words of headlines, names and topics, and those of the texts of which the first letter is that of `word`. Without
// them nothing is mended.
async function known(word) {
  const { words, parts } = await ask('words.json');
  return parts ? [...words, ...(await ask(`words/${word.codePointAt(0) % parts}.json`))] : words;
}

// The words of a search in which a slip can be told, by their places.
function slippery({ words }) {
  if (!words || words.includes('"')) return [];
  const parts = words.split(/\s+/).map((part, place) => ({ place, word: part.match(/\p{L}{4,}/u)?.[0] }));
  return parts.filter(({ word }) => word);
}

// Those of them that a volume has not, in any of their forms.
async function unknown(words, volume) {
  const found = await Promise.all(words.map(({ word }) => volume.search(`"${word}"`)));
  return words.filter((_, place) => !found[place].results.length);
}

// What the reader may have meant who wrote these words that are nowhere: all they wrote, with each of these as it is in the
// articles. For a word that is nowhere pagefind takes the longest one that it begins with, and that may be one letter.
async function meant(nowhere, { written }) {
  const plainly = written.split(/\s+/);
  let better;
  for (const slip of nowhere) {
    slip.meant ??= known(slip.word).then((known) => nearest(slip.word, known)).catch(() => undefined);
    const other = await slip.meant;
    if (other) better = [(plainly[slip.place] = other)];
  }
  return better && plainly.join(' ');
}

// Adds what is found in a volume to `results`, and how many there are of each kind to `groups`; whether it is anything. Where
// the words are a slip, what it finds only begins as they do, and counts for nothing.
async function look(volume, { words, filters, newest }, slip, results, groups) {
  const found = await volume.search(words, { filters, sort: newest ? { date: 'desc' } : {} });
  // Pagefind passes over parts of the index that do not come.
  if (!found.results.length && !navigator.onLine) throw new Error('offline');
  const counts = found.filters;
  for (const name of Object.keys(filters)) {
    // What else could be chosen in a group does not depend on what is.
    const { [name]: chosen, ...others } = filters;
    counts[name] = (await volume.search(words, { filters: others })).filters[name];
  }
  for (const [name, values] of Object.entries(counts)) {
    const known = (groups[name] ??= {});
    for (const [value, count] of Object.entries(values ?? {})) {
      known[value] = (known[value] ?? 0) + (slip ? 0 : count);
    }
  }
  if (!slip) results.push(...found.results);
  return !slip && found.results.length > 0;
}

// The volumes in which to look, from the newest back: its number, and its years. The newest is always among them; of
// the others those that have something of the year that was chosen.
function reach(older, [year] = []) {
  const all = older.map((years, index) => ({ number: index + 1, years }));
  const fits = ({ years }) => !year || (years && years[0] <= year && year <= years[1]);
  return [{}, ...all.filter(fits).reverse()];
}

export default async (request) => {
  const asked = JSON.parse(request);
  // Without words pagefind gives what was chosen, and without a choice everything: that is how it counts.
  asked.words ||= null;
  asked.newest ||= !asked.words;
  const nothing = !asked.words && !Object.keys(asked.filters).length;
  const at = (archive ??= begin());
  try {
    const older = await at.older;
    const left = reach(older, asked.filters.year);
    const reached = left.length;
    const wanted = ({ number } = {}) => asked.volume && number >= asked.volume;
    left.filter(wanted).forEach(({ number }) => open(at, number));
    const results = [];
    const groups = {};
    let nowhere = slippery(asked);
    let better;
    let patience = PATIENCE;
    do {
      const volume = await open(at, left.shift().number);
      nowhere = await unknown(nowhere, volume);
      better = await meant(nowhere, asked);
      const any = await look(volume, asked, better, results, groups);
      // As far back as the reader went, and on where nothing is found: an older volume may have the word.
      if (!wanted(left[0])) patience = any ? 0 : patience - 1;
    } while (left.length && patience);
    if (nothing) results.length = 0;
    const items = await Promise.all(results.slice(asked.from, asked.upto).map(item));
    // What else the archive has; how much of it is not known yet.
    for (const [first, last] of older.filter(Boolean)) {
      groups.year ??= {};
      for (let year = Number(first); year <= last; year += 1) groups.year[year] ??= null;
    }
    const answer = { total: results.length, groups, items, meant: better };
    const next = left.slice(0, Math.min(reached - left.length, STRIDE));
    if (next.length) {
      const years = next.flatMap(({ years }) => years ?? []).sort();
      const span = new Set(years.length ? [years[0], years.at(-1)] : ['…']);
      answer.older = { volume: `${next.at(-1).number}`, years: [...span].join('–') };
    }
    return JSON.stringify(answer);
  } catch (cause) {
    // The next one begins anew: the index may be another one by now.
    for (const volume of [at.newest, ...at.volumes]) volume?.then((index) => index.destroy()).catch(() => {});
    if (archive === at) archive = undefined;
    throw cause;
  }
};

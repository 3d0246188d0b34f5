// Between the program (src/platform/search.rs) and pagefind, which lies beside this module. Both sides speak JSON.
let engine;

async function load() {
  const pagefind = await import('./pagefind.js');
  await pagefind.options({
    excerptLength: 28,
    excerptEllipsis: '…',
    ranking: { metaWeights: { title: 5, people: 3, topics: 2 } },
  });
  await pagefind.init();
  // Pagefind counts by what it has loaded.
  await pagefind.filters();
  return pagefind;
}

// Pagefind marks found words as HTML, after it has escaped the text. The program takes no HTML: its marks are two
// private characters.
const plain = (excerpt) =>
  excerpt
    .replace(/<mark>/g, '\ue000')
    .replace(/<\/mark>/g, '\ue001')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');

async function item(result) {
  const { story, excerpt } = await result.data();
  return { ...story, descriptions: [{ role: 'lead', contentType: 'text/plain', value: plain(excerpt) }] };
}

export default async (request) => {
  const { words, filters, newest, from, upto } = JSON.parse(request);
  const sort = newest ? { date: 'desc' } : {};
  try {
    engine ??= load();
    const pagefind = await engine;
    const found = await pagefind.search(words, { filters, sort });
    // Pagefind passes over parts of the index that do not come.
    if (!found.results.length && !navigator.onLine) throw new Error('offline');
    const groups = found.filters;
    for (const name of Object.keys(filters)) {
      // What else could be chosen in a group does not depend on what is.
      const { [name]: chosen, ...others } = filters;
      groups[name] = (await pagefind.search(words, { filters: others })).filters[name];
    }
    const items = await Promise.all(found.results.slice(from, upto).map(item));
    return JSON.stringify({ total: found.results.length, groups, items });
  } catch (cause) {
    // The next one begins anew: the index may be another one by now.
    engine?.then((pagefind) => pagefind.destroy()).catch(() => {});
    engine = undefined;
    throw cause;
  }
};

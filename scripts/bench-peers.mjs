// Presses the articles of a benchmark of news pages, so that our page can be measured beside those of others:
//
//     node scripts/bench-peers.mjs BENCH [ARTICLES]
//
// BENCH is a copy of the benchmark's folder, whose articles are made (`node build.mjs` there). Written are two contenders
// below `target/bench-peers/`: `pressed`, and `unpressed`, the app's own page with the articles as JSON beside it. Both are
// entered in the copy's `contenders.json`; then, for example, `node bench.mjs --contenders static-html,broadsheet` there.
// Needs dist/ (`make dist`) and the native command (target/release/broadsheet, else target/debug/broadsheet).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const [bench, articles = '50'] = process.argv.slice(2);
if (!bench) {
  console.error('usage: node scripts/bench-peers.mjs BENCH [ARTICLES]');
  process.exit(2);
}
const data = join(bench, '.data', articles);
const work = resolve('target/bench-peers');
const [content, pressed, unpressed] = ['content', 'pressed', 'unpressed'].map((name) => join(work, name));
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const write = (file, value) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
};
const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

// An article of the benchmark as ours: the same words, the same picture, the same ways on.
function converted(article) {
  const { slug, lang, title, lead, date, breadcrumbs, image, body, credits, tags, related } = article;
  const picture = {
    type: 'picture',
    descriptions: [
      { role: 'alt', value: image.alt },
      { role: 'caption', value: image.caption },
      { role: 'creditline', value: image.credit },
    ],
    renditions: [{ name: 'main', href: image.src, width: image.width, height: image.height, contentType: 'image/jpeg' }],
  };
  const further = related.map(({ slug, title }, index) => ({
    name: `related-${index + 1}`,
    uri: `urn:bench:${slug}`,
    type: 'text',
    headlines: [{ role: 'main', value: title }],
    x: { url: `/article/${slug}/` },
  }));
  return {
    standard: { name: 'ninjs', version: '3.1' },
    uri: `urn:bench:${slug}`,
    type: 'text',
    language: lang,
    versionCreated: date,
    headlines: [{ role: 'main', value: title }],
    descriptions: [{ role: 'lead', value: lead }],
    bodies: [{ role: 'main', contentType: 'text/html', value: body.map((text) => `<p>${escaped(text)}</p>`).join('\n') }],
    subjects: tags.map((name) => ({ name })),
    associations: [{ name: 'lead', ...picture }, ...further],
    x: {
      url: `/article/${slug}/`,
      published: date,
      sections: breadcrumbs.map(({ title, url }) => ({ name: title, url: url.replace('/#', '/') })),
      credits: credits.map(({ role, name }) => ({ role, name })),
    },
  };
}

rmSync(work, { recursive: true, force: true });
write(join(content, 'site.json'), {
  name: 'Benchmark',
  url: 'https://bench.example',
  editions: [{ language: 'en', label: 'English', path: '/', time_zone: 'UTC' }],
  sections: ['world', 'economy', 'science', 'culture'].map((slug) => ({ slug, name: slug[0].toUpperCase() + slug.slice(1) })),
  report: { endpoint: '/reports' },
});
for (const slug of json(join(data, 'slugs.json'))) {
  write(join(content, 'articles', `${slug}.json`), converted(json(join(data, 'articles', `${slug}.json`))));
}
cpSync(join(data, 'media'), join(content, 'media'), { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });

const command = ['target/release/broadsheet', 'target/debug/broadsheet'].find(existsSync);
if (!command || !existsSync('dist/index.html')) {
  console.error('bench-peers: there is no command or no app: run `make dist` first.');
  process.exit(1);
}
const pressing = spawnSync(command, ['press', content, '--app', 'dist', '--out', pressed], { encoding: 'utf8' });
if (pressing.status !== 0) {
  console.error(pressing.stdout + pressing.stderr);
  process.exit(1);
}
cpSync(pressed, unpressed, { recursive: true });
for (const slug of readdirSync(join(unpressed, 'article'))) {
  for (const ending of ['', '.br', '.gz']) rmSync(join(unpressed, 'article', slug, `index.html${ending}`), { force: true });
}

const entry = (folder) => ({ dist: relative(resolve(bench), folder) });
const contenders = join(bench, 'contenders.json');
write(contenders, { ...json(contenders), broadsheet: entry(pressed), 'broadsheet-unpressed': { ...entry(unpressed), spa: 'app.html' } });
console.error(`bench-peers: ${articles} articles are pressed; broadsheet and broadsheet-unpressed are in ${contenders}`);

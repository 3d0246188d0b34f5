// Measures how long a newsroom of many articles takes to press, beside Hugo: `make bench-press`, or
//
//     node scripts/bench-press.mjs --command target/release/broadsheet --app dist --articles "1000 10000 100000"
//
// --editions 3   three editions instead of one; the articles are shared out among them
// --search       with the index that readers search, which Hugo does not make
// --compress     time compressed copies beyond 10,000 articles too
// --alone        without Hugo
// --hold         exit with status 1 when an aim is missed
// --folder F     where to work, on the disk that counts; it needs about 250 kB an article (the system's, else)
// --keep         leave the folder, with the content and what was pressed
//
// docs/pressing-speed.md says what is measured, and what is not the same on both sides.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeHugo } from './bench-press/hugo.mjs';
import { median, settle, timed } from './bench-press/measure.mjs';
import { article, NOW } from './bench-press/newsroom.mjs';
import { ninjs, writeArticle, writeContent } from './bench-press/ours.mjs';
import { aims, ratios, steps, wholeSites } from './bench-press/tables.mjs';

const { values: wanted } = parseArgs({
  options: {
    command: { type: 'string', default: 'target/release/broadsheet' },
    app: { type: 'string', default: 'dist' },
    articles: { type: 'string', default: '1000 10000 100000' },
    editions: { type: 'string', default: '1' },
    folder: { type: 'string' },
    search: { type: 'boolean', default: false },
    compress: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
    hold: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const [command, app, editions] = [resolve(wanted.command), resolve(wanted.app), Number(wanted.editions)];
const say = (words) => console.error(`bench-press: ${words}`);

// Short runs are repeated, and the one in the middle counts.
const runsFor = (total) => (total <= 2000 ? 5 : total <= 20_000 ? 3 : 1);

// How many pages there are in a folder, and how many megabytes of whatever.
function sizeOf(folder) {
  let [pages, bytes] = [0, 0];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const inside = sizeOf(path);
      pages += inside.pages;
      bytes += inside.bytes;
    } else {
      pages += entry.name === 'index.html' ? 1 : 0;
      bytes += statSync(path).size;
    }
  }
  return { pages, bytes, megabytes: bytes / 1e6 };
}

// The folder that Broadsheet keeps beside a site.
const memoryOf = (folder) => join(dirname(folder), `.${basename(folder)}.broadsheet`);

// The folder of the last of some runs under its own name, what is remembered of the site with it; and what they took.
function lastOf(out, runs) {
  const folder = `${out}-${runs.length}`;
  renameSync(folder, out);
  if (existsSync(memoryOf(folder))) renameSync(memoryOf(folder), memoryOf(out));
  return { full: median(runs), ...sizeOf(out) };
}

const press = (content, out, ...more) => timed([command, 'press', content, '--app', app, '--out', out, '--now', NOW, ...more]);

// What the first page of a kind has in its style elements, so that Hugo's pages weigh the same.
function stylesOf(out) {
  const page = readFileSync(join(out, 'index.html'), 'utf8');
  const [first = '', later = ''] = [...page.matchAll(/<style>([^<]*)<\/style>/g)].map(([, style]) => style);
  return { first, later };
}

// What a newsroom does all day, each time with a pressing.
function allDay(content, out, total) {
  const again = () => press(content, out, '--no-compress');
  const story = (index) => article(index, total + 1, editions);
  const changed = ninjs(article(total - 2 * editions, total, editions));
  changed.bodies[0].value += '\n<p>This was added when the paper had gone to press.</p>';
  changed.versionCreated = '2026-11-24T11:00:00Z';
  const steps = { 'nothing changed': again() };
  writeArticle(content, total - 2 * editions, changed);
  steps['one changed'] = again();
  writeArticle(content, total, ninjs(story(total)));
  steps['one added'] = again();
  writeArticle(content, total, { ...ninjs(story(total)), pubStatus: 'canceled' });
  steps['one withdrawn'] = again();
  return steps;
}

// Each in turn, so that what else the machine does falls on both alike, and each time into a new folder. None is removed
// before all is measured: for minutes after that, ext4 makes new files several times as slowly, because it goes round the
// places that became free.
function inTurn(work, content, total) {
  const [ours, hugos, site] = ['ours-out', 'hugo-out', 'hugo'].map((name) => join(work, name));
  const runs = { ours: [], hugo: [] };
  let beside = !wanted.alone;
  // An archive may be more than the machine's memory has room for. What else was measured stands.
  const build = (out) => {
    try {
      return timed(['hugo', '--quiet', '--destination', out], { folder: site, env: { TZ: 'Asia/Almaty' } });
    } catch (cause) {
      say(`  Hugo: ${cause.message}`);
      beside = false;
      return undefined;
    }
  };
  for (let time = 1; time <= runsFor(total); time++) {
    runs.ours.push(press(content, `${ours}-${time}`, '--no-compress'));
    say(`  Broadsheet ${runs.ours.at(-1).wall} s`);
    settle();
    if (!beside) continue;
    if (time === 1) {
      writeHugo(site, { total, editions, styles: stylesOf(`${ours}-1`) });
      settle();
    }
    const run = build(`${hugos}-${time}`);
    if (run) {
      runs.hugo.push(run);
      say(`  Hugo ${run.wall} s`);
    }
    settle();
  }
  let hugo;
  if (runs.hugo.length) {
    hugo = lastOf(hugos, runs.hugo);
    if (beside) hugo.again = build(hugos);
  }
  settle();
  return { out: ours, ours: lastOf(ours, runs.ours), hugo };
}

function measure(work, total) {
  const content = join(work, 'content');
  say(`writing ${total} articles`);
  writeContent(content, { total, editions, search: wanted.search });
  settle();
  const { out, ours, hugo } = inTurn(work, content, total);
  const day = allDay(content, out, total);
  let compressing;
  if (total <= 10_000 || wanted.compress) {
    const both = press(content, out);
    const nothing = day['nothing changed'];
    compressing = { wall: both.wall - nothing.wall, cpu: both.cpu - nothing.cpu, memory: both.memory };
  }
  return { total, ours, steps: day, compressing, hugo };
}

const root = wanted.folder ? resolve(wanted.folder) : mkdtempSync(join(tmpdir(), 'bench-press-'));
const results = [];
for (const total of wanted.articles.split(/[\s,]+/).filter(Boolean).map(Number)) {
  const work = join(root, String(total));
  mkdirSync(work, { recursive: true });
  results.push(measure(work, total));
  if (!wanted.keep) rmSync(work, { recursive: true, force: true });
}
if (!wanted.folder && !wanted.keep) rmSync(root, { recursive: true, force: true });

const machine = `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}`;
console.log(`${machine}; editions: ${editions}; search ${wanted.search ? 'on' : 'off'}.\n`);
console.log(`${wholeSites(results)}\n\n${steps(results)}\n`);
if (!wanted.alone) console.log(`${spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout.trim()}\n\n${ratios(results)}\n`);
const said = aims(results, !wanted.alone);
for (const [words, met] of said) console.log(`- ${met ? 'met' : 'MISSED'}: ${words}`);
if (wanted.hold && said.some(([, met]) => !met)) process.exitCode = 1;

// Measures a reader's first visit to an article on a phone and a slow line: `make bench-visit`, or
//
//     node scripts/bench-visit.mjs [FOLDER] [RUNS]
//
// FOLDER is a pressed site with the demo newsroom (dist/ by default); RUNS is how often each page is visited (5).
// Times are printed as ratios to a static page of the same words, because they depend on the machine otherwise.
// The status is 1 when a page does not work or its layout shifts, and never because of a time. See docs/first-paint.md.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { probe } from './bench-visit/probe.mjs';
import { answer, answersOf, serve } from './bench-visit/server.mjs';
import { staticPage } from './bench-visit/static-page.mjs';

const ARTICLE = '/learn/politics/kazakhstan-mexico-embassy/';
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const LINE = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const SLOWER = 4;
// A task blocks with what it takes beyond this, from the first paint until this long after the load event.
const LONG = 50;
const AFTERWARDS = 3000;
const PATIENCE = 60_000;
// Rounding in the browser's own arithmetic is no shift.
const SHIFT = 0.001;

const COLUMNS = [
  ['paint', 'first paint'],
  ['picture', 'largest paint'],
  ['text', 'text'],
  ['dialog', 'dialog'],
];

const median = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

// The part of long tasks beyond what a reader does not notice, within the window in which it counts.
function blocking({ tasks, paint, end }) {
  return tasks.reduce((sum, { startTime, duration }) => {
    const within = Math.min(startTime + duration, end) - Math.max(startTime, paint);
    return sum + Math.max(0, within - LONG);
  }, 0);
}

// Goes to the page on a slow line, and waits until everything that is measured has happened.
async function measure(page, session, address) {
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(probe);
  await page.goto(address, { waitUntil: 'load', timeout: PATIENCE });
  const happens = async (what, condition, value) => {
    const failed = () => { throw new Error(`${what} within ${PATIENCE / 1000} seconds`); };
    await page.waitForFunction(condition, value, { timeout: PATIENCE, polling: 50 }).catch(failed);
  };
  await happens('no paragraph was drawn', () => window.benchVisit.text !== null);
  await happens('the report dialog did not open', () => window.benchVisit.dialog !== null);
  await page.waitForLoadState('networkidle');
  await happens('the page did not come to rest', (after) => {
    const { loadEventEnd } = performance.getEntriesByType('navigation')[0];
    window.benchVisit.end = loadEventEnd + after;
    return loadEventEnd > 0 && performance.now() > window.benchVisit.end;
  }, AFTERWARDS);
  return { ...(await page.evaluate(() => window.benchVisit)), bytes };
}

// One visit, in a browser that was never anywhere before.
async function visit(start, base) {
  const browser = await chromium.launch(start);
  try {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const seen = await measure(page, await context.newCDPSession(page), base + ARTICLE);
    if (errors.length) throw new Error(`a script failed: ${errors[0]}`);
    // A button that works before there is anything to read is of no use yet.
    return { ...seen, dialog: Math.max(seen.dialog, seen.text), blocking: blocking(seen) };
  } finally {
    await browser.close();
  }
}

// The three pages, each with a server of its own, because each answers the same address in its own way.
async function openSites(folder) {
  const stylesheet = (await readdir(folder)).find((name) => /^broadsheet-.*\.css$/.test(name));
  const article = JSON.parse(await readFile(join(folder, ARTICLE, 'article.json'), 'utf8'));
  const wanted = (address) => /^\/[^/]*$/.test(address) || /^\/(media|data)\//.test(address) || address.startsWith(ARTICLE);
  const answers = await answersOf(folder, wanted);
  const byHand = await answer('index.html', Buffer.from(staticPage(article, `/${stylesheet}`)));
  return [
    { name: 'static page', server: await serve(answers, byHand) },
    { name: 'pressed page', server: await serve(answers) },
    { name: 'not pressed', server: await serve(answers, answers.get('/app.html')) },
  ];
}

// Rounds are the outer loop: what else the machine does then falls on all pages alike.
async function measureAll(sites, runs, start) {
  const faults = [];
  for (let run = 1; run <= runs; run += 1) {
    for (const site of sites) {
      console.error(`run ${run} of ${runs}: ${site.name}`);
      try {
        site.runs.push(await visit(start, site.server.base));
      } catch (error) {
        faults.push(`${site.name}: it did not work: ${error.message.split('\n')[0]}`);
      }
    }
  }
  return faults;
}

function summarize({ name, runs }) {
  const of = (key) => median(runs.map((run) => run[key]));
  const keys = [...COLUMNS.map(([key]) => key), 'blocking', 'bytes'];
  const shift = Math.max(...runs.map((run) => run.shift));
  return { name, element: runs.at(-1).element ?? '?', shift, ...Object.fromEntries(keys.map((key) => [key, of(key)])) };
}

function printTable(title, heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log(`\n${title}\n\n${line(heads)}\n${line(heads.map((_, at) => (at ? '---:' : '---')))}`);
  rows.forEach((cells) => console.log(line(cells)));
}

function report(rows) {
  const [reference, ...others] = rows;
  const labels = COLUMNS.map(([, label]) => label);
  const ratio = (row, key) => (row[key] / reference[key]).toFixed(2);
  const ratios = others.map((row) => [row.name, ...COLUMNS.map(([key]) => ratio(row, key))]);
  printTable('Times as multiples of the static page (medians)', ['page', ...labels], ratios);
  const absolute = rows.map((row) => [
    row.name,
    ...COLUMNS.map(([key]) => Math.round(row[key])),
    row.element,
    Math.round(row.blocking),
    row.shift.toFixed(3),
    (row.bytes / 1000).toFixed(1),
  ]);
  const heads = ['page', ...labels, 'largest element', 'blocked', 'worst shift', 'kB'];
  printTable('Milliseconds on this machine, at this hour; not comparable with another', heads, absolute);
}

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(':');
  const candidates = ['chromium', 'google-chrome', 'chrome'].flatMap((name) => folders.map((at) => join(at, name)));
  return candidates.find(existsSync);
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}

const [folder = 'dist', runs = '5'] = process.argv.slice(2);
const executablePath = findChromium();
if (!executablePath) refuse('Chromium is missing; install it, or set CHROMIUM to its program.');
if (!existsSync(join(folder, ARTICLE, 'article.json'))) refuse(`The demo newsroom is not in ${folder}: run \`make dist\` first.`);
if (!/^[1-9]\d*$/.test(runs)) refuse(`"${runs}" is no number of runs.`);
// Containers run as root, where Chromium's sandbox does not start; the pages are our own.
const start = { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
const sites = (await openSites(folder)).map((site) => ({ ...site, runs: [] }));
const faults = await measureAll(sites, Number(runs), start);
sites.forEach(({ server }) => server.close());
const rows = sites.filter((site) => site.runs.length).map(summarize);
if (rows.length === sites.length) report(rows);
for (const { name, shift } of rows) {
  if (shift > SHIFT) faults.push(`${name}: its layout shifts by ${shift.toFixed(3)}.`);
}
faults.forEach((fault) => console.error(fault));
process.exitCode = faults.length ? 1 : 0;

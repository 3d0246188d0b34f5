// Takes the pictures of docs/screenshots/ from a built site: `make screenshots`, or
//
//     node scripts/screenshots.mjs [FOLDER] [NAME...]
//
// FOLDER is a pressed site with the demo newsroom (dist/ by default). Names choose some of the pictures.
// It serves FOLDER itself, on a free port of 127.0.0.1, and drives the Chromium that CHROMIUM names, else
// the one on the PATH. The clock of the page stands still, so that "updated" and "years old" never change.
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const OUT = new URL('../docs/screenshots/', import.meta.url);
const NOW = new Date('2026-11-24T12:00:00+05:00');
const QUALITY = 62;
const EMBASSY = 'learn/politics/kazakhstan-mexico-embassy/';
const BLOCKS = 'learn/language/every-kind-of-block/';
const DUNE = 'science/the-dune-that-sings/';
const SAVED = ['culture/felt-and-yurt/', 'regions/caspian-shrinks/', DUNE];

const FOUND = '.search-found ol';

// What to show: where, how wide, in which colours, what to do before and there first, and what to wait for.
const PICTURES = [
  { name: 'front-en-1280-light', path: '/', width: 1280, colours: 'light' },
  { name: 'front-ru-768-dark', path: '/ru/', width: 768, colours: 'dark' },
  { name: 'front-kk-390-light', path: '/kk/', width: 390, colours: 'light' },
  { name: 'section-en-768-light', path: '/learn/', width: 768, colours: 'light' },
  { name: 'section-en-1280-light', path: '/science/', width: 1280, colours: 'light' },
  { name: 'section-kk-390-dark', path: '/kk/culture/', width: 390, colours: 'dark' },
  { name: 'article-ru-1280-light', path: `/ru/${EMBASSY}`, width: 1280, colours: 'light' },
  { name: 'article-en-1280-dark', path: `/${EMBASSY}`, width: 1280, colours: 'dark' },
  { name: 'article-kk-390-light', path: `/kk/${EMBASSY}`, width: 390, colours: 'light' },
  { name: 'article-en-768-light', path: `/${DUNE}`, width: 768, colours: 'light' },
  { name: 'media-kk-768-dark', path: `/kk/${DUNE}`, width: 768, colours: 'dark', at: '.body .media' },
  { name: 'embed-en-390-light', path: `/${DUNE}`, width: 390, colours: 'light', at: '.embed-box' },
  { name: 'viewer-en-1280-light', path: `/${BLOCKS}`, width: 1280, colours: 'light', first: enlarge },
  { name: 'topic-en-1280-light', path: '/topics/almaty/', width: 1280, colours: 'light' },
  { name: 'person-ru-390-dark', path: '/ru/people/leila-yusupova/', width: 390, colours: 'dark' },
  { name: 'saved-en-390-light', path: '/saved/', width: 390, colours: 'light', before: save },
  { name: 'search-en-1280-light', path: '/search/?q=steppe', width: 1280, colours: 'light', ready: FOUND },
  { name: 'search-kk-390-dark', path: '/kk/search/?q=дала', width: 390, colours: 'dark', ready: FOUND },
  { name: 'blocks-en-768-light', path: `/${BLOCKS}`, width: 768, colours: 'light', whole: true },
  { name: 'blocks-ru-390-dark', path: `/ru/${BLOCKS}`, width: 390, colours: 'dark', at: '.body table' },
  { name: 'dialog-en-1280-light', path: `/${EMBASSY}`, width: 1280, height: 1060, colours: 'light', first: report },
  { name: 'dialog-kk-390-dark', path: `/kk/${EMBASSY}`, width: 390, colours: 'dark', first: report },
];
// What a page that is there has.
const DRAWN = 'main .card, [data-article-body]';
const HEIGHT = { 390: 844, 768: 1024, 1280: 900 };

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

// Serves a folder as a static host with a fallback page does.
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://site').pathname));
    let file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const found = await stat(file).then((entry) => entry.isFile(), () => false);
    if (!found) file = join(folder, '404.html');
    response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(await readFile(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

// Selects some words of the body and opens the report dialog on them, as a reader with a keyboard does.
async function report(page) {
  await page.locator('[data-article-body] p').first().evaluate((paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const text = walker.nextNode();
    const words = [...text.data.matchAll(/\S+/g)].slice(1, 4);
    const range = document.createRange();
    range.setStart(text, words[0].index);
    range.setEnd(text, words[words.length - 1].index + words[words.length - 1][0].length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog[open]').waitFor();
}

// Opens the second picture of an article in the viewer.
async function enlarge(page) {
  await page.waitForFunction(() => history.scrollRestoration === 'manual');
  await page.locator('#picture-2').click();
  await page.locator('#viewer[open] img').waitFor();
}

// Saves some articles, as a reader does with the button of each.
async function save(page, base) {
  for (const path of SAVED) {
    await page.goto(`${base}/${path}`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('button[aria-pressed=true]').waitFor();
  }
}

// Waits until everything that is within the window is drawn.
async function settled(page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => {
    const inWindow = (image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    return [...document.images].filter(inWindow).every((image) => image.complete && image.naturalWidth > 0);
  });
  // Loaded is not drawn: they are decoded off the main thread.
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.complete && image.decode())));
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

async function take(browser, base, picture) {
  const { name, path, width, height = HEIGHT[width], colours, before, first, whole, at, ready = DRAWN } = picture;
  const viewport = { width, height };
  // The narrow window is a phone's: its scroll bar takes no room.
  const phone = width === 390 ? { isMobile: true, hasTouch: true } : {};
  const context = await browser.newContext({ viewport, colorScheme: colours, reducedMotion: 'reduce', ...phone });
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  if (before) await before(page, base);
  await page.goto(base + path);
  await page.locator('h1').waitFor({ state: 'attached' });
  await page.locator(ready).first().waitFor();
  if (whole) {
    // A window as high as the page, so that its lazy pictures load.
    const all = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: all });
  }
  if (at) await page.locator(at).first().evaluate((element) => element.scrollIntoView({ block: 'start' }));
  if (first) await first(page);
  await settled(page);
  const session = await context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  const bytes = Buffer.from(data, 'base64');
  await writeFile(new URL(`${name}.webp`, OUT), bytes);
  await context.close();
  console.log(`${String(bytes.length).padStart(8)} bytes  ${name}.webp`);
  return bytes.length;
}

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(':');
  const candidates = ['chromium', 'google-chrome', 'chrome'].flatMap((name) => folders.map((at) => join(at, name)));
  return candidates.find(existsSync);
}

const [folder = 'dist', ...names] = process.argv.slice(2);
const executablePath = findChromium();
if (!executablePath) {
  console.error('Chromium is missing; install it, or set CHROMIUM to its program.');
  process.exit(1);
}
if (!existsSync(join(folder, 'site.json'))) {
  console.error(`There is no pressed site in ${folder}: run \`make dist\` first.`);
  process.exit(1);
}
await mkdir(OUT, { recursive: true });
const server = await serve(folder);
// Containers run as root, where Chromium's sandbox does not start; the pages are our own.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args });
try {
  let total = 0;
  for (const picture of PICTURES.filter(({ name }) => names.length === 0 || names.includes(name))) {
    total += await take(browser, `http://127.0.0.1:${server.address().port}`, picture);
  }
  console.log(`${String(total).padStart(8)} bytes together`);
} finally {
  await browser.close();
  server.close();
}

// Writes first-view.txt: the functions of the program that run before a reader does anything, on pages that
// are not pressed.
//
//     node scripts/program/record.mjs [FOLDER]
//
// FOLDER is what `make dist` built last (dist/ by default). It takes target/program/whole.wasm, has every
// function leave a mark, and opens pages of the demo newsroom as a host serves them that has nothing but the
// app's own page. It needs Chromium. The program works whatever the list says: a function that is missing
// from it is waited for, and one too many makes the first part longer.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { answer, answersOf, serve } from '../bench-visit/server.mjs';
import { identity } from './finish.mjs';
import { Module, Reader, SECTION, join, limits, list, number, signed, sized } from './module.mjs';

const PAGES = [
  '/', '/ru/', '/kk/', '/learn/', '/ru/learn/politics/', '/topics/almaty/', '/people/leila-yusupova/', '/about/', '/nothing-here/',
  '/learn/politics/kazakhstan-mexico-embassy/', '/ru/learn/politics/kazakhstan-mexico-embassy/',
  '/kk/learn/politics/kazakhstan-mexico-embassy/', '/learn/language/every-kind-of-block/', '/science/the-dune-that-sings/',
  '/kk/science/the-dune-that-sings/', '/regions/caspian-shrinks/',
];
// A phone on a line on which the shape of the page is shown for a while, and a desktop on a quick one.
const PHONE = { viewport: { width: 390, height: 844 }, answer: (route) => setTimeout(() => route.continue(), 700) };
const DESKTOP = { viewport: { width: 1280, height: 900 }, answer: (route) => route.continue() };
// What is told when the line breaks off has to be there when it does not bring the rest.
const [STORY, LIST] = ['/learn/politics/kazakhstan-mexico-embassy/', '/learn/'];
const CLOSED = () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('closed'); } });
const VISITS = [
  ...[PHONE, DESKTOP].flatMap((reader) => PAGES.map((path) => ({ ...reader, path }))),
  ...[STORY, LIST].map((path) => ({ ...PHONE, answer: (route) => route.abort(), path })),
  { ...DESKTOP, path: STORY, before: CLOSED },
];
const PAGE = 65536;
const QUIET = 800;

// Where the marks lie: a page of memory that the program does not know of.
function marked(module) {
  const [memory] = module.memories;
  const start = memory.min * PAGE;
  const pages = Math.ceil(module.functions.length / PAGE);
  const bodies = module.bodies.map((body, index) => {
    const reader = new Reader(body);
    const locals = reader.over(() => reader.list(() => [reader.number(), reader.byte()]));
    const mark = join([[0x41], signed(start + index), [0x41, 1, 0x3a, 0, 0]]);
    return sized(join([locals, mark, body.subarray(locals.length)]));
  });
  const grown = { ...memory, min: memory.min + pages, max: memory.max === undefined ? undefined : memory.max + pages };
  return { start, bytes: module.with({ [SECTION.memory]: list([limits(grown)]), [SECTION.code]: list(bodies) }) };
}

// Keeps the memory of the program within reach.
function keep() {
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...what) => {
      const made = await own.apply(WebAssembly, what);
      const { exports } = made.instance ?? made;
      if (exports.broadsheet_rest) window.memoryOfProgram = exports.memory;
      return made;
    };
  }
}

const folder = process.argv[2] ?? 'dist';
const module = new Module(readFileSync('target/program/whole.wasm'));
const { start, bytes } = marked(module);
const answers = await answersOf(folder, (address) => !/\.(br|gz)$/.test(address));
for (const address of [...answers.keys()]) {
  if (/^\/app-.*_bg\.wasm$/.test(address)) answers.set(address, await answer(address, bytes));
  // All of it is in the first part here, and what waits for the rest is not drawn.
  if (/^\/rest-.*\.wasm$/.test(address)) answers.delete(address);
}
const site = await serve(answers, answers.get('/app.html'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
const seen = new Set();
try {
  for (const { viewport, path, answer, before } of VISITS) {
    const page = await browser.newPage({ viewport, hasTouch: viewport.width < 500 });
    await page.addInitScript(keep);
    if (before) await page.addInitScript(before);
    await page.route(/(article|latest)\.json$/, answer);
    await page.goto(site.base + path);
    await page.waitForSelector('main h1');
    await page.mouse.move(200, 300);
    await page.mouse.wheel(0, 4000);
    // A reader who is quicker than the rest waits for the dialog, and not for the program, however often they
    // ask; or leaves, and comes back.
    const button = page.locator('[data-bug-open]').first();
    for (let times = 0; times < 2 && await button.count(); times += 1) {
      await (viewport.width < 500 ? button.tap() : button.click());
    }
    await page.evaluate(() => {
      document.querySelector('.failure button')?.click();
      for (const event of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(event, { persisted: true }));
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.waitForTimeout(QUIET);
    const marks = await page.evaluate(([start, count]) => [...new Uint8Array(window.memoryOfProgram.buffer, start, count)], [start, module.functions.length]);
    marks.forEach((mark, index) => mark && seen.add(index));
    await page.close();
  }
} finally {
  await browser.close();
  site.close();
}
const names = module.names();
const lines = [...new Set([...seen].map((index) => identity(names[index])))].sort();
const head = '# What runs before a reader does anything, by hashes of names of functions: node scripts/program/record.mjs';
writeFileSync(new URL('first-view.txt', import.meta.url), `${head}\n${lines.join('\n')}\n`);
console.log(`${seen.size} of ${module.functions.length} functions run before a reader does anything`);

// The page's start. Its addresses are relative to itself, so that it works under every base path;
// scripts/trunk-press.sh writes the program's name in place of PROGRAM, the bytes of its first part in place
// of PROGRAM_SIZE, and the file of its second part in place of PROGRAM_REST; there is none in a program of
// one piece.
const root = document.documentElement;
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const pressed = meta('broadsheet-pressed');

// What the reader chose, as early as a script can. On a page that is not pressed the program does the same
// later (src/theme.rs).
try {
  const theme = localStorage.getItem('broadsheet:theme');
  if (theme) root.dataset.theme = theme;
  const size = localStorage.getItem('broadsheet:size');
  if (size) root.dataset.size = size;
} catch {
  // Storage is closed: the system's colours and the usual size it is.
}

// Where two fingers have enlarged the page, one moves it: style/components/viewer.css.
visualViewport?.addEventListener('resize', () => root.toggleAttribute('data-pinched', visualViewport.scale > 1.01));

// Browsers without invoker commands: the dialog's buttons work before the program is there all the same.
if (!('command' in HTMLButtonElement.prototype)) {
  addEventListener('click', (event) => {
    const button = event.target.closest?.('button[commandfor]');
    const dialog = button && document.getElementById(button.getAttribute('commandfor'));
    if (!dialog || event.defaultPrevented) return;
    if (button.getAttribute('command') === 'close') dialog.close();
    else if (!dialog.open) dialog.showModal();
  });
}

// The style of what is not seen at first would take the line from the first picture. It comes behind that, or as soon
// as the reader does anything, and stands behind everything else: some of its rules hold in place of others. Without
// scripts it comes with the page: there, its link is no text.
let styleLink;
function bringStyle() {
  const address = !styleLink && document.querySelector('body > noscript')?.textContent.match(/href="(.+?)"/)?.[1];
  if (!address) return;
  styleLink = document.createElement('link');
  styleLink.rel = 'stylesheet';
  styleLink.href = address;
  root.append(styleLink);
}
if (pressed) {
  for (const name of ['load', 'scroll', 'pointerdown', 'keydown', 'beforeprint']) addEventListener(name, bringStyle);
  if (document.readyState === 'complete') bringStyle();
}

// On a page where nothing is drawn yet, the article is asked for while the program is on its way.
// `platform::fetch` takes the answer over. Which addresses are lists only the settings say. What comes back
// asks for its picture.
function begin() {
  const settings = document.getElementById('broadsheet-site')?.textContent;
  if (!settings) return;
  const site = JSON.parse(settings);
  const base = meta('broadsheet-base') ?? '/';
  const path = location.pathname.endsWith('/') ? location.pathname : `${location.pathname}/`;
  const within = (place) => `${base}${place.replace(/^\//, '')}`;
  const editions = (site.editions ?? []).map(({ path, language }) => ({ home: within(path ?? '/'), language }));
  const fitting = editions.filter(({ home }) => path.startsWith(home));
  const edition = fitting.sort((a, b) => b.home.length - a.home.length)[0];
  if (!edition) return;
  root.lang = edition.language;
  let level = site.sections ?? [];
  const parts = path.slice(edition.home.length).split('/').filter(Boolean).map(decodeURIComponent);
  for (let section; (section = level.find(({ slug }) => slug === parts[0])); parts.shift()) {
    level = section.sections ?? [];
  }
  const isList = !parts.length || (parts.length === 2 && parts[0] === 'page');
  if (isList || ['topics', 'people'].includes(parts[0]) || ['saved', 'search'].includes(parts.join('/'))) return;
  const address = `${path}article.json`;
  // As long as the program waits for a document: src/platform/fetch.rs.
  const answer = fetch(address, { signal: AbortSignal.timeout?.(20000) }).then(async (response) => ({
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: await response.text(),
    // A host that says nothing has had its time: 408 is "Request Timeout". What else fails the program tries itself.
  })).catch((cause) => cause.name === 'TimeoutError' && { status: 408, type: '', body: '' });
  window.broadsheetBegun = { address, answer };
  return () => answer.then(({ body }) => {
    // As `lead_picture` in src/source/ninjs/associations.rs has it; of several that are not called so it may be any.
    const associations = Object.entries(JSON.parse(body).associations ?? {});
    const pictures = associations.filter(([, { type = '', renditions }]) => ['', 'picture', 'graphic'].includes(type) && renditions);
    const isLead = ([key, { name = key }]) => /^(lead|main(pic)?|featured|hero|feature(image|media))$/i.test(name);
    const picture = pictures.find(isLead) ?? (pictures.length === 1 && pictures[0]);
    const sized = Object.values(picture[1].renditions).filter(({ href, width, height }) => href && width && height);
    // As `image` in src/components/figure.rs has them.
    const [widest] = [...sized].reverse().sort((a, b) => b.width - a.width);
    const renditions = sized.filter(({ width, height }) => {
      const [one, other] = [width * widest.height, height * widest.width];
      return Math.abs(one - other) * 50 <= Math.max(one, other);
    });
    const resolve = (href) => (/^[a-z]+:|^\/\//i.test(href) ? href : within(href));
    const image = new Image();
    // As `PicturePlace::Lead` in src/components/figure.rs has it.
    image.sizes = '(min-width: 48rem) 44rem, 100vw';
    image.srcset = renditions.map(({ href, width }) => `${resolve(href).replace(/ /g, '%20').replace(/,/g, '%2C')} ${width}w`).join(', ');
  }).catch(() => {});
}

// The search asks its index through this: only a script can import a module.
window.broadsheetAsk = async (address, request) => (await import(address)).default(request);

// Comes back when four fifths of the program are there.
async function whenMostIsThere(answer) {
  const parts = answer.body.getReader();
  for (let left = 0.8 * PROGRAM_SIZE; left > 0; ) {
    const { done, value } = await parts.read();
    if (done) break;
    left -= value.length;
  }
  parts.cancel();
}

// A pressed page is all there: the program comes when the reader has seen it.
let askForPicture;
const handOver = pressed && followLinks(meta('broadsheet-base') ?? '/');
if (!pressed) {
  try {
    askForPicture = begin();
  } catch {
    // Settings or an address that make no sense: the program will say so in words.
  }
} else if (document.readyState !== 'complete') {
  await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
}

// A host may call the file by a type that the first way refuses.
async function compile(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  const again = answer.clone();
  return WebAssembly.compileStreaming(answer).catch(async () => WebAssembly.compile(await again.arrayBuffer()));
}

// Says that the program could not be had, in place of the page. Without it there are no messages either, so
// these few words stand here.
function tellOfFailure() {
  const words = {
    en: ['This page could not be loaded. Check your connection and try again.', 'Try again'],
    ru: ['Не удалось загрузить страницу. Проверьте соединение и попробуйте ещё раз.', 'Попробовать ещё раз'],
    kk: ['Бетті жүктеу мүмкін болмады. Байланысты тексеріп, қайталап көріңіз.', 'Қайталап көру'],
    ar: ['تعذّر تحميل هذه الصفحة. تحقق من الاتصال وحاول مرة أخرى.', 'حاول مرة أخرى'],
  };
  const [sentence, again] = words[root.lang.split('-')[0]] ?? words.en;
  const main = document.createElement('main');
  main.className = 'failure';
  main.dir = 'auto';
  const heading = document.createElement('h1');
  heading.textContent = sentence;
  const button = document.createElement('button');
  button.className = 'button button-primary';
  button.textContent = again;
  button.addEventListener('click', () => location.reload());
  main.append(heading, button);
  document.body.replaceChildren(main);
  heading.tabIndex = -1;
  heading.focus();
}

// The second part of the program (scripts/program/), where there is one: its module, once it has come, and
// whether it is in place beside the first one.
const restAddress = 'PROGRAM_REST' && new URL('./PROGRAM_REST', import.meta.url);
let rest;
let placed = false;
if (restAddress) {
  // `platform::rest` calls this before anything of the second part runs. Whoever is quicker than the line waits
  // for it: nothing else can be done where a function is called that has not come. Where it cannot be had, the
  // program stops there; what is drawn stays, and links lead on by the browser.
  window.broadsheetRest = (first) => {
    if (placed) return;
    if (!rest) {
      const request = new XMLHttpRequest();
      request.open('GET', restAddress, false);
      request.overrideMimeType('text/plain; charset=x-user-defined');
      request.send();
      if (request.status !== 200) throw new Error(`${request.status} for ${restAddress}`);
      rest = new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0)));
    }
    new WebAssembly.Instance(rest, { p: first });
    placed = true;
  };
}

// Puts the second part in place, where it has come. Browsers of before 2023 refuse to do that in one step.
async function place(first) {
  if (!placed) await WebAssembly.instantiate(rest, { p: first });
  placed = true;
  first.broadsheet_rest();
}

// Brings the second part behind a page that was not pressed, and has drawn what waited for it. Where it cannot
// be had now, it is asked for again, at the latest after half a minute or when there is a connection.
async function bringRest(first) {
  await whenDrawn();
  for (let pause = 1000; !rest; pause = Math.min(2 * pause, 30000)) {
    const come = await compile(restAddress).catch(() => undefined);
    // It may have been needed meanwhile.
    rest ??= come;
    if (rest) break;
    await new Promise((next) => {
      setTimeout(next, pause);
      addEventListener('online', next, { once: true });
    });
  }
  await place(first);
  first.broadsheet_draw_rest();
}

// Comes back when the page is drawn and its pictures have come: they have the line to themselves. A page that
// cannot be drawn is waited for no longer than this.
async function whenDrawn() {
  const isDrawn = () => document.querySelector('main h1') &&
    [...document.images].every((image) => image.complete || image.loading === 'lazy');
  for (const end = performance.now() + 5000; !isDrawn() && performance.now() < end; ) {
    await new Promise((next) => setTimeout(next, 50));
  }
}

try {
  const { default: start } = await import('./PROGRAM.js');
  let program = new URL('./PROGRAM_bg.wasm', import.meta.url);
  if (askForPicture) {
    // The picture would take half the line from the program, without which it is not shown. So it is asked
    // for when most of the program is there, and comes while the program starts and draws, which leaves the
    // line idle.
    program = await fetch(program);
    whenMostIsThere(program.clone()).then(askForPicture, () => {});
  }
  if (pressed) {
    // While both parts are compiled, links can still be followed.
    const parts = [program, restAddress].filter(Boolean).map(compile);
    [program, rest] = await Promise.all(parts);
    await handOver();
  }
  // `platform::rest` waits for this before the program begins. A page that is not pressed does without the rest.
  let inPlace;
  if (restAddress) window.broadsheetPlaced = pressed ? new Promise((done) => (inPlace = done)) : Promise.resolve();
  const first = await start({ module_or_path: program });
  // What goes wrong from here on leaves the page as it is. The rest may have come by now, where something needed it.
  if (inPlace) inPlace(await place(first));
  else if (restAddress) setTimeout(() => bringRest(first));
} catch (cause) {
  // A pressed page can be read without the program.
  if (!pressed) tellOfFailure();
  throw cause;
}

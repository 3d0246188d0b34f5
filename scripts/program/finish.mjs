// Finishes the program that trunk built, in its staging folder: node scripts/program/finish.mjs STAGING NAME.
// It prints the new name, and the file of the second part.
//
// Panics lose their words, which nobody sees in a browser; wasm-opt makes the code small; the program is
// taken apart (split.mjs) by first-view.txt, which record.mjs writes; terser makes the JavaScript small. The
// files are then named after what is in them.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join as path, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KIND, Module, SECTION, exportsOf, join, list, number, sized, text } from './module.mjs';
import { optimise, split } from './split.mjs';

const FEATURES = ['--enable-bulk-memory', '--enable-nontrapping-float-to-int', '--enable-sign-ext', '--enable-mutable-globals', '--enable-reference-types', '--enable-multivalue'];
// Decision record 8 has what each of these gains.
const SMALL = ['--low-memory-unused', '--skip-pass=local-cse', '--one-caller-inline-max-function-size=50', '--flatten', '--rereloop', '-Oz', '-Oz'];
/** How much of the list must be true of the program. */
const FITS = 0.9;
/** What the program calls its JavaScript. */
const GLUE = 'g';
const here = fileURLToPath(new URL('.', import.meta.url));

/** The names of functions without the digits that the compiler puts into them. */
export const plain = (name) => name.replace(/\[[0-9a-f]+\]/g, '');

/** What a function goes by in first-view.txt: names are long. */
export const identity = (name) => createHash('sha256').update(plain(name)).digest('hex').slice(0, 10);

/** What tells of a panic and does not come back. Without a console to tell it to, all of it ends in one instruction. */
const PANIC = new RegExp([
  '^core::panicking::', '^std::panicking::', '^std::rt::.*panic', '^__rustc::rust_begin_unwind', '^rust_begin_unwind$',
  '^core::(option|result)::(unwrap|expect)_failed$', '^core::cell::panic_', '^core::slice::index::slice_.*_fail',
  '^core::str::slice_error_fail', '^alloc::raw_vec::(handle_error|capacity_overflow)$', '^alloc::alloc::handle_alloc_error',
  '^std::alloc::(rust_oom|default_alloc_error_hook)',
].join('|'));
/** What is in the first part in any case: tables, whose functions call each other as chance will have it. */
const ALWAYS = /hashbrown::/;

/** What comes with gloo-net and Leptos to make streams of the browser's out of Rust's, and is not used here. */
const UNUSED = /intounderlying/i;

/** Where in which file the compiler saw what may panic, of which nobody is told: it would also tell how the machine is laid out that
    built the program. Texts stand without a gap between them, so each begins as it is known to begin. */
const CRATES = path(process.env.CARGO_HOME ?? path(homedir(), '.cargo'), 'registry').replace(/[^\w/]/g, '\\$&');
const PLACES = new RegExp(`(?:${CRATES}/|/rustc/|/rust/deps/|src/)[\\w./@-]*?\\.rs`, 'g');

/** What panics, and errors of systems that no browser is, would say. */
const WORDS = new RegExp([
  /entity not found[ -~]{0,900}?uncategorized error|called `[ -~]{1,40}?` on an? `[ -~]{1,20}?` value/,
  /internal error: entered unreachable code|assertion `left[ -~]{1,8}?right` failed|already (?:mutably )?borrowed/,
  /attempt to [a-z ]{3,30}(?:overflow|zero)|capacity overflow|cannot recursively acquire mutex/,
  /(?:start|end) byte index | is out of bounds of `| is not a char boundary; it is inside |slice index starts at /,
  /range (?:start|end) index | out of range for slice of length | index out of bounds: the len is | but the index is /,
  /(?:insertion|removal) index \(is |\) should be < len \(is /,
  /copy_from_slice: source slice length \(|\) does not match destination slice length \(/,
  /cannot access a Thread Local Storage value during or after destruction: | expected context of type | to be present/,
  /a formatting trait implementation returned an error when the underlying stream did not/,
  /Executor::spawn(?:_local)? called, but no global '\w+' function is configured\.|serialize_value called before serialize_key/,
].map(({ source }) => source).join('|'), 'g');


/** The program without what no reader has from it. */
function trimmed(bytes) {
  const module = new Module(bytes);
  const names = module.names().map(plain);
  const bodies = module.bodies.map((body, index) => sized(PANIC.test(names[index]) ? Uint8Array.of(0, 0, 0x0b) : body));
  const exports = module.exports.filter(({ name }) => !UNUSED.test(name));
  const { bytes: texts } = module.sections.find(({ id }) => id === SECTION.data);
  const data = Buffer.from(
    Buffer.from(texts).toString('latin1')
      .replace(PLACES, (place) => '\0'.repeat(place.length))
      .replace(WORDS, (words) => '\0'.repeat(words.length)),
    'latin1',
  );
  return module.with({ [SECTION.code]: list(bodies), [SECTION.exports]: exportsOf(exports), [SECTION.data]: data });
}

/** The program and its JavaScript with short names for what one has from the other: the digits in wasm-bindgen's own names cannot be
    packed. What the program does not ask for any more is left out of the JavaScript. */
function shortened(bytes, code) {
  const module = new Module(bytes);
  const [{ module: own }] = module.imports;
  if (module.imports.some(({ module }) => module !== own)) throw new Error('expected one JavaScript beside the program');
  const short = new Map(module.imports.map(({ name }, index) => [name, `i${index}`]));
  const imports = module.imports.map(({ type, name }) => join([text(GLUE), text(short.get(name)), [KIND.function], number(type)]));
  const renamed = new Set();
  const glue = code
    .replace(/^ {8}(\w+): function[^]*?^ {8}\}.*\n/gm, (entry, name) => {
      if (!short.has(name)) return '';
      renamed.add(name);
      return entry.replace(name, short.get(name));
    })
    .replace(`"${own}": import0`, `"${GLUE}": import0`)
    .replace(/^export class (\w+)/gm, (whole, name) => (UNUSED.test(name) ? `class ${name}` : whole))
    .replace(/^if \(Symbol\.dispose\) IntoUnderlying.*$/gm, '')
    .replace(/^const IntoUnderlying[^]*?;$/gm, '');
  const lost = [...short.keys()].filter((name) => !renamed.has(name));
  if (lost.length) throw new Error(`expected wasm-bindgen to write these into the JavaScript as functions: ${lost.join(', ')}`);
  return { bytes: module.with({ [SECTION.imports]: list(imports) }), glue };
}

const hash = (...parts) => {
  const all = createHash('sha256');
  for (const part of parts) all.update(part);
  return all.digest('hex').slice(0, 16);
};

function finish(staging, old) {
  const [program, glue, page] = [`${old}_bg.wasm`, `${old}.js`, 'index.html'].map((file) => path(staging, file));
  const { bytes: whole, glue: code } = shortened(
    optimise(trimmed(readFileSync(program)), [...FEATURES, ...SMALL, '-g']), readFileSync(glue, 'utf8'),
  );
  mkdirSync('target/program', { recursive: true });
  writeFileSync('target/program/whole.wasm', whole);
  const seen = readFileSync(path(here, 'first-view.txt'), 'utf8').split('\n').filter((line) => /^[0-9a-f]/.test(line));
  const names = new Module(whole).names();
  const known = new Set(names.map(identity));
  const found = seen.filter((line) => known.has(line)).length;
  if (found < FITS * seen.length) {
    throw new Error(`first-view.txt knows ${found} of its ${seen.length} functions: the program was compiled with other names \
(see .cargo/config.toml), or has changed much; then run node scripts/program/record.mjs and this again`);
  }
  const firsts = new Set(seen);
  // The optimiser's own functions have no names.
  const isFirst = (index) => !names[index] || firsts.has(identity(names[index])) || ALWAYS.test(plain(names[index]));
  const { first, rest } = split(whole, isFirst, FEATURES);
  const small = execFileSync('terser', ['--module', '--compress', 'passes=2', '--mangle'], { encoding: 'utf8', input: code });

  // The page's start is made of the scripts, and has the same name.
  const scripts = ['links.js', 'start.js'].map((file) => readFileSync(path(here, '..', file)));
  const name = `app-${hash(first, rest, small, ...scripts)}`;
  const restName = `rest-${hash(rest)}.wasm`;
  rmSync(program);
  rmSync(glue);
  writeFileSync(path(staging, `${name}_bg.wasm`), first);
  writeFileSync(path(staging, restName), rest);
  writeFileSync(path(staging, `${name}.js`), small.replaceAll(`${old}_bg.wasm`, `${name}_bg.wasm`));
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll(old, name));
  console.log(name, restName);
}

if (resolve(process.argv[1]) === fileURLToPath(import.meta.url)) finish(...process.argv.slice(2));

// Takes functions out of a module, and puts them into a second one that can come later.
//
// Both parts keep all functions at their numbers, so that no code has to be changed: where one part does not
// have a function itself, a stub stands in its place, which calls through a table that both share. The first
// part's stubs ask before whether the second part is there: `broadsheet_rest` in src/platform/rest.rs, which
// fetches it where it is not. Stubs that nobody calls go again.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { KIND, Module, SECTION, exportsOf, join, limits, list, number, signed, sized, text } from './module.mjs';

/** The function that sees to it that the second part is there. */
const ARRIVE = 'broadsheet_rest';
const FUNCREF = 0x70;
const CODE = { end: 0x0b, call: 0x10, callIndirect: 0x11, localGet: 0x20, i32Const: 0x41 };

/** Has wasm-opt work over a module. */
export function optimise(bytes, options) {
  const folder = mkdtempSync(path(tmpdir(), 'broadsheet-'));
  try {
    writeFileSync(path(folder, 'in.wasm'), bytes);
    execFileSync('wasm-opt', [...options, path(folder, 'in.wasm'), '-o', path(folder, 'out.wasm')], { stdio: ['ignore', 2, 2] });
    return readFileSync(path(folder, 'out.wasm'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The two parts of a module; the first one has the functions that `isFirst` says so of, by their numbers. */
export function split(bytes, isFirst, features) {
  const module = new Module(bytes);
  const numbers = module.functions.map((_, index) => index);
  const arrive = module.exports.find(({ name, kind }) => name === ARRIVE && kind === KIND.function);
  if (!arrive) throw new Error(`expected a program that exports ${ARRIVE}`);
  if (module.imports.length > module.importedFunctions.length) throw new Error('expected a program that imports functions only');
  if (module.tables[0]?.type !== FUNCREF) throw new Error('expected the table of functions to be the first one');
  const prune = (bytes) => new Module(optimise(bytes, [...features, '--remove-unused-module-elements', '-g']));
  // What a stub asks must not be behind a stub itself.
  const asked = new Set(numbersIn(prune(module.with({
    [SECTION.exports]: exportsOf([arrive]),
    [SECTION.elements]: null,
  }, { custom: false, more: named(module) }))));
  const firsts = numbers.filter((index) => isFirst(index) || asked.has(index));
  const first = new Set(firsts);
  const parts = { module, arrive: arrive.index, isFirst: (index) => first.has(index), isRest: (index) => !first.has(index) };

  // The first time every stub has its place in the table, the second time those alone that are called.
  const all = { first: firsts, rest: numbers.filter((index) => !first.has(index)), imports: module.importedFunctions.map((_, index) => index) };
  const called = (pruned, own) => numbersIn(pruned).filter((index) => !own(index));
  const [firstPruned, restPruned] = [prune(firstPart(parts, all)), prune(restPart(parts, all))];
  const needed = {
    first: called(restPruned, parts.isRest),
    rest: called(firstPruned, parts.isFirst),
    imports: restPruned.importedFunctions.filter(({ name }) => name.startsWith('i')).map(({ name }) => Number(name.slice(1))),
  };
  const finish = (bytes) => optimise(bytes, [...features, '--remove-unused-module-elements', '--reorder-functions', '--strip-debug', '--strip-producers']);
  return { first: finish(firstPart(parts, needed)), rest: finish(restPart(parts, needed)) };
}

/** The numbers of the functions that are left, by the names that `named` gave them. */
function numbersIn(module) {
  return module.names().map((name) => {
    if (!/^f\d+$/.test(name)) throw new Error(`expected wasm-opt to keep the names of functions, found “${name}”`);
    return Number(name.slice(1));
  });
}

function named(module) {
  const entries = module.functions.map((_, index) => join([number(module.importedFunctions.length + index), text(`f${index}`)]));
  return sized(join([text('name'), [1], sized(list(entries))]));
}

/** Where the functions that are called from the other part stand in the table. */
function places({ module }, needed) {
  const start = module.tables[0].limits.min;
  return new Map([...needed.first, ...needed.rest].map((index, place) => [index, start + place]));
}

function tables(module, count) {
  const [{ limits: { flags, min, max } }] = module.tables;
  const grown = { type: FUNCREF, limits: { flags, min: min + count, max: max === undefined ? max : max + count } };
  return [grown, ...module.tables.slice(1)];
}

/** A stub that calls the function at a place in the table. */
function stub(module, index, place, before) {
  const type = module.functions[index];
  const parameters = Array.from({ length: module.types[type].parameters }, (_, local) => [CODE.localGet, ...number(local)]);
  const call = [CODE.i32Const, ...signed(place), CODE.callIndirect, ...number(type), 0, CODE.end];
  return join([[0], before, ...parameters, call]);
}

const unreachable = Uint8Array.of(0, 0x00, CODE.end);

function bodies({ module }, places, isOwn, before) {
  return list(module.bodies.map((body, index) => {
    if (isOwn(index)) return sized(body);
    return sized(places.has(index) ? stub(module, index, places.get(index), before) : unreachable);
  }));
}

/** Puts functions into the first table, from a place on. */
function segment({ module }, start, functions) {
  const entries = functions.map((index) => number(module.importedFunctions.length + index));
  return join([[0, CODE.i32Const], signed(start), [CODE.end], list(entries)]);
}

function firstPart(parts, needed) {
  const { module, isFirst, arrive } = parts;
  const slots = places(parts, needed);
  const shared = [
    ...module.tables.map((_, index) => ({ name: `t${index}`, kind: KIND.table, index })),
    ...module.memories.map((_, index) => ({ name: `m${index}`, kind: KIND.memory, index })),
    ...module.globals.map((_, index) => ({ name: `g${index}`, kind: KIND.global, index })),
    ...needed.imports.map((index) => ({ name: `i${index}`, kind: KIND.function, index })),
  ];
  const elements = module.read(SECTION.elements, () => null).length;
  const old = module.sections.find(({ id }) => id === SECTION.elements)?.bytes.subarray(number(elements).length) ?? [];
  const own = segment(parts, module.tables[0].limits.min, needed.first);
  return module.with({
    [SECTION.tables]: list(tables(module, slots.size).map((table) => join([[table.type], limits(table.limits)]))),
    [SECTION.exports]: exportsOf([...module.exports, ...shared]),
    [SECTION.elements]: join([number(elements + 1), old, own]),
    [SECTION.code]: bodies(parts, slots, isFirst, [CODE.call, ...number(arrive)]),
  }, { custom: false, more: named(module) });
}

function restPart(parts, needed) {
  const { module, isRest } = parts;
  const slots = places(parts, needed);
  const from = (name, kind, ...what) => join([text('p'), text(name), [kind], ...what]);
  const imports = [
    ...module.importedFunctions.map(({ type }, index) => from(`i${index}`, KIND.function, number(type))),
    ...tables(module, slots.size).map((table, index) => from(`t${index}`, KIND.table, [table.type], limits(table.limits))),
    ...module.memories.map((memory, index) => from(`m${index}`, KIND.memory, limits(memory))),
    ...module.globals.map(({ type }, index) => from(`g${index}`, KIND.global, type)),
  ];
  const start = module.tables[0].limits.min + needed.first.length;
  return module.with({
    [SECTION.imports]: list(imports),
    [SECTION.tables]: null,
    [SECTION.memory]: null,
    [SECTION.globals]: null,
    [SECTION.exports]: null,
    [SECTION.start]: null,
    [SECTION.elements]: list([segment(parts, start, needed.rest)]),
    [SECTION.dataCount]: null,
    [SECTION.code]: bodies(parts, slots, isRest, []),
    [SECTION.data]: null,
  }, { custom: false, more: named(module) });
}

// WebAssembly modules as far as the scripts beside this one take them apart: sections, and what is in those
// that they change. What functions do is never looked into: their bodies are moved about as bytes. The format
// is that of the WebAssembly core specification, chapter 5.

/** The numbers of sections, and of what is imported and exported. */
export const SECTION = {
  custom: 0, types: 1, imports: 2, functions: 3, tables: 4, memory: 5, globals: 6, exports: 7, start: 8, elements: 9, code: 10,
  data: 11, dataCount: 12,
};
export const KIND = { function: 0, table: 1, memory: 2, global: 3 };

/** A number without sign, as LEB128. */
export function number(value) {
  const bytes = [];
  do {
    const rest = value >>> 7;
    bytes.push((value & 0x7f) | (rest ? 0x80 : 0));
    value = rest;
  } while (value);
  return bytes;
}

/** A number with sign, as LEB128: what `i32.const` takes. */
export function signed(value) {
  const bytes = [];
  for (;;) {
    const byte = value & 0x7f;
    value >>= 7;
    const ends = (value === 0 && !(byte & 0x40)) || (value === -1 && byte & 0x40);
    bytes.push(ends ? byte : byte | 0x80);
    if (ends) return bytes;
  }
}

export const text = (words) => sized(new TextEncoder().encode(words));
/** Bytes, and before them how many. */
export const sized = (bytes) => join([number(bytes.length), bytes]);
/** Entries, and before them how many. */
export const list = (entries) => join([number(entries.length), ...entries]);

export function join(parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Reads bytes from front to back. */
export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (!(byte & 0x80)) return value;
    }
  }

  take(count) {
    return this.bytes.subarray(this.at, (this.at += count));
  }

  text() {
    return new TextDecoder().decode(this.take(this.number()));
  }

  /** What `read` reads, as often as the number says that comes first. */
  list(read) {
    return Array.from({ length: this.number() }, read);
  }

  /** The bytes that `read` goes over. */
  over(read) {
    const start = this.at;
    read();
    return this.bytes.subarray(start, this.at);
  }

  limits() {
    const flags = this.byte();
    return { flags, min: this.number(), max: flags & 1 ? this.number() : undefined };
  }
}

export const limits = ({ flags, min, max }) =>
  join([[flags], number(min), max === undefined ? [] : number(max)]);

/** A module, taken apart. */
export class Module {
  constructor(bytes) {
    const reader = new Reader(bytes);
    const head = reader.take(8);
    if (String.fromCharCode(...head.subarray(0, 4)) !== '\0asm') throw new Error('this is no WebAssembly');
    this.sections = [];
    while (!reader.done) {
      const id = reader.byte();
      this.sections.push({ id, bytes: reader.take(reader.number()) });
    }
    this.types = this.read(SECTION.types, readType);
    this.imports = this.read(SECTION.imports, readImport);
    this.functions = this.read(SECTION.functions, (reader) => reader.number());
    this.tables = this.read(SECTION.tables, (reader) => ({ type: reader.byte(), limits: reader.limits() }));
    this.memories = this.read(SECTION.memory, (reader) => reader.limits());
    this.globals = this.read(SECTION.globals, readGlobal);
    this.exports = this.read(SECTION.exports, (reader) => (
      { name: reader.text(), kind: reader.byte(), index: reader.number() }
    ));
    this.bodies = this.read(SECTION.code, (reader) => reader.take(reader.number()));
    this.importedFunctions = this.imports.filter(({ kind }) => kind === KIND.function);
  }

  read(id, read) {
    const section = this.sections.find((section) => section.id === id);
    if (!section) return [];
    const reader = new Reader(section.bytes);
    return reader.list(() => read(reader));
  }

  /** The names of the module's own functions, in their order; '' where one has none. */
  names() {
    const names = new Array(this.functions.length).fill('');
    for (const { id, bytes } of this.sections) {
      const reader = new Reader(bytes);
      if (id !== SECTION.custom || reader.text() !== 'name') continue;
      while (!reader.done) {
        const kind = reader.byte();
        const part = new Reader(reader.take(reader.number()));
        if (kind !== 1) continue;
        part.list(() => {
          const index = part.number() - this.importedFunctions.length;
          const name = part.text();
          if (index >= 0) names[index] = name;
        });
      }
    }
    return names;
  }

  /** The module with other sections in place of its own, by number; `null` leaves one out. Custom sections are kept where
      `custom` says so; `more` is another one. */
  with(others, { custom = true, more = undefined } = {}) {
    const ids = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];
    const parts = ids.flatMap((id) => {
      const bytes = id in others ? others[id] : this.sections.find((section) => section.id === id)?.bytes;
      return bytes ? [[id], sized(bytes)] : [];
    });
    const customs = this.sections.filter(({ id }) => custom && id === SECTION.custom);
    return join([[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], ...parts, ...customs.flatMap(({ bytes }) => [[0], sized(bytes)]), ...(more ? [[0], more] : [])]);
  }
}

/** The section of exports. */
export const exportsOf = (exports) =>
  list(exports.map(({ name, kind, index }) => join([text(name), [kind], number(index)])));

function readType(reader) {
  let parameters;
  const bytes = reader.over(() => {
    if (reader.byte() !== 0x60) throw new Error('expected types of functions only');
    parameters = reader.number();
    reader.take(parameters);
    reader.take(reader.number());
  });
  return { bytes, parameters };
}

function readImport(reader) {
  const entry = { module: reader.text(), name: reader.text(), kind: reader.byte() };
  if (entry.kind === KIND.function) return { ...entry, type: reader.number() };
  if (entry.kind === KIND.global) reader.take(2);
  else {
    if (entry.kind === KIND.table) reader.byte();
    reader.limits();
  }
  return entry;
}

function readGlobal(reader) {
  const type = reader.take(2);
  // What a global begins with is one constant.
  const code = reader.byte();
  if (code === 0x41 || code === 0x42) reader.number();
  else if (code === 0x43) reader.take(4);
  else if (code === 0x44) reader.take(8);
  else if (code === 0xd0) reader.take(1);
  else throw new Error(`expected a global that begins with a constant, found ${code}`);
  if (reader.byte() !== 0x0b) throw new Error('expected a global that begins with one constant');
  return { type };
}

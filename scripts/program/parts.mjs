// What each part of the program costs: node scripts/program/parts.mjs, after `make dist`.
//
// The functions of target/program/whole.wasm are put together by the module of ours that they are named
// after, or else by the crate they come from, and each heap is packed by brotli by itself. What is used by
// many, such as code for lists of something, counts where it was written. So the sizes are estimates, and
// together somewhat more than the program.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { plain } from './finish.mjs';
import { Module, SECTION, join } from './module.mjs';

const packed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

// What draws a part of the page is named after that part, however deep in the machinery of signals it is.
function partOf(name) {
  const own = [...name.matchAll(/broadsheet::(\w+)(?:::(\w+))?/g)];
  const shown = own.find(([, module]) => ['components', 'pages'].includes(module));
  const [, module, inner] = shown ?? own.find(([, module]) => module !== 'piece') ?? own[0] ?? [];
  if (!module) return /^[<&\s]*(?:mut |dyn )?(\w+)/.exec(name)?.[1] ?? 'without a name';
  return ['components', 'pages', 'source', 'platform', 'report'].includes(module) ? `${module}::${inner}` : module;
}

const module = new Module(readFileSync('target/program/whole.wasm'));
const parts = new Map();
module.names().forEach((name, index) => {
  const part = partOf(plain(name));
  parts.set(part, [...(parts.get(part) ?? []), module.bodies[index]]);
});
const data = module.sections.find(({ id }) => id === SECTION.data).bytes;
const rows = [...parts].map(([part, bodies]) => ({ part, functions: bodies.length, bytes: join(bodies).length, packed: packed(join(bodies)) }));
rows.push({ part: 'texts and tables', functions: 0, bytes: data.length, packed: packed(data) });
rows.sort((one, other) => other.packed - one.packed);
for (const { part, functions, bytes, packed } of rows) {
  console.log(`${String(packed).padStart(7)} packed ${String(bytes).padStart(8)} bytes ${String(functions).padStart(5)} functions  ${part}`);
}

// Fails when the program in dist/ is larger, after brotli, than size-budget.json allows.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = process.argv[2] ?? 'dist';
const budget = JSON.parse(readFileSync(new URL('../size-budget.json', import.meta.url), 'utf8'));

function programFiles(where) {
  return readdirSync(where, { withFileTypes: true }).flatMap((entry) => {
    const path = join(where, entry.name);
    // What is in data/ comes when somebody opens the page of the search (decision record 14).
    if (entry.isDirectory()) return entry.name === 'data' ? [] : programFiles(path);
    return /\.(wasm|js)$/.test(entry.name) ? [path] : [];
  });
}

function compressedSize(path) {
  const bytes = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

const files = programFiles(folder).sort();
if (!files.some((path) => path.endsWith('.wasm'))) {
  console.error(`There is no .wasm file in ${folder}: run \`make dist\` first.`);
  process.exit(1);
}
const sizes = files.map((path) => [relative(folder, path), compressedSize(path)]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);

for (const [name, size] of sizes) console.log(`${String(size).padStart(8)} bytes  ${name}`);
const verdict = `${total} of ${budget.limit_bytes} bytes after brotli`;
// What is waited for where a page is not pressed: decision record 19.
const first = sizes.filter(([name]) => !name.startsWith('rest-')).reduce((sum, [, size]) => sum + size, 0);
if (first > budget.first_view_limit_bytes) {
  console.error(`size budget: FAILED: ${first} of ${budget.first_view_limit_bytes} bytes for a first view (size-budget.json)`);
  process.exit(1);
}
if (total > budget.limit_bytes) {
  console.error(`size budget: FAILED: ${verdict}, ${total - budget.limit_bytes} too many (size-budget.json)`);
  process.exit(1);
}
console.log(`size budget: ok: ${verdict}, ${first} of ${budget.first_view_limit_bytes} for a first view`);

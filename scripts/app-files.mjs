// Lays out the files of a built app, packed where that is smaller, for build.rs to put into the native command:
// node scripts/app-files.mjs FROM TO. FROM is dist/, with or without a newsroom pressed in.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [from, to] = process.argv.slice(2);
const record = join(from, 'broadsheet-press.json');
const pressed = existsSync(record);
const made = ['index.html', 'app.html', 'broadsheet-press.json'];
// Where a newsroom was pressed in, the record of that tells the app's files from the newsroom's.
const files = pressed ? JSON.parse(readFileSync(record, 'utf8')).app : readdirSync(from).filter((file) => !made.includes(file));
const own = files.filter((file) => !/\.(br|gz)$/.test(file) && existsSync(join(from, file)));
if (!own.some((file) => file.endsWith('.wasm'))) {
  console.error(`broadsheet: no app in ${from}`);
  process.exit(1);
}

rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });

// The bytes of a file, packed unless that makes it larger. dist/ has packed copies of its own, at the same level.
function put(source, name) {
  const bytes = readFileSync(source);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  const packed = name.endsWith('.html') || !existsSync(`${source}.br`) ? brotliCompressSync(bytes, { params }) : readFileSync(`${source}.br`);
  if (packed.length < bytes.length) writeFileSync(join(to, `${name}.br`), packed);
  else copyFileSync(source, join(to, name));
}

put(join(from, pressed ? 'app.html' : 'index.html'), 'index.html');
for (const file of own) put(join(from, file), file);
const size = readdirSync(to).reduce((sum, file) => sum + statSync(join(to, file)).size, 0);
console.error(`broadsheet: the app is ${own.length + 1} files, ${Math.round(size / 1000)} kB inside the command`);

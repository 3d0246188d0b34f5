// The host that `make bench-visit` reads its pages from: a folder in memory, compressed before the first visit, so that
// no visit waits for a disk or a compressor.
import { createServer } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};
const PICTURES = ['.webp', '.png', '.jpg'];

/// What the server says for a file: its type, and its bytes as they go over the line.
export async function answer(name, bytes) {
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  if (PICTURES.includes(extname(name))) return { headers: { 'content-type': type }, bytes };
  return { headers: { 'content-type': type, 'content-encoding': 'br' }, bytes: await compress(bytes) };
}

/// The answers for every file of a folder that `wanted` takes, by the file's address.
export async function answersOf(folder, wanted) {
  const answers = new Map();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const address = `/${relative(folder, file)}`;
    if (wanted(address)) answers.set(address, await answer(address, await readFile(file)));
  }
  return answers;
}

/// Serves `answers` on a free port of 127.0.0.1; `pageAt`, when it is given, answers every address that names no file.
export async function serve(answers, pageAt) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    const isPage = path.endsWith('/');
    const found = isPage ? pageAt ?? answers.get(`${path}index.html`) : answers.get(path);
    if (!found) return response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.');
    response.writeHead(200, { ...found.headers, 'content-length': found.bytes.length, 'cache-control': 'no-cache' });
    return response.end(found.bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

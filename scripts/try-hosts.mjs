// Asks a running host for a pressed site and says what is as docs/hosts.md wants it, and what is not.
//
//   node scripts/try-hosts.mjs ADDRESS FOLDER BASE_PATH [cache] [guard]
//
// ADDRESS is one of this machine, whatever name it has. FOLDER is what was pressed for BASE_PATH. `cache` demands cache
// times and `guard` security headers, of a host that can be told of them. It ends with 1 if something is wrong.

import { readdirSync } from 'node:fs';
import http from 'node:http';

const [address, folder, base, ...told] = process.argv.slice(2);
const [cache, guard] = [told.includes('cache'), told.includes('guard')];
const own = 'id="broadsheet-site"';
const files = readdirSync(folder, { recursive: true }).map(String);
const hashed = (ending) => files.find((file) => new RegExp(`^[^/]*-[0-9a-f]{10,16}${ending}$`).test(file));
const foreign = files.find((file) => /^\P{ASCII}|\/\P{ASCII}/u.test(file) && file.endsWith('/index.html'));
const page = files.find((file) => /^[a-z/-]+\/article\.json$/.test(file));
const pages = ['', page.replace('article.json', ''), foreign.replace('index.html', '')];

// As it is sent: not unpacked, redirects not followed.
const get = (path, headers = {}) =>
    new Promise((resolve, reject) => {
        const { host, port } = new URL(address);
        const asked = { host: '127.0.0.1', port, path: base + encodeURI(path), headers: { Host: host, ...headers } };
        http.get({ ...asked, agent: false }, (answer) => {
            const chunks = [];
            answer.on('data', (chunk) => chunks.push(chunk)).on('error', reject).on('end', () => {
                const body = Buffer.concat(chunks);
                resolve({ status: answer.statusCode, headers: answer.headers, body, text: String(body) });
            });
        }).on('error', reject);
    });

// What is wrong with the cache time or the security headers, if the host can be told of them.
const faults = (answer, kept) => {
    const time = answer.headers['cache-control'] ?? 'none';
    const names = ['content-security-policy', 'x-content-type-options', 'referrer-policy'];
    const again = answer.status === 404 ? /no-cache|no-store|max-age=0|^none$/ : /no-cache|max-age=0/;
    const wanted = kept ? /^public, max-age=31536000, immutable$/ : again;
    const bad = guard ? names.filter((name) => !answer.headers[name]).map((name) => `no ${name}`) : [];
    return (cache && !wanted.test(time) ? [`Cache-Control: ${time}`, ...bad] : bad).join(', ');
};

let wrong = 0;
const say = (holds, what, answer, status = answer.status, type = undefined, kept = false) => {
    // Scripts have two types that mean the same.
    const found = (answer.headers['content-type']?.split(';')[0] ?? 'no type').replace('application/java', 'text/java');
    const fault = type ? faults(answer, kept) : '';
    const right = holds && answer.status === status && (!type || found === type) && !fault;
    wrong += right ? 0 : 1;
    const why = `${answer.status} ${found} ${answer.headers.location ?? ''} ${fault}`;
    console.log(right ? `true   ${what} (${answer.status})` : `WRONG  ${what}: ${why}`);
};

for (const path of pages) {
    const there = await get(path);
    say(there.text.includes(own), `${base}${path} is a page`, there, 200, 'text/html');
    if (path) {
        const bare = await get(path.slice(0, -1));
        const to = decodeURI(new URL(bare.headers.location ?? '', address).pathname);
        const led = bare.status > 300 && bare.status < 309 && to === base + path;
        say(led || (bare.status === 200 && bare.text === there.text), `the same without the final slash`, bare);
    }
}
for (const path of ['nowhere/', 'nowhere', 'ru/нет/', 'nowhere/article.json', 'app-0123456789ab.js']) {
    const none = await get(path);
    say(none.text.includes(own), `${base}${path} is our page for unknown addresses`, none, 404, 'text/html');
}
const types = {
    '': 'text/html',
    [page]: 'application/json',
    'data/en/latest.json': 'application/json',
    [hashed('_bg.wasm')]: 'application/wasm',
    [hashed('.js')]: 'text/javascript',
    [hashed('.css')]: 'text/css',
    'manifest.webmanifest': 'application/manifest+json',
    'favicon.svg': 'image/svg+xml',
    [files.find((file) => file.endsWith('.webp'))]: 'image/webp',
};
for (const [path, type] of Object.entries(types)) {
    const answer = await get(path);
    const kept = /-[0-9a-f]{10,16}(_bg)?\.(js|css|wasm)$/.test(path);
    say(true, `${base}${path} is ${type}${cache ? `, ${kept ? 'kept for ever' : 'asked for again'}` : ''}`, answer, 200, type, kept);
    const again = await get(path, { 'If-None-Match': answer.headers.etag ?? '' });
    say(again.status === 304, 'and "not modified" when asked for again', again);
    const packed = await get(path, { 'Accept-Encoding': 'gzip, br' });
    const encoding = packed.headers['content-encoding'] ?? 'not compressed';
    console.log(`       ${encoding}: ${packed.body.length} of ${answer.body.length} bytes`);
}
process.exit(wrong ? 1 : 0);

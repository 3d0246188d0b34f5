// Writes what others have made of a release, with its licences: node scripts/third-party.mjs FILE TARGET. It asks cargo
// what the native command for TARGET and the program for browsers are made of. A package whose licence is not among
// those below, and one that names none, fails the release by its name.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [file, target] = process.argv.slice(2);

// Licences that let us pass on what they are for, with their texts beside it. MPL-2.0 asks to be told where the source is, too;
// that stands beside each package.
const accepted = new Set([
  '0BSD', 'Apache-2.0', 'Apache-2.0 WITH LLVM-exception', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BSL-1.0', 'CC0-1.0',
  'ISC', 'MIT', 'MIT-0', 'MPL-2.0', 'Unicode-3.0', 'Unlicense', 'Zlib',
]);

// Whether an SPDX expression leaves a choice of accepted licences. `/` is how packages once wrote OR.
function isAccepted(expression) {
  const words = expression.replaceAll('/', ' OR ').match(/\(|\)|[^\s()]+/g) ?? [];
  const any = () => {
    let fits = all();
    while (words[0] === 'OR') {
      words.shift();
      // Not `||`: what stands behind has to be read.
      fits = all() || fits;
    }
    return fits;
  };
  const all = () => {
    let fits = one();
    while (words[0] === 'AND') {
      words.shift();
      fits = one() && fits;
    }
    return fits;
  };
  const one = () => {
    if (words[0] === '(') {
      words.shift();
      const fits = any();
      return words.shift() === ')' && fits;
    }
    let name = words.shift();
    if (words[0] === 'WITH') name += ` ${words.shift()} ${words.shift()}`;
    return accepted.has(name);
  };
  const fits = any();
  return fits && words.length === 0;
}

// The packages that end up in a program: no tests, and nothing that only builds.
function packagesOf(features, platform) {
  const options = ['metadata', '--locked', '--format-version', '1', '--features', features, '--filter-platform', platform];
  const metadata = JSON.parse(execFileSync('cargo', options, { maxBuffer: 1 << 28 }));
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const reached = new Set();
  const open = [metadata.resolve.root];
  for (let id; (id = open.pop());) {
    if (reached.has(id)) continue;
    reached.add(id);
    const deps = nodes.get(id).deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null));
    open.push(...deps.map(({ pkg }) => pkg));
  }
  reached.delete(metadata.resolve.root);
  return metadata.packages.filter(({ id }) => reached.has(id));
}

const sourceOf = ({ name, version }) => `https://crates.io/crates/${name}/${version}`;

// The texts that lie in a package, in the order of their names.
function textsOf({ manifest_path, license_file }) {
  const folder = dirname(manifest_path);
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|copyright|notice|unlicense)/i.test(name));
  if (license_file && !names.includes(license_file)) names.push(license_file);
  const paths = names.sort().map((name) => join(folder, name));
  // Some packages keep them in a folder.
  const files = paths.flatMap((path) => {
    try {
      return readdirSync(path).sort().map((name) => join(path, name));
    } catch {
      return [path];
    }
  });
  return files.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8').replace(/\r\n/g, '\n').trim());
}

const standard = { 'Apache-2.0': readFileSync('LICENSE-APACHE', 'utf8').trim(), MIT: readFileSync('LICENSE-MIT', 'utf8').trim() };

// Where a package brings no text, that of another one from its repository stands for it, else that of its licence.
function standardTexts({ name, version, license, authors, repository }) {
  const alike = [...packages.values()].filter((other) => other.license === license);
  const lentBy = (others) => others.map(textsOf).find((texts) => texts.length > 0);
  const siblings = alike.filter((other) => repository && other.repository === repository);
  // The MPL has the same words whoever's it is.
  const general = license === 'MPL-2.0' ? alike : [];
  return lentBy(siblings) ?? lentBy(general) ?? [standardText({ name, version, license, authors })];
}

function standardText({ name, version, license, authors }) {
  if (/Apache-2\.0/.test(license)) return standard['Apache-2.0'];
  const whose = authors.length > 0 ? authors.map((author) => author.replace(/ *<.*/, '')).join(', ') : `the authors of ${name}`;
  if (/MIT/.test(license)) return standard.MIT.replace(/^Copyright.*$/m, `Copyright (c) ${whose}`);
  throw new Error(`${name} ${version} brings no text of its licence (${license}), and there is none here: add it to scripts/third-party.mjs`);
}

const packages = new Map();
for (const [features, platform] of [['native,embed-app', target], ['browser', 'wasm32-unknown-unknown']]) {
  for (const found of packagesOf(features, platform)) packages.set(`${found.name} ${found.version}`, found);
}

const refused = [...packages.values()].filter(({ license }) => !license || !isAccepted(license));
if (refused.length > 0) {
  for (const { name, version, license } of refused) {
    console.error(`broadsheet: ${name} ${version}: the licence ${license ?? 'is not named'}, which is not among the accepted ones`);
  }
  process.exit(1);
}

const names = [...packages.keys()].sort();
const texts = new Map();
for (const name of names) {
  const found = packages.get(name);
  const own = textsOf(found);
  for (const text of own.length > 0 ? own : standardTexts(found)) texts.set(text, [...(texts.get(text) ?? []), name]);
}

const lines = [
  'What others have made of Broadsheet',
  '',
  'The command and the program for browsers are made of these packages, and of the standard library of Rust',
  '(MIT OR Apache-2.0). Their source, unchanged, is at the addresses beside them. The texts of their licences follow; each',
  'stands once, below the names it belongs to.',
  '',
  ...names.map((name) => `${name}: ${packages.get(name).license}, ${sourceOf(packages.get(name))}`),
];
for (const [text, owners] of texts) lines.push('', '='.repeat(80), owners.join(', '), '='.repeat(80), '', text);
writeFileSync(file, `${lines.join('\n')}\n`);
console.error(`broadsheet: ${names.length} packages of others, ${texts.size} texts of licences`);

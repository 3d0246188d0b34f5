// What was measured, in Markdown.
const seconds = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const whole = (value) => Math.round(value).toLocaleString('en');

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, at) => (at < 2 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const row = (total, what, { wall, cpu, memory }, pages) => (
  [whole(total), what, seconds(wall), seconds(cpu), whole(memory), pages ? whole(pages / wall) : '']
);

/** Whole sites. */
export const wholeSites = (results) => table(
  ['articles', 'what', 'wall, s', 'CPU, s', 'peak RSS, MiB', 'pages a second', 'pages', 'MB written'],
  results.flatMap(({ total, ours, hugo, compressing }) => [
    [...row(total, 'Broadsheet, everything new', ours.full, ours.pages), whole(ours.pages), whole(ours.megabytes)],
    ...(hugo ? [[...row(total, 'Hugo, everything new', hugo.full, hugo.pages), whole(hugo.pages), whole(hugo.megabytes)]] : []),
    ...(compressing ? [[...row(total, 'Broadsheet, compressed copies alone', compressing), '', '']] : []),
  ]),
);

/** What comes after a site was pressed. */
export const steps = (results) => table(
  ['articles', 'what', 'wall, s', 'CPU, s', 'peak RSS, MiB', ''],
  results.flatMap(({ total, steps, hugo }) => [
    ...Object.entries(steps).map(([what, run]) => row(total, `Broadsheet, ${what}`, run)),
    ...(hugo?.again ? [row(total, 'Hugo, one changed (it builds everything)', hugo.again)] : []),
  ]),
);

/** Ours to Hugo's. */
export const ratios = (results) => table(
  ['articles', 'Broadsheet to Hugo', 'pages a second', 'CPU a page', 'peak RSS'],
  results.filter(({ hugo }) => hugo).map(({ total, ours, hugo }) => [
    whole(total), '',
    `${((ours.pages / ours.full.wall) / (hugo.pages / hugo.full.wall)).toFixed(2)} : 1`,
    `${((ours.full.cpu / ours.pages) / (hugo.full.cpu / hugo.pages)).toFixed(2)} : 1`,
    `${(ours.full.memory / hugo.full.memory).toFixed(2)} : 1`,
  ]),
);

/** Each aim that the figures speak of: its words, and whether it is met. Hugo is among them where it was to run `beside`. */
export function aims(results, beside) {
  const at = (total) => results.find((result) => result.total === total);
  const rate = ({ pages, full }) => pages / full.wall;
  const [small, middle, large] = [1000, 10_000, 100_000].map(at);
  const said = [];
  if (middle && beside) {
    const times = middle.hugo ? rate(middle.ours) / rate(middle.hugo) : NaN;
    said.push([`at least 3 times Hugo's pages a second at 10,000 articles: ${times.toFixed(2)}`, times >= 3]);
  }
  if (large) {
    const { memory } = large.ours.full;
    said.push([`less than 1 GiB at 100,000 articles: ${whole(memory)} MiB`, memory < 1024]);
    const { wall } = large.steps['one changed'];
    said.push([`one change of 100,000 articles in less than 2 s: ${seconds(wall)} s`, wall < 2]);
  }
  if (small && large) {
    const growth = rate(small.ours) / rate(large.ours);
    said.push([`a page at 100,000 articles takes at most 1.5 times what it takes at 1,000: ${growth.toFixed(2)}`, growth <= 1.5]);
  }
  return said;
}

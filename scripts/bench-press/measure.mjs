// Runs a program and says what it took.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run of `command` took: seconds by the wall and of CPU, and the most memory it held, in MiB. */
export function timed(command, { folder, env } = {}) {
  const log = join(tmpdir(), `bench-press-${process.pid}.time`);
  const settings = { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 28 };
  const run = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', '-o', log, ...command], settings);
  if (run.error || run.status !== 0) {
    const said = run.error?.message ?? `${run.stdout}${run.stderr}`.slice(-2000);
    throw new Error(`${command.slice(0, 2).join(' ')} failed: ${said}`);
  }
  const [wall, user, system, kilobytes] = readFileSync(log, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  rmSync(log);
  return { wall, cpu: user + system, memory: kilobytes / 1024 };
}

/** The run in the middle by the wall. */
export const median = (runs) => [...runs].sort((one, other) => one.wall - other.wall)[runs.length >> 1];

/** Lets the disk finish, so that what one run wrote is not paid for by the next. */
export function settle() {
  spawnSync('sync');
}

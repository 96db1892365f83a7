import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a program took. Seconds; the peak in MiB. */
export type Cost = { readonly wall: number; readonly user: number; readonly system: number; readonly peak: number };

/** Runs a program by GNU time, which writes to `notes`. A status that is not among those accepted throws. */
export function measure(notes: string, command: readonly string[], directory: string, accepted = [0]): Cost {
  const timed = ['-q', '-f', '%e %U %S %M', '-o', notes, ...command];
  const { status, stderr } = spawnSync('/usr/bin/time', timed, {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === null || !accepted.includes(status))
    throw new Error(`${command.join(' ')} ended by ${status}: ${stderr}`);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = readFileSync(notes, 'utf8').trim().split(' ').map(Number);
  return { wall, user, system, peak: kilobytes / 1024 };
}

/** The run of several that took the median of wall time. */
export function median(runs: number, once: () => Cost): Cost {
  const costs = Array.from({ length: runs }, once).sort((a, b) => a.wall - b.wall);
  const middle = costs[Math.floor(costs.length / 2)];
  if (middle === undefined) throw new RangeError('nothing was run');
  return middle;
}

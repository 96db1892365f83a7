import type { LookRow } from './looks.ts';
import type { Cost } from './measure.ts';

/** What one tree took: the floors, the scan, and the scan that compares with a base. */
export type ScanRow = {
  readonly name: string;
  readonly files: number;
  readonly grep: Cost;
  readonly read: Cost;
  readonly scan: Cost;
  readonly change?: Cost;
};

export function describeScans(rows: readonly ScanRow[], version: Cost, machine: string): string {
  const table = rows.map(({ name, files, grep, read, scan, change }) =>
    line([
      name,
      String(files),
      seconds(grep.wall),
      seconds(read.wall),
      seconds(scan.wall),
      seconds(scan.user + scan.system),
      (scan.wall / Math.max(grep.wall, 0.01)).toFixed(1),
      ((1000 * (scan.user + scan.system)) / files).toFixed(2),
      String(Math.round(scan.peak)),
      change === undefined ? '–' : (change.wall / scan.wall).toFixed(2),
    ]),
  );
  return `# Performance

*Written by \`node bench/speed.ts --real <checkout> --write docs/performance.md\` on the bundle; run it on your machine.*

Medians on ${machine}. All of a row was run one after another, so that what else runs on the machine slows each alike:
compare the columns, and trust processor time more than the clock. Nothing is kept from one run to the next, so each
scan is a cold one but for the files, which the system has in memory. A change is one of ten files, compared with its base.
\`--version\` takes ${Math.round(version.wall * 1000)} ms on the clock and ${Math.round((version.user + version.system) * 1000)} ms of the processor.

## Scans

${line(['tree', 'files', '`git grep -c`, s', 'reading all, s', 'scan, s', 'processor, s', 'scan : grep', 'processor, ms a file', 'peak, MiB', 'change : scan'])}
${line(Array.from({ length: 10 }, (_, index) => (index === 0 ? '---' : '---:')))}
${table.join('\n')}
`;
}

export function describeLooks(rows: readonly LookRow[]): string {
  const table = rows.map((row) =>
    line([
      row.language,
      String(row.files),
      percent(row.skipped, row.files),
      percent(row.characters - row.parsed, row.characters),
      rate(row.characters, row.lookMilliseconds),
      rate(row.parsed, row.parseMilliseconds),
    ]),
  );
  return `## The first look at code

Of the real checkouts, what no rule can ask of is not parsed (\`src/rules/first-look.ts\`). Extracting is looking, parsing and
making facts. Rates are of the clock.

${line(['language', 'files', 'files skipped', 'code skipped', 'looking, MB/s', 'extracting, MB/s'])}
${line(Array.from({ length: 6 }, (_, index) => (index === 0 ? '---' : '---:')))}
${table.join('\n')}
`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function seconds(value: number): string {
  return value.toFixed(2);
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / Math.max(whole, 1))} %`;
}

function rate(characters: number, milliseconds: number): string {
  return milliseconds === 0 ? '–' : (characters / 1000 / milliseconds).toFixed(1);
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtInRuleSet } from '../src/rules/built-in.ts';
import { describeLooks, describeScans, type ScanRow } from './describe-speed.ts';
import { measureLooks } from './looks.ts';
import { type Cost, measure, median } from './measure.ts';
import { changeTree, writeTree } from './tree.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    runs: { type: 'string', default: '3' },
    real: { type: 'string', multiple: true, default: [] },
    write: { type: 'string' },
  },
});

const bundle = join(import.meta.dirname, '../dist/cli/index.js');
const reader = join(import.meta.dirname, 'read-all.ts');
const scratch = mkdtempSync(join(tmpdir(), 'stagegate-speed-'));
const notes = join(scratch, 'cost');
const changedFiles = 10;

function git(directory: string, ...args: readonly string[]): void {
  const settings = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-c', 'gc.auto=0'];
  execFileSync('git', [...settings, ...args], { cwd: directory, stdio: 'ignore' });
}

/** The gate's exit code is none of the measurement's business. */
function check(directory: string, ...args: readonly string[]): Cost {
  const output = ['--format', 'json', '--output', join(scratch, 'report.json')];
  return measure(notes, [process.execPath, bundle, 'check', '.', ...output, ...args], directory, [0, 1, 3]);
}

/** All in one go, so that other work on the machine slows each alike. */
function measureTree(name: string, directory: string, base: string | undefined): ScanRow {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: directory, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const runs = Number(values.runs);
  return {
    name,
    files: files.split('\0').length - 1,
    grep: median(runs, () => measure(notes, ['git', 'grep', '-c', 'import'], directory, [0, 1])),
    read: median(runs, () => measure(notes, [process.execPath, reader], directory)),
    scan: median(runs, () => check(directory)),
    ...(base === undefined ? {} : { change: median(runs, () => check(directory, '--base', base)) }),
  };
}

function measureGenerated(size: number): ScanRow {
  const directory = join(scratch, `tree-${size}`);
  mkdirSync(directory);
  writeTree(directory, size - changedFiles);
  git(directory, 'init', '-q');
  git(directory, 'add', '-A');
  git(directory, 'commit', '-qm', 'base');
  changeTree(directory, changedFiles);
  git(directory, 'add', '-A');
  git(directory, 'commit', '-qm', 'head');
  try {
    return measureTree('generated', directory, 'HEAD~1');
  } finally {
    rmSync(directory, { recursive: true });
  }
}

try {
  const real = values.real.map((directory) => ({ directory, name: basename(directory) }));
  const rows = [
    ...values.sizes.split(',').map((size) => measureGenerated(Number(size))),
    ...real.map(({ directory }, index) => measureTree(`real checkout ${index + 1}`, directory, undefined)),
  ];
  const version = median(5, () => measure(notes, [process.execPath, bundle, '--version'], scratch));
  const machine = `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.version}, at a load of ${loadavg()[1]?.toFixed(1)}`;
  const looks = await measureLooks(
    real.map(({ directory }) => directory),
    builtInRuleSet(),
  );
  const text = `${describeScans(rows, version, machine)}\n${describeLooks(looks)}`;
  if (values.write === undefined) console.log(text);
  else writeFileSync(values.write, text);
} finally {
  rmSync(scratch, { recursive: true });
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { Report } from '../src/model/report.ts';
import { type LabelFile, readLabels } from './labels.ts';
import { type Comparison, compareSystem, describeScore, scoreOf } from './score.ts';

const usage =
  'usage: node bench/accuracy.ts --labels <folder of label files> --trees <folder with <owner>+<name>/> [--all]';
const { values } = parseArgs({
  options: { labels: { type: 'string' }, trees: { type: 'string' }, all: { type: 'boolean' } },
});
if (values.labels === undefined || values.trees === undefined) throw new Error(usage);

const bundle = join(import.meta.dirname, '../dist/cli/index.js');
const scratch = mkdtempSync(join(tmpdir(), 'stagegate-accuracy-'));

/** Runs the shipped bundle. The gate's exit code is none of the measurement's business, a crash is. */
function check(tree: string, extra: readonly string[]): Report {
  const output = join(scratch, 'report.json');
  try {
    execFileSync(process.execPath, [bundle, 'check', tree, '--format', 'json', '--output', output, ...extra], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? error.status : undefined;
    if (status !== 1 && status !== 3) throw error;
  }
  return Report.parse(JSON.parse(readFileSync(output, 'utf8')));
}

function declare({ systems }: LabelFile): string {
  const path = join(scratch, 'policy.yml');
  writeFileSync(
    path,
    stringify({ version: 1, systems: Object.fromEntries(systems.map(({ name, root }) => [name, { root }])) }),
  );
  return path;
}

const comparisons: Comparison[] = [];
const stages: string[] = [];
const discovery: string[] = [];
for (const label of readLabels(values.labels)) {
  const tree = join(values.trees, label.repo.replace('/', '+'));
  if (!existsSync(tree)) {
    console.log(`left out: ${label.repo} (no ${tree})`);
    continue;
  }
  const report = check(tree, ['--policy', declare(label)]);
  for (const system of label.systems) {
    comparisons.push(...compareSystem(label.repo, system, report));
    const said = report.systems.find(({ name }) => name === system.name)?.stage;
    if (system.stage && said) {
      const agrees = system.stage.atLeast === said.atLeast && system.stage.atMost === said.atMost;
      stages.push(
        `${agrees ? ' ' : '≠'} ${label.repo} ${system.name}: label ${system.stage.atLeast}–${system.stage.atMost}, said ${said.atLeast}–${said.atMost}`,
      );
    }
  }
  const expected = label.systems
    .filter((system) => system['ai-system'])
    .map(({ root }) => root)
    .sort();
  const found = check(tree, [])
    .systems.map(({ root }) => root)
    .sort();
  discovery.push(
    `${expected.join() === found.join() ? ' ' : '≠'} ${label.repo}: label [${expected}], found [${found}]`,
  );
}

for (const family of ['aspect', 'capability', 'symptom'] as const) {
  const of = comparisons.filter((comparison) => comparison.family === family);
  console.log(`\n${family}: ${describeScore(scoreOf(of))}`);
  for (const id of new Set(of.map((comparison) => comparison.id))) {
    console.log(`  ${id.padEnd(42)} ${describeScore(scoreOf(of.filter((comparison) => comparison.id === id)))}`);
  }
}
console.log(`\nstages\n${stages.join('\n')}\n\ndiscovery\n${discovery.join('\n')}\n\ndisagreements`);
for (const { repository, system, id, label, said, labelAt, saidAt, why } of comparisons.filter(
  (comparison) => comparison.label !== comparison.said,
)) {
  if (values.all !== true && said !== 'proven' && said !== 'present' && label !== 'proven' && label !== 'present')
    continue;
  console.log(`\n${repository} ${system} ${id}: label ${label}, said ${said}`);
  console.log(`  label ${labelAt.join(', ') || '–'}: ${why}`);
  console.log(`  said  ${saidAt.join(', ') || '–'}`);
}

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRulesFolder } from '../scripts/compile-rules.ts';
import { planWork } from '../src/judge/plan.ts';
import { Plan } from '../src/model/plan.ts';
import type { ReportSystem } from '../src/model/report.ts';
import { run } from '../src/run.ts';

const { ruleSet } = loadRulesFolder();
const directory = join(import.meta.dirname, 'repositories/monorepo');
const { report, rules } = await run({ directory, today: '2026-11-24', version: '0.0.0' }, ruleSet);
const [intake, assistant, claims] = report.systems as [ReportSystem, ReportSystem, ReportSystem];

function placesOf(system: ReportSystem): readonly string[] {
  return Object.values(system.practices).flatMap(({ aspects }) =>
    Object.values(aspects).flatMap(({ evidence, withheld = [] }) => [...evidence, ...withheld].map(({ path }) => path)),
  );
}

describe('three systems in one repository', () => {
  test('stand at Stages 1, 2 and 4', () => {
    expect([intake, assistant, claims].map(({ stage }) => stage.atLeast)).toEqual([1, 2, 4]);
  });

  test('share the owners of the code, and nothing else', () => {
    const shared = placesOf(intake).filter((path) => placesOf(claims).includes(path));

    expect([...new Set(shared)]).toEqual(['.github/CODEOWNERS']);
  });

  test('prove nothing by a file or a job of another', () => {
    const foreign = [
      ...placesOf(intake).filter((path) => /assistant|claims/.test(path)),
      ...placesOf(assistant).filter((path) => /intake|claims/.test(path)),
      ...placesOf(claims).filter((path) => /intake|assistant/.test(path)),
    ];

    expect(foreign).toEqual([]);
  });

  test('of which one has no deploy job, so that the jobs of the others deploy it not', () => {
    const deploys = ({ practices }: ReportSystem) => practices['ci-cd-deployment']?.aspects['automated-deploy'];

    expect(deploys(intake)?.status).toBe('absent');
    expect(deploys(assistant)?.evidence[0]?.path).toBe('.github/workflows/deploy-assistant.yml');
    expect(deploys(claims)?.evidence[0]?.path).toBe('.github/workflows/deploy-claims.yml');
  });
});

describe('the plan for them with six weeks a quarter', () => {
  const plan = planWork(report, ruleSet.model, {
    capacity: report.policy?.capacity ?? 0,
    snippets: new Map(rules.flatMap(({ id, snippet }) => (snippet ? [[id, snippet] as const] : []))),
  });

  test('fits its schema', () => {
    expect(Plan.safeParse(plan).success).toBe(true);
  });

  test('brings Stage 1 in production to Stage 2 first', () => {
    expect(plan.transitions.map(({ system, from, to }) => `${system} ${from} to ${to}`)).toEqual([
      'intake 1 to 2',
      'intake 2 to 3',
      'assistant 2 to 3',
    ]);
    const [first] = plan.quarters;
    const onStage2 = first?.work.filter(({ system }) => system === 'intake') ?? [];

    expect(first?.work[0]?.system).toBe('intake');
    expect(onStage2.every(({ to, weeks, of }) => to === 2 && weeks === of)).toBe(true);
  });

  test('adds up', () => {
    const spent = plan.quarters.flatMap(({ work }) => work.map(({ weeks }) => weeks)).reduce((a, b) => a + b, 0);

    expect(
      plan.quarters.filter(({ weeks, work }) => weeks > 6 || weeks !== work.reduce((a, b) => a + b.weeks, 0)),
    ).toEqual([]);
    expect(spent + plan.later).toBe(plan.planned);
    expect(plan.planned).toBe(plan.systems.reduce((sum, { weeks: [low, high] }) => sum + (low + high) / 2, 0));
  });

  test('never lets a system make two transitions at once', () => {
    for (const { work } of plan.quarters) {
      const transitions = new Set(work.map(({ system, to }) => `${system} ${to}`));

      expect(transitions.size).toBe(new Set(work.map(({ system }) => system)).size);
    }
  });

  test('leaves alone what is at its target', () => {
    expect(plan.systems.find(({ name }) => name === 'claims')).toMatchObject({ gaps: [], actions: [], weeks: [0, 0] });
  });

  test('gives the assistant fixes for its own stack, with something to copy from', () => {
    const actions = plan.systems.find(({ name }) => name === 'assistant')?.actions ?? [];

    expect(actions.map(({ practice, rule }) => `${practice} ${rule}`)).toEqual([
      'eval-in-ci null',
      'production-sampling null',
      'latency-monitoring latency-monitoring/cloudwatch-p95-and-p99',
    ]);
    expect(actions[2]?.snippet?.text).toContain('p95');
  });
});

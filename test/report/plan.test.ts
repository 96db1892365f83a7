import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planWork } from '../../src/judge/plan.ts';
import { Plan } from '../../src/model/plan.ts';
import { renderPlanMarkdown } from '../../src/report/plan-markdown.ts';
import { renderPlanText } from '../../src/report/plan-text.ts';
import { model, reportOf, systemAt } from '../support/plan.ts';
import { stagegate } from '../support/scratch.ts';

const advice = { rule: 'drift-detection/alarm', fix: 'Declare an alarm on `tokens`.' };
const evidence = [{ rule: 'x', strength: 'hint' as const, path: 'infra/a.tf', line: 3, title: 'x' }];
const answers = systemAt(
  2,
  { profile: { lifecycle: 'production', audience: 'customers', regulated: null } },
  {
    'eval-in-ci/harness': 'proven',
    'drift-detection/shift': { status: 'hinted', advice, evidence },
    'cost-attribution/per-model': { status: 'unknown', reason: 'it is a setting (actions: read)' },
  },
);
const lines = Array.from({ length: 14 }, (_, index) => `  line = ${index}`);
const snippets = new Map([
  ['drift-detection/alarm', { path: 'infra/alarms.tf', text: ['resource {', ...lines].join('\n') }],
]);
const plan = planWork(reportOf(answers, systemAt(3, { name: 'done' })), model, { capacity: 6, snippets });
const plain = { colors: false, width: 100 };

test('the plan in a terminal', async () => {
  await expect(renderPlanText(plan, plain)).toMatchFileSnapshot('../golden/plan.txt');
});

test('the plan as Markdown', async () => {
  await expect(renderPlanMarkdown(plan)).toMatchFileSnapshot('../golden/plan.md.txt');
});

describe.each([
  ['text', (made: Plan) => renderPlanText(made, plain)],
  ['Markdown', renderPlanMarkdown],
])('as %s', (_, render) => {
  test('without a capacity, the order is told and how to get quarters', () => {
    const text = render(planWork(reportOf(answers), model, { snippets }));

    expect(text).toContain('In this order');
    expect(text).toContain('--capacity');
    expect(text).not.toContain('Quarter');
  });

  test('says that nothing is to be done', () => {
    expect(render(planWork(reportOf(systemAt(3)), model, { snippets }))).toContain('Every system is at its goal.');
  });

  test('without a system, says so and how to declare one', () => {
    const text = render(planWork({ ...reportOf(systemAt(3)), systems: [] }, model, { snippets }));

    expect(text).toContain('No AI system was found here');
    expect(text).toContain('stagegate init writes the file');
    expect(text).not.toContain('at its goal');
  });

  test('says that the scan was incomplete', () => {
    expect(render({ ...plan, complete: false })).toContain('incomplete');
  });

  test.each([
    ['a command of the runner', '##[error]x'],
    ['an escape', '\u001b[31mred'],
    ['an override of the direction', 'a\u202eb'],
  ])('escapes %s, wherever it comes from', (_sentence, hostile) => {
    const [system] = plan.systems;
    if (!system) throw new Error('no system');
    const [action] = system.actions;
    if (!action) throw new Error('no action');
    const snippet = { path: hostile, text: `${hostile}\n\`\`\`\`\n${hostile}` };
    const systems = [
      {
        ...system,
        name: hostile,
        unknown: [{ aspects: [hostile], reason: hostile }],
        actions: [{ ...action, fix: hostile, snippet }],
      },
    ];

    expect(render({ ...plan, systems })).not.toContain(hostile);
  });
});

test('no run of backticks in a snippet ends its block', () => {
  const [system] = plan.systems;
  const actions =
    system?.actions.map((action) => ({ ...action, snippet: { path: 'a.md', text: '```\n`````\n# heading' } })) ?? [];

  const text = renderPlanMarkdown({ ...plan, systems: system ? [{ ...system, actions }] : [] });

  expect(text).toContain('   ``````\n   ```\n   `````\n   # heading\n   ``````');
});

describe('stagegate plan', () => {
  const monorepo = join(import.meta.dirname, '../repositories/monorepo');
  const today = ['--today', '2026-11-24'];

  test("takes the policy's capacity, and an option before it", async () => {
    const planned = async (...args: readonly string[]) =>
      Plan.parse(JSON.parse((await stagegate('plan', monorepo, ...today, '--format', 'json', ...args)).out));

    expect((await planned()).capacity).toBe(6);
    expect((await planned('--capacity', '12')).capacity).toBe(12);
  }, 30_000);

  test.each(['text', 'markdown'])(
    'prints as %s',
    async (format) => {
      const { code, out } = await stagegate('plan', monorepo, ...today, '--format', format);

      expect(code).toBe(0);
      expect(out).toContain('Plan for 3 systems');
      expect(out).toContain('Quarter 1');
    },
    30_000,
  );

  test.each(['0', '-1', 'many', ''])('refuses a capacity of "%s"', async (capacity) => {
    const { code, errors } = await stagegate('plan', monorepo, '--capacity', capacity);

    expect([code, errors]).toEqual([2, expect.stringContaining('above zero')]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Level, Report, ReportFinding } from '../../src/model/report.ts';
import {
  MAX_ANNOTATIONS,
  MAX_MESSAGE,
  MAX_TITLE,
  renderAnnotations,
  renderWorkflowCommands,
} from '../../src/report/annotations.ts';
import { finding, report } from '../support/report.ts';
import { assistant } from '../support/report-systems.ts';

function annotate(findings: readonly ReportFinding[], changed: Partial<Report> = {}) {
  return renderAnnotations({ ...report, systems: [assistant], findings: [...findings], ...changed });
}

function many(count: number, level: Level = 'error'): readonly ReportFinding[] {
  return Array.from({ length: count }, (_, index) => finding({ kind: 'gap', level, title: `${level} ${index}` }));
}

test('the whole report as workflow commands', async () => {
  await expect(renderWorkflowCommands(report)).toMatchFileSnapshot('../golden/annotations.txt');
});

test('a finding becomes a title, a message with the fix, and a place', () => {
  const at = { path: 'evals/run.yml', line: 4 };

  const annotations = annotate([finding({ kind: 'gap', title: 'Stage 3 needs: eval-in-ci', at })]);

  expect(annotations).toEqual([
    {
      level: 'error',
      title: 'Stage 3 needs: eval-in-ci',
      message: 'Something is missing.\nFix: Add it.',
      path: 'evals/run.yml',
      line: 4,
    },
  ]);
});

test('a finding without a place has none', () => {
  expect(annotate([finding({ kind: 'gap', title: 'a' })])[0]).not.toHaveProperty('path');
});

test('with several systems the title names the system, and a finding of none stays', () => {
  const findings = [
    finding({ kind: 'gap', title: 'a' }),
    finding({ kind: 'review-overdue', system: null, title: 'b' }),
  ];

  const titles = annotate(findings, { systems: report.systems }).map(({ title }) => title);

  expect(titles).toEqual(['assistant: a', 'b']);
});

test('errors come first, lower stages before higher ones, what belongs to no practice after them', () => {
  const findings = [
    finding({ kind: 'symptom', level: 'notice', title: 'notice' }),
    finding({ kind: 'unknown', level: 'warning', title: 'warning', practice: 'ci-cd-deployment' }),
    finding({ kind: 'over-investment', title: 'no practice', capability: 'model-registry' }),
    finding({ kind: 'gap', title: 'Stage 4', practice: 'incident-runbooks' }),
    finding({ kind: 'gap', title: 'Stage 3, first', practice: 'eval-in-ci' }),
    finding({ kind: 'gap', title: 'Stage 3, second', practice: 'drift-detection' }),
    finding({ kind: 'gap', title: 'Stage 2', practice: 'rollback-procedure' }),
  ];

  const titles = annotate(findings).map(({ title }) => title);

  expect(titles).toEqual([
    'Stage 2',
    'Stage 3, first',
    'Stage 3, second',
    'Stage 4',
    'no practice',
    'warning',
    'notice',
  ]);
});

test('what would be said twice in the same words at the same place is said once', () => {
  const twice = finding({ kind: 'gap', title: 'a' });

  expect(annotate([twice, { ...twice, id: 'other' }])).toHaveLength(1);
});

describe('the limit', () => {
  test(`${MAX_ANNOTATIONS} findings are all shown`, () => {
    expect(annotate(many(MAX_ANNOTATIONS)).map(({ title }) => title)).toEqual(
      many(MAX_ANNOTATIONS).map(({ title }) => title),
    );
  });

  test('of one more, the last annotation counts those that are not shown', () => {
    const annotations = annotate([...many(MAX_ANNOTATIONS - 1), ...many(2, 'warning')]);

    expect(annotations).toHaveLength(MAX_ANNOTATIONS);
    expect(annotations.at(-1)).toEqual({
      level: 'warning',
      title: '2 more findings without an annotation',
      message: '2 warnings. The report of this run holds them all.',
    });
  });

  test('the count takes the level of the worst that it hides', () => {
    const annotations = annotate([...many(20), ...many(1, 'warning'), ...many(3, 'notice')]);

    expect(annotations.at(-1)).toMatchObject({ level: 'error', title: '15 more findings without an annotation' });
    expect(annotations.at(-1)?.message).toMatch(/^11 errors, 1 warning and 3 notices\./u);
  });

  test.each([
    ['title', 'title', MAX_TITLE, 0],
    ['message', 'message', MAX_MESSAGE, '\nFix: Add it.'.length],
  ] as const)('a %s is cut behind its limit and not before', (_, field, limit, suffix) => {
    const [whole, cut] = [0, 1].map((more) => {
      const [annotation] = annotate([finding({ kind: 'gap', title: 'a', [field]: 'x'.repeat(limit - suffix + more) })]);
      return annotation?.[field];
    });

    expect(whole).toHaveLength(limit);
    expect(whole).not.toContain('…');
    expect(cut).toHaveLength(limit);
    expect(cut).toContain('…');
  });
});

test('an incomplete scan is the first thing that is said, with its reason', () => {
  const scan = { ...report.scan, complete: false };
  const diagnostics = [{ level: 'error' as const, code: 'too-many-files', message: 'more than 100,000 files' }];

  const annotations = annotate([finding({ kind: 'gap', title: 'a' })], { scan, diagnostics });

  expect(annotations.map(({ title }) => title)).toEqual(['The scan is incomplete', 'a']);
  expect(annotations[0]?.message).toBe(
    'Incomplete: the scan did not finish, so nothing passes\nmore than 100,000 files',
  );
});

test('no finding, no command', () => {
  expect(renderWorkflowCommands({ ...report, findings: [] })).toBe('');
});

test('properties and data are escaped', () => {
  const at = { path: 'a,b:c%.yml', line: 2 };

  const commands = renderWorkflowCommands({
    ...report,
    systems: [assistant],
    findings: [finding({ kind: 'gap', title: '100%: a, b', message: '5 % :: of\nall', at })],
  });

  expect(commands).toBe(
    '::error file=a%2Cb%3Ac%25.yml,line=2,title=100%25%3A a%2C b::5 %25 :: of\\nall%0AFix: Add it.\n',
  );
});

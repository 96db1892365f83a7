import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { measureWidth } from '../../src/lib/width.ts';
import type { Report } from '../../src/model/report.ts';
import { renderText, type TextOptions } from '../../src/report/text.ts';
import { finding, model, report } from '../support/report.ts';
import { absent, assistant, byProofsAlone, evidence, scorer } from '../support/report-systems.ts';

const defaults: TextOptions = { colors: false, width: 80, evidence: false };
const unfinished: Report['scan'] = { ...report.scan, complete: false };

function linesOf(changed: Partial<Report>, options: Partial<TextOptions> = {}): readonly string[] {
  return renderText({ ...report, ...changed }, model, { ...defaults, ...options }).split('\n');
}

describe('the whole report', () => {
  test.each<[string, Partial<Report>, Partial<TextOptions>]>([
    ['text-80.txt', {}, {}],
    ['text-120.txt', {}, { width: 120 }],
    ['text-80-colors.txt', {}, { colors: true }],
    ['text-120-evidence.txt', {}, { width: 120, evidence: true }],
    ['text-one-system.txt', { systems: [assistant] }, {}],
    ['text-narrow.txt', { systems: [assistant] }, { width: 40 }],
    ['text-no-system.txt', { systems: [], findings: [], verdict: passed('enforce') }, {}],
  ])('%s', async (file, changed, options) => {
    const text = renderText({ ...report, ...changed }, model, { ...defaults, ...options });

    await expect(text).toMatchFileSnapshot(`../golden/${file}`);
  });

  test('colours change nothing but colours', () => {
    const colored = renderText(report, model, { ...defaults, colors: true });

    expect(stripVTControlCharacters(colored)).toBe(renderText(report, model, defaults));
  });

  test.each([40, 61, 80, 120])('at width %d no line is longer, and none ends in a space', (width) => {
    const lines = linesOf({}, { width, evidence: true });

    // A place is never broken, so that a terminal can open it.
    expect(lines.filter((line) => measureWidth(line) > width && !/^ *(→ )?\S+:\d+$/u.test(line))).toEqual([]);
    expect(lines.filter((line) => line.endsWith(' '))).toEqual([]);
  });

  test('a width outside the readable range is held to its ends', () => {
    expect(linesOf({}, { width: 500 })).toEqual(linesOf({}, { width: 120 }));
    expect(linesOf({}, { width: 1 })).toEqual(linesOf({}, { width: 40 }));
  });
});

const bare = { path: 'stagegate.yml', organisation: [], reviewed: null, capacity: null, waivers: false };

describe('the last line is the verdict', () => {
  test.each<[string, Partial<Report>]>([
    ['✗ Gate not met (enforce)', {}],
    ['✓ Gate passed (enforce), with 1 attestation and 2 waivers', { verdict: passed('enforce') }],
    ['✓ Gate passed (enforce)', { systems: [byProofsAlone(assistant)], verdict: passed('enforce') }],
    ['✓ Gate passed (ratchet), with 1 waiver', { systems: [scorer], verdict: passed('ratchet') }],
    ['✓ Gate passed (enforce), without waivers and attestations', { policy: bare, verdict: passed('enforce') }],
    ['✗ Gate not met (enforce), without waivers and attestations', { policy: bare }],
    ['– Nothing to enforce: the mode is observe', { verdict: passed('observe') }],
    ['– Nothing to enforce: no target is declared', { systems: [scorer], verdict: passed('enforce') }],
    ['– Nothing to enforce: no AI system', { systems: [], verdict: passed('enforce') }],
    ['✗ Incomplete: the scan did not finish, so nothing passes', { verdict: passed('enforce'), scan: unfinished }],
    [
      '✗ Incomplete: the scan did not finish, so nothing passes',
      { systems: [], verdict: passed('observe'), scan: unfinished },
    ],
  ])('%s', (expected, changed) => {
    expect(linesOf(changed).at(-2)).toBe(expected);
  });

  test('an incomplete scan never says that something passed', () => {
    const text = linesOf({ verdict: passed('enforce'), scan: unfinished }).join('\n');

    expect(text).not.toMatch(/✓ Gate|passed/u);
  });

  test.each([
    [5, 0],
    [6, 1],
    [30, 1],
  ])('of %d reasons five are listed', (count, more) => {
    const reasons = Array.from({ length: count }, (_, index) => `reason ${index}`);

    const lines = linesOf({ verdict: { passed: false, mode: 'enforce', reasons } });

    expect(lines.filter((line) => line.startsWith('- reason'))).toHaveLength(5);
    expect(lines.filter((line) => line === `  and ${count - 5} more`)).toHaveLength(more);
  });
});

describe('a system', () => {
  test('at its target is told to stop, and nothing blocks it', () => {
    const lines = linesOf({ systems: [{ ...assistant, target: 2 }], findings: [] });

    expect(lines).toContain('  This is the target; Stage 3 is not needed.');
    expect(lines.join('\n')).not.toMatch(/Blocks|Do first/u);
  });

  test('at its target with nothing to tell has no more than its line among several', () => {
    const settled = { ...byProofsAlone(assistant), name: 'settled', target: 2 };

    const lines = linesOf({ systems: [scorer, settled], findings: [] });

    expect(lines.filter((line) => line.startsWith('settled'))).toEqual([
      'settled        Stage 2 · Automated        target 2 reached  1 of 4 for Stage 3',
    ]);
  });

  test("at its target has details where something rests on the team's word", () => {
    const settled = { ...assistant, name: 'settled', target: 2, capabilities: {} };

    const text = linesOf({ systems: [scorer, settled], findings: [] }).join('\n');

    expect(text.slice(text.indexOf('settled  rag'))).toContain('Attested and waived');
  });

  test.each([
    ['warning', true],
    ['notice', false],
  ] as const)('at its target has details where a %s is told of it: %s', (level, hasDetails) => {
    const settled = { ...byProofsAlone(assistant), name: 'settled', target: 2 };
    const findings = [finding({ kind: 'stale', level, system: 'settled', title: 'A waiver ends soon' })];

    const lines = linesOf({ systems: [scorer, settled], findings });

    expect(lines.some((line) => line.includes('A waiver ends soon'))).toBe(hasDetails);
  });

  test('is not told twice of what is out of date', () => {
    const observed = {
      ...assistant,
      stage: { atLeast: 3, atMost: 3 },
      target: 4,
      next: { stage: 4, met: 0, total: 3 },
    };
    const stale = finding({ kind: 'stale', practice: 'incident-runbooks', title: 'Out of date: exercised' });
    const elsewhere = finding({ kind: 'stale', practice: 'ci-cd-deployment', title: 'Ends soon: code-review' });

    const text = linesOf({ systems: [observed], findings: [stale, elsewhere] }).join('\n');

    expect(text).toContain('out of date: last dated 2025-06-02');
    expect(text).not.toContain('Out of date: exercised');
    expect(text).toContain('Ends soon: code-review');
  });

  test.each([
    ['hinted', '✗ harness  no evaluation harness was found', 'looks like it: a script  evals/a.py:1'],
    ['unknown', '? harness  unknown, see below', 'looks like it: a script  evals/a.py:1'],
    ['stale', '✗ harness  out of date', 'a script  evals/a.py:1'],
    ['attested', '✓ harness  attested', undefined],
    ['waived', '✓ harness  waived', undefined],
  ] as const)('with a part that is %s tells its evidence as what it is', (status, first, second) => {
    const harness = { ...absent, status, evidence: [evidence('evals/a.py:1', 'a script', { strength: 'hint' })] };
    const practices = {
      'eval-in-ci': { stage: 3, status: 'partial' as const, aspects: { harness, 'on-change': absent } },
    };

    const lines = linesOf({ systems: [{ ...assistant, practices }] }, { width: 120 }).map((line) => line.trim());

    const at = lines.findIndex((line) => line.replace(/ {2,}/u, '  ') === first);
    expect(at).toBeGreaterThan(0);
    expect(lines[at + 1]).toEqual(second ?? expect.stringContaining('✗ on-change'));
  });

  test('at Stage 4 has reached every stage', () => {
    const governed = { ...assistant, stage: { atLeast: 4, atMost: 4 }, next: null, target: 4 };

    const lines = linesOf({ systems: [governed] });

    expect(lines).toContain('  Stage 4 · Governed  target 4 reached · every stage is reached');
    expect(lines).toContain('  ● 1 Manual ── ● 2 Automated ── ● 3 Observed ── ● 4 Governed (target)');
  });

  test('below a target two stages away is told what comes then', () => {
    const lines = linesOf({ systems: [{ ...scorer, target: 3 }] }, { width: 120 });

    expect(lines).toContain('    Then, for Stage 3: eval-in-ci, latency-monitoring, drift-detection, cost-attribution');
  });

  test('without a recommendation or a profile says so and no more', () => {
    const bare = { ...scorer, recommended: null, profile: { lifecycle: null, audience: null, regulated: null } };

    const lines = linesOf({ systems: [bare] });

    expect(lines[0]).toBe('claims-scorer  whole repository · discovered, not declared');
    expect(lines[1]).toBe('  Stage 1 · Manual  no target · 2 of 3 practices of Stage 2');
  });

  test('shows stale, waived and regime aspects of its next stage', () => {
    const observed = {
      ...assistant,
      stage: { atLeast: 3, atMost: 3 },
      target: 4,
      next: { stage: 4, met: 0, total: 3 },
    };

    const lines = linesOf({ systems: [observed], findings: [] }, { width: 120 });

    expect(lines).toContain('    ✗ exercised             out of date: last dated 2025-06-02');
    expect(lines).toContain('    ✗ documented:eu-ai-act  no compliance document was found (eu-ai-act)');
    expect(lines).toContain(
      '  ? production-approval/approval: environments were not read without a token (grant actions: read, or attest it)',
    );
  });
});

test.each([
  [2, ''],
  [3, '  and 1 more'],
])('of %d pieces of evidence that do not count two are listed', (count, more) => {
  const withheld = Array.from({ length: count }, (_, index) =>
    evidence(`a${index}.yml:1`, 'an evaluation', { because: 'it is disabled' }),
  );
  const practices = {
    'eval-in-ci': { stage: 3, status: 'missing' as const, aspects: { harness: { ...absent, withheld } } },
  };

  const lines = linesOf({ systems: [{ ...assistant, practices }] }, { width: 120 });

  expect(lines.filter((line) => line.includes('does not count')).map((line) => line.trim())).toEqual([
    'does not count: an evaluation, but it is disabled  a0.yml:1',
    `does not count: an evaluation, but it is disabled  a1.yml:1${more}`,
  ]);
});

test.each([
  [5, false],
  [6, true],
])('of %d files that were not read five are listed', (count, hasMore) => {
  const diagnostics = Array.from({ length: count }, (_, index) => ({
    level: 'warning' as const,
    code: 'file-unparsed',
    message: `file ${index} is not valid YAML`,
  }));

  const lines = linesOf({ diagnostics });

  expect(lines.filter((line) => line.startsWith('! file'))).toHaveLength(5);
  expect(lines.includes('  and 1 more in --format json')).toBe(hasMore);
});

test('errors of the scan come before its warnings', () => {
  const error = { level: 'error' as const, code: 'limit', message: 'more than 100,000 files' };

  const lines = linesOf({ diagnostics: [...report.diagnostics, error] });

  expect(lines[lines.indexOf('About the scan') + 1]).toBe('✗ more than 100,000 files');
});

test('a finding of a system that the report does not hold is told of the repository', () => {
  const lines = linesOf({ findings: [finding({ kind: 'stale', system: 'gone', title: 'A waiver is over' })] });

  expect(lines[lines.indexOf('About the repository') + 1]).toBe('✗ error  A waiver is over');
});

function passed(mode: Report['verdict']['mode']): Report['verdict'] {
  return { passed: true, mode, reasons: [] };
}

test('an error that is the reason of the verdict is told once', () => {
  const message = 'a policy above this one is unknown';
  const verdict = { passed: false, mode: 'enforce' as const, reasons: [message] };

  const lines = linesOf({
    diagnostics: [{ level: 'error', code: 'policy-unread', message }],
    scan: unfinished,
    verdict,
  });

  expect(lines.filter((line) => line.includes(message))).toEqual([`- ${message}`]);
});

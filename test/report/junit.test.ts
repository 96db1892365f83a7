import { describe, expect, test } from 'vitest';
import { readXml, type XmlElement, xmlChildren } from '../../src/lib/xml.ts';
import type { Report } from '../../src/model/report.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { finding, model, report } from '../support/report.ts';
import { assistant } from '../support/report-systems.ts';

function suitesOf(changed: Partial<Report> = {}): readonly XmlElement[] {
  const { root, fault } = readXml(renderJunit({ ...report, ...changed }, model));
  expect(fault).toBeUndefined();
  return xmlChildren(root, 'testsuite');
}

function resultOf(name: string, changed: Partial<Report> = {}) {
  const cases = suitesOf(changed).flatMap((suite) => xmlChildren(suite, 'testcase'));
  const found = cases.find(({ attributes }) => attributes.name === name);
  return found?.children
    .filter((child) => child.name !== 'system-out')
    .map((child) => [child.name, child.attributes.message]);
}

test('the whole report', async () => {
  await expect(renderJunit(report, model)).toMatchFileSnapshot('../golden/junit.xml');
});

test('each system has a case for each of its practices', () => {
  const [repository, ...systems] = suitesOf();

  expect(repository?.attributes.name).toBe('repository');
  for (const [index, suite] of systems.entries()) {
    const names = xmlChildren(suite, 'testcase').map(({ attributes }) => attributes.name?.split(': ')[1]);
    expect(names).toEqual(expect.arrayContaining(Object.keys(report.systems[index]?.practices ?? {})));
  }
});

test('the counts are those of the cases', () => {
  for (const suite of suitesOf()) {
    const cases = xmlChildren(suite, 'testcase');
    const count = (name: string) => String(cases.filter((found) => xmlChildren(found, name).length > 0).length);
    expect(suite.attributes).toMatchObject({
      tests: String(cases.length),
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
    });
  }
});

describe('a case', () => {
  const one = { systems: [assistant] };

  test.each([
    ['passes where the practice is met', 'Stage 2: ci-cd-deployment', {}, []],
    [
      'fails on what the gate fails on',
      'Stage 3: drift-detection',
      {},
      [['failure', 'Stage 3 needs: drift-detection (shift, alert)']],
    ],
    [
      'is skipped where a gap only warns',
      'Stage 3: drift-detection',
      { findings: [] },
      [['skipped', expect.stringContaining('missing: shift: no comparison')]],
    ],
    [
      'is skipped where something is unknown, with the reason',
      'Stage 4: production-approval',
      {},
      [['skipped', expect.stringContaining('grant actions: read')]],
    ],
    [
      'is skipped where no target asks for it',
      'Stage 4: incident-runbooks',
      {},
      [['skipped', expect.stringContaining('no target asks for it')]],
    ],
    [
      'fails for what is no practice, too',
      'Bought early: model-registry',
      {},
      [['failure', 'Bought early: model-registry']],
    ],
    [
      'is an error where the scan did not finish',
      'The scan is complete',
      { scan: { ...report.scan, complete: false } },
      [['error', expect.stringContaining('did not finish')]],
    ],
  ])('%s', (_, name, changed, result) => {
    expect(resultOf(name, { ...one, ...changed })).toEqual(result);
  });

  test('fails as often as the gate has errors', () => {
    const findings = ['a', 'b'].map((title) => finding({ kind: 'policy-conflict', system: null, title }));

    expect(resultOf('a', { findings })).toEqual([['failure', 'a']]);
    expect(resultOf('b', { findings })).toEqual([['failure', 'b']]);
  });
});

test('there is a case without any system', () => {
  expect(suitesOf({ systems: [], findings: [] })[0]?.attributes).toMatchObject({ tests: '1', failures: '0' });
});

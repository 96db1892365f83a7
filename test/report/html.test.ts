import { describe, expect, test } from 'vitest';
import { readXml, type XmlElement } from '../../src/lib/xml.ts';
import type { Report } from '../../src/model/report.ts';
import { renderHtml } from '../../src/report/html.ts';
import { model, report, today } from '../support/report.ts';

function pageOf(changed: Partial<Report> = {}): string {
  return renderHtml({ ...report, ...changed }, model, { today });
}

/** The elements of the page. What HTML writes without an end is given one, so that a strict parser takes it. */
function elementsOf(page: string): readonly XmlElement[] {
  const xml = page
    .replace('<!doctype html>', '')
    .replace(/<style>[^<]*<\/style>/, '')
    .replace(/<(meta|br)\b([^>]*)>/g, '<$1$2/>')
    .replace(/ open>/g, ' open="">');
  const { root, fault } = readXml(xml);
  expect(fault).toBeUndefined();
  return root ? flatten(root) : [];
}

function flatten(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(flatten)];
}

test('the whole report', async () => {
  await expect(pageOf()).toMatchFileSnapshot('../golden/report.html.txt');
});

test('every element ends where it should', () => {
  expect(elementsOf(pageOf()).length).toBeGreaterThan(200);
});

test('needs nothing from anywhere, and runs nothing', () => {
  const page = pageOf();

  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page).not.toMatch(/<(?:script|link|img|iframe|object|base|form)\b|\son\w+=|url\(|@import|(?:src|srcset)=/i);
  for (const { attributes } of elementsOf(page)) expect(attributes.href ?? '#').toMatch(/^#/);
});

test('links lead to something, and no two things have one name', () => {
  const elements = elementsOf(pageOf());
  const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);

  expect(new Set(ids).size).toBe(ids.length);
  for (const { attributes } of elements) if (attributes.href) expect(ids).toContain(attributes.href.slice(1));
});

describe('can be read without eyes', () => {
  const elements = elementsOf(pageOf());

  test('has a language, a title, landmarks and headings in order', () => {
    const names = elements.map(({ name }) => name);
    const levels = names.flatMap((name) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));

    expect(elements[0]?.attributes.lang).toBe('en');
    expect(names).toEqual(expect.arrayContaining(['title', 'header', 'main', 'footer']));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('heads of tables say what they head', () => {
    for (const { name, attributes } of elements) if (name === 'th') expect(attributes.scope).toMatch(/\w/);
  });

  test('a mark has words beside it, and the stage that is reached is marked', () => {
    const marks = elements.filter(({ attributes }) => attributes.role === 'img');

    for (const { attributes } of marks) expect(attributes['aria-label']).toMatch(/reached|begun/);
    expect(elements.filter(({ attributes }) => attributes['aria-current'] === 'step')).toHaveLength(2);
  });
});

test.each<[string, string, Partial<Report>]>([
  ['a pass', '<div class="verdict passed">', { verdict: { passed: true, mode: 'enforce', reasons: [] } }],
  ['a failure', '<div class="verdict failed">', {}],
  ['a scan that did not finish', '<div class="verdict incomplete">', { scan: { ...report.scan, complete: false } }],
  ['no system', 'No AI system was found here', { systems: [], findings: [] }],
])('%s is told', (_, words, changed) => {
  expect(pageOf(changed).slice(0, pageOf(changed).indexOf('<footer>'))).toContain(words);
});

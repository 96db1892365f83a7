import { describe, expect, it } from 'vitest';
import { restructuredText } from '../../src/extract/restructured-text.ts';
import { repoPath } from '../../src/model/location.ts';
import { outlineOf, sectionsOf } from '../support/sections.ts';

const outline = (text: string) => outlineOf(restructuredText, 'docs/a.rst', text);

/** The only section of a text below a title of its own. */
function section(body: string) {
  return sectionsOf(restructuredText, 'docs/a.rst', `Title\n=====\n\n${body}`)[0];
}

it.each([
  ['docs/runbook.rst', true],
  ['README.RST', true],
  ['a.md', false],
])('claims %s: %s', (path, expected) => {
  expect(restructuredText.claims(repoPath(path))).toBe(expected);
});

describe('headings', () => {
  it('have levels in the order in which their styles appear', () => {
    const text = `=======
Runbook
=======

Roll back
---------
text

Steps
~~~~~

Contacts
--------
`;

    expect(outline(text)).toEqual([
      [1, 'Runbook', 2],
      [2, 'Roll back', 5],
      [3, 'Steps', 9],
      [2, 'Contacts', 12],
    ]);
    expect(sectionsOf(restructuredText, 'docs/a.rst', text).map(({ title }) => title)).toEqual(
      Array(4).fill('Runbook'),
    );
  });

  it.each([
    ['a line that is nearly as long', 'A longer title\n==============', true],
    ['a line that is too short', 'A long sentence of prose\n---', false],
    ['a blank line', 'Title\n\n=====', false],
    ['marks of several kinds', 'Title\n=-=-=', false],
    ['code', 'x::\n\n  Title\n  =====', false],
  ])('stand above %s', (_, text, expected) => {
    expect(outline(text).some(([level]) => level === 1)).toBe(expected);
  });

  it('are read without their marks', () => {
    expect(outline('The :ref:`plan <p>` for ``a``\n===========================\n')[0]?.[1]).toBe('The plan for a');
  });
});

describe('a section', () => {
  it.each([
    ['numbered items', '1. One\n2. Two\n\n   #. Three\n', 3, 'One Two Three'],
    ['items whose text goes on', '- One\n  goes on\n- Two\n', 2, 'One goes on Two'],
    [
      'a literal block',
      'Run::\n\n  helm rollback a\n  helm status a\n\nDone.\n',
      2,
      'Run: helm rollback a helm status a Done.',
    ],
    ['a block of code', '.. code-block:: bash\n   :linenos:\n\n   helm rollback a\n', 1, 'helm rollback a'],
    ['a picture drawn in code', '.. code-block:: text\n\n   +---+\n', 0, '+---+'],
    ['a session', '>>> x\n1\n', 2, '>>> x 1'],
    ['a note', '.. note:: Call first.\n\n   Then act.\n', 0, 'Call first. Then act.'],
    ['a comment', '.. do this:\n   and that\n\nText.\n', 0, 'Text.'],
    ['a target and a picture', '.. _here:\n\n.. image:: a.png\n   :alt: no\n\nText.\n', 0, 'Text.'],
    ['other documents', '.. toctree::\n   :maxdepth: 2\n\n   one\n   two\n', 0, ''],
    ['a quote', 'Text.\n\n   Said so.\n', 0, 'Text. Said so.'],
    ['links', 'See `the plan <https://h/x>`_ and :doc:`/a/b` and `this`_.\n', 0, 'See the plan and /a/b and this.'],
    ['a line of marks', 'One.\n\n----\n\nTwo.\n', 0, 'One. Two.'],
  ])('with %s', (_, body, steps, text) => {
    expect(section(body)).toMatchObject({ steps, text });
  });

  it.each([
    ['drawn', '+------+------+\n| Name | Note |\n+======+======+\n| a    | b c  |\n|      | d    |\n+------+------+\n'],
    ['simple', '====  ====\nName  Note\n====  ====\na     b c d\n====  ====\n'],
    ['a list', '.. list-table:: X\n   :header-rows: 1\n\n   * - Name\n     - Note\n   * - a\n     - b c\n       d\n'],
    ['values', '.. csv-table:: X\n   :header: Name, Note\n\n   a, "b c d"\n'],
  ])('with a table that is %s', (_, body) => {
    expect(section(body)?.text).toBe('Name Note a b c d');
  });

  it.each([
    [
      'a table row of a drill',
      '====  ==========\nWhat  Date\n====  ==========\nfail  2026-03-04\n====  ==========\n',
      '2026-03-04',
    ],
    ['a label', ':Last tested: 2026-03-04\n', '2026-03-04'],
    ['a plan', ':Next test: 2026-03-04\n', undefined],
  ])('has its date by %s', (_, body, date) => {
    expect(section(body)?.date).toBe(date);
  });

  it.each([
    ['left to be written', '.. todo:: write this\n', true],
    ['empty', '', true],
    ['filled', 'Call the person on duty and roll back.\n', false],
  ])('is %s', (_, body, unfilled) => {
    expect(section(body)?.unfilled).toBe(unfilled);
  });
});

it('has the date of its fields', () => {
  const text = 'Title\n=====\n\n:Author: Ann\n:Date: 2026-03-04\n\nA\n-\n\nB\n---\ntext\n';

  expect(sectionsOf(restructuredText, 'docs/a.rst', text).map(({ date }) => date)).toEqual([
    '2026-03-04',
    '2026-03-04',
  ]);
});

it.each([
  ['lists in lists', '- '.repeat(50_000)],
  ['quotes in quotes', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a`).join('\n')],
  ['tables that never end', '=== ===\na b\n'.repeat(20_000)],
  ['a directive in each line', '.. note:: a\n'.repeat(20_000)],
])('reads %s in time', (_, text) => {
  const started = performance.now();

  outline(text);

  expect(performance.now() - started).toBeLessThan(2_000);
});

import { describe, expect, it } from 'vitest';
import { asciidoc } from '../../src/extract/asciidoc.ts';
import { repoPath } from '../../src/model/location.ts';
import { outlineOf, sectionsOf } from '../support/sections.ts';

const outline = (text: string) => outlineOf(asciidoc, 'docs/a.adoc', text);

/** The only section of a text below a title of its own. */
function section(body: string) {
  return sectionsOf(asciidoc, 'docs/a.adoc', `= Title\n\n${body}`)[0];
}

it.each([
  ['docs/runbook.adoc', true],
  ['README.asciidoc', true],
  ['key.asc', false],
])('claims %s: %s', (path, expected) => {
  expect(asciidoc.claims(repoPath(path))).toBe(expected);
});

it('gives a section a heading, with the title of its document', () => {
  const text = `= Runbook
Ann <ann@acme.org>
v1.2, 2026-03-04
:toc:

== Roll back
text

=== Steps

----
== no heading
----
== Contacts
`;

  expect(outline(text)).toEqual([
    [1, 'Runbook', 1],
    [2, 'Roll back', 6],
    [3, 'Steps', 9],
    [2, 'Contacts', 14],
  ]);
  expect(sectionsOf(asciidoc, 'docs/a.adoc', text)[1]).toMatchObject({ title: 'Runbook', date: '2026-03-04' });
});

describe('a section', () => {
  it.each([
    ['numbered items', '. One\n. Two\n.. Three\n', 3, 'One Two Three'],
    ['items whose text goes on', '* One\ngoes on\n+\nand on\n* Two\n', 2, 'One goes on and on Two'],
    ['tasks', '* [ ] One\n* [x] Two\n', 2, 'One Two'],
    [
      'a block of code',
      '[source,bash]\n----\nhelm rollback a\n\nhelm status a\n----\n',
      2,
      'helm rollback a helm status a',
    ],
    ['fenced code', '```bash\nhelm rollback a\n```\n', 1, 'helm rollback a'],
    ['a picture drawn in code', '[source,text]\n----\n+--+\n----\n', 0, '+--+'],
    ['a literal paragraph', 'Run:\n\n helm rollback a\n helm status a\n', 2, 'Run: helm rollback a helm status a'],
    ['an example', '====\nCall first.\n====\n', 0, 'Call first.'],
    ['an example in an open block', '--\n====\nCall first.\n====\n--\n', 0, 'Call first.'],
    ['a note', 'NOTE: Call first.\n', 0, 'NOTE: Call first.'],
    ['comments', '// one\n////\ntwo\n////\nText.\n', 0, 'Text.'],
    ['pictures and other files', 'image::a.png[]\ninclude::b.adoc[]\n.Title\nText.\n', 0, 'Text.'],
    ['attributes and conditions', ':a: b\nifdef::x[]\nText.\nendif::[]\n', 0, 'Text.'],
    ['links', 'See https://h/x[the plan], xref:a.adoc[that] and <<b,this>>.\n', 0, 'See the plan, that and this.'],
    ['terms', 'Owner:: Ann\n', 0, 'Owner: Ann'],
    ['code that never ends', '----\none\n', 1, 'one'],
  ])('with %s', (_, body, steps, text) => {
    expect(section(body)).toMatchObject({ steps, text });
  });

  it.each([
    ['a blank line below its head', '|===\n|Name |Note\n\n|a |b c\nd\n|===\n'],
    ['a cell a line', '[%header,cols="1,1"]\n|===\n|Name\n|Note\n|a\n|b c d\n|===\n'],
    ['columns that repeat', '[cols="2*",options="header"]\n|===\n|Name |Note |a |b c d\n|===\n'],
  ])('with a table that has %s', (_, body) => {
    expect(section(body)?.text).toBe('Name Note a b c d');
  });

  it.each([
    ['a row of a drill', '|===\n|What |Date\n\n|failover |2026-03-04\n|===\n', '2026-03-04'],
    ['a row of a plan', '|===\n|What |Next date\n\n|failover |2026-03-04\n|===\n', undefined],
    ['a label', 'Last tested: 2026-03-04\n', '2026-03-04'],
  ])('has its date by %s', (_, body, date) => {
    expect(section(body)?.date).toBe(date);
  });

  it.each([
    ['left to be written', 'TODO\n', true],
    ['empty', '', true],
    ['filled', 'Call the person on duty and roll back.\n', false],
  ])('is %s', (_, body, unfilled) => {
    expect(section(body)?.unfilled).toBe(unfilled);
  });
});

it.each([
  ['blocks in blocks', Array.from({ length: 20_000 }, (_, depth) => '='.repeat(4 + (depth % 300))).join('\n')],
  ['blocks beside blocks', '----\na\n----\n'.repeat(30_000)],
  ['bars', '|===\n'.concat('|'.repeat(100_000))],
])('reads %s in time', (_, text) => {
  const started = performance.now();

  outline(text);

  expect(performance.now() - started).toBeLessThan(2_000);
});

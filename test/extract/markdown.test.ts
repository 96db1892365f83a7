import { describe, expect, it } from 'vitest';
import { sectionTextLimit } from '../../src/extract/document-sections.ts';
import { markdown } from '../../src/extract/markdown.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function sections(text: string, path = 'docs/runbook.md') {
  const { facts } = markdown.extract(sourceFile(path, text, 'docs'), tools);
  return facts.filter((fact) => fact.kind === 'section');
}

function section(text: string, path?: string) {
  return sections(text, path)[0];
}

it.each([
  ['README.md', true],
  ['docs/a.markdown', true],
  ['docs/a.mdx', true],
  ['README.MD', true],
  ['README.rst', false],
  ['amd', false],
])('claims %s: %s', (path, expected) => {
  expect(markdown.claims(repoPath(path))).toBe(expected);
});

describe('a document', () => {
  it('gives a section a heading, each with its own text', () => {
    const text = `# Runbook

For the answers service.

## Roll back

1. Find the last good tag.
2. Run it:

\`\`\`bash
helm rollback answers

helm status answers
\`\`\`

Setext
------
- done
`;

    expect(sections(text)).toEqual([
      {
        kind: 'section',
        at: { path: 'docs/runbook.md', line: 1 },
        role: 'docs',
        title: 'Runbook',
        heading: 'Runbook',
        level: 1,
        text: 'For the answers service.',
        words: 4,
        steps: 0,
        unfilled: false,
      },
      {
        kind: 'section',
        at: { path: 'docs/runbook.md', line: 5 },
        role: 'docs',
        title: 'Runbook',
        heading: 'Roll back',
        level: 2,
        text: 'Find the last good tag. Run it: helm rollback answers helm status answers',
        words: 13,
        steps: 4,
        unfilled: false,
      },
      expect.objectContaining({ heading: 'Setext', level: 2, at: { path: 'docs/runbook.md', line: 16 }, steps: 1 }),
    ]);
  });

  it('has a section for what stands before its first heading', () => {
    expect(sections('\nHello.\n\n## A\ntext\n').map(({ heading, level, at }) => [heading, level, at.line])).toEqual([
      ['runbook.md', 0, 2],
      ['A', 2, 4],
    ]);
  });

  it.each([
    ['its first top heading', '## A\n# B\n# C\n', 'B'],
    ['its front matter, without one', '---\ntitle: The book\n---\n## A\n', 'The book'],
    ['its file, without either', '## A\n', 'runbook.md'],
  ])('has its title from %s', (_, text, title) => {
    expect(section(text)?.title).toBe(title);
  });

  it.each([
    ['nothing', ''],
    ['comments alone', '<!-- # A -->\n'],
    ['front matter alone', '---\ntitle: A\n---\n'],
  ])('of %s has no section', (_, text) => {
    expect(sections(text)).toEqual([]);
  });
});

describe('front matter', () => {
  it('is no text, and lines keep their numbers', () => {
    expect(section('---\ntitle: A\ndate: 2026-03-04\n---\n# B\ntext\n')).toMatchObject({
      heading: 'B',
      at: { line: 5 },
      text: 'text',
    });
  });

  it.each([
    ['of two rules around a list', '---\n- a\n---\n# B\n'],
    ['that never ends', '---\ntitle: A\n# B\n'],
  ])('is none %s', (_, text) => {
    expect(sections(text)).toHaveLength(2);
  });

  it('with faults does no harm', () => {
    expect(section('---\ntitle: [A\n---\n# B\n')).toMatchObject({ heading: 'B', at: { line: 4 } });
  });
});

describe('a heading', () => {
  it.each([
    ['## **Roll** back', 'Roll back'],
    ['## `make` it', 'make it'],
    ['## [Roll back](#x) ##', 'Roll back'],
    ['## Roll back {#roll}', 'Roll back'],
    ['## snake_case _em_', 'snake_case em'],
    ['## A <!-- b --> <br/>', 'A'],
    ['##', ''],
  ])('%s is read as %s', (text, heading) => {
    expect(section(text)?.heading).toBe(heading);
  });

  it.each([
    ['code', '# A\n```\n# B\n```\n'],
    ['a list', '# A\n- # B\n'],
    ['a quote', '# A\n> # B\n'],
    ['a comment', '# A\n<!--\n# B\n-->\n'],
    ['seven marks', '# A\n####### B\n'],
  ])('is none in %s', (_, text) => {
    expect(sections(text)).toHaveLength(1);
  });
});

describe('text', () => {
  it.each([
    ['folds white space', 'a\n  b\n\nc', 'a b c'],
    ['leaves comments out', 'a <!-- b --> c\n\n<!-- d\n\ne -->\nf', 'a c f'],
    ['leaves tags out', '<p align="center">a</p>\n\nb<br>c', 'a b c'],
    ['keeps what only looks like a tag', 'run a <name> b', 'run a <name> b'],
    ['keeps tables', '| a | b |\n|---|---|\n| c | d |', 'a b c d'],
    ['keeps quotes', '> a', 'a'],
  ])('%s', (_, text, expected) => {
    expect(section(`# A\n\n${text}\n`)?.text).toBe(expected);
  });

  it.each([
    [sectionTextLimit, sectionTextLimit],
    [sectionTextLimit + 1, sectionTextLimit],
  ])('of %i characters keeps %i', (length, kept) => {
    expect(section('a'.repeat(length))?.text).toHaveLength(kept);
  });
});

describe('measures', () => {
  it.each([
    ["don't re-run v1.2", 3],
    ['ロールバック', 6],
    ['...', 0],
  ])('%s has %i words', (text, words) => {
    expect(section(`# A\n${text}\n`)?.words).toBe(words);
  });

  it.each([
    ['nested items', '- a\n  - b\n', 2],
    ['a drawing', '```mermaid\ngraph TD\n```\n', 0],
    ['indented code', '    make a\n    make b\n', 2],
    ['prose', 'a\n', 0],
  ])('%s', (_, text, steps) => {
    expect(section(`# A\n\n${text}`)?.steps).toBe(steps);
  });
});

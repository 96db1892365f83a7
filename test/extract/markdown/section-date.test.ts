import { describe, expect, it } from 'vitest';
import { markdown } from '../../../src/extract/markdown.ts';
import { sourceFile, tools } from '../../support/tools.ts';

function dates(text: string, path = 'docs/drills.md') {
  const { facts } = markdown.extract(sourceFile(path, text), tools);
  return facts.map((fact) => (fact.kind === 'section' ? fact.date : 'no section'));
}

describe('a section is of the day', () => {
  it.each([
    ['of a label', 'Date: 2026-03-04'],
    ['of a label in bold', '**Date:** 4 March 2026'],
    ['of a label with another line above', '**Next review:** 2027-01-01\n**Date:** 2026-03-04'],
    ['of its last review', 'Last reviewed: 2026-03-04'],
    ['of its last review by somebody', 'Last reviewed by Ana Person on March 4, 2026'],
    ['on which a drill was held', 'Drill held on 4 March 2026'],
    ['on which a drill was held, over two lines', 'The failover drill was held on\n4 March 2026.'],
    ['of its last drill', '- Last drill: 2026-03-04, 12 minutes'],
    ['on which it was tested', 'We were late. Tested on 2026-03-04'],
    ['of a report', 'Report date: 2026-03-04'],
    ['of a decision', '**Status**: Accepted — 2026-03-04'],
    ['of an entry of a list', '- 2026-03-04: failover, 12 minutes'],
    ['of an entry in bold', '**2026-03-04** – failover'],
    ['of a row', '| When | What |\n|---|---|\n| 2026-03-04 | failover |'],
    ['of a form in a table', '| Field | Value |\n|---|---|\n| Date | 2026-03-04 |'],
    ['that is the latest of several', '- 2026-03-04: failover\n- 2025-11-30: restore'],
  ])('%s', (_, text) => {
    expect(dates(`# Drills\n\n${text}\n`)).toEqual(['2026-03-04']);
  });

  it.each([
    ['of its heading', '## Drill of 2026-03-04\ntext\n'],
    ['of its heading in words', '## Failover (4 March 2026)\ntext\n'],
  ])('%s', (_, text) => {
    expect(dates(text)).toEqual(['2026-03-04']);
  });
});

describe('a section has no day of its own', () => {
  it.each([
    ['by running text', 'On 2026-03-04 the price changed and everybody sold.'],
    ['by what comes next', 'Next review: 2026-03-04'],
    ['by the next review date', 'Next review date: 2026-03-04'],
    ['by a plan', 'Drill planned for 2026-03-04'],
    ['by something due', '- Due: 2026-03-04'],
    ['by a regulation', '- **DORA** (eff. 17 Jan 2025): exit plan documented.'],
    ['by a span of data', 'Start date: 2026-03-04'],
    ['by a model', 'Tested: gpt-x-2024-08-06'],
    ['by code', '```\nDate: 2026-03-04\n```'],
    ['by a comment', '<!-- Date: 2026-03-04 -->\ntext'],
    ['by an impossible day', 'Date: 2026-02-30'],
    ['by a row that is planned', '| When | State |\n|---|---|\n| 2026-03-04 | planned |'],
    ['by a column of what comes next', '| What | Next test |\n|---|---|\n| failover | 2026-03-04 |'],
    ['by a row of what comes next', '| Field | Value |\n|---|---|\n| Next drill | 2026-03-04 |'],
  ])('%s', (_, text) => {
    expect(dates(`# Drills\n\n${text}\n`)).toEqual([undefined]);
  });

  it('by a heading that plans', () => {
    expect(dates('## Planned drill 2026-03-04\ntext\n')).toEqual([undefined]);
  });

  it('by the section above', () => {
    expect(dates('# Drill 2026-03-04\ntext\n## Findings\ntext\n')).toEqual(['2026-03-04', undefined]);
  });
});

describe('a document is of the day', () => {
  it.each([
    ['of its front matter', '---\ndate: 2026-03-04\n---\n# A\n', 'a.md'],
    ['of its last review', '---\nlast_reviewed: 2026-03-04\ncreated: 2026-05-01\n---\n# A\n', 'a.md'],
    ['that is the latest', '---\ndate: 2025-01-01\nupdated: 2026-03-04\n---\n# A\n', 'a.md'],
    ['of its name', '# A\n', 'drills/2026-03-04-failover.md'],
  ])('%s', (_, text, path) => {
    expect(dates(text, path)).toEqual(['2026-03-04']);
  });

  it.each([
    ['of its next review', '---\nnext_review: 2026-03-04\n---\n# A\n', 'a.md'],
    ['of a name that only holds one', '# A\n', 'plan-2026-03-04.md'],
  ])('but not %s', (_, text, path) => {
    expect(dates(text, path)).toEqual([undefined]);
  });

  it('where its sections say no other', () => {
    expect(dates('---\ndate: 2026-03-04\n---\n# A\n## B\nHeld on 2025-01-31\n')).toEqual(['2026-03-04', '2025-01-31']);
  });
});

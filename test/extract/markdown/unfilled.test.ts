import { describe, expect, it } from 'vitest';
import { filledWordsFrom } from '../../../src/extract/markdown/unfilled.ts';
import { markdown } from '../../../src/extract/markdown.ts';
import { sourceFile, tools } from '../../support/tools.ts';

/** The headings of the sections that are left to be written. */
function unfilled(text: string) {
  const { facts } = markdown.extract(sourceFile('a.md', text), tools);
  return facts.flatMap((fact) => (fact.kind === 'section' && fact.unfilled ? [fact.heading] : []));
}

describe('a section is left to be written if it', () => {
  it.each([
    ['is empty', ''],
    ['holds only a comment', '<!-- describe the steps -->'],
    ['holds only dots', '...'],
    ['says TODO', 'TODO: on-call rotation and escalation path.'],
    ['says todo', 'Todo'],
    ['says TBD', '**Owner:** TBD'],
    ['is to be written', 'This section is to be written.'],
    ['is coming soon', 'Coming soon!'],
    ['is Latin', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.'],
    ['calls itself a stub', 'Operational guide. This is a stub; add sections as we work them out.'],
    ['is a form', 'Owner: <your name>'],
    ['is a form in brackets', 'Date: [Insert date]. Auditor: [Name/Organization]'],
    ['is a template', 'The system {{ system_name }} is run by {{ owner }}.'],
    ['is a line to write on', 'Date: ________'],
    ['tells what to write', 'Use this section to tell people how to report a vulnerability.'],
    ['has a table without rows', '| Date | Result |\n|---|---|'],
    ['has a table with empty rows', '| Role | Name | Phone |\n|---|---|---|\n| Commander | | |\n| Scribe | | |'],
  ])('%s', (_, text) => {
    expect(unfilled(`# A\n\n${text}\n`)).toEqual(['A']);
  });
});

describe('a section is written if it', () => {
  const content = `${'word '.repeat(filledWordsFrom).trim()}.`;

  it.each([
    ['says something', 'Run the script.'],
    ['holds one command', '```\nmake rollback\n```'],
    ['has a parameter in code', '`kubectl rollout undo deployment/<name>`'],
    ['has a parameter in a block of code', '```\nroll <your-service>\n```'],
    ['has content beside an aside', `${content} TODO: a picture.`],
    ['links to something called like a form', '[Your guide](guide.md)'],
    ['names a column', 'Dim[Date] is typed.'],
    ['has a table with rows', '| Date | Result |\n|---|---|\n| Monday | passed |'],
  ])('%s', (_, text) => {
    expect(unfilled(`# A\n\n${text}\n`)).toEqual([]);
  });

  it('does not if one word less stands beside the placeholder', () => {
    const less = content.replace('word ', '');

    expect(unfilled(`# A\n\n${less} TODO: a picture.\n`)).toEqual(['A']);
  });
});

describe('a section without a text of its own', () => {
  it.each([
    ['is written if one below it is', '# A\n## B\nTODO\n## C\nRun it.\n', ['B']],
    ['is not if none below it is', '# A\n## B\nTODO\n### C\n', ['A', 'B', 'C']],
    ['is not for what stands beside it', '## A\n## B\nRun it.\n', ['A']],
    ['is not for what stands above it', '# A\nRun it.\n## B\n', ['B']],
    ['is written by what is deep below it', '# A\n## B\n### C\nRun it.\n', []],
  ])('%s', (_, text, expected) => {
    expect(unfilled(text)).toEqual(expected);
  });
});

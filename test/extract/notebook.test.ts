import { describe, expect, it } from 'vitest';
import { notebook } from '../../src/extract/notebook.ts';
import { repoPath } from '../../src/model/location.ts';
import { codeFacts } from '../support/code-facts.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string) {
  return codeFacts(notebook, 'notebooks/a.ipynb', text);
}

/** A notebook as its editor writes it: from line 2 on a cell a line, or a line of a cell a line. */
function write(...cells: readonly object[]) {
  return `{"cells": [\n${cells.map((cell) => JSON.stringify(cell)).join(',\n')}\n], "metadata": {}}`;
}

const code = (source: string | readonly string[]) => ({ cell_type: 'code', source });

it('claims notebooks and nothing else', () => {
  const claimed = ['a/b.ipynb', 'a.json'].filter((path) => notebook.claims(repoPath(path)));

  expect(claimed).toEqual(['a/b.ipynb']);
});

describe('cells', () => {
  it.each([
    [
      'each line has its own',
      '{"cells": [{"cell_type": "code", "source": [\n"import a\\n",\n"a.b(\\n",\n" 1)"\n]}]}',
      ['2 import a', '3 call a.b(0=1)'],
    ],
    ['a cell of one string has one line', write(code('import a\n\na.b()')), ['2 import a', '2 call a.b()']],
    [
      'names of a cell are known in the next',
      write(code('import a as b'), code('b.c()')),
      ['2 import a', '3 call a.c()'],
    ],
    ['text is no code', write({ cell_type: 'markdown', source: 'import a' }), []],
    ['output is no code', write({ ...code('a()'), outputs: [{ text: 'b()' }] }), ['2 call a()']],
    [
      'commands of the notebook are passed over',
      write(code(['%pip install x\n', '!ls\n', '?a\n', 'if a:\n', '  %time b()\n', 'c()'])),
      ['2 call c()'],
    ],
    ['a timed cell is code', write(code('%%time\na()')), ['2 call a()']],
    ['a cell in another language is none', write(code('%%bash\na()')), []],
    ['a broken cell leaves the others whole', write(code('x = = 1'), code('a()')), ['2 x = 1', '3 call a()']],
    ['no cells', '{}', []],
    ['cells that are none', '{"cells": [1, {"cell_type": "code", "source": 3}]}', []],
  ])('%s', (_, text, expected) => {
    const facts = extract(text);

    expect(facts).toEqual(expected);
  });

  it.each([
    ['python', '{"language_info": {"name": "python"}}', 1],
    ['python3', '{"kernelspec": {"language": "python3"}}', 1],
    ['R', '{"language_info": {"name": "R"}}', 0],
  ])('in %s', (_, metadata, count) => {
    const facts = extract(`{"cells": [{"cell_type": "code", "source": "a()"}], "metadata": ${metadata}}`);

    expect(facts).toHaveLength(count);
  });
});

it.each([
  ['product', 'example'],
  ['example', 'example'],
  ['test', 'test'],
] as const)('a notebook among files of role %s has the role %s', (given, expected) => {
  const { facts } = notebook.extract(sourceFile('a.ipynb', write(code('a()')), given), tools);

  expect(facts.map(({ role }) => role)).toEqual([expected]);
});

it.each([
  ['is cut off', '{"cells": ['],
  ['nests deeper than the stack', '['.repeat(100_000)],
  ['holds no object', '[]'],
])('one that %s gives a diagnostic', (_, text) => {
  const { facts, diagnostics } = notebook.extract(sourceFile('a.ipynb', text), tools);

  expect(facts).toEqual([]);
  expect(diagnostics).toEqual([
    { level: 'warning', code: 'file-unparsed', message: 'not valid JSON', at: { path: 'a.ipynb' } },
  ]);
});

it('is not even opened if no rule asks for examples', () => {
  const firstLook = (_: string, role: string) => (role === 'product' ? () => () => true : undefined);

  const extraction = notebook.extract(sourceFile('a.ipynb', 'not JSON'), { ...tools, firstLook });

  expect(extraction).toEqual({ facts: [], diagnostics: [] });
});

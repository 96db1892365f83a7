import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadRulesFolder } from '../../scripts/compile-rules.ts';
import { patternEngine } from '../../src/rules/engine.ts';
import type { PatternEngine } from '../../src/rules/pattern.ts';
import { collectPrefilters, withPrefilters } from '../../src/rules/prefilters.ts';
import type { Match } from '../../src/rules/schema.ts';

const match: Match = {
  any: [
    { fact: 'import', module: ['/^pino\\b/', '/deep.?eval/i', '/^.$/'] },
    { fact: 'call', arguments: { '/^model(_id)?$/': 'plain' } },
  ],
};

/** Counts how often an expression itself is asked. */
function countingEngine() {
  let asked = 0;
  const engine: PatternEngine = {
    ...patternEngine,
    regex: (source, flags) => {
      const test = patternEngine.regex(source, flags);
      return (text) => {
        asked += 1;
        return test(text);
      };
    },
  };
  return { engine, asked: () => asked };
}

describe('of the expressions of rules', () => {
  it('those are known that need words, keys and contradictions too', () => {
    const prefilters = collectPrefilters([{ match, unless: [{ because: 'it is a test', path: '/tests?/i' }] }]);

    expect(Object.keys(prefilters)).toEqual(['/^model(_id)?$/', '/^pino\\b/', '/deep.?eval/i', '/tests?/i']);
  });

  it.each([
    ['without its words', 'bunyan', false, 0],
    ['with its words', 'pino', true, 1],
    ['with its words in the wrong place', 'x-pino', false, 1],
  ])('one is asked of a text only %s', (_, text, expected, times) => {
    const { engine, asked } = countingEngine();

    const found = withPrefilters(engine, collectPrefilters([{ match }])).regex('^pino\\b', '')(text);

    expect(found).toBe(expected);
    expect(asked()).toBe(times);
  });

  it('one of which nothing is known is asked of every text', () => {
    const { engine, asked } = countingEngine();

    withPrefilters(engine, {}).regex('constructor', '')('x');

    expect(asked()).toBe(1);
  });
});

const { ruleSet } = loadRulesFolder();
const expressions = Object.keys(ruleSet.prefilters).map((key) => {
  const [, source = '', flags = ''] = /^\/(.*)\/(i?)$/s.exec(key) ?? [];
  return { source, flags };
});
const words = [...new Set(expressions.flatMap(({ source }) => source.match(/[\w.:/@-]{2,}/g) ?? []))];

test('the expressions of our own rules find the same with and without', () => {
  const engine = withPrefilters(patternEngine, ruleSet.prefilters);
  const pairs = expressions.map(
    ({ source, flags }) => [engine.regex(source, flags), patternEngine.regex(source, flags)] as const,
  );
  const text = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
    .chain((some) => fc.constantFrom(some.join(' '), some.join('.'), some.join(''), some.join('_').toUpperCase()));

  fc.assert(
    fc.property(text, fc.constantFrom(...pairs), (value, [filtered, plain]) => {
      expect(filtered(value)).toBe(plain(value));
    }),
    { numRuns: 5_000 },
  );
});

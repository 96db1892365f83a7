import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { MaturityModel } from '../../src/model/maturity.ts';
import { Scale } from '../../src/policy/entries.ts';

test('every scale that the model decides by can be given in a policy', () => {
  const text = readFileSync(join(import.meta.dirname, '../../rules/model.yml'), 'utf8');
  const model = MaturityModel.parse(parse(text));

  const asked = [...model.capabilities.map(({ justified }) => justified.scale), model['high-volume'].scale];

  expect(asked.filter((scale) => !Object.hasOwn(Scale.shape, scale))).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { renderSchema, schemas } from '../scripts/schemas.ts';
import { Policy } from '../src/policy/schema.ts';

const root = join(import.meta.dirname, '..');

function readCommitted(file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    // Not written yet, which is as stale as can be.
    return '';
  }
}

test.each(schemas)('$file is what the code says', ({ file, schema }) => {
  expect(readCommitted(file) === renderSchema(schema), `${file} is stale; run: npm run schemas`).toBe(true);
});

/** The keys of a JSON Schema that have no words for an editor to show. */
function wordless(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, ...rest } = schema as { properties?: Record<string, { description?: string }> };
  const here = Object.entries(properties ?? {}).flatMap(([key, value]) => [
    ...(value.description === undefined ? [`${path}${key}`] : []),
    ...wordless(value, `${path}${key}.`),
  ]);
  return [...here, ...Object.values(rest).flatMap((value) => wordless(value, path))];
}

describe('the schema of the policy', () => {
  const json = JSON.parse(renderSchema(Policy));
  const validate = new Ajv2020({ strict: true, strictRequired: false, formats: { date: true, uri: true } }).compile(
    json,
  );
  const entry = { reason: 'x', owner: 'y', until: '2027-01-01' };

  test('has words for every key', () => {
    expect(wordless(json, '')).toEqual([]);
  });

  test.each([
    ['version alone', { version: 1 }, true],
    ['a waiver of an aspect', { version: 1, systems: { a: { waive: [{ aspect: 'a/b', ...entry }] } } }, true],
    [
      'a waiver of two things',
      { version: 1, systems: { a: { waive: [{ aspect: 'a/b', capability: 'c', ...entry }] } } },
      false,
    ],
    ['a waiver of nothing', { version: 1, systems: { a: { waive: [entry] } } }, false],
    ['no version', { mode: 'observe' }, false],
    ['an unknown key', { version: 1, mdoe: 'observe' }, false],
    ['stage 5', { version: 1, systems: { a: { target: 5 } } }, false],
    ['no industry', { version: 1, systems: { a: { regulated: false } } }, true],
  ])('judges %s as the parser does', (_, policy, good) => {
    expect(validate(policy)).toBe(good);
    expect(Policy.safeParse(policy).success).toBe(good);
  });
});

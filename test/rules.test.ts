import { describe, expect, test } from 'vitest';
import { loadRulesFolder } from '../scripts/compile-rules.ts';
import { compileRule } from '../src/rules/compile.ts';
import { patternEngine } from '../src/rules/engine.ts';
import { prepareFirstLook } from '../src/rules/first-look.ts';
import { exampleFacts, placesOf, withoutEachBranch } from './support/rules.ts';

const { loaded, ruleSet } = loadRulesFolder();
const firstLook = prepareFirstLook(ruleSet.needs);
const markers = loaded.filter(({ marks }) => marks !== undefined).map((rule) => compileRule(rule, patternEngine));

describe.each(loaded.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const examples = rule.examples.map((example) => ({
    ...example,
    facts: exampleFacts(example.files, markers, example.settings),
  }));

  test.each(examples.map((example) => [example.name, example] as const))('%s', (_, { facts, expect: places }) => {
    expect(placesOf(rule, rule.match, facts)).toEqual(places);
  });

  test.each(examples.filter((example) => example.expect.length > 0).map((example) => [example.name, example] as const))(
    '%s: the first look at code loses nothing',
    (_, { files, settings, expect: places }) => {
      expect(placesOf(rule, rule.match, exampleFacts(files, markers, settings, firstLook))).toEqual(places);
    },
  );

  test.each(withoutEachBranch(rule.match).map(({ key, match }) => [key, match] as const))(
    '%s is needed',
    (key, match) => {
      const changed = examples.some(
        ({ facts, expect: places }) => placesOf(rule, match, facts).join() !== places.join(),
      );

      expect(
        changed,
        `rules/${id}.yml: no example fails without ${key}; add one that only this branch matches, or remove it`,
      ).toBe(true);
    },
  );
});

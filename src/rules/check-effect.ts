import { nearest } from '../lib/nearest.ts';
import { modelTargets } from '../model/maturity.ts';
import type { RuleContext } from './load.ts';
import type { RuleFile } from './schema.ts';

type Identified = RuleFile & { readonly id: string };

/** The mistakes in what a rule speaks for: names that the model has not, a folder that says something else, missing words. */
export function checkEffect(rule: Identified, context: RuleContext): readonly string[] {
  const known = modelTargets(context.model, context.regimes);
  const aspects = [...(rule.proves ?? []), ...(rule.unknown ?? [])];
  const either = [...(rule.signs ?? []), ...(rule.hints ?? [])];
  return [
    ...aspects.flatMap((name) => checkTarget(name, known.aspects, 'an aspect')),
    ...either.flatMap((name) =>
      checkTarget(name, new Set([...known.aspects, ...known.capabilities]), 'an aspect or a capability'),
    ),
    ...(rule.shows ?? []).flatMap((name) =>
      checkTarget(name, new Set([...known.capabilities, ...known.symptoms]), 'a capability or a symptom'),
    ),
    ...checkFamily(rule),
    ...checkCostly(rule, context),
    ...checkFolder(rule),
    ...checkExamples(rule),
  ];
}

function checkTarget(name: string, known: ReadonlySet<string>, what: string): readonly string[] {
  if (known.has(name)) return [];
  const hint = nearest(name, known);
  return [`${name} is not ${what} of the model${hint ? `; did you mean ${hint}?` : ''}`];
}

function checkFamily(rule: Identified): readonly string[] {
  const speaks = rule.proves ?? rule.signs ?? rule.hints ?? rule.shows;
  const families = [speaks, rule.unknown, rule.marks].filter((family) => family !== undefined);
  if (families.length !== 1) {
    return ['a rule speaks for one thing: proves, signs, hints and shows together, or else unknown, or else marks'];
  }
  if (rule.unknown && !rule.settle) return ['unknown needs settle: the least permission, or the word, that would tell'];
  if (speaks && !rule.why) return ['why is missing: the risk in one line'];
  if (speaks && !rule.fix) return ['fix is missing: one action'];
  return [];
}

function checkCostly(rule: Identified, { model }: RuleContext): readonly string[] {
  if (!rule.costly) return [];
  const governed = model.practices.filter(({ stage }) => stage === 4).map(({ id }) => id);
  const targets = [...(rule.proves ?? []), ...(rule.signs ?? [])];
  if (targets.some((target) => governed.includes(target.split('/')[0] ?? ''))) return [];
  return ['costly is for what proves or signs a practice of Stage 4'];
}

/** The folder is part of the rule's id, so it has to say the same as the rule. */
function checkFolder(rule: Identified): readonly string[] {
  const [first = '', second = ''] = rule.id.split('/');
  const expected =
    rule.marks === undefined
      ? undefined
      : /^(?:system|profile)\//.test(rule.marks)
        ? rule.marks
        : `activity/${rule.marks}`;
  if (expected !== undefined) {
    return rule.id.startsWith(`${expected}/`) ? [] : [`a rule that marks ${rule.marks} lives in ${expected}/`];
  }
  const folder = first === 'skip' || first === 'symptom' ? second : first;
  const targets = [
    ...(rule.proves ?? []),
    ...(rule.signs ?? []),
    ...(rule.hints ?? []),
    ...(rule.shows ?? []),
    ...(rule.unknown ?? []),
  ];
  if (targets.some((target) => target.split('/')[0] === folder)) return [];
  if (second === '')
    return [`a rule lives in a folder named for what it speaks for: ${targets[0]?.split('/')[0]}/${first}`];
  return [`a rule in ${folder}/ has to speak for ${folder} too`];
}

function checkExamples(rule: Identified): readonly string[] {
  const matching = rule.examples.filter(({ expect }) => expect.length > 0).length;
  if (matching === 0) return ['examples: none that must match (expect: [path:line])'];
  if (matching === rule.examples.length) return ['examples: no look-alike that must not match (expect: [])'];
  return [];
}

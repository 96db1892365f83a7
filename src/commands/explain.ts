import { stringify } from 'yaml';
import { nearest } from '../lib/nearest.ts';
import { UserError } from '../lib/user-error.ts';
import type { Practice } from '../model/maturity.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Rule } from '../rules/schema.ts';
import { ruleEffects } from './rules.ts';

/** What a practice, an aspect, a capability, a symptom or a rule means, what counts for it and how to mend it; from the rule files alone. */
export function explain(ruleSet: RuleSet, name: string): string {
  const { model, rules } = ruleSet;
  const practice = model.practices.find(({ id }) => id === name || name.startsWith(`${id}/`));
  const aspect = practice?.aspects.find(({ id }) => `${practice.id}/${id}` === name);
  if (practice && (aspect || practice.id === name)) return explainPractice(practice, rules, aspect?.id);
  const rule = rules.find(({ id }) => id === name);
  if (rule) return explainRule(rule);
  const capability = model.capabilities.find(({ id }) => id === name);
  if (capability) {
    const { justified } = capability;
    const head = [
      `${capability.id}: ${capability.title}`,
      '',
      capability.why,
      `Worth it from ${justified.words} (scale.${justified.scale}: ${justified.from}).`,
    ];
    return `${[...head, `Instead: ${capability.instead}`, '', ...ruleLines(rules, name)].join('\n')}\n`;
  }
  const symptom = model.symptoms.find(({ id }) => id === name);
  if (symptom)
    return `${[`${symptom.id}: ${symptom.title}`, '', symptom.why, `Do: ${symptom.fix}`, '', ...ruleLines(rules, name)].join('\n')}\n`;
  const known = [...model.practices, ...model.capabilities, ...model.symptoms, ...rules].map(({ id }) => id);
  const hint = nearest(name, known);
  throw new UserError(
    `${name} is no practice, aspect, capability, symptom or rule${hint ? `; did you mean ${hint}?` : '; stagegate rules lists the rules'}`,
  );
}

function explainPractice(practice: Practice, rules: readonly Rule[], only: string | undefined): string {
  const [low, high] = practice.weeks;
  const aspects = practice.aspects.filter(({ id }) => only === undefined || id === only);
  const parts = aspects.flatMap((aspect) => [
    '',
    `${practice.id}/${aspect.id}${aspect.optional ? ' (optional)' : ''}: ${aspect.title}`,
    ...(aspect['within-months'] === undefined
      ? []
      : [`  Evidence has to be dated, and no older than ${aspect['within-months']} months.`]),
    `  To get there: ${aspect.fix}`,
    ...ruleLines(rules, `${practice.id}/${aspect.id}`).map((line) => `  ${line}`),
  ]);
  const head = [
    `${practice.id}: ${practice.title}`,
    `Stage ${practice.stage}, ${low} to ${high} weeks of work`,
    '',
    practice.why,
  ];
  return `${[...head, ...parts].join('\n')}\n`;
}

function ruleLines(rules: readonly Rule[], target: string): readonly string[] {
  const groups: readonly (readonly [string, (rule: Rule) => readonly string[] | undefined])[] = [
    ['Enough alone:', (rule) => [...(rule.proves ?? []), ...(rule.shows ?? [])]],
    ['Enough with another sign:', (rule) => rule.signs],
    ['Only a hint:', (rule) => rule.hints],
    ['Not known from the files when:', (rule) => rule.unknown],
  ];
  return groups.flatMap(([label, targets]) => {
    const chosen = rules.filter((rule) => targets(rule)?.includes(target));
    return chosen.length === 0 ? [] : [label, ...chosen.map(({ id, title }) => `  ${title}  [${id}]`)];
  });
}

function explainRule(rule: Rule): string {
  const lines = [`${rule.id} (since ${rule.since})`, rule.title, ruleEffects(rule).join('; ')];
  if (rule.why) lines.push('', rule.why);
  if (rule.fix) lines.push(`To get there: ${rule.fix}`);
  if (rule.settle) lines.push(`What settles it: ${rule.settle}`);
  lines.push('', 'It looks for:', indent(stringify(rule.match)));
  if (rule.unless) lines.push('It does not count when:', indent(stringify(rule.unless)));
  return `${lines.join('\n').trimEnd()}\n`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

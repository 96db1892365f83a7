import { nearest } from '../lib/nearest.ts';
import type { FactKind } from '../model/fact.ts';
import { commonFields, type FieldType, factFields, fieldType } from '../model/fact-fields.ts';
import { compilePattern, type PatternEngine } from './pattern.ts';
import { type Leaf, leafKinds, type Match, Pattern, type RuleFile, type Unless } from './schema.ts';

/** What a match may name, and the engine that its patterns have to be of. */
export type MatchContext = { readonly activities: ReadonlySet<string>; readonly engine: PatternEngine };

/** The mistakes in a match: fields that the kind of fact has not, patterns that are none, activities that nothing marks. */
export function checkMatch(match: Match, context: MatchContext): readonly string[] {
  return checkNode(match, 'match', context, false);
}

function checkNode(node: Match, at: string, context: MatchContext, insideAll: boolean): readonly string[] {
  if ('fact' in node) return checkLeaf(node as Leaf, at, context);
  if ('any' in node)
    return node.any.flatMap((branch, index) => checkNode(branch, `${at}.any.${index}`, context, false));
  if ('not' in node) {
    if (!insideAll) return [`${at}: not stands inside all, beside something that has to be there`];
    return checkNode(node.not, `${at}.not`, context, false);
  }
  const mistakes = node.all.flatMap((part, index) => checkNode(part, `${at}.all.${index}`, context, true));
  const [first] = node.all;
  if (first && 'not' in first) mistakes.push(`${at}.all.0: the first of all names the place, so it can't be a not`);
  if (node.within === 'job') mistakes.push(...checkJobs(node.all, at));
  return mistakes;
}

function checkJobs(parts: readonly Match[], at: string): readonly string[] {
  const kinds = new Set(parts.flatMap(leafKinds));
  const others = [...kinds].filter((kind) => kind !== 'job' && kind !== 'step');
  return others.map((kind) => `${at}: within: job takes jobs and steps; a ${kind} belongs to none`);
}

function checkLeaf(leaf: Leaf, at: string, { activities, engine }: MatchContext): readonly string[] {
  const { fact, ...fields } = leaf;
  if (Object.keys(fields).length === 0)
    return [`${at}: a leaf without fields matches every ${fact}; ask for something`];
  return Object.entries(fields).flatMap(([field, pattern]) => {
    const type = fieldType(fact, field);
    if (!type) return [unknownField(at, fact, field)];
    const mistakes = checkPattern(pattern, type, `${at}.${field}`, engine);
    if (mistakes.length === 0 && /activit/.test(field))
      return checkActivities(pattern as Pattern, `${at}.${field}`, activities);
    return mistakes;
  });
}

function unknownField(at: string, fact: FactKind, field: string): string {
  const names = [...Object.keys(factFields[fact]), ...Object.keys(commonFields)];
  const hint = nearest(field, names);
  return `${at}: a ${fact} has no field ${field}; ${hint ? `did you mean ${hint}?` : `it has ${names.join(', ')}`}`;
}

function checkPattern(pattern: unknown, type: FieldType, at: string, engine: PatternEngine): readonly string[] {
  if (type === 'map') {
    if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern))
      return [`${at}: takes a mapping of keys to patterns`];
    return Object.entries(pattern).flatMap(([key, value]) => checkPattern(value, 'text', `${at}.${key}`, engine));
  }
  const parsed = Pattern.safeParse(pattern);
  if (!parsed.success)
    return [
      `${at}: a pattern is text, a glob, a /regular expression/, a list of them, or { is, not, every, above, below }`,
    ];
  try {
    compilePattern(parsed.data, type, engine);
    return [];
  } catch (error) {
    return [`${at}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function checkActivities(pattern: Pattern, at: string, activities: ReadonlySet<string>): readonly string[] {
  const names = [pattern].flat(2).filter((name): name is string => typeof name === 'string');
  return names
    .filter((name) => !activities.has(name))
    .map((name) => {
      const hint = nearest(name, activities);
      return `${at}: no rule marks the activity ${name}${hint ? `; did you mean ${hint}?` : ''}`;
    });
}

/** The mistakes in `unless`: each needs a field, and some kind of fact in the match has to have it. */
export function checkUnless(rule: RuleFile, engine: PatternEngine): readonly string[] {
  const kinds = leafKinds(rule.match);
  return (rule.unless ?? []).flatMap(({ because: _, ...fields }: Unless, index) => {
    const at = `unless.${index}`;
    if (Object.keys(fields).length === 0) return [`${at}: needs a field beside because`];
    return Object.entries(fields).flatMap(([field, pattern]) => {
      const kind = kinds.find((name) => fieldType(name, field));
      if (!kind) return [unknownField(at, kinds[0] ?? 'file', field)];
      return checkPattern(pattern, fieldType(kind, field) ?? 'text', `${at}.${field}`, engine);
    });
  });
}

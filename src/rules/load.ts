import { parseDocument } from 'yaml';
import { UserError } from '../lib/user-error.ts';
import type { MaturityModel } from '../model/maturity.ts';
import { checkEffect } from './check-effect.ts';
import { checkMatch, checkUnless } from './check-match.ts';
import { eagerly, patternEngine } from './engine.ts';
import { explainShape } from './explain-shape.ts';
import type { PatternEngine } from './pattern.ts';
import { RuleFile } from './schema.ts';

export type RuleText = {
  /** Relative to the folder of rules. */
  readonly path: string;
  readonly text: string;
  /** The path as people know it, where that is another one. */
  readonly name?: string;
};

/** A rule file that passed every check, with its id: the path without its ending. */
export type LoadedRule = RuleFile & { readonly id: string };

/** What a rule may name. */
export type RuleContext = {
  readonly model: MaturityModel;
  readonly regimes: ReadonlySet<string>;
  /** Activities that other rules mark. */
  readonly activities?: readonly string[];
  /** The engine that patterns have to be of; that of our own rules if left out. */
  readonly engine?: PatternEngine;
  /** What else is wrong in a rule. */
  check?(rule: LoadedRule): readonly string[];
};

/**
 * Reads rule files (path relative to the folder of rules, YAML text) and checks them against the fact kinds and the
 * model. Gives them sorted by id; throws a UserError that names every file and key at fault.
 */
export function loadRules(files: readonly RuleText[], context: RuleContext): readonly LoadedRule[] {
  const engine = eagerly(context.engine ?? patternEngine);
  const mistakes: string[] = [];
  const loaded: { readonly rule: LoadedRule; readonly name: string }[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = file.name ?? file.path;
    const rule = readRule(file, name, mistakes);
    if (!rule) continue;
    const found = [...checkEffect(rule, context), ...checkUnless(rule, engine), ...(context.check?.(rule) ?? [])];
    mistakes.push(...found.map((mistake) => `${name}: ${mistake}`));
    loaded.push({ rule, name });
  }
  const marked = loaded.flatMap(({ rule: { marks } }) => (marks === undefined ? [] : [marks]));
  const activities = new Set([...(context.activities ?? []), ...marked]);
  for (const { rule, name } of loaded)
    mistakes.push(...checkMatch(rule.match, { activities, engine }).map((mistake) => `${name}: ${mistake}`));
  if (mistakes.length > 0) throw new UserError(mistakes.join('\n'));
  return loaded.map(({ rule }) => rule);
}

function readRule({ path, text }: RuleText, name: string, mistakes: string[]): LoadedRule | undefined {
  const document = parseDocument(text, { logLevel: 'silent' });
  const [broken] = document.errors;
  if (broken) {
    mistakes.push(`${name}: not YAML: ${broken.message.split('\n')[0]}`);
    return undefined;
  }
  const parsed = RuleFile.safeParse(document.toJS());
  if (!parsed.success) {
    mistakes.push(...explainShape(parsed.error).map((mistake) => `${name}: ${mistake}`));
    return undefined;
  }
  return { ...parsed.data, id: path.replace(/\.ya?ml$/, '') };
}

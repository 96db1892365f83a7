import { parseDocument } from 'yaml';
import { UserError } from '../lib/user-error.ts';
import type { MaturityModel } from '../model/maturity.ts';
import { checkEffect } from './check-effect.ts';
import { checkMatch, checkUnless } from './check-match.ts';
import { explainShape } from './explain-shape.ts';
import { RuleFile } from './schema.ts';

export type RuleText = { readonly path: string; readonly text: string };

/** A rule file that passed every check, with its id: the path without its ending. */
export type LoadedRule = RuleFile & { readonly id: string };

/** What a rule may name. */
export type RuleContext = { readonly model: MaturityModel; readonly regimes: ReadonlySet<string> };

/**
 * Reads rule files (path relative to the folder of rules, YAML text) and checks them against the fact kinds and the
 * model. Gives them sorted by id; throws a UserError that names every file and key at fault.
 */
export function loadRules(files: readonly RuleText[], context: RuleContext): readonly LoadedRule[] {
  const mistakes: string[] = [];
  const rules: LoadedRule[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const rule = loadRule(file, context, mistakes);
    if (rule) rules.push(rule);
  }
  const known = new Set(rules.flatMap((rule) => (rule.marks === undefined ? [] : [rule.marks])));
  for (const rule of rules)
    mistakes.push(...checkMatch(rule.match, known).map((mistake) => `${rule.id}.yml: ${mistake}`));
  if (mistakes.length > 0) throw new UserError(mistakes.join('\n'));
  return rules;
}

function loadRule({ path, text }: RuleText, context: RuleContext, mistakes: string[]): LoadedRule | undefined {
  const document = parseDocument(text, { logLevel: 'silent' });
  const [broken] = document.errors;
  if (broken) {
    mistakes.push(`${path}: not YAML: ${broken.message.split('\n')[0]}`);
    return undefined;
  }
  const parsed = RuleFile.safeParse(document.toJS());
  if (!parsed.success) {
    mistakes.push(...explainShape(parsed.error).map((mistake) => `${path}: ${mistake}`));
    return undefined;
  }
  const rule = { ...parsed.data, id: path.replace(/\.ya?ml$/, '') };
  const found = [...checkEffect(rule, context), ...checkUnless(rule)];
  mistakes.push(...found.map((mistake) => `${path}: ${mistake}`));
  return rule;
}

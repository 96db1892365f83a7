import { nearest } from '../lib/nearest.ts';
import { UserError } from '../lib/user-error.ts';
import type { FactKind } from '../model/fact.ts';
import { factFields } from '../model/fact-fields.ts';
import { readFacts } from '../read-facts.ts';
import { renderFactsJson } from '../report/facts-json.ts';
import { renderFactsText } from '../report/facts-text.ts';
import type { RuleSet } from '../rules/rule-set.ts';

export const factFormats = ['text', 'json'] as const;

export type FactsCommandOptions = {
  readonly kind: readonly string[];
  readonly path?: string;
  readonly format: (typeof factFormats)[number];
};

/** Prints what was read of a folder as rules see it. Throws a UserError for a kind that is none. */
export async function showFacts(directory: string, options: FactsCommandOptions, ruleSet: RuleSet): Promise<string> {
  const { facts } = await readFacts(
    {
      directory,
      kinds: options.kind.map(readKind),
      today: new Date().toISOString().slice(0, 10),
      ...(options.path === undefined ? {} : { glob: options.path }),
    },
    ruleSet,
  );
  return options.format === 'json' ? renderFactsJson(facts) : renderFactsText(facts);
}

function readKind(text: string): FactKind {
  if (isKind(text)) return text;
  const kinds = Object.keys(factFields);
  const hint = nearest(text, kinds);
  throw new UserError(
    `--kind ${text} is no kind of fact${hint ? `; did you mean ${hint}?` : `; there is ${kinds.join(', ')}`}`,
  );
}

function isKind(text: string): text is FactKind {
  return Object.hasOwn(factFields, text);
}

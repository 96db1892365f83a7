import * as z from 'zod';
import type { RuleText } from '../src/rules/load.ts';

/** What rules/data/regimes.yml says of a regime, as far as rules are written with it. */
export const Regime = z.looseObject({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  write: z.string(),
  aliases: z.array(z.string()),
  documents: z.array(z.string()).optional(),
});
export type Regime = z.infer<typeof Regime>;

const placeholder = '[regime]';

/**
 * A rule file with `[regime]` in its name stands for one rule of each regime. In its text `<<id>>`, `<<write>>`
 * and `<<alias>>` (the first of them) are the regime's own, `<<words>>` is an expression for its aliases and documents,
 * and `<<others>>` one for the longer names of other regimes that hold one of them.
 */
export function expandRegimes(file: RuleText, regimes: readonly Regime[]): readonly RuleText[] {
  if (!file.path.includes(placeholder)) return [file];
  return regimes.map((regime) => ({
    path: file.path.replace(placeholder, regime.id),
    text: fill(file.text, regime, regimes),
    name: `${file.path} for ${regime.id}`,
  }));
}

function fill(text: string, regime: Regime, regimes: readonly Regime[]): string {
  const values: Readonly<Record<string, string>> = {
    id: regime.id,
    alias: regime.aliases[0] ?? regime.name,
    write: regime.write,
    words: expressionOf([...regime.aliases, ...(regime.documents ?? [])]),
    others: expressionOf(longerNames(regime, regimes)),
  };
  return text.replace(/<<(\w+)>>/g, (written, key: string) => values[key]?.replaceAll("'", "''") ?? written);
}

/** "UK GDPR" holds "GDPR" and does not name it. */
function longerNames(regime: Regime, regimes: readonly Regime[]): readonly string[] {
  const own = regime.aliases.map((alias) => alias.toLowerCase());
  const others = regimes.filter(({ id }) => id !== regime.id).flatMap(({ aliases }) => aliases);
  return others.filter((alias) => own.some((word) => alias.toLowerCase().includes(word)));
}

/** Words that stand alone; those without a small letter in just that case. No words: an expression that nothing fits. */
function expressionOf(words: readonly string[]): string {
  if (words.length === 0) return '[^\\s\\S]';
  const alternatives = words.map((word) => {
    const source = word.replace(/[\\^$.|?+*()[\]{}/]/g, '\\$&').replaceAll(' ', '[ -]');
    return /\p{Ll}/u.test(word) ? `(?i:${source})` : source;
  });
  return `(^|[^A-Za-z0-9])(${alternatives.join('|')})([^A-Za-z0-9]|$)`;
}

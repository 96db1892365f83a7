const production = /^(?:prod|production|prd|live)$/;
const other =
  /^(?:dev|devel|develop|development|int|integration|sit|test|testing|qa|uat|acc|acceptance|stag|stage|staging|stg|pre-?prod|pre-?production|ppd|non-?prod|nonproduction|sandbox|sbx|demo|preview|review|local|localdev)$/;

/** The name of an environment in a part of a path: `values-prod` → `prod`, `pre-prod` → `pre-prod`. */
export function environmentIn(text: string): string | undefined {
  const words = text.toLowerCase().split(/[._\s-]+/);
  for (const [index, word] of words.entries()) {
    const pair = `${words[index - 1] ?? ''}-${word}`;
    if (index > 0 && other.test(pair)) return pair;
    const next = `${word}-${words[index + 1] ?? ''}`;
    if (!other.test(next) && (production.test(word) || other.test(word))) return word;
  }
  return undefined;
}

/** True for an environment that people depend on. */
export function isProduction(environment: string): boolean {
  return production.test(environment);
}

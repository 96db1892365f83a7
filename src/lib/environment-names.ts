/** What nobody depends on goes before the second list, so that `preprod` is not production. */
const nonproductionWords =
  'dev|devel|develop|development|int|integration|sit|test|testing|qa|uat|acc|acceptance|stag|stage|staging|stg|pre-?prod|pre-?production|ppd|non-?prod|non-?production|sandbox|sbx|preview|review|pr-?\\d*|demo|canary-test|local|localdev';
const productionWords = 'prod|production|prd|live';

const nonproduction = new RegExp(`^(?:${nonproductionWords})$`, 'i');
const production = new RegExp(`^(?:${productionWords})$`, 'i');
const nonproductionPart = new RegExp(`(?:^|[-_/.])(?:${nonproductionWords})(?:[-_/.]|$)`, 'i');
const productionPart = new RegExp(`(?:^|[-_/.])(?:${productionWords})(?:[-_/.]|$)`, 'i');

/**
 * Tells by the name of an environment, or by a path, whether it is the real thing: `prod-eu` → production, `preprod` →
 * nonproduction. Undefined for a name that says neither; of one that is worked out later, only what stands before counts.
 */
export function classifyEnvironment(name: string): 'production' | 'nonproduction' | undefined {
  const [known = ''] = name.split('$', 1);
  if (nonproductionPart.test(known)) return 'nonproduction';
  return productionPart.test(known) ? 'production' : undefined;
}

/** The name of an environment in a part of a path: `values-prod` → `prod`, `pre-prod` → `pre-prod`. */
export function environmentIn(text: string): string | undefined {
  const words = text.toLowerCase().split(/[._\s-]+/);
  for (const [index, word] of words.entries()) {
    const pair = `${words[index - 1] ?? ''}-${word}`;
    if (index > 0 && nonproduction.test(pair)) return pair;
    const next = `${word}-${words[index + 1] ?? ''}`;
    if (!nonproduction.test(next) && (production.test(word) || nonproduction.test(word))) return word;
  }
  return undefined;
}

/** True for an environment that people depend on. */
export function isProduction(environment: string): boolean {
  return production.test(environment);
}

const variable =
  /(?:^|\.)(?:(?:apps?|application|deploy|deployment|target|project|infra|azd|aws|azure|stack|runtime)_)?(?:env|environment|stage|tier|workspace)(?:_?(?:name|type|code|short))?$/i;

/** True for what variables call the environment: `env`, `deploy_stage`, `environmentName`. */
export function namesEnvironment(name: string): boolean {
  return variable.test(name.replace(/([a-z\d])([A-Z])/g, '$1_$2').replaceAll('-', '_'));
}

/** Words that part of a name has to be; the first list goes before the second, so that `preprod` is not production. */
const nonproduction =
  /(?:^|[-_/.])(?:dev|develop(?:ment)?|int|integration|sit|test(?:ing)?|qa|uat|stag(?:e|ing)?|stg|pre-?prod(?:uction)?|non-?prod(?:uction)?|sandbox|preview|review|pr-?\d*|demo|canary-test|local)(?:[-_/.]|$)/i;
const production = /(?:^|[-_/.])(?:prod|production|prd|live)(?:[-_/.]|$)/i;

/** Tells by an environment's name whether it is the real thing. Undefined for a name that says neither. */
export function classifyEnvironment(name: string): 'production' | 'nonproduction' | undefined {
  if (name.includes('$')) return undefined;
  if (nonproduction.test(name)) return 'nonproduction';
  return production.test(name) ? 'production' : undefined;
}

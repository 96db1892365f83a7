const other =
  /(?:^|[-_/.])(?:dev|devel|develop(?:ment)?|int|integration|sit|test(?:ing)?|qa|uat|stag(?:e|ing)?|stg|pre-?prod(?:uction)?|non-?prod(?:uction)?|sandbox|preview|review|pr-?\d*|demo|canary-test|local)(?:[-_/.]|$)/i;
const production = /(?:^|[-_/.])(?:prod|production|prd|live)(?:[-_/.]|$)/i;

/** The kind of environment that a name or a path tells of: `prod-eu` → production, `preprod` → other. */
export function environmentOf(name: string): 'production' | 'other' | undefined {
  if (other.test(name)) return 'other';
  return production.test(name) ? 'production' : undefined;
}

const variable =
  /(?:^|\.)(?:(?:apps?|application|deploy|deployment|target|project|infra|azd|aws|azure|stack|runtime)_)?(?:env|environment|stage|tier|workspace)(?:_?(?:name|type|code|short))?$/i;

/** True for what variables call the environment: `env`, `deploy_stage`, `environmentName`. */
export function namesEnvironment(name: string): boolean {
  return variable.test(name.replace(/([a-z\d])([A-Z])/g, '$1_$2').replaceAll('-', '_'));
}

import { classifyEnvironment } from '../../lib/environment-names.ts';
import type { EnvironmentClass } from '../../model/fact.ts';
import type { JobNode } from './graph.ts';

const environmentKey = /(?:^|[-_])(?:env|environment|stage|tier)(?:[-_]?name)?$/i;
/** What a framework is built for says nothing of where it runs. */
const buildMode = /^(?:node|rails|rack|flask|mix|babel)_env$/i;
const environmentOption =
  /(?:^|\s)(?:--(?:env|environment|stage)[= ]|(?:--inventory(?:-file)?[= ]|-i ?)(?=\S*(?:inventor|hosts)))(\S+)/g;

const reaching = ['deploys', 'provisions', 'promotes', 'rolls-back'];

/**
 * The class of the environment that a job reaches. Its `environment` tells; where it has none, and it changes something or
 * hands that over to another repository, so do inputs, variables and options under such a name, and at last its own id.
 */
export function classifyJob({ fact, steps }: JobNode, activities: readonly string[]): EnvironmentClass {
  const named = fact.environment === undefined ? undefined : classifyEnvironment(fact.environment);
  if (named) return named;
  const isHandedOver = fact.kind === 'job' && fact.uses !== undefined && !fact.followed;
  if (!isHandedOver && !activities.some((activity) => reaching.includes(activity))) return 'none';
  const sources: readonly (readonly string[])[] = [
    [fact, ...steps].flatMap((item) => valuesOf(item.with)),
    fact.kind === 'job' ? valuesOf(fact.inputs ?? {}) : [],
    steps.flatMap((step) => valuesOf(step.env)),
    steps.flatMap(({ command = '' }) => [...command.matchAll(environmentOption)].map(([, value = '']) => value)),
    [fact.job.replaceAll(' / ', '/').replace(/([a-z\d])([A-Z])/g, '$1-$2')],
  ];
  for (const values of sources) {
    const classes = values.flatMap((value) => classifyEnvironment(value) ?? []);
    if (classes.includes('production')) return 'production';
    if (classes.length > 0) return 'nonproduction';
  }
  return 'none';
}

function valuesOf(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    environmentKey.test(key) && !buildMode.test(key) ? [value] : [],
  );
}

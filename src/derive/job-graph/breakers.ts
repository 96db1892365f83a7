import type { StepFact } from '../../model/fact.ts';
import { type Edge, type JobGraph, type JobNode, type PipelineFact, reachedJobs } from './graph.ts';

/** What evaluates: a step, or a job that an activity rule marked itself, with the job that it stands in. */
export type Evaluation = { readonly fact: PipelineFact; readonly node: JobNode };

/** The graph, and all jobs that one of it waits for. */
export type Reachable = {
  readonly graph: JobGraph;
  readonly reach: (key: string) => ReadonlySet<string>;
};

const conditionLimit = 80;
const manualEvents = new Set(['workflow_dispatch', 'repository_dispatch']);

/**
 * Why no evaluation holds a deploying job up, a sentence a reason; none if one does. Takes all evaluations of the
 * repository. An evaluation of pull requests alone is no reason: whether it is required is a setting.
 */
export function findBreakers(
  node: JobNode,
  deploySteps: readonly StepFact[],
  evaluations: readonly Evaluation[],
  { graph, reach }: Reachable,
): readonly string[] {
  const all = reach(node.key);
  const unbroken = reachedJobs(graph, node.key, ({ despite }) => despite !== 'failure');
  const heeded = reachedJobs(graph, node.key, ({ despite }) => despite === undefined);
  const reasons = evaluations.map((evaluation): readonly string[] => {
    const { key } = evaluation.node;
    if (key === node.key) return ownReasons(evaluation, node, deploySteps);
    if (!all.has(key)) return outerReasons(evaluation, node, reach);
    const path = unbroken.has(key)
      ? heeded.has(key)
        ? []
        : [`runs even if the evaluation is skipped (${firstCondition(node, all, graph, 'skip')})`]
      : [`runs even if the evaluation fails (${firstCondition(node, all, graph, 'failure')})`];
    return [...path, ...weaknesses(evaluation)];
  });
  if (reasons.some((list, index) => list.length === 0 && isBefore(evaluations[index], node, all))) return [];
  // One of several that is started apart says nothing of the others.
  const areApart = evaluations.every((one) => isApart(one.fact) && !isBefore(one, node, all));
  return [...new Set(areApart && evaluations.length > 0 ? [...reasons.flat(), apart] : reasons.flat())].sort();
}

const apart = 'the evaluation runs only on a schedule or by hand';

/** Nothing that happens to the code starts it. */
function isApart({ triggers }: PipelineFact): boolean {
  return triggers.every((event) => event === 'schedule' || manualEvents.has(event));
}

function isBefore(evaluation: Evaluation | undefined, node: JobNode, reached: ReadonlySet<string>): boolean {
  return evaluation !== undefined && (evaluation.node.key === node.key || reached.has(evaluation.node.key));
}

/** The evaluation stands in the same job as the deploy. */
function ownReasons(evaluation: Evaluation, node: JobNode, deploySteps: readonly StepFact[]): readonly string[] {
  const at = evaluation.fact.kind === 'step' ? node.steps.indexOf(evaluation.fact) : -1;
  const [first] = deploySteps;
  if (first && node.steps.indexOf(first) < at) return ['the evaluation runs after it, not before'];
  const always = deploySteps.find((step) => step.always);
  const path = always ? [`runs even if the evaluation fails (${describeCondition(always)})`] : [];
  return [...path, ...weaknesses(evaluation)];
}

/** The job does not wait for the evaluation. */
function outerReasons({ fact, node: other }: Evaluation, node: JobNode, reach: Reachable['reach']): readonly string[] {
  if (reach(other.key).has(node.key)) return ['the evaluation runs after it, not before'];
  if (node.loose.includes(other.key))
    return [
      "starts after the evaluation's pipeline, however that ended (workflow_run without a test of its conclusion)",
    ];
  const shared = node.fact.triggers.find((event) => fact.triggers.includes(event) && !manualEvents.has(event));
  return shared === undefined ? [] : [`starts by itself on the same ${shared}, beside the evaluation`];
}

/** What lets an evaluation end well that did not pass. */
function weaknesses({ fact, node }: Evaluation): readonly string[] {
  const reasons = fact.tolerant ? ['the evaluation may fail without stopping it (its failure is ignored)'] : [];
  if (fact.kind === 'job') return reasons;
  // A job that is skipped takes those that need it along; a step takes nothing along.
  const asked = [fact.guard ?? '', fact.condition === node.fact.condition ? '' : (fact.condition ?? '')].join(' ');
  if (/\b(?:secrets\.|\w*(?:API_?KEY|TOKEN|SECRET|CREDENTIALS?|PASSWORD)\b)/i.test(asked))
    return [...reasons, 'the evaluation is skipped when its secret is missing'];
  if (/skip|bypass|force|override/i.test(asked)) return [...reasons, 'the evaluation can be skipped on demand'];
  if (/(?:^|\s)(?:-[efsrd]|hashFiles)\b/.test(asked))
    return [...reasons, 'the evaluation is skipped when a file is missing'];
  if (/labels|actor|draft|\.fork|head\.repo|commit_message|head_commit/.test(asked))
    return [...reasons, 'the evaluation is skipped for some changes'];
  return reasons;
}

/** The condition of the nearest job that goes on although what it needs has ended like this. */
function firstCondition(node: JobNode, reached: ReadonlySet<string>, graph: JobGraph, ending: Edge['despite']): string {
  const jobs = [node, ...[...reached].flatMap((key) => graph.get(key) ?? [])];
  const found = jobs.find(({ edges }) => edges.some(({ despite }) => despite === ending));
  return describeCondition((found ?? node).fact);
}

function describeCondition({ condition = '' }: PipelineFact): string {
  const text = condition.replace(/\s+/g, ' ').trim();
  return `if: ${text.length > conditionLimit ? `${text.slice(0, conditionLimit)}…` : text}`;
}

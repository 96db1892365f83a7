import type { EnvironmentClass, StepFact } from '../../model/fact.ts';
import { type Evaluation, findBreakers, type Reachable } from './breakers.ts';
import { type Deploy, findOtherEntries } from './entries.ts';
import type { JobNode } from './graph.ts';
import type { Marks } from './marks.ts';

/** What is known of the jobs before their gates are judged. */
export type GateInput = Reachable & {
  readonly marks: Marks;
  readonly order: ReadonlyMap<StepFact, readonly string[]>;
  readonly needsActivity: ReadonlyMap<string, readonly string[]>;
  readonly classOf: (key: string) => EnvironmentClass | undefined;
};

export type Gate = {
  readonly breakers: readonly string[];
  /** Places of jobs that deploy the same past it. */
  readonly others: readonly string[];
};

const [deploying, evaluating, approving, returning] = ['deploys', 'evaluates', 'approves', 'rolls-back'] as const;

/** The gates of all jobs that deploy, by job: what breaks them, and who goes past them. */
export function judgeDeploys(input: GateInput): ReadonlyMap<string, Gate> {
  const nodes = [...input.graph.values()];
  const evaluations = nodes.flatMap((node) => findEvaluations(node, input));
  const deploys = nodes.flatMap((node) => readDeploy(node, evaluations, input));
  return new Map(
    deploys.map((deploy) => [
      deploy.node.key,
      { breakers: deploy.breakers, others: findOtherEntries(deploy, withoutStages(deploy, deploys, input)) },
    ]),
  );
}

/** What a deploy itself waits for is a stage on its way, and none past its gate. */
function withoutStages(
  { node }: Deploy,
  deploys: readonly BrokenDeploy[],
  { reach }: GateInput,
): readonly BrokenDeploy[] {
  const before = reach(node.key);
  return deploys.filter((other) => !before.has(other.node.key));
}

function findEvaluations(node: JobNode, { marks }: GateInput): readonly Evaluation[] {
  return factsOf(node)
    .filter((fact) => fact.disabled === undefined && marks.get(fact)?.includes(evaluating))
    .map((fact) => ({ fact, node }));
}

type BrokenDeploy = Deploy & { readonly breakers: readonly string[] };

function readDeploy(node: JobNode, evaluations: readonly Evaluation[], input: GateInput): readonly BrokenDeploy[] {
  const { marks, order, needsActivity, classOf } = input;
  const active = factsOf(node).filter(({ disabled }) => disabled === undefined);
  const facts = active.filter((fact) => marks.get(fact)?.includes(deploying));
  if (facts.length === 0) return [];
  const steps = facts.filter((fact): fact is StepFact => fact.kind === 'step');
  const breakers = findBreakers(node, steps, evaluations, input);
  const [first] = steps;
  // Its environment asks for a yes before any of its steps.
  const asked = node.fact.reviewers === 'required' ? [approving] : [];
  const passed = [...asked, ...(needsActivity.get(node.key) ?? []), ...((first && order.get(first)) ?? [])];
  const gates = new Set(passed.filter((name) => name === approving || (name === evaluating && breakers.length === 0)));
  const rollsBack = active.some((fact) => marks.get(fact)?.includes(returning)) || takesVersion(node, steps);
  return [{ node, environmentClass: classOf(node.key) ?? 'none', gates, rollsBack, breakers }];
}

const chosenVersion =
  /\$\{\{[^}]*\b(?:inputs|parameters)\.\w*(?:tag|version|sha|revision|digest|commit|release)\w*[^}]*\}\}/i;

/** A person brings back something that was built before, and that has passed then. */
function takesVersion({ fact }: JobNode, steps: readonly StepFact[]): boolean {
  return (
    fact.manual &&
    steps.some(({ command = '', with: inputs, env }) =>
      [command, ...Object.values(inputs), ...Object.values(env)].some((text) => chosenVersion.test(text)),
    )
  );
}

function factsOf({ fact, steps }: JobNode) {
  return fact.kind === 'job' ? [fact, ...steps] : steps;
}

import type { YamlMap, YamlNode } from '../../lib/yaml-nodes.ts';
import { itemsOf, textAt, textsOf, valueAt } from '../pipeline/look-up.ts';

/** What the order of stages has to know of a job. */
export type Staged = { readonly id: string; readonly body: YamlMap; readonly optional: boolean };

const untoldStages = ['build', 'test', 'deploy'];

/** The stages of a pipeline in order. Format: https://docs.gitlab.com/ci/yaml/#stages */
export function readStages(root: YamlNode): readonly string[] {
  const stages = textsOf(valueAt(root, 'stages') ?? valueAt(root, 'types'));
  return ['.pre', ...(stages.length === 0 ? untoldStages : stages), '.post'];
}

/**
 * The jobs that each job waits for: those it names, or else all of earlier stages. Nothing waits for a job that a person
 * may start or not.
 */
export function readNeeds(jobs: readonly Staged[], stages: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byStage = new Map<string, readonly string[]>();
  for (const { id, body, optional } of jobs) {
    const stage = stageOf(body);
    if (!optional) byStage.set(stage, [...(byStage.get(stage) ?? []), id]);
  }
  const before = new Map<string, readonly string[]>();
  let earlier: readonly string[] = [];
  for (const stage of stages) {
    before.set(stage, earlier);
    const own = byStage.get(stage);
    if (own) earlier = [...earlier, ...own];
  }
  return new Map(jobs.map(({ id, body }) => [id, readOwnNeeds(body) ?? before.get(stageOf(body)) ?? []]));
}

function stageOf(body: YamlMap): string {
  return textAt(body, 'stage') ?? 'test';
}

/** Format: https://docs.gitlab.com/ci/yaml/#needs */
function readOwnNeeds(body: YamlMap): readonly string[] | undefined {
  const needs = valueAt(body, 'needs');
  if (needs === undefined) return undefined;
  return itemsOf(needs).flatMap((item) => {
    if (item.kind === 'scalar') return item.text === '' ? [] : [item.text];
    const isElsewhere = valueAt(item, 'project') !== undefined || valueAt(item, 'pipeline') !== undefined;
    const job = textAt(item, 'job');
    return job === undefined || isElsewhere ? [] : [job];
  });
}

import { showableValue } from '../../lib/secret-names.ts';
import { jobLimit } from '../pipeline/facts.ts';
import { joinConditions } from '../pipeline/job.ts';
import { type Call, readCall, textOf } from './call.ts';
import { draftJob, enter, type Place, takeId, type Walk } from './place.ts';
import type { Block } from './statements.ts';
import { applyWhen } from './when.ts';

/** A stage is a job that waits for the one before it. One that only holds other stages is none itself. */
export function walkStage(call: Call, block: Block, place: Place, walk: Walk): void {
  if (walk.jobs.length > jobLimit) return;
  const path = [...place.path, textOf(call.values[0] ?? call.named.get('name'))];
  const when = directive('when', block);
  const { events, condition, disabled } = when === undefined ? place : applyWhen(when, place.events);
  const off = place.disabled ?? disabled;
  const own = when === undefined ? undefined : condition;
  const stageCondition = joinConditions(place.stageCondition, place.condition, own);
  const job = draftJob({
    id: takeId(path.join('/'), walk),
    line: call.line,
    events,
    needs: walk.last,
    condition: stageCondition,
    disabled: off,
    tolerant: place.tolerant,
  });
  const before = walk.jobs.push(job);
  const env = { ...place.env, ...readEnvironment(block) };
  const inside = { job, path, events, condition: undefined, stageCondition, disabled: off, env };
  walk.visit(block.statements, enter(place, inside), walk);
  const hasStages = walk.jobs.length > before;
  if (hasStages && job.steps.length === 0) walk.jobs.splice(before - 1, 1);
  if (!hasStages) walk.last = [job.id];
}

function directive(name: string, { statements }: Block): Block | undefined {
  return statements.map(readCall).find((call) => call?.name === name)?.block;
}

/** Variables of `environment { NAME = 'value' }`. */
export function readEnvironment(block: Block): Readonly<Record<string, string>> {
  const pairs = (directive('environment', block)?.statements ?? []).flatMap(({ items: [name, equals, ...value] }) => {
    if (name?.kind !== 'word' || equals?.kind !== 'sign') return [];
    return [[name.text, showableValue(name.text, textOf(value))] as const];
  });
  return Object.fromEntries(pairs);
}

import { joinConditions } from '../pipeline/job.ts';
import { readCall, textOf } from './call.ts';
import { addSteps, blocksOf, draftJob, enter, type Place, takeId, type Walk } from './place.ts';
import type { Block, Item, Statement } from './statements.ts';
import { readSteps } from './steps.ts';
import { applyIf } from './when.ts';

/** `if (…) { … } else { … }`: both are read, each under its condition. */
export function walkIf(statement: Statement, place: Place, walk: Walk): void {
  addSteps(readSteps(statement, undefined, walk.reading), place);
  const group = statement.items.find((item) => item.kind === 'group');
  const condition = group?.kind === 'group' ? describeCondition(group.items) : '';
  const [first, ...others] = blocksOf(statement.items);
  if (first) {
    const { events, disabled } = applyIf(condition, place.events);
    walk.visit(first.statements, under(condition, { ...place, events, disabled: place.disabled ?? disabled }), walk);
  }
  for (const other of others) walk.visit(other.statements, under(`!(${condition})`, place), walk);
}

function under(condition: string, place: Place): Place {
  return enter(place, { condition: joinConditions(place.condition, condition) });
}

function describeCondition(items: readonly Item[]): string {
  return items.map((item) => (item.kind === 'string' ? `'${item.text}'` : textOf([item]))).join(' ');
}

/** A `catch` that throws nothing lets the build go on. */
export function walkTry({ items }: Statement, place: Place, walk: Walk): void {
  const parts = items.flatMap((item, index) =>
    item.kind === 'block' ? [{ word: wordBefore(items, index), block: item }] : [],
  );
  const caught = parts.find(({ word }) => word === 'catch')?.block;
  const isOverlooked = caught !== undefined && !rethrows(caught);
  for (const { word, block } of parts) {
    if (word === 'finally') walk.visit(block.statements, under('always()', place), walk);
    else if (word === 'catch') walk.visit(block.statements, under('failure()', place), walk);
    else walk.visit(block.statements, enter(place, { tolerant: place.tolerant || isOverlooked }), walk);
  }
}

function wordBefore(items: readonly Item[], index: number): string | undefined {
  const word = items.slice(0, index).findLast((item) => item.kind === 'word');
  return word?.kind === 'word' ? word.text : undefined;
}

function rethrows({ statements }: Block): boolean {
  return statements.some(({ items }) =>
    items.some((item) => {
      if (item.kind === 'block') return rethrows(item);
      if (item.kind === 'word') return item.text === 'throw' || item.text === 'error';
      return item.kind === 'string' && /^(?:FAILURE|ABORTED)$/.test(item.text);
    }),
  );
}

const statuses: Readonly<Record<string, string>> = {
  success: 'success()',
  failure: 'failure()',
  unsuccessful: 'failure()',
  unstable: 'failure()',
  aborted: 'cancelled()',
};

/**
 * What comes after a stage, or after all of them in a job `post`.
 * Format: https://www.jenkins.io/doc/book/pipeline/syntax/#post
 */
export function walkPost(block: Block, place: Place, walk: Walk): void {
  const parts = block.statements.flatMap((statement) => {
    const call = readCall(statement);
    if (call?.block === undefined) return [];
    return [{ statements: call.block.statements, condition: statuses[call.name] ?? 'always()' }];
  });
  const visit = (job: Place['job'], chosen: typeof parts) => {
    for (const { statements, condition } of chosen) walk.visit(statements, enter(place, { job, condition }), walk);
  };
  if (place.path.length > 0) {
    visit(place.job, parts);
    return;
  }
  // What waits for success is held up by a stage that failed; the rest is not.
  const passed = parts.filter(({ condition }) => condition === 'success()');
  const others = parts.filter((part) => !passed.includes(part));
  const shared = { line: block.line, events: place.events, needs: walk.last };
  for (const chosen of [passed, others].filter((some) => some.length > 0)) {
    const condition = chosen === others ? 'always()' : undefined;
    const job = draftJob({ id: takeId('post', walk), ...shared, condition });
    visit(job, chosen);
    if (job.steps.length > 0) walk.jobs.push(job);
  }
}

/** Stages in it wait for the same, and what comes behind them waits for all. */
export function walkParallel(statement: Statement, place: Place, walk: Walk): void {
  const call = readCall(statement);
  const before = walk.last;
  const ends: string[] = [];
  const stages = call?.block?.statements.map((stage) => [stage]) ?? [];
  const closures = [...(call?.named.values() ?? [])].flatMap(blocksOf).map((block) => block.statements);
  for (const statements of [...stages, ...closures]) {
    walk.last = before;
    walk.visit(statements, enter(place), walk);
    if (walk.last !== before) ends.push(...walk.last);
  }
  walk.last = ends.length === 0 ? before : ends;
}

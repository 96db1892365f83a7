import type { Event } from '../pipeline/events.ts';
import type { Job, Step } from '../pipeline/job.ts';
import { type Reading, spend } from '../pipeline/reading.ts';
import { walkIf, walkParallel, walkPost, walkTry } from './branches.ts';
import { type Call, readCall, textOf } from './call.ts';
import { addSteps, blocksOf, draftJob, enter, type Place, type Walk } from './place.ts';
import { readEnvironment, walkStage } from './stage.ts';
import type { Block, Item, Statement } from './statements.ts';
import { readSteps } from './steps.ts';

const depthLimit = 100;

/** Calls of functions of the file that are followed. */
const callLimit = 500;

/** Blocks that say something of a stage and hold no steps. */
const directives = new Set([
  'agent',
  'axes',
  'environment',
  'excludes',
  'libraries',
  'options',
  'parameters',
  'tools',
  'triggers',
  'when',
]);

/**
 * The stages of a pipeline as jobs, each of which waits for the one before it; what stands outside of any stage is the
 * job `pipeline`. Takes declarative and scripted pipelines alike.
 * Format: https://www.jenkins.io/doc/book/pipeline/syntax/
 */
export function readStages(
  statements: readonly Statement[],
  events: readonly Event[],
  reading: Reading,
): readonly Job[] {
  const functions = findFunctions(statements);
  const walk: Walk = {
    jobs: [],
    ids: new Map([['pipeline', 1]]),
    functions,
    reading,
    visit: walkAll,
    calls: 0,
    last: [],
  };
  const job = draftJob({ id: 'pipeline', line: statements[0]?.line ?? 1, events });
  walkAll(statements, { job, path: [], events, tolerant: false, env: {}, calls: [], depth: 0 }, walk);
  if (job.steps.length > 0) return [job, ...walk.jobs];
  return walk.jobs.length > 0 ? walk.jobs : [{ ...job, uses: findLibraryCall(statements) }];
}

/** A pipeline that a shared library holds: `standardPipeline { … }`. */
function findLibraryCall(statements: readonly Statement[]): string | undefined {
  const calls = statements.flatMap((statement) => readCall(statement) ?? []);
  return calls.find(({ name, block }) => block !== undefined && name !== 'pipeline' && name !== 'node')?.name;
}

function walkAll(statements: readonly Statement[], place: Place, walk: Walk): void {
  if (place.depth > depthLimit) return;
  for (const statement of statements) if (spend(walk.reading, 1)) walkStatement(statement, place, walk);
}

function walkStatement(statement: Statement, place: Place, walk: Walk): void {
  const call = readCall(statement);
  const name = call?.name ?? '';
  if (functionName(statement.items) !== undefined || directives.has(name)) return;
  const local = call?.block === undefined ? walk.functions.get(name) : undefined;
  if (local) walkFunction(name, local, place, walk);
  else if (name === 'stage' && call?.block) walkStage(call, call.block, place, walk);
  else if (name === 'parallel') walkParallel(statement, place, walk);
  else if (name === 'if') walkIf(statement, place, walk);
  else if (name === 'try') walkTry(statement, place, walk);
  else if (name === 'post' && call?.block) walkPost(call.block, place, walk);
  else if (name === 'input' && call) addInput(statement, call, place, walk);
  else walkStep(statement, call, place, walk);
}

/** One that calls itself is followed once, and only so many at all: functions that call each other grow fast. */
function walkFunction(name: string, { statements }: Block, place: Place, walk: Walk): void {
  walk.calls += 1;
  if (place.calls.includes(name) || place.calls.length >= 5 || walk.calls > callLimit) return;
  walkAll(statements, enter(place, { calls: [...place.calls, name] }), walk);
}

/** A step with a closure only surrounds others. */
function walkStep(statement: Statement, call: Call | undefined, place: Place, walk: Walk): void {
  const blocks = blocksOf(statement.items);
  const steps = readSteps(statement, call, walk.reading);
  addSteps(blocks.length === 0 ? steps : steps.filter(({ uses }) => uses === undefined), place);
  const inside = enter(place, changesOf(call, place));
  for (const block of blocks) walkAll(block.statements, inside, walk);
}

/** What a step changes for those in its closure. */
function changesOf(call: Call | undefined, place: Place): Partial<Place> {
  const first = textOf(call?.values[0]);
  switch (call?.name) {
    case 'pipeline':
      return call.block === undefined ? {} : { env: readEnvironment(call.block) };
    case 'dir':
      return { directory: [place.directory, first.replace(/^\.\/+/, '')].filter(Boolean).join('/') };
    case 'catchError':
    case 'warnError':
      return { tolerant: true };
    case 'withEnv':
      return { env: { ...place.env, ...readAssignments(first) } };
    default:
      return {};
  }
}

function readAssignments(text: string): Readonly<Record<string, string>> {
  const pairs = text
    .replace(/^\[|\]$/g, '')
    .split(/\s*,\s*/)
    .map((pair) => /^\s*(\w+)=(.*)$/.exec(pair) ?? []);
  return Object.fromEntries(pairs.flatMap(([, key, value]) => (key && value !== undefined ? [[key, value]] : [])));
}

/** A person has to say yes: as a step, or as what lets a stage start. */
function addInput(statement: Statement, call: Call, place: Place, walk: Walk): void {
  place.job.manual = true;
  const steps = readSteps(statement, call, walk.reading);
  addSteps(call.block === undefined ? steps : [readQuestion(call, call.block)], place);
}

function readQuestion({ line, name }: Call, { statements }: Block): Step {
  const options = statements.flatMap((statement) => {
    const option = readCall(statement);
    return option === undefined ? [] : [[option.name, textOf(option.values[0])] as const];
  });
  return { line, uses: name, with: Object.fromEntries(options) };
}

function findFunctions(statements: readonly Statement[]): ReadonlyMap<string, Block> {
  const pairs = statements.flatMap(({ items }) => {
    const name = functionName(items);
    const body = items.find((item): item is Block => item.kind === 'block');
    return name === undefined || body === undefined ? [] : [[name, body] as const];
  });
  return new Map(pairs);
}

/** `def deploy(env) { … }`, `void deploy() { … }` */
function functionName([first, second, third]: readonly Item[]): string | undefined {
  if (first?.kind !== 'word' || second?.kind !== 'word' || third?.kind !== 'group' || third.open !== '(')
    return undefined;
  const isType = /^(?:def|void|boolean|int|private|static|[A-Z]\w*)$/.test(first.text);
  return isType ? second.text : undefined;
}

import { joinFolder } from '../lib/folders.ts';
import { type Bindings, bindInputs, bindValues } from '../lib/inputs.ts';
import type { CommandWords } from '../model/command-words.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Fact, ScriptCommand, ScriptFact, StepFact } from '../model/fact.ts';
import { bindActionInputs, bindArguments, bindText } from './resolve-commands/bind.ts';
import {
  type Definitions,
  type FoundScript,
  findAction,
  findBeside,
  findScripts,
  indexScripts,
} from './resolve-commands/definitions.ts';
import { enterScript } from './resolve-commands/enter-script.ts';
import { judgeCommand } from './resolve-commands/idle.ts';
import { indexRunners, type RunnerStarts, readRunnerCalls } from './resolve-commands/runner-call.ts';

/** How deep scripts that start scripts are followed. */
export const followDepthLimit = 5;

/** Commands that one step may come to. */
export const followedCommandLimit = 2000;

/** Commands that all steps of a repository may come to. */
export const followedTotalLimit = 100_000;

type Walk = {
  readonly definitions: Definitions;
  readonly starts: RunnerStarts;
  /** Formats whose scripts take arguments at their end. */
  readonly appending: ReadonlySet<string>;
  readonly depth: number;
  /** Scripts that are being followed, so that one that starts itself is not. */
  readonly open: ReadonlySet<ScriptFact>;
  readonly budget: { left: number; isDeep: boolean; isFull: boolean };
};

type Resolved = { readonly facts: readonly StepFact[]; readonly acts: boolean };

export type ResolvedCommands = { readonly facts: readonly Fact[]; readonly diagnostics: readonly Diagnostic[] };

/**
 * Follows what steps start into the scripts of the repository. A step that was found stays, with `followed`, and what it
 * comes to stands behind it at the same place, with the places of the scripts in `via`. A command that only prints, and a
 * step that comes to nothing else, is switched off.
 */
export function resolveCommands(facts: readonly Fact[], words: CommandWords): ResolvedCommands {
  const shared = {
    definitions: indexScripts(facts),
    starts: indexRunners(words.runners),
    appending: new Set(words.runners.filter(({ appends }) => appends).map(({ of }) => of)),
  };
  const diagnostics: Diagnostic[] = [];
  let total = followedTotalLimit;
  const resolved = facts.flatMap((fact): readonly Fact[] => {
    if (fact.kind !== 'step') return [fact];
    const allowed = Math.min(followedCommandLimit, total);
    const budget = { left: allowed, isDeep: false, isFull: false };
    const { facts: found } = resolveStep(fact, { ...shared, depth: 0, open: new Set(), budget });
    total -= allowed - budget.left;
    if (budget.isFull || budget.isDeep) diagnostics.push(describeLimit(fact, budget.isDeep));
    return found;
  });
  return { facts: resolved, diagnostics };
}

function describeLimit({ at }: StepFact, isDeep: boolean): Diagnostic {
  const message = isDeep
    ? `scripts that start each other more than ${followDepthLimit} deep were not followed`
    : `only the first ${followedCommandLimit} commands of a step, and ${followedTotalLimit} of all, were followed`;
  return { level: 'warning', code: 'limit-reached', message, at };
}

function resolveStep(step: StepFact, walk: Walk): Resolved {
  const found = findCalled(step, walk);
  const follow = found.filter(({ script }) => !walk.open.has(script));
  if (follow.length > 0 && walk.depth >= followDepthLimit) walk.budget.isDeep = true;
  if (follow.length === 0 || walk.depth >= followDepthLimit) return judgeStep(step);
  const inner = follow.map((call) => followScript(call, step, { ...walk, depth: walk.depth + 1 }));
  const acts = follow.length < found.length || inner.some((resolved) => resolved.acts);
  const [first] = follow;
  const reason = first && `all it comes to is printing (${first.script.at.path}:${first.script.at.line})`;
  const isOff = step.disabled === undefined && !acts && reason !== undefined;
  return {
    facts: [
      { ...step, followed: true, ...(isOff ? { disabled: reason } : {}) },
      ...inner.flatMap((resolved) => resolved.facts),
    ],
    acts,
  };
}

function judgeStep(step: StepFact): Resolved {
  const does = step.command === undefined ? 'acts' : judgeCommand(step.command);
  const isOff = does === 'prints' && step.disabled === undefined;
  return { facts: [isOff ? { ...step, disabled: 'it only prints' } : step], acts: does === 'acts' };
}

/** The scripts that a step starts by its words; of wrappers that are runners too, the outermost that finds one counts. */
function findCalled(step: StepFact, { definitions, starts }: Walk): readonly FoundScript[] {
  if (step.uses !== undefined) {
    const action = /^\.\.?(?:\/|$)/.test(step.uses) ? findAction(step.uses, definitions) : undefined;
    return action === undefined ? [] : [{ script: action, name: action.name, arguments: [] }];
  }
  if (step.command === undefined) return [];
  const { command } = step;
  const directory = joinFolder('', step.directory ?? '');
  const written = step.words ?? command.split(' ');
  const wrapped = countWrappers(command, written);
  for (let at = 0; at <= wrapped; at += 1) {
    const rest =
      at === wrapped ? [nameOf(command, written.slice(at + 1)) ?? '', ...written.slice(at + 1)] : written.slice(at);
    for (const call of readRunnerCalls(rest, starts)) {
      const found = findScripts(call, directory, definitions);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** How many of the words that are written stand in front of the command. */
function countWrappers(command: string, written: readonly string[]): number {
  const found = written.findIndex((word, index) => {
    const name = nameOf(command, written.slice(index + 1));
    return name !== undefined && (word === name || word.endsWith(`/${name}`));
  });
  return Math.max(0, found);
}

/** The first word of a command that ends with these words. */
function nameOf(command: string, words: readonly string[]): string | undefined {
  const tail = words.map((word) => ` ${word}`).join('');
  return command.endsWith(tail) ? command.slice(0, command.length - tail.length) : undefined;
}

function followScript(call: FoundScript, step: StepFact, walk: Walk): Resolved {
  const { script } = call;
  const open = new Set([...walk.open, script]);
  const bindings = script.runner === 'action' ? bindActionInputs(script, step.with) : bindArguments(call);
  const takesMore = walk.appending.has(script.runner) && call.arguments.length > 0;
  const appended = takesMore ? ` ${call.arguments.join(' ')}` : '';
  const results: Resolved[] = [];
  for (const [index, command] of script.commands.entries()) {
    if (walk.budget.left <= 0) walk.budget.isFull = true;
    if (walk.budget.isFull) break;
    walk.budget.left -= 1;
    const tail = index === script.commands.length - 1 ? appended : '';
    results.push(runCommand(command, script, step, bindings, tail, { ...walk, open }));
  }
  return { facts: results.flatMap(({ facts }) => facts), acts: results.some(({ acts }) => acts) };
}

function runCommand(
  command: ScriptCommand,
  script: ScriptFact,
  step: StepFact,
  bindings: Bindings,
  tail: string,
  walk: Walk,
): Resolved {
  const inner = enterScript(command, script, step, bindings);
  if (command.does === 'call') {
    const called = findBeside(script, command.script, walk.definitions);
    if (called === undefined || walk.open.has(called)) return { facts: [], acts: called === undefined };
    const words = command.arguments.map((word) => bindText(word, bindings));
    // What the caller was given goes on to what its file calls, as variables of make do.
    const given = [...bindings].filter(([name]) => /^\w+$/.test(name)).map(([name, value]) => `${name}=${value}`);
    const inherited = script.runner === 'makefile' ? given : [];
    return followScript({ script: called, name: command.script, arguments: [...words, ...inherited] }, inner, walk);
  }
  if (command.does === 'use') {
    const uses = { uses: command.uses, with: bindValues(command.with, bindings) };
    return resolveStep({ ...inner, ...uses }, walk);
  }
  if (command.command === '') return { facts: [inner], acts: true };
  const bind = (text: string) => bindInputs(bindText(text, bindings), bindings);
  const words = command.words?.map(bind);
  const text = {
    command: bind(command.command) + tail,
    ...(words === undefined ? {} : { words: withTail(words, tail) }),
  };
  return resolveStep({ ...inner, ...text }, walk);
}

function withTail(words: readonly string[], tail: string): readonly string[] {
  return tail === '' ? words : [...words, ...tail.slice(1).split(' ')];
}

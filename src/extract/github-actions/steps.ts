import { joinFolder } from '../../lib/folders.ts';
import type { StepFact } from '../../model/fact.ts';
import type { ExtractTools, SourceFile } from '../../model/source.ts';
import type { ShellOptions } from '../shell.ts';
import { mayOutlive, unwrapExpression } from './condition.ts';
import { isTolerant, type Job, readSchedule } from './jobs.ts';
import { entryOf, textAt, valueAt } from './look-up.ts';
import { parseScript } from './scripts.ts';
import { describeEvents } from './triggers.ts';
import { readValues } from './values.ts';
import type { Tree } from './yaml-tree.ts';

/**
 * The facts of one step: one for an action, one for each simple command of a script, one without a command for a script
 * that is not for a shell.
 */
export function extractStep(step: Tree, job: Job, file: SourceFile, tools: ExtractTools): readonly StepFact[] {
  const shared = readShared(step, job, file);
  return [...extractAction(step, shared), ...extractScript(step, job, shared, tools)];
}

function extractAction(step: Tree, shared: StepFact): readonly StepFact[] {
  const action = textAt(step, 'uses');
  const line = entryOf(step, 'uses')?.line;
  if (action === undefined || line === undefined) return [];
  return [{ ...shared, at: { ...shared.at, line }, uses: action, with: readValues(valueAt(step, 'with')) }];
}

function readShared(step: Tree, job: Job, file: SourceFile): StepFact {
  const condition = joinConditions(job.context.condition, textAt(step, 'if'));
  const directory = textAt(step, 'working-directory');
  const env = valueAt(step, 'env');
  const { events, disabled } = readSchedule(step, job);
  return {
    kind: 'step',
    at: { path: file.path, line: step.line },
    role: file.role,
    ...(disabled === undefined ? {} : { disabled }),
    ...job.context,
    ...describeEvents(events),
    ...(condition === undefined ? {} : { condition }),
    ...(directory === undefined ? {} : { directory }),
    tolerant: job.context.tolerant || isTolerant(step),
    always: mayOutlive(textAt(step, 'if'), '', 'failure'),
    afterActivity: [],
    with: {},
    env: env === undefined ? job.env : { ...job.env, ...readValues(env) },
  };
}

function joinConditions(ofJob: string | undefined, ofStep: string | undefined): string | undefined {
  if (ofJob === undefined || ofStep === undefined) return ofStep ?? ofJob;
  return `(${unwrapExpression(ofJob)}) && (${unwrapExpression(ofStep)})`;
}

function extractScript(step: Tree, job: Job, shared: StepFact, tools: ExtractTools): readonly StepFact[] {
  const run = entryOf(step, 'run');
  if (run?.value.kind !== 'scalar' || run.value.text.trim() === '') return [];
  const shell = textAt(step, 'shell') ?? job.shell ?? '';
  if (!isPosixShell(shell)) return [{ ...shared, at: { ...shared.at, line: run.line } }];
  return parseScript(run.value, tools, readModes(shell)).map(({ text, written, line, tolerant, directory, guard }) => ({
    ...shared,
    at: { ...shared.at, line },
    command: text,
    ...(written === undefined ? {} : { words: written }),
    ...(directory === undefined ? {} : { directory: joinFolder(shared.directory ?? '', directory) }),
    ...(guard === undefined ? {} : { guard }),
    tolerant: shared.tolerant || tolerant,
  }));
}

/** Nothing said is `bash -e`; a shell that an expression names is taken for one too. */
function isPosixShell(shell: string): boolean {
  return shell === '' || /^\$\{\{|^(?:\S*\/)?(?:ba|da|z|k)?sh(?:\s|$)/.test(shell);
}

/** `bash` alone stands for `bash -eo pipefail`, nothing said for `bash -e`; a template has the options that it names. */
function readModes(shell: string): ShellOptions {
  const isTemplate = shell.includes('{0}');
  return {
    errexit: !isTemplate || /\s-[a-z]*e|\berrexit\b/i.test(shell),
    pipefail: shell === 'bash' || /\bpipefail\b/.test(shell),
  };
}

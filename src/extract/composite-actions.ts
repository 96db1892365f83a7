import { folderOf } from '../lib/folders.ts';
import type { ScriptCommand, StepFact } from '../model/fact.ts';
import { jobContext } from '../model/job-context.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import type { Job } from './github-actions/jobs.ts';
import { textAt, valueAt } from './github-actions/look-up.ts';
import { extractStep } from './github-actions/steps.ts';
import { parseYaml, type Tree } from './github-actions/yaml-tree.ts';
import { extractScripts, refuseLong } from './scripts/commands.ts';

/**
 * The steps of a composite action, under the action's folder. Actions in JavaScript or in an image give none.
 * Format: https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
 */
export const compositeActions: Extractor = {
  name: 'composite-actions',
  languages: ['bash'],
  gives: ['script', 'step'],
  claims: (path) => /(?:^|\/)action\.ya?ml$/.test(path),
  extract: extractAction,
};

function extractAction(file: SourceFile, tools: ExtractTools): Extraction {
  const refused = refuseLong(file);
  if (refused) return refused;
  const { tree, problems } = parseYaml(file.text);
  const [problem] = problems;
  if (problem)
    return {
      facts: [],
      diagnostics: [diagnose(file, 'file-unparsed', `not valid YAML: ${problem.message}`, problem.line)],
    };
  const steps = valueAt(tree, 'runs', 'steps');
  if (textAt(tree, 'runs', 'using') !== 'composite' || steps?.kind !== 'list') return { facts: [], diagnostics: [] };
  const commands = steps.items.flatMap((step) => extractStep(step, actionJob, file, tools).flatMap(commandOf));
  const script = { name: folderOf(file.path), line: 1, parameters: readInputs(tree), pieces: commands };
  return extractScripts([script], 'action', file, tools);
}

/** The job of whoever uses the action: nothing is known of it here. */
const actionJob: Job = {
  line: 1,
  events: [],
  context: jobContext({ provider: 'github-actions', job: '', triggers: [] }),
  links: {},
  with: {},
  env: {},
  steps: [],
};

/** A step as a command of a script. */
export function commandOf(step: StepFact): ScriptCommand {
  const { at, tolerant, disabled, directory, condition, guard, env } = step;
  const context = {
    line: at.line,
    tolerant,
    ...(disabled === undefined ? {} : { disabled }),
    ...(directory === undefined ? {} : { directory }),
    ...(condition === undefined ? {} : { condition }),
    ...(guard === undefined ? {} : { guard }),
    env,
  };
  if (step.uses !== undefined) return { ...context, does: 'use', uses: step.uses, with: step.with };
  // A script that is not for a shell is a command that nobody knows.
  const words = step.words === undefined ? {} : { words: step.words };
  return { ...context, does: 'run', command: step.command ?? '', ...words };
}

function readInputs(tree: Tree | undefined) {
  const inputs = valueAt(tree, 'inputs');
  return (inputs?.kind === 'map' ? inputs.entries : []).map(({ key, value }) => {
    const text = textAt(value, 'default');
    return text === undefined ? { name: key } : { name: key, default: text };
  });
}

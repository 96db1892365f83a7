import type { YamlNode } from '../lib/yaml-nodes.ts';
import type { Extractor } from '../model/source.ts';
import { extractYamlPipeline } from './pipeline/facts.ts';
import type { Job, Step } from './pipeline/job.ts';
import { itemsOf, lineOf, textAt, textsOf, valueAt } from './pipeline/look-up.ts';
import { type Reading, spend } from './pipeline/reading.ts';
import { describeCommand, readScript } from './pipeline/script.ts';
import { readValues } from './pipeline/values.ts';
import { parseCommands } from './shell.ts';

const key = /\bsteps["']?[ \t]*:/;

/**
 * Steps of Google Cloud Build, each of them a job that waits for those before it: `uses` is its image, `command` its
 * arguments. What starts a build is not in the file.
 * Format: https://cloud.google.com/build/docs/build-config-file-schema
 */
export const cloudBuild: Extractor = {
  name: 'cloud-build',
  languages: ['bash'],
  gives: ['job', 'step'],
  claims: (path) =>
    /(?:^|\/)[^/]*cloud-?build[^/]*\.(?:ya?ml|json)$|(?:^|\/)\.?cloud-?builds?\/.*\.(?:ya?ml|json)$/i.test(path),
  extract: (file, tools) => extractYamlPipeline({ provider: 'cloud-build', key, readJobs }, file, tools),
};

function* readJobs(root: YamlNode, reading: Reading): Generator<Job> {
  const env = { ...readValues(valueAt(root, 'substitutions')), ...readValues(valueAt(root, 'options', 'env')) };
  const steps = itemsOf(valueAt(root, 'steps')).filter((step) => textAt(step, 'name') !== undefined);
  const before: string[] = [];
  for (const [index, step] of steps.entries()) {
    const id = textAt(step, 'id') ?? `step-${index + 1}`;
    yield {
      id,
      line: lineOf(step, 'name'),
      events: [],
      needs: readNeeds(step, before),
      directory: textAt(step, 'dir'),
      tolerant: textAt(step, 'allowFailure') === 'true' || textsOf(valueAt(step, 'allowExitCodes')).includes('1'),
      env: { ...env, ...readValues(valueAt(step, 'env')) },
      steps: readStep(step, reading),
    };
    before.push(id);
  }
}

/** All steps before it, those that it names, or none (`-`). */
function readNeeds(step: YamlNode, before: readonly string[]): readonly string[] {
  const waitFor = valueAt(step, 'waitFor');
  return waitFor === undefined ? [...before] : textsOf(waitFor).filter((id) => id !== '-');
}

function* readStep(step: YamlNode, reading: Reading): Generator<Step> {
  const image = textAt(step, 'name') ?? '';
  const args = itemsOf(valueAt(step, 'args'));
  const entrypoint = textAt(step, 'entrypoint');
  yield {
    line: lineOf(step, 'name'),
    uses: image,
    with: describeArguments(entrypoint, textsOf(valueAt(step, 'args'))),
  };
  yield* readScript(valueAt(step, 'script'), reading, { pipefail: true });
  const program = entrypoint ?? programOf(image);
  const [flags, script] = args;
  const isShell = /^(?:\/\S*\/)?(?:ba|da)?sh$/.test(program) && flags?.kind === 'scalar' && /^-\w*c$/.test(flags.text);
  if (isShell) yield* readScript(script, reading, { errexit: flags.text.includes('e') });
  else if (args.length > 0 || entrypoint !== undefined) yield* readArguments(program, args, step, reading);
}

function describeArguments(entrypoint: string | undefined, args: readonly string[]): Readonly<Record<string, string>> {
  return {
    ...(entrypoint === undefined ? {} : { entrypoint }),
    ...(args.length === 0 ? {} : { args: args.join(' ') }),
  };
}

/** An image of one tool is named for what it runs. */
function programOf(image: string): string {
  const name = image.replace(/[@:][^/]*$/, '');
  return name.slice(name.lastIndexOf('/') + 1);
}

function readArguments(program: string, args: readonly YamlNode[], step: YamlNode, reading: Reading): readonly Step[] {
  const words = [program, ...args.flatMap(textsOf)];
  const text = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  if (!spend(reading, text.length)) return [];
  const line = args[0]?.line ?? lineOf(step, 'entrypoint');
  return parseCommands(text, line, reading.tools).map(describeCommand);
}

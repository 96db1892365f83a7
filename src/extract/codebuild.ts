import type { YamlNode } from '../lib/yaml-nodes.ts';
import type { Extractor } from '../model/source.ts';
import { extractYamlPipeline } from './pipeline/facts.ts';
import type { Job, Step } from './pipeline/job.ts';
import { lineOf, textAt, valueAt } from './pipeline/look-up.ts';
import type { Reading } from './pipeline/reading.ts';
import { readScript } from './pipeline/script.ts';
import { readValues } from './pipeline/values.ts';

const key = /\bphases["']?[ \t]*:/;

/**
 * Phases of an AWS CodeBuild project as jobs that wait for each other. What starts it is not in the file.
 * Format: https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html
 */
export const codebuild: Extractor = {
  name: 'codebuild',
  languages: ['bash'],
  gives: ['job', 'step'],
  claims: (path) => /(?:^|\/)[^/]*build-?spec[^/]*\.ya?ml$|(?:^|\/)buildspecs?\/.*\.ya?ml$/i.test(path),
  extract: (file, tools) => extractYamlPipeline({ provider: 'codebuild', key, readJobs }, file, tools),
};

const phases = ['install', 'pre_build', 'build', 'post_build'];

function* readJobs(root: YamlNode, reading: Reading): Generator<Job> {
  const env = { ...readValues(valueAt(root, 'env', 'variables')) };
  const present = phases.filter((phase) => valueAt(root, 'phases', phase) !== undefined);
  for (const [index, phase] of present.entries()) {
    const node = valueAt(root, 'phases', phase);
    const before = present[index - 1];
    if (node === undefined) continue;
    yield {
      id: phase,
      line: lineOf(valueAt(root, 'phases') ?? root, phase),
      events: [],
      needs: before === undefined ? [] : [before],
      condition: phase === 'post_build' && runsAfterFailure(root) ? 'always()' : undefined,
      tolerant: textAt(node, 'on-failure') === 'CONTINUE',
      env,
      steps: readSteps(node, reading),
    };
  }
}

/** The last phase comes after a build that failed too, unless the build says that it aborts. */
function runsAfterFailure(root: YamlNode): boolean {
  const build = valueAt(root, 'phases', 'build');
  return build !== undefined && textAt(build, 'on-failure') !== 'ABORT';
}

function* readSteps(node: YamlNode, reading: Reading): Generator<Step> {
  yield* readScript(valueAt(node, 'commands'), reading);
  for (const step of readScript(valueAt(node, 'finally'), reading)) yield { ...step, condition: 'always()' };
}

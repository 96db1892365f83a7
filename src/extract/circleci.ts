import type { YamlNode } from '../lib/yaml-nodes.ts';
import type { Extractor } from '../model/source.ts';
import { describeOrb } from './circleci/orbs.ts';
import { type Arguments, insertArguments, readArguments } from './circleci/parameters.ts';
import { readDirectory, readSteps, type Scope } from './circleci/steps.ts';
import { applyFilters, type Listed, readWorkflows, type Workflow } from './circleci/workflows.ts';
import { extractYamlPipeline } from './pipeline/facts.ts';
import type { Job, Step } from './pipeline/job.ts';
import { entriesOf, itemsOf, textAt, textsOf, valueAt } from './pipeline/look-up.ts';
import type { Reading } from './pipeline/reading.ts';
import { readValues } from './pipeline/values.ts';

const key = /\b(?:jobs|workflows)["']?[ \t]*:/;

/**
 * Jobs and steps of CircleCI, one job for each place in a workflow. Commands of the file are followed, jobs and commands
 * of an orb are `uses`.
 * Format: https://circleci.com/docs/configuration-reference/
 */
export const circleci: Extractor = {
  name: 'circleci',
  languages: ['bash'],
  gives: ['job', 'step'],
  claims: (path) => /(?:^|\/)\.circleci\/.*\.ya?ml$/.test(path),
  extract: (file, tools) => extractYamlPipeline({ provider: 'circleci', key, readJobs }, file, tools),
};

function* readJobs(root: YamlNode, reading: Reading): Generator<Job> {
  const pipeline = readPipelineArguments(root, reading);
  for (const workflow of readWorkflows(root, { parameters: new Map(), pipeline })) {
    for (const listed of workflow.jobs) yield readListedJob(listed, workflow, root, pipeline, reading);
  }
  if (valueAt(root, 'workflows') !== undefined) return;
  const build = entriesOf(valueAt(root, 'jobs')).find(({ key }) => key.text === 'build');
  if (build === undefined) return;
  const listed = { job: 'build', name: 'build', line: build.key.line, options: undefined };
  const workflow = { name: '', jobs: [listed], events: [{ name: 'push' }, { name: 'tag' }], disabled: undefined };
  yield readListedJob(listed, workflow, root, pipeline, reading);
}

/** Only in the file that the service starts with are parameters sure to have their defaults. */
function readPipelineArguments(root: YamlNode, { file }: Reading): Arguments {
  const isFirst = /(?:^|\/)\.circleci\/config\.ya?ml$/.test(file.path);
  return isFirst ? readArguments(valueAt(root, 'parameters'), undefined, new Map()) : new Map();
}

function readListedJob(listed: Listed, workflow: Workflow, root: YamlNode, pipeline: Arguments, reading: Reading): Job {
  const { job, name, line, options } = listed;
  const body = valueAt(root, 'jobs', job);
  const isApproval = textAt(options, 'type') === 'approval';
  const isCall = body === undefined && !isApproval;
  const events = applyFilters(workflow.events, options);
  const disabled = workflow.disabled ?? (events.length === 0 ? 'its filters let nothing pass' : undefined);
  const given = readArguments(valueAt(body, 'parameters'), options, new Map());
  const scope = { root, reading, pipeline, shell: textAt(body, 'shell'), given, events, depth: 0 };
  const directory = readDirectory(textAt(body, 'working_directory'));
  return {
    id: jobId(workflow, name),
    line,
    events,
    disabled,
    needs: readNeeds(options, workflow),
    condition: readStatus(options),
    directory: directory === undefined ? undefined : insertArguments(directory, given),
    manual: isApproval,
    uses: isCall ? describeOrb(job, root) : undefined,
    with: isCall ? readValues(options) : {},
    env: readValues(valueAt(body, 'environment')),
    // What waits for a person is all that such a job does.
    steps: isApproval ? [{ line, uses: 'approval' }] : readJobSteps(body, options, scope),
  };
}

function* readJobSteps(body: YamlNode | undefined, options: YamlNode | undefined, scope: Scope): Generator<Step> {
  yield* readSteps(valueAt(options, 'pre-steps'), scope);
  yield* readSteps(valueAt(body, 'steps'), scope);
  yield* readSteps(valueAt(options, 'post-steps'), scope);
}

function jobId({ name }: Workflow, job: string): string {
  return name === '' ? job : `${name}/${job}`;
}

/** Names of the jobs that one waits for; every job of a matrix has the name of its job. */
function readNeeds(options: YamlNode | undefined, workflow: Workflow): readonly string[] {
  return readRequires(options).flatMap(({ name }) =>
    workflow.jobs
      .filter((other) => other.name === name || other.job === name)
      .map((other) => jobId(workflow, other.name)),
  );
}

function readRequires(options: YamlNode | undefined) {
  return itemsOf(valueAt(options, 'requires')).flatMap((item) => {
    if (item.kind === 'scalar') return [{ name: item.text, statuses: ['success'] }];
    return entriesOf(item).map(({ key, value }) => ({ name: key.text, statuses: textsOf(value) }));
  });
}

/** Other ends than success of what a job requires. Format: https://circleci.com/docs/configuration-reference/#requires */
function readStatus(options: YamlNode | undefined): string | undefined {
  const statuses = readRequires(options).flatMap((required) => required.statuses);
  if (statuses.some((status) => status === 'terminal')) return 'always()';
  if (!statuses.some((status) => status === 'failed' || status === 'canceled')) return undefined;
  return statuses.includes('success') ? 'always()' : 'failure()';
}

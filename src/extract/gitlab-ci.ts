import type { YamlEntry, YamlMap, YamlNode } from '../lib/yaml-nodes.ts';
import type { RepoPath } from '../model/location.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { joinTexts, mergeRoots, placeJob } from './gitlab-ci/assemble.ts';
import { readIncludes, readTrigger } from './gitlab-ci/calls.ts';
import { isNamed } from './gitlab-ci/included.ts';
import { readNeeds, readStages } from './gitlab-ci/needs.ts';
import { type Rule, readRules } from './gitlab-ci/rules.ts';
import { pipelineEvents, readSchedule, type Schedule } from './gitlab-ci/schedule.ts';
import { type Extended, expandItems, extend, type Source } from './gitlab-ci/tree.ts';
import { extractYamlPipeline, jobLimit } from './pipeline/facts.ts';
import type { Job, Step } from './pipeline/job.ts';
import { entriesOf, itemsOf, textAt, textsOf, valueAt } from './pipeline/look-up.ts';
import type { Reading } from './pipeline/reading.ts';
import { readScript } from './pipeline/script.ts';
import { readValues } from './pipeline/values.ts';

const ownName = /(?:^|[/._-])gitlab-ci(?:[._-][^/]*)?\.ya?ml$/i;
const includedName = /^\.gitlab\/(?!agents\/).*\.ya?ml$|^\.?(?:gitlab-)?ci\/.*\.ya?ml$/i;

/** Words at the top of a file that name no job. */
const keywords = new Set([
  'after_script',
  'before_script',
  'cache',
  'default',
  'image',
  'include',
  'services',
  'spec',
  'stages',
  'types',
  'variables',
  'workflow',
]);

const key = /\b(?:script|run|trigger|extends|include)["']?[ \t]*:/;

/**
 * Jobs and steps of GitLab CI. Templates are followed within a file; one that another file holds is the job's `uses`.
 * Format: https://docs.gitlab.com/ci/yaml/
 */
export const gitlabCi: Extractor = {
  name: 'gitlab-ci',
  languages: ['bash'],
  gives: ['job', 'step'],
  claims: (path) => ownName.test(path) || includedName.test(path),
  extract: extractPipeline,
};

/** What another file includes is read with it. */
function extractPipeline(file: SourceFile, tools: ExtractTools): Extraction {
  if (file.isIncluded) return { facts: [], diagnostics: [] };
  const merge = (roots: readonly YamlNode[]) => mergeRoots(roots, file);
  const readPlaced = function* (root: YamlNode, reading: Reading) {
    for (const job of readJobs(root, reading)) yield placeJob(job, file);
  };
  const format = { provider: 'gitlab-ci', key, readJobs: readPlaced, merge };
  return extractYamlPipeline(format, { ...file, text: joinTexts(file) }, tools);
}

type Entry = {
  readonly id: string;
  readonly line: number;
  readonly extended: Extended;
  readonly body: YamlMap;
  readonly optional: boolean;
  readonly schedule: Schedule;
};

function* readJobs(root: YamlNode, reading: Reading): Generator<Job> {
  if (!isPipeline(root, reading.file.path)) return;
  const source = { root, templates: new Map() };
  const workflow = readRules(expandItems(valueAt(root, 'workflow', 'rules'), source));
  const entries = entriesOf(root)
    .filter(isJob)
    .slice(0, jobLimit + 1)
    .map((entry) => readEntry(entry, workflow, source));
  const { included = [] } = reading.file;
  const isMerged = (uses: string) =>
    uses.startsWith('./') && included.some(({ path }) => isNamed(path, uses.slice('./'.length)));
  for (const include of readIncludes(root, pipelineEvents(workflow))) if (!isMerged(include.uses ?? '')) yield include;
  const needs = readNeeds(entries, readStages(root));
  for (const entry of entries) yield readJob(entry, needs.get(entry.id) ?? [], source, reading);
}

/** Only the names that GitLab itself knows are sure to be a pipeline. */
function isPipeline(root: YamlNode, path: RepoPath): boolean {
  if (ownName.test(path)) return root.kind === 'map';
  const keys = entriesOf(root).map(({ key }) => key.text);
  const isOther = keys.some((key) => ['jobs', 'steps', 'pipelines', 'phases', 'kind', 'version'].includes(key));
  if (isOther) return false;
  return hasIncludes(root) || entriesOf(root).some(({ key, value }) => !keywords.has(key.text) && hasScript(value));
}

function hasIncludes(root: YamlNode): boolean {
  const places = ['local', 'project', 'remote', 'template', 'component'];
  return itemsOf(valueAt(root, 'include')).some((item) => places.some((key) => valueAt(item, key) !== undefined));
}

function hasScript(value: YamlNode): boolean {
  return value.kind === 'map' && ['script', 'trigger', 'extends'].some((key) => valueAt(value, key) !== undefined);
}

function isJob({ key, value }: YamlEntry): boolean {
  return value.kind === 'map' && !keywords.has(key.text) && !key.text.startsWith('.');
}

function readEntry({ key, value }: YamlEntry, workflow: readonly Rule[], source: Source): Entry {
  const own: YamlMap = value.kind === 'map' ? value : { kind: 'map', entries: [], line: key.line };
  const extended = extend(own, source);
  const schedule = readSchedule(extended.body, workflow, source);
  return { id: key.text, line: key.line, extended, body: extended.body, optional: schedule.optional, schedule };
}

function readJob(
  { id, line, extended, body, schedule }: Entry,
  needs: readonly string[],
  source: Source,
  reading: Reading,
): Job {
  const [missing] = extended.missing;
  const inherited = textAt(body, 'inherit', 'default') === 'false' ? undefined : source.root;
  const { optional: _, ...when } = schedule;
  return {
    id,
    line,
    ...when,
    needs,
    environment: readEnvironment(body),
    uses: readTrigger(body) ?? (missing === undefined ? undefined : `extends:${missing}`),
    with: readImages(body, inherited),
    env: { ...readValues(valueAt(source.root, 'variables')), ...readValues(valueAt(body, 'variables')) },
    steps: readSteps(body, inherited, source, reading),
  };
}

/** An environment that is only stopped, prepared or looked at gets no deployment. */
function readEnvironment(body: YamlMap): string | undefined {
  const action = textAt(body, 'environment', 'action') ?? 'start';
  if (action !== 'start') return undefined;
  return textAt(body, 'environment') ?? textAt(body, 'environment', 'name');
}

function inherit(body: YamlMap, root: YamlNode | undefined, key: string): YamlNode | undefined {
  return valueAt(body, key) ?? valueAt(root, 'default', key) ?? valueAt(root, key);
}

function readImages(body: YamlMap, root: YamlNode | undefined): Readonly<Record<string, string>> {
  const image = inherit(body, root, 'image');
  const name = textsOf(image)[0] ?? textAt(image, 'name');
  const services = inherit(body, root, 'services');
  const names =
    services?.kind === 'list' ? services.items.flatMap((item) => textsOf(item)[0] ?? textAt(item, 'name') ?? []) : [];
  return {
    ...(name === undefined ? {} : { image: name }),
    ...(names.length === 0 ? {} : { services: names.join(' ') }),
  };
}

function* readSteps(body: YamlMap, root: YamlNode | undefined, source: Source, reading: Reading): Generator<Step> {
  if (valueAt(body, 'trigger') !== undefined) return;
  const before = expandItems(inherit(body, root, 'before_script'), source);
  const script = expandItems(valueAt(body, 'script'), source);
  yield* readScript([...before, ...script], reading, { pipefail: true });
  const after = readScript(expandItems(inherit(body, root, 'after_script'), source), reading, { pipefail: true });
  // Its failure changes nothing, and it runs whatever came before.
  for (const step of after) yield { ...step, condition: 'always()', tolerant: true };
}

import { joinFolder } from '../../lib/folders.ts';
import { parseYamlDocuments, type YamlDocument, type YamlNode } from '../../lib/yaml-nodes.ts';
import type { JobContext, JobFact, StepFact } from '../../model/fact.ts';
import { jobContext } from '../../model/job-context.ts';
import { compareLocations } from '../../model/location.ts';
import type { Extraction, ExtractTools, SourceFile } from '../../model/source.ts';
import { diagnose, refuseBrokenYaml, refuseLarge } from '../diagnose.ts';
import { mayOutlive } from '../github-actions/condition.ts';
import { describeEvents } from './events.ts';
import { type Job, joinConditions, type Step } from './job.ts';
import { type Reading, spend, startReading } from './reading.ts';
import { expandedSize } from './size.ts';

/** Longer files are not parsed: hostile YAML takes seconds a megabyte. */
export const pipelineSizeLimit = 1_000_000;

/** Values that a file may have once its aliases are written out. */
const expandedLimit = 500_000;

/** Jobs that are read of one file; more than any service lets one pipeline have. */
export const jobLimit = 500;

type PipelineFact = JobFact | StepFact;

/** How the pipelines of one service are read. */
export type PipelineFormat = {
  readonly provider: string;
  /** A key that no file of the format does without; others by such a path are none of ours. */
  readonly key: RegExp;
  readonly readJobs: (root: YamlNode, reading: Reading) => Iterable<Job>;
  /** Makes one tree of the documents of a file; else each is read by itself. */
  readonly merge?: (roots: readonly YamlNode[]) => YamlNode | undefined;
};

/**
 * The facts of a pipeline in YAML. A file that is not valid YAML gives a diagnostic and no facts, one that stands for
 * more than can be read gives a diagnostic and the first of them.
 */
export function extractYamlPipeline(format: PipelineFormat, file: SourceFile, tools: ExtractTools): Extraction {
  if (!format.key.test(file.text)) return { facts: [], diagnostics: [] };
  const refused = refuseLarge(file, pipelineSizeLimit);
  if (refused) return refused;
  const documents = parseYamlDocuments(file.text);
  const broken = refuseBrokenYaml(file, documents);
  if (broken) return broken;
  if (documents.some(({ root }) => expandedSize(root) > expandedLimit)) {
    const message = `its aliases stand for more than ${expandedLimit} values`;
    return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', message)] };
  }
  const reading = startReading(file, tools);
  return collectFacts(
    format.provider,
    reading,
    readAll(mergeAll(documents, format), (root) => format.readJobs(root, reading)),
  );
}

function mergeAll(documents: readonly YamlDocument[], { merge }: PipelineFormat): readonly YamlNode[] {
  const roots = documents.map(({ root }) => root);
  return merge === undefined ? roots : [merge(roots) ?? []].flat();
}

function* readAll(roots: readonly YamlNode[], readJobs: (root: YamlNode) => Iterable<Job>): Generator<Job> {
  for (const root of roots) yield* readJobs(root);
}

/** The facts of jobs, in order of their place, as far as the limits go. */
export function collectFacts(provider: string, reading: Reading, jobs: Iterable<Job>): Extraction {
  const facts: PipelineFact[] = [];
  let count = 0;
  for (const job of jobs) {
    count += 1;
    if (count > jobLimit || !spend(reading, 10 + Object.keys(job.env ?? {}).length)) break;
    const fact = describeJob(provider, job, reading.file);
    facts.push(fact);
    for (const step of job.steps) {
      if (!spend(reading, 10)) break;
      facts.push(describeStep(step, job, fact));
    }
  }
  const isComplete = count <= jobLimit && reading.left > 0;
  const message = `only the first ${facts.length} jobs and steps of this pipeline were read`;
  return {
    facts: facts.sort((a, b) => compareLocations(a.at, b.at)),
    diagnostics: isComplete ? [] : [diagnose(reading.file, 'limit-reached', message)],
  };
}

function describeJob(provider: string, job: Job, { path, role }: SourceFile): JobFact {
  const events = describeEvents(job.events);
  const outlived = [
    ...(job.needs ?? []).filter((need) => mayOutlive(job.condition, need, 'failure')),
    ...(job.followsFailure === true ? (job.follows ?? []) : []),
  ];
  return {
    kind: 'job',
    at: { path, line: job.line },
    role,
    ...(job.disabled === undefined ? {} : { disabled: job.disabled }),
    ...jobContext({
      provider,
      job: job.id,
      ...events,
      needs: job.needs ?? [],
      ...(job.environment === undefined ? {} : { environment: job.environment }),
      ...(job.condition === undefined ? {} : { condition: job.condition }),
      ...(job.directory === undefined ? {} : { directory: job.directory }),
      tolerant: job.tolerant ?? false,
      manual: job.manual === true || events.manual,
    }),
    ...(job.via === undefined ? {} : { via: job.via }),
    ...(job.pipeline === undefined ? {} : { pipeline: job.pipeline }),
    ...(job.follows === undefined || job.follows.length === 0 ? {} : { follows: job.follows }),
    ...(outlived.length === 0
      ? {}
      : { despite: Object.fromEntries(outlived.map((need) => [need, 'failure' as const])) }),
    ...(job.uses === undefined ? {} : { uses: job.uses }),
    ...(job.inputs === undefined ? {} : { inputs: job.inputs }),
    with: job.with ?? {},
  };
}

function describeStep(step: Step, job: Job, fact: JobFact): StepFact {
  const { uses: _, despite: __, pipeline: ___, follows: ____, inputs: _____, ...rest } = fact;
  const { disabled: off, condition: outer, directory: folder, via: ______, ...shared } = rest;
  const disabled = off ?? step.disabled;
  const condition = joinConditions(outer, step.condition);
  const start = step.directory ?? folder;
  const directory = step.inside === undefined ? start : joinFolder(start ?? '', step.inside);
  const context: JobContext = { ...shared, ...(step.events === undefined ? {} : narrowContext(step.events, fact)) };
  return {
    ...context,
    kind: 'step',
    at: { path: fact.at.path, line: step.line },
    role: fact.role,
    ...(disabled === undefined ? {} : { disabled }),
    ...(condition === undefined ? {} : { condition }),
    ...(directory === undefined ? {} : { directory }),
    tolerant: fact.tolerant || (step.tolerant ?? false),
    ...(step.via === undefined ? {} : { via: step.via }),
    ...(step.uses === undefined ? {} : { uses: step.uses }),
    with: step.with ?? {},
    ...(step.command === undefined ? {} : { command: step.command }),
    ...(step.words === undefined ? {} : { words: step.words }),
    ...(step.guard === undefined ? {} : { guard: step.guard }),
    always: mayOutlive(step.condition, '', 'failure'),
    afterActivity: [],
    env: step.env === undefined ? (job.env ?? {}) : { ...job.env, ...step.env },
  };
}

function narrowContext(events: NonNullable<Step['events']>, { manual }: JobFact) {
  const narrowed = describeEvents(events);
  return { ...narrowed, manual: manual || narrowed.manual };
}

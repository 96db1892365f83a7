import type { YamlMap, YamlNode } from '../../lib/yaml-nodes.ts';
import type { IncludedFile, SourceFile } from '../../model/source.ts';
import type { Job } from '../pipeline/job.ts';
import { itemsOf, valueAt } from '../pipeline/look-up.ts';
import { mergeMaps } from './tree.ts';

const separator = '\n---\n';

/** A pipeline and all that it includes as one stream of documents, in which every node has a line of its own. */
export function joinTexts({ text, included = [] }: SourceFile): string {
  return [text, ...included.map((file) => file.text)].join(separator);
}

/** One tree of such a stream: what the pipeline itself says goes before what it includes. */
export function mergeRoots(roots: readonly YamlNode[], file: SourceFile): YamlNode | undefined {
  const end = countLines(file.text);
  const own = roots.filter(({ line }) => line <= end);
  const others = roots.filter(({ line }) => line > end);
  const maps = [...others, ...own].filter((root): root is YamlMap => root.kind === 'map');
  const [first, ...rest] = maps;
  if (first === undefined || others.length === 0) return own.at(-1);
  const merged = rest.reduce((below, over) => mergeMaps(below, over), first);
  const items = [...own, ...others].flatMap((root) => itemsOf(valueAt(root, 'include')));
  const [key] = maps.flatMap(({ entries }) => entries.find((entry) => entry.key.text === 'include')?.key ?? []);
  if (key === undefined) return merged;
  const entries = merged.entries.filter((entry) => entry.key.text !== 'include');
  return { ...merged, entries: [...entries, { key, value: { kind: 'list', items, line: key.line } }] };
}

/** Puts a job where the pipeline includes it, with the place that it is written at. */
export function placeJob(job: Job, file: SourceFile): Job {
  if (file.included === undefined) return job;
  const [line, via] = placeOf(job.line, file);
  return {
    ...job,
    line: line ?? job.line,
    ...(via === undefined ? {} : { via: [via] }),
    steps: placeSteps(job, line ?? job.line, file),
  };
}

function* placeSteps(
  job: Job,
  jobLine: number,
  file: SourceFile,
): Generator<Job['steps'] extends Iterable<infer T> ? T : never> {
  for (const step of job.steps) {
    const [line, via] = placeOf(step.line, file);
    yield via === undefined ? step : { ...step, line: line === undefined ? step.line : jobLine, via: [via] };
  }
}

type Place = readonly [line?: number, via?: string];

function placeOf(line: number, { text, included = [] }: SourceFile): Place {
  let start = countLines(text);
  if (line <= start) return [];
  for (const file of included) {
    // The line between two documents.
    start += 1;
    const length = countLines(file.text);
    if (line <= start + length) return [file.line, describe(file, line - start)];
    start += length;
  }
  return [];
}

function describe({ path }: IncludedFile, line: number): string {
  return `${path}:${line}`;
}

function countLines(text: string): number {
  return text.split('\n').length;
}

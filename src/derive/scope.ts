import { minimatch } from 'minimatch';
import { literalPrefix } from '../lib/globs.ts';
import type { Fact, JobFact, QueryFact, StepFact } from '../model/fact.ts';
import type { System } from '../model/system.ts';

/**
 * The facts that speak for one system: those under its root, and those under no other system's root. A pipeline job
 * whose paths or folders lie only in another system is that system's, and so is a file that holds no other jobs, or a
 * query of monitoring that names only another.
 * `include` adds, `exclude` takes away.
 */
export function scopeFacts(facts: readonly Fact[], system: System, systems: readonly System[]): readonly Fact[] {
  const others = systems.filter((other) => other !== system);
  const folders = foldersOfJobs(facts);
  const isForeign = (fact: JobFact | StepFact) => isOnlyAbout(placesOf(fact, folders), system, systems);
  const foreignFiles = filesOnlyOf(facts, isForeign);
  return facts.filter((fact) => {
    const { path } = fact.at;
    if (matchesAny(path, system.exclude)) return false;
    if (matchesAny(path, system.include)) return true;
    if (others.some((other) => matchesAny(path, other.include))) return false;
    const owner = ownerOf(path, systems);
    if (owner) return owner === system;
    if (fact.kind === 'query') return namesSystem(fact, system) || !others.some((other) => namesSystem(fact, other));
    return isPipeline(fact) ? !isForeign(fact) : !foreignFiles.has(path);
  });
}

/** The folder of a system is what its service is called, in a label of the query or in the name of the dashboard. */
function namesSystem({ at, text }: QueryFact, { root }: System): boolean {
  const name = root.slice(root.lastIndexOf('/') + 1);
  if (name === '') return false;
  const words = `${at.path} ${text}`.toLowerCase().replaceAll('_', '-');
  const plain = name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:^|[^a-z0-9-])${plain}(?![a-z0-9]|\\s*(?:=|!=))`).test(words);
}

/** The folders that a job and its steps work in: what a step without a folder of its own is about. */
function foldersOfJobs(facts: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const fact of facts) {
    if (!isPipeline(fact) || fact.directory === undefined) continue;
    const key = jobKey(fact);
    folders.set(key, [...(folders.get(key) ?? []), fact.directory]);
  }
  return folders;
}

function jobKey({ at, job }: JobFact | StepFact): string {
  return `${at.path}#${job}`;
}

/** Files of pipelines of which every job is another system's. */
function filesOnlyOf(facts: readonly Fact[], isForeign: (fact: JobFact | StepFact) => boolean): ReadonlySet<string> {
  const pipeline = facts.filter(isPipeline);
  const shared = new Set(pipeline.filter((fact) => !isForeign(fact)).map(({ at }) => at.path));
  return new Set(pipeline.map(({ at }) => at.path).filter((path) => !shared.has(path)));
}

function matchesAny(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => minimatch(path, glob, { dot: true, nonegate: true, nocomment: true }));
}

/** The system with the deepest root above a path. A system at the top owns only what no other claims, and shares it. */
function ownerOf(path: string, systems: readonly System[]): System | undefined {
  const above = systems.filter(({ root }) => root !== '' && isUnder(path, root));
  return above.sort((a, b) => b.root.length - a.root.length)[0];
}

/** A path at or below a folder. */
export function isUnder(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function isPipeline(fact: Fact): fact is JobFact | StepFact {
  return fact.kind === 'job' || fact.kind === 'step';
}

/** The places that a job names: the paths that start it, and the folders that it works in. */
function placesOf(fact: JobFact | StepFact, folders: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const own = fact.kind === 'step' && fact.directory !== undefined ? [fact.directory] : folders.get(jobKey(fact));
  return [...fact.paths.filter((path) => !path.startsWith('!')), ...(own ?? [])]
    .map(literalPrefix)
    .filter((place) => !place.startsWith('.github'));
}

/** All places lie in the roots of other systems. A job that names none is everybody's. */
function isOnlyAbout(places: readonly string[], system: System, systems: readonly System[]): boolean {
  if (places.length === 0) return false;
  return places.every((place) => {
    const owner = ownerOf(place, systems);
    return owner !== undefined && owner !== system;
  });
}

import { minimatch } from 'minimatch';
import { literalPrefix } from '../lib/globs.ts';
import type { Fact, JobFact, StepFact } from '../model/fact.ts';
import type { System } from '../model/system.ts';

/**
 * The facts that speak for one system: those under its root, and those under no other system's root. A pipeline job
 * whose paths or folder lie only in another system is that system's. `include` adds, `exclude` takes away.
 */
export function scopeFacts(facts: readonly Fact[], system: System, systems: readonly System[]): readonly Fact[] {
  const others = systems.filter((other) => other !== system);
  return facts.filter((fact) => {
    const { path } = fact.at;
    if (matchesAny(path, system.exclude)) return false;
    if (matchesAny(path, system.include)) return true;
    if (others.some((other) => matchesAny(path, other.include))) return false;
    const owner = ownerOf(path, systems);
    if (owner) return owner === system;
    return !isPipeline(fact) || !isOnlyAbout(fact, system, systems);
  });
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

/** All the places that a job names lie in the roots of other systems. A job that names none is everybody's. */
function isOnlyAbout(job: JobFact | StepFact, system: System, systems: readonly System[]): boolean {
  const places = [
    ...job.paths.filter((path) => !path.startsWith('!')),
    ...(job.directory === undefined ? [] : [job.directory]),
  ]
    .map(literalPrefix)
    .filter((place) => !place.startsWith('.github'));
  if (places.length === 0) return false;
  return places.every((place) => {
    const owner = ownerOf(place, systems);
    return owner !== undefined && owner !== system;
  });
}

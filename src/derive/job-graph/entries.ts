import { literalPrefix } from '../../lib/globs.ts';
import type { EnvironmentClass } from '../../model/fact.ts';
import type { JobNode } from './graph.ts';

/** A job that deploys, and what has to pass before it does. */
export type Deploy = {
  readonly node: JobNode;
  readonly environmentClass: EnvironmentClass;
  readonly gates: ReadonlySet<string>;
  readonly rollsBack: boolean;
};

/** The places of jobs that deploy the same as this one without all that has to pass before it. */
export function findOtherEntries(deploy: Deploy, deploys: readonly Deploy[]): readonly string[] {
  if (deploy.gates.size === 0) return [];
  return deploys
    .filter((other) => other !== deploy && !other.rollsBack && isSame(deploy, other))
    .filter(({ gates }) => [...deploy.gates].some((gate) => !gates.has(gate)))
    .map(({ node }) => `${node.fact.at.path}:${node.fact.at.line}`)
    .filter((place, index, all) => all.indexOf(place) === index)
    .sort();
}

/** The same environment by name, or else by class; a job that names none may well mean production. */
function isSame(one: Deploy, other: Deploy): boolean {
  const names = [one, other].map(({ node }) => node.fact.environment?.toLowerCase());
  const [first, second] = names;
  if (first !== undefined && second !== undefined && !mayBeEqual(first, second)) return false;
  const areKnown = first !== undefined && second !== undefined && !`${first}${second}`.includes('$');
  if (!areKnown && !classesMeet(one, other)) return false;
  const [places, others] = [one, other].map(({ node }) => placesOf(node));
  if (!places?.length || !others?.length) return true;
  return places.some((place) => others.some((path) => isInside(place, path) || isInside(path, place)));
}

/** Two names, of which what stands behind a `$` is not known. */
function mayBeEqual(one: string, other: string): boolean {
  const [first = '', second = ''] = [one, other].map((name) => name.split('$', 1)[0]);
  if (!one.includes('$') && !other.includes('$')) return one === other;
  return first.startsWith(second) || second.startsWith(first);
}

function classesMeet({ environmentClass: one }: Deploy, { environmentClass: other }: Deploy): boolean {
  return one === other || (one !== 'nonproduction' && other !== 'nonproduction');
}

/** The folders that a job is about. */
function placesOf({ fact }: JobNode): readonly string[] {
  const filters = fact.paths.filter((path) => !path.startsWith('!'));
  return [...filters, ...(fact.directory === undefined ? [] : [fact.directory])]
    .map(literalPrefix)
    .filter((place) => place !== '' && !place.startsWith('.github'));
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

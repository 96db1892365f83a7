import { daysBetween } from '../../lib/days.ts';
import type { PolicyConflict } from '../../model/policy.ts';
import type { Attestation, System, Waiver } from '../../model/system.ts';
import type { KeyPath } from '../mistake.ts';
import { type Layer, sourceOf } from './parse.ts';

/** What a layer says against an entry: in words, and the key that says so. */
type Objection = { readonly because: string; readonly source: string; readonly fix: string };

/** The policy that the entries stand in. */
type Lower = Pick<Layer, 'name' | 'path'>;

type Sifted = { readonly systems: readonly System[]; readonly conflicts: readonly PolicyConflict[] };

/** Takes out the waivers and attestations that the layers don't allow, so that they stand in for nothing. */
export function siftEntries(systems: readonly System[], layers: readonly Layer[], lower: Lower, today: string): Sifted {
  const conflicts: PolicyConflict[] = [];
  const standing = new Set<Waiver>();
  const sifted = systems.map((system) => {
    const attest = system.attest.filter((entry) => {
      const objection = objectToAttestation(entry, layers);
      if (objection) conflicts.push(conflictOf(system, 'attest', entry.aspect, entry.line, objection, lower));
      return !objection;
    });
    const waive = system.waive.filter((entry) => {
      const objection = objectToWaiver(entry, layers, today) ?? objectToNumber(entry, standing, layers, today);
      if (objection) conflicts.push(conflictOf(system, 'waive', entry.target, entry.line, objection, lower));
      else standing.add(entry);
      return !objection;
    });
    return { ...system, attest, waive };
  });
  return { systems: sifted, conflicts: [...new Map(conflicts.map((found) => [keyOf(found), found])).values()] };
}

function keyOf({ system, id }: PolicyConflict): string {
  return JSON.stringify([system, id]);
}

function objectToAttestation({ aspect, on, until }: Attestation, layers: readonly Layer[]): Objection | undefined {
  return firstOf(layers, (layer) => {
    const { forbid = [], 'max-days': days } = layer.policy.attestations ?? {};
    const held = daysBetween(on, until);
    if (days !== undefined && held > days) {
      const because = `it holds for ${held} days, and ${days} are allowed`;
      return objection(layer, ['attestations', 'max-days'], because, 'Let it end earlier, and attest it anew then.');
    }
    return objectToTarget(layer, 'attestations', forbid, aspect, 'attested', 'Prove it: take the entry out.');
  });
}

function objectToWaiver({ target, until }: Waiver, layers: readonly Layer[], today: string): Objection | undefined {
  return firstOf(layers, (layer) => {
    const { forbid = [], 'max-days': days } = layer.policy.waivers ?? {};
    const left = daysBetween(today, until);
    if (days !== undefined && left > days) {
      const because = `it ends in ${left} days, and ${days} are allowed`;
      return objection(layer, ['waivers', 'max-days'], because, 'Let it end earlier, and look at it anew then.');
    }
    return objectToTarget(layer, 'waivers', forbid, target, 'waived', 'Take the entry out, and mend what it waives.');
  });
}

/** The first ones count; those that are over are not counted. */
function objectToNumber(
  { until }: Waiver,
  standing: ReadonlySet<Waiver>,
  layers: readonly Layer[],
  today: string,
): Objection | undefined {
  const before = [...standing].filter((waiver) => waiver.until >= today).length;
  return firstOf(layers, (layer) => {
    const max = layer.policy.waivers?.max;
    if (max === undefined || until < today || before < max) return undefined;
    return objection(layer, ['waivers', 'max'], `${max} hold before it, and no more are allowed`, 'Take one out.');
  });
}

function objectToTarget(
  layer: Layer,
  key: 'waivers' | 'attestations',
  forbid: readonly string[],
  target: string,
  verb: string,
  fix: string,
): Objection | undefined {
  const index = forbid.findIndex((name) => isPartOf(target, name));
  return index === -1
    ? undefined
    : objection(layer, [key, 'forbid', index], `${forbid[index]} may not be ${verb}`, fix);
}

/** Whether an aspect or a capability is what a name stands for: itself, a part of the practice, one regime's form of it. */
export function isPartOf(target: string, name: string): boolean {
  return target === name || target.startsWith(`${name}/`) || target.startsWith(`${name}:`);
}

function objection(layer: Layer, path: KeyPath, because: string, fix: string): Objection {
  return { because, source: sourceOf(layer, path), fix };
}

function firstOf<T>(layers: readonly Layer[], find: (layer: Layer) => T | undefined): T | undefined {
  for (const layer of layers) {
    const found = find(layer);
    if (found !== undefined) return found;
  }
  return undefined;
}

function conflictOf(
  system: System,
  list: 'attest' | 'waive',
  target: string,
  line: number | undefined,
  { because, source, fix }: Objection,
  lower: Lower,
): PolicyConflict {
  const what = list === 'attest' ? 'attestation' : 'waiver';
  const here = line === undefined ? lower.name : `${lower.name}:${line}`;
  return {
    id: `${list}:${target}`,
    system: system.name,
    title: `An ${what} that is not allowed: ${target}`.replace(/^An w/, 'A w'),
    message: `The ${what} (${here}) does not count: ${because} (${source}).`,
    fix,
    ...(lower.path === undefined || line === undefined ? {} : { at: { path: lower.path, line } }),
  };
}

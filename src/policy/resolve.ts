import type { RepoPath } from '../model/location.ts';
import { type MaturityModel, modelTargets } from '../model/maturity.ts';
import type { PolicyConflict } from '../model/policy.ts';
import type { System } from '../model/system.ts';
import { declareSystems } from './declare.ts';
import { type PolicyText, type ReadUpper, readLayers } from './organisation/chain.ts';
import { constrainPolicy } from './organisation/constrain.ts';
import { holdTargets } from './organisation/floors.ts';
import type { Layer } from './organisation/parse.ts';
import type { Mode } from './organisation/strictness.ts';
import { type ParsedPolicy, parsePolicy } from './parse.ts';
import type { Policy } from './schema.ts';

/** What the policy says to a run, held to those above it. Without one, systems are discovered and nothing is enforced. */
export type ResolvedPolicy = {
  readonly systems?: readonly System[];
  readonly mode?: Mode;
  /** The mode that nothing may weaken, and where it is asked for. */
  readonly leastMode?: { readonly mode: Mode; readonly source: string };
  readonly onUnknown: 'warn' | 'fail' | 'ignore';
  /** Set where findings can point at the file. */
  readonly policyPath?: RepoPath;
  readonly capacity?: number;
  readonly reviewed?: string;
  /** The folder of the team's own rules, and where the policy names it. */
  readonly rules?: { readonly folder: string; readonly source: string };
  /** The lines of the keys at the top. */
  readonly lines: Readonly<Record<string, number>>;
  readonly conflicts: readonly PolicyConflict[];
  /** The policies above this one, from the nearest on. */
  readonly layers: readonly Layer[];
  /** The policy as it was written, to be compared with another. */
  readonly parsed?: ParsedPolicy;
  /** Systems with the least targets that those ask for, declared or not, and where the policy asks for less. */
  hold(systems: readonly System[]): ReturnType<typeof holdTargets>;
};

export type PolicyContext = {
  readonly model: MaturityModel;
  readonly regimes: readonly string[];
  readonly paths: readonly RepoPath[];
  readonly readUpper: ReadUpper;
  /** Policies above the team's that were named by an option. */
  readonly named: readonly PolicyText[];
  /** ISO. */
  readonly today: string;
};

/** Parses and checks a policy, and those above it, against the model and the files that there are. Throws a UserError that lists every mistake. */
export function resolvePolicy(file: PolicyText | undefined, context: PolicyContext): ResolvedPolicy {
  const { model, regimes, paths, today } = context;
  const known = { ...modelTargets(model, regimes), regimes: new Set(regimes) };
  const directoryExists = (root: string) => root === '' || paths.some((path) => path.startsWith(`${root}/`));
  const parsed = file && parsePolicy(file.text, file.name, { ...known, directoryExists });
  const layers = readLayers(file && parsed && { ...file, ...parsed.policy, lines: parsed.lines }, {
    ...context,
    ...known,
  });
  const team = { ...(file ?? { name: 'the policy' }), policy: parsed?.policy ?? {}, lines: parsed?.lines ?? (() => 1) };
  const settings = settingsOf(team);
  const held = constrainPolicy(parsed && declareSystems(parsed), settings, layers, today);
  return {
    ...(parsed ? { ...ownKeys(parsed, team.name), parsed } : { lines: {} }),
    ...(file?.path === undefined ? {} : { policyPath: file.path }),
    ...(held.systems === undefined ? {} : { systems: held.systems }),
    ...(held.leastMode === undefined ? {} : { leastMode: held.leastMode }),
    onUnknown: held.onUnknown ?? 'warn',
    conflicts: held.conflicts,
    layers,
    hold: (systems) => holdTargets(systems, settings, layers, today),
  };
}

/** A team's policy has no say on what teams may waive. */
function settingsOf({ policy, ...team }: { readonly policy: Partial<Policy> } & Parameters<typeof constrainPolicy>[1]) {
  const { mode, gate } = policy;
  return { ...team, policy: { ...(mode === undefined ? {} : { mode }), ...(gate === undefined ? {} : { gate }) } };
}

function ownKeys({ policy, lines }: ParsedPolicy, name: string) {
  const { mode, capacity, reviewed, rules } = policy;
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(reviewed === undefined ? {} : { reviewed }),
    ...(rules === undefined ? {} : { rules: { folder: rules, source: `${name}:${lines(['rules'])}` } }),
    lines: Object.fromEntries(Object.keys(policy).map((key) => [key, lines([key])])),
  };
}

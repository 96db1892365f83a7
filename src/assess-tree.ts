import { type Assessment, assessSystem } from './assess/system.ts';
import { scopeFacts } from './derive/scope.ts';
import { discoverSystems, inferKind } from './derive/systems.ts';
import { UserError } from './lib/user-error.ts';
import type { Fact, SettingFact } from './model/fact.ts';
import type { RepoPath } from './model/location.ts';
import type { MaturityModel } from './model/maturity.ts';
import type { ModelTables } from './model/model-tables.ts';
import type { PolicyConflict } from './model/policy.ts';
import type { ExtractTools } from './model/source.ts';
import type { System } from './model/system.ts';
import { type ExtractFile, type GatheredFacts, gatherFacts, obscuredByLimits } from './pipeline.ts';
import { type CompiledRule, rulesForKind } from './rules/compile.ts';
import { indexFacts } from './rules/match.ts';
import { recogniseEvidence } from './rules/recognise.ts';

/** One state of the repository: the folder as it is, or a commit. */
export type Tree = {
  readonly paths: readonly RepoPath[];
  readonly texts: ReadonlyMap<RepoPath, string>;
  /** Files that could not be read. */
  readonly unread: readonly RepoPath[];
};

/** What is the same for every state that a run looks at. */
export type AssessContext = {
  readonly model: MaturityModel;
  readonly modelTables: ModelTables;
  readonly rules: readonly CompiledRule[];
  readonly tools: ExtractTools;
  readonly extract: ExtractFile;
  /** ISO. */
  readonly today: string;
  /** Undefined: they are discovered. */
  readonly declared: readonly System[] | undefined;
  /** What it calls itself (`owner/name`). */
  readonly repository: string | undefined;
  /** Names a system at the top. */
  readonly repositoryName: string;
  /** Holds the systems to the policies above the team's. */
  hold(systems: readonly System[]): Held;
  /** False for the result without waivers and attestations. */
  readonly waivers: boolean;
  /** What the platform says, the same for every state. */
  readonly settings: readonly SettingFact[];
};

export type Held = { readonly systems: readonly System[]; readonly conflicts: readonly PolicyConflict[] };

export type AssessedTree = {
  readonly systems: readonly { readonly facts: readonly Fact[]; readonly assessment: Assessment }[];
  readonly gathered: GatheredFacts;
  readonly held: Held;
  /** Something that counts could not be read. */
  readonly hasHidden: boolean;
};

/** From the texts of a state to an assessment of each system that `choose` picks. */
export function assessTree(
  tree: Tree,
  context: AssessContext,
  choose: (systems: readonly System[]) => readonly System[],
): AssessedTree {
  const { model, rules, today, tools } = context;
  const gathered = gatherFacts(
    tree.paths,
    tree.texts,
    rules,
    tools,
    context.modelTables,
    context.repository,
    context.extract,
    context.settings,
  );
  const hidden = obscuredByLimits(tree.unread, rules);
  const found =
    context.declared?.map((system) => inferKind(system, gathered.marks)) ??
    discoverSystems(gathered.facts, gathered.marks, context.repositoryName);
  const held = context.hold(found);
  const all = context.waivers ? held.systems : held.systems.map(withoutEntries);
  const systems = choose(all).map((system) => {
    const facts = scopeFacts(gathered.facts, system, all);
    const recognised = recogniseEvidence(rulesForKind(rules, system.kind), indexFacts(facts));
    const recognition = { ...recognised, obscured: [...recognised.obscured, ...hidden] };
    return { facts, assessment: assessSystem(system, recognition, { model, today }) };
  });
  return { systems, gathered, held, hasHidden: hidden.length > 0 };
}

function withoutEntries(system: System): System {
  return { ...system, attest: [], waive: [] };
}

/** Picks the system of a name, or all; throws a UserError that names those there are. */
export function chooseSystems(systems: readonly System[], name: string | undefined): readonly System[] {
  if (name === undefined) return systems;
  const chosen = systems.filter((system) => system.name === name);
  if (chosen.length > 0) return chosen;
  const names = systems.map((system) => system.name).join(', ');
  throw new UserError(`there is no system ${name}; ${names === '' ? 'none was found' : `there is ${names}`}`);
}

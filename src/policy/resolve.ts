import { UserError } from '../lib/user-error.ts';
import { type RepoPath, repoPath } from '../model/location.ts';
import { type MaturityModel, modelTargets } from '../model/maturity.ts';
import type { System } from '../model/system.ts';
import { parsePolicy } from './parse.ts';
import type { DeclaredSystem, Policy } from './schema.ts';

export type PolicyText = { readonly text: string; readonly name: string; readonly path?: RepoPath };

/** What the policy says to a run. Without one, systems are discovered and nothing is enforced. */
export type ResolvedPolicy = {
  readonly systems?: readonly System[];
  readonly mode?: 'observe' | 'enforce';
  readonly onUnknown: 'warn' | 'fail' | 'ignore';
  /** Set where findings can point at the file. */
  readonly policyPath?: RepoPath;
};

type Context = {
  readonly model: MaturityModel;
  readonly regimes: readonly string[];
  readonly paths: readonly RepoPath[];
};

/** Parses and checks a policy against the model and the files that there are. Throws a UserError that lists every mistake. */
export function resolvePolicy(file: PolicyText | undefined, { model, regimes, paths }: Context): ResolvedPolicy {
  if (file === undefined) return { onUnknown: 'warn' };
  const { aspects, capabilities } = modelTargets(model, regimes);
  const { policy, systemLines } = parsePolicy(file.text, file.name, {
    aspects,
    capabilities,
    regimes: new Set(regimes),
    directoryExists: (root) => root === '' || paths.some((path) => path.startsWith(`${root}/`)),
  });
  refuseUnread(policy, file.name);
  return {
    onUnknown: policy.gate?.['on-unknown'] ?? 'warn',
    ...(policy.mode === undefined || policy.mode === 'ratchet' ? {} : { mode: policy.mode }),
    ...(file.path === undefined ? {} : { policyPath: file.path }),
    ...(policy.systems === undefined ? {} : { systems: declaredSystems(policy.systems, systemLines) }),
  };
}

/** A bar that is not read must not look as if it were held. */
function refuseUnread(policy: Policy, name: string): void {
  const unread = [
    policy.extends === undefined
      ? undefined
      : 'extends: the policy above this one is not read by this version, so its bar would not be held',
    policy.rules === undefined ? undefined : 'rules: a folder of own rules is not read by this version',
    policy.mode === 'ratchet'
      ? 'mode: ratchet needs a base to compare with, which this version does not read; use observe or enforce'
      : undefined,
  ].filter((reason) => reason !== undefined);
  if (unread.length > 0) throw new UserError(unread.map((reason) => `${name}  ${reason}`).join('\n'));
}

function declaredSystems(
  systems: NonNullable<Policy['systems']>,
  lines: Readonly<Record<string, number>>,
): readonly System[] {
  return Object.entries(systems).map(([name, declared]) => declareSystem(name, declared, lines[name]));
}

function declareSystem(name: string, declared: DeclaredSystem, line: number | undefined): System {
  const { root = '.', include = [], exclude = [], regimes = [], scale = {}, attest = [], waive = [] } = declared;
  const optional = {
    line,
    kind: declared.kind,
    lifecycle: declared.lifecycle,
    audience: declared.audience,
    reputationalRisk: declared['reputational-risk'],
    regulated: declared.regulated === false ? undefined : declared.regulated,
    target: declared.target,
    due: declared.due,
  };
  return {
    name,
    declared: true,
    root: repoPath(root),
    include,
    exclude,
    regimes,
    scale,
    attest,
    waive: waive.map(({ aspect, capability, ...rest }) => ({ ...rest, target: aspect ?? capability ?? '' })),
    ...withoutUndefined(optional),
  };
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}

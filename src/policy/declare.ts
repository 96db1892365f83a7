import { repoPath } from '../model/location.ts';
import type { System } from '../model/system.ts';
import type { ParsedPolicy } from './parse.ts';
import type { DeclaredSystem } from './schema.ts';

/** The systems of a policy, each with the lines that findings point at; undefined where they are left to be discovered. */
export function declareSystems({ policy, systemLines, lines }: ParsedPolicy): readonly System[] | undefined {
  const { systems, thresholds } = policy;
  if (systems === undefined) return undefined;
  return Object.entries(systems).map(([name, declared]) => ({
    ...declareSystem(name, declared, lines),
    ...(systemLines[name] === undefined ? {} : { line: systemLines[name] }),
    ...(thresholds === undefined ? {} : { thresholds }),
  }));
}

function declareSystem(name: string, declared: DeclaredSystem, lines: ParsedPolicy['lines']): System {
  const { root = '.', include = [], exclude = [], regimes = [], scale = {}, attest = [], waive = [] } = declared;
  const lineOf = (...path: readonly (string | number)[]) => lines(['systems', name, ...path]);
  const optional = {
    kind: declared.kind,
    lifecycle: declared.lifecycle,
    audience: declared.audience,
    reputationalRisk: declared['reputational-risk'],
    regulated: declared.regulated === false ? undefined : declared.regulated,
    target: declared.target,
    targetLine: declared.target === undefined ? undefined : lineOf('target'),
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
    attest: attest.map((entry, index) => ({ ...entry, line: lineOf('attest', index) })),
    waive: waive.map(({ aspect, capability, ...entry }, index) => ({
      ...entry,
      target: aspect ?? capability ?? '',
      line: lineOf('waive', index),
    })),
    ...withoutUndefined(optional),
  };
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}

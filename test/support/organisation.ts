import { loadRulesFolder } from '../../scripts/compile-rules.ts';
import { repoPath } from '../../src/model/location.ts';
import { type ResolvedPolicy, resolvePolicy } from '../../src/policy/resolve.ts';

const { model, regimes } = loadRulesFolder().ruleSet;

export const today = '2026-11-24';

/** A team's policy below the files of an organisation, which it reads by name. `named` are those of the option. */
export function resolve(
  policy: string | undefined,
  files: Readonly<Record<string, string>> = {},
  named: readonly string[] = [],
): ResolvedPolicy {
  const textOf = (name: string) => ({ name, text: files[name] ?? '', path: repoPath(name) });
  return resolvePolicy(
    policy === undefined ? undefined : { text: policy, name: 'stagegate.yml', path: repoPath('stagegate.yml') },
    {
      model,
      regimes: regimes.map(({ id }) => id),
      paths: [repoPath('services/a/main.py')],
      readUpper: (path) =>
        path in files ? { ok: true, file: textOf(path) } : { ok: false, reason: `there is no file ${path}` },
      named: named.map(textOf),
      today,
    },
  );
}

/** A policy of one system, `a`, that extends org.yml on line 2; the keys of the system begin on line 6. */
export function team(keys: string, top = ''): string {
  const lines = keys.split('\n').map((line) => `    ${line}\n`);
  return `version: 1\nextends: org.yml\n${top}systems:\n  a:\n    root: services/a\n${lines.join('')}`;
}

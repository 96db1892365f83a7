import type { Scope } from '../package-facts.ts';

const devWords = new Set(
  'dev develop development test tests testing doc docs lint linting linters ci typing types format style local coverage cov qa notebook notebooks example examples benchmark benchmarks bench eval evals evaluation experiment experiments research jupyter tool tools tooling build release debug profile profiling security audit hooks precommit check checks mypy ruff'.split(
    ' ',
  ),
);

/** True for what developers call things that no user runs: `requirements-dev`, `test`, `lint`. */
export function hasDevName(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => devWords.has(word));
}

/** An extra is for whom wants it. */
export function extraScope(name: string): Scope {
  return hasDevName(name) ? 'dev' : 'optional';
}

/** A group is a part of the product (`backend`, `worker`) unless its name says that it is the developers'. */
export function groupScope(name: string): Scope {
  return hasDevName(name) ? 'dev' : 'product';
}

import { allOf, anyOf, negate, type Truth } from '../pipeline/logic.ts';
import { type Branch, otherRef, type Question } from '../pipeline/narrow.ts';

const comparison =
  /^\(?\s*build\.(branch|tag|source|pull_request\.id)\s*(==|!=|=~|!~)\s*("[^"]*"|'[^']*'|\/(?:\\.|[^/\\])*\/\w*|null)\s*\)?$/;

const sources: Readonly<Record<string, string>> = {
  push: 'webhook',
  tag: 'webhook',
  pull_request: 'webhook',
  schedule: 'schedule',
  workflow_dispatch: 'ui',
  repository_dispatch: 'api',
  workflow_call: 'trigger_job',
};

/**
 * The `if` of a step as a question about an event. Comparisons that `&&` and `||` join are read, the rest is not known.
 * Format: https://buildkite.com/docs/pipelines/configure/conditionals
 */
export function askCondition(condition: string): Question {
  const parts = condition.split('||').map((part) => part.split('&&').map((text) => text.trim()));
  return {
    branches: parts.flat().flatMap(branchesIn),
    holds: (event, branch) => anyOf(parts.map((all) => allOf(all.map((text) => holds(text, event, branch))))),
  };
}

/** Events that a condition speaks of beside those of a push. */
export function eventsIn(condition: string): readonly string[] {
  const named = Object.keys(sources).filter(
    (event) => sources[event] !== 'webhook' && condition.includes(`"${sources[event]}"`),
  );
  const onTags = /build\.tag/.test(condition) ? ['tag'] : [];
  return [...onTags, ...(/build\.pull_request/.test(condition) ? ['pull_request'] : []), ...named];
}

function branchesIn(text: string): readonly Branch[] {
  const [, name, , value = ''] = comparison.exec(text) ?? [];
  if (name !== 'branch' || value === 'null') return [];
  const branch = value.startsWith('/') ? value : value.slice(1, -1);
  return [{ label: branch, text: branch }];
}

function holds(text: string, event: string, branch: string): Truth {
  const [, name = '', operator, value = ''] = comparison.exec(text) ?? [];
  const known = knownValue(name, event, branch);
  if (operator === undefined || known === undefined) return undefined;
  const wanted = value === 'null' ? '' : value.startsWith('/') ? value : value.slice(1, -1);
  const truth = operator.endsWith('~') ? matchPattern(name, known, wanted) : known === wanted;
  return operator.startsWith('!') ? negate(truth) : truth;
}

/** Patterns of a scanned file are not run: a branch that stands for a pattern fits that one. */
function matchPattern(name: string, known: string, pattern: string): Truth {
  if (known === pattern) return true;
  return known === '' || (name === 'branch' && known === otherRef) ? false : undefined;
}

/** What is known of a build; a tag or a number of a pull request is there, but is no text that a condition could have. */
function knownValue(name: string, event: string, branch: string): string | undefined {
  if (name === 'source') return sources[event];
  if (name === 'tag') return event === 'tag' ? otherRef : '';
  if (name === 'pull_request.id') return event === 'pull_request' ? otherRef : '';
  if (name !== 'branch') return undefined;
  return event === 'push' ? branch : event === 'tag' ? otherRef : undefined;
}

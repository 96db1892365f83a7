import type { GoneEvidence } from './comparison.ts';

const shown = 3;

/**
 * What became of the evidence of the base, one sentence for all that one rule found and one thing happened to:
 * "`evals.yml:12` proved it on the base (…) and was deleted".
 */
export function describeGone(gone: readonly GoneEvidence[]): readonly string[] {
  const groups = new Map<string, readonly GoneEvidence[]>();
  for (const item of gone) {
    const { rule, how, because, now } = item;
    const key = JSON.stringify([rule, how, because, how === 'moved' ? now?.path : undefined]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((group) => (group[0] ? [describeGroup(group[0], group)] : []));
}

function describeGroup(first: GoneEvidence, group: readonly GoneEvidence[]): string {
  const rest = group.length - shown;
  const names = group.slice(0, shown).map(({ path, line }) => `\`${path}:${line}\``);
  const listed = [...names, ...(rest > 0 ? [`${rest} more`] : [])];
  const last = listed.length > 1 ? ` and ${listed.at(-1)}` : '';
  const places = `${(last === '' ? listed : listed.slice(0, -1)).join(', ')}${last}`;
  return `${places} proved it on the base (${first.title}) and ${describeFate(first, group.length > 1)}`;
}

function describeFate({ how, because, now }: GoneEvidence, isMany: boolean): string {
  switch (how) {
    case 'deleted':
      return isMany ? 'were deleted' : 'was deleted';
    case 'moved':
      return `${isMany ? 'do' : 'does'} not count in \`${now?.path}\`, where the file was moved to`;
    case 'contradicted':
      return `${isMany ? 'are' : 'is'} now contradicted${because === undefined ? '' : `: ${because}`}`;
    case 'unmatched':
      return `no longer ${isMany ? 'match' : 'matches'}`;
    case 'unaided':
      return `no longer ${isMany ? 'count' : 'counts'} without what stood beside it`;
    case 'gone':
      return `${isMany ? 'are' : 'is'} no longer found`;
  }
}

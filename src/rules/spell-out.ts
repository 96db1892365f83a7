/** Words that one pair of neighbours may be spelt out to. */
const wordLimit = 250;

const items = '[a-z]+\\??(?:\\|[a-z]+\\??)*';
const neighbours = [
  /** `(input|output)_?(tokens|cost)`, where nothing repeats the second. */
  new RegExp(`\\((${items})\\)(_\\??)?\\((${items})\\)(?![?*+{])`, 'g'),
  /** `(input|output)_?tokens?`; what a sign behind repeats is no part of the word. */
  new RegExp(`\\((${items})\\)(_\\??)([a-z]{2,})(?=[a-z]\\?|[^a-z?*+{]|$)`, 'g'),
  /** `((input|output)_?){1,2}tokens?`: the last of its turns stands next to what follows. */
  new RegExp(`\\(\\((${items})\\)(_\\??)\\)\\{1,2\\}([a-z]{2,})(?=[a-z]\\?|[^a-z?*+{]|$)`, 'g'),
];

/** What changes how all that follows is read: flags, quotes. */
const hasOwnRules = /\(\?(?!:)|\\[QE]/;

/**
 * Takes one branch of an expression and gives lists of words, of each of which every text that it matches holds one: those
 * of neighbouring choices together (`(a|b)_(c|d)` → `a_c`, `a_d`, `b_c`, `b_d`), which are far rarer than each half.
 */
export function spellOut(branch: string): readonly (readonly string[])[] {
  if (hasOwnRules.test(branch)) return [];
  return neighbours.flatMap((pattern) =>
    [...branch.matchAll(pattern)].flatMap(({ index, 1: left = '', 2: between = '', 3: right = '' }) => {
      if (depthOf(branch.slice(0, index)) !== 0) return [];
      const joints = between.endsWith('?') ? ['', '_'] : [between];
      const seconds = right.split('|').map((item) => item.replace(/.\?$/, ''));
      const starts = left
        .split('|')
        .flatMap(bothForms)
        .flatMap((item) => joints.map((joint) => item + joint));
      if (starts.length * seconds.length > wordLimit || seconds.includes('')) return [];
      return [starts.flatMap((start) => seconds.map((second) => start + second))];
    }),
  );
}

function bothForms(item: string): readonly string[] {
  return item.endsWith('?') ? [item.slice(0, -1), item.slice(0, -2)] : [item];
}

/** The branches of an expression that no group is around; all of it in one where that can't be told by its signs. */
export function splitBranches(source: string): readonly string[] {
  if (hasOwnRules.test(source)) return [source];
  const branches: string[] = [];
  let start = 0;
  for (const { index } of source.matchAll(/\|/g)) {
    if (depthOf(source.slice(start, index)) !== 0) continue;
    branches.push(source.slice(start, index));
    start = index + 1;
  }
  const last = source.slice(start);
  return depthOf(last) === 0 ? [...branches, last] : [source];
}

/** How many groups are open at the end of what begins outside of any; one too within a class or behind a backslash. */
function depthOf(source: string): number {
  const signs = source.replace(/\\./gs, 'x').replace(/\[(?:\^?\][^\]]*|\^[^\]]+|[^\]^][^\]]*)\]/g, '');
  if (/[[\\]/.test(signs)) return 1;
  return [...signs].reduce((depth, sign) => depth + Number(sign === '(') - Number(sign === ')'), 0);
}

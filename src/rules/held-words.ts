import type { Needle, Required } from './required-words.ts';

/** Tells whether one text holds what is required. */
export type Holds = (required: Required) => boolean;

type Word = { readonly id: number; readonly expression: RegExp };

const words = new Map<string, Word>();
const wordOf = new WeakMap<Needle, Word>();

/** Needles that say the same share one expression. */
function compileWord(needle: Needle): Word {
  const source = alternation([needle]);
  const key = `${needle.anyCase ? 'i' : ''}${source}`;
  const word = words.get(key) ?? { id: words.size, expression: new RegExp(source, needle.anyCase ? 'iu' : '') };
  words.set(key, word);
  wordOf.set(needle, word);
  return word;
}

/** For a long text, of which each word is asked for again and again. */
export function rememberWords(text: string): Holds {
  const known: (boolean | undefined)[] = [];
  return makeHolds((needle) => {
    const { id, expression } = wordOf.get(needle) ?? compileWord(needle);
    const found = known[id] ?? expression.test(text);
    known[id] = found;
    return found;
  });
}

/** For a short text. */
export function findWords(text: string): Holds {
  return makeHolds((needle) => (wordOf.get(needle) ?? compileWord(needle)).expression.test(text));
}

function makeHolds(test: (needle: Needle) => boolean): Holds {
  const holds: Holds = (required) => {
    if ('all' in required) return required.all.every(holds);
    return 'any' in required ? required.any.some(holds) : test(required);
  };
  return holds;
}

/** Words of one kind of border share it: that is what keeps a thousand of them fast. */
export function alternation(needles: readonly Needle[]): string {
  const words = (start: boolean, end: boolean) => {
    const fitting = needles.filter(
      ({ openStart, openEnd }) => Boolean(openStart) === start && Boolean(openEnd) === end,
    );
    const sorted = [...new Set(fitting.map(({ word }) => word.replaceAll('.', '\\.')))].sort();
    return sorted.length === 0 ? [] : [`${start ? '' : '\\b'}(?:${sorted.join('|')})${end ? '' : '\\b'}`];
  };
  return [...words(false, false), ...words(false, true), ...words(true, false), ...words(true, true)].join('|');
}

import type { Needle, Required } from './required-words.ts';

/** Tells whether one text holds what is required. */
export type Holds = (required: Required) => boolean;

/** A text, and each word of it once: a fourth of its length, and all that a needle without punctuation is looked for in. */
export type Vocabulary = { readonly text: string; readonly words: ReadonlySet<string>; readonly joined: string };

/** Two letters that are, in any case, the same as `s` and `k`, but no part of a word of an expression. */
const foldedLetters = /[\u017f\u212a]/;

export function readVocabulary(text: string): Vocabulary {
  const words = new Set(text.match(/\w+/g) ?? []);
  return { text, words, joined: foldedLetters.test(text) ? text : [...words].join('\n') };
}

export function isWord({ word }: Needle): boolean {
  return /^\w+$/.test(word);
}

type Word = {
  readonly id: number;
  readonly expression: RegExp;
  /** Where it is looked for: among whole words, within words, or in all of the text. */
  readonly among: 'words' | 'joined' | 'text';
};

const words = new Map<string, Word>();
const wordOf = new WeakMap<Needle, Word>();

/** Needles that say the same share one expression. */
function compileWord(needle: Needle): Word {
  const source = alternation([needle]);
  const key = `${needle.anyCase ? 'i' : ''}${source}`;
  const isWhole = !needle.openStart && !needle.openEnd && !needle.anyCase;
  const among = isWord(needle) ? (isWhole ? 'words' : 'joined') : 'text';
  const word = words.get(key) ?? { id: words.size, expression: new RegExp(source, needle.anyCase ? 'iu' : ''), among };
  words.set(key, word);
  wordOf.set(needle, word);
  return word;
}

/** For a long text, of which each word is asked for again and again. */
export function rememberWords(vocabulary: Vocabulary): Holds {
  const known: (boolean | undefined)[] = [];
  return makeHolds((needle) => {
    const { id, expression, among } = wordOf.get(needle) ?? compileWord(needle);
    const found =
      known[id] ?? (among === 'words' ? vocabulary.words.has(needle.word) : expression.test(vocabulary[among]));
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

import * as z from 'zod';
import { nearest } from '../lib/nearest.ts';

// Every message here goes on from the name of the key: "systems.assistant.due takes a day …".

/** Text that says something; `what` completes the sentence "it takes …". */
export function text(what: string) {
  return z
    .string({
      error: ({ input }) => (typeof input === 'number' ? `takes ${what}; put it in quotes` : `takes ${what}`),
    })
    .regex(/\S/, `takes ${what}`);
}

/** A day of the calendar, written as ISO 8601 does. */
export function day() {
  return z.iso.date({
    error: ({ input }) =>
      typeof input === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(input)
        ? `is ${input}, which is no day of the calendar`
        : 'takes a day written YYYY-MM-DD, such as 2026-11-01',
  });
}

/** One of a few words. */
export function choice<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words, {
    error: ({ input }) => {
      const meant = typeof input === 'string' ? nearestWord(input, words) : undefined;
      return `takes ${words.join(' | ')}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
    },
  });
}

/** A number in a range that `what` puts into words. */
export function amount(what: string, lowest: { readonly min: number } | { readonly above: number }) {
  const number = z.number({ error: ({ input }) => `takes ${what}${spelledNumber(input)}` });
  return 'min' in lowest ? number.min(lowest.min, `takes ${what}`) : number.gt(lowest.above, `takes ${what}`);
}

/** A list, which people like to forget where there is one thing only. `how` says how to write it. */
export function list<T extends z.ZodType>(item: T, how: string) {
  return z.array(item, { error: `takes a list, ${how}` });
}

/** A path or a glob that stays inside the repository. `what` as for `text`. */
export function insidePath(what: string) {
  return text(what).refine(
    staysInside,
    'leaves the repository; write it from its top, without .. and without / in front',
  );
}

/** A glob as `minimatch` reads it with negation off. */
export function glob() {
  return insidePath('a glob, such as infra/assistant/**').refine(
    (pattern) => !pattern.startsWith('!'),
    'begins with !, which is not read; put what counts in include and what does not in exclude',
  );
}

/** Whether a path can't lead out of the folder that it is relative to. */
export function staysInside(path: string): boolean {
  return !/^[\\/]|^[A-Za-z]:[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path);
}

/** The word that was meant, whatever its case and its separators: the nearest, or the only one that it begins. */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  const plain = word.trim().toLowerCase().replaceAll(/[_ ]/g, '-');
  const all = [...candidates];
  const longer = plain.length < 3 ? [] : all.filter((candidate) => candidate.startsWith(plain));
  return nearest(plain, all) ?? (longer.length === 1 ? longer[0] : undefined);
}

/** `"12"` and `40_000` are text in YAML 1.2, though they were meant as numbers. */
export function spelledNumber(input: unknown): string {
  if (typeof input !== 'string' || input.trim() === '') return '';
  const number = Number(input.replaceAll(/[_,' ]/g, ''));
  return Number.isFinite(number) ? `; write ${number}` : '';
}

import type { modes } from '../schema.ts';

export type Mode = (typeof modes)[number];
export type OnUnknown = (typeof answersToUnknown)[number];

/** From the most lenient on. */
export const answersToUnknown = ['ignore', 'warn', 'fail'] as const;

/** Whether the first word asks for less than the second, in an order from the most lenient on. */
export function isWeaker<T>(order: readonly T[], word: T, than: T): boolean {
  return order.indexOf(word) < order.indexOf(than);
}

/** The strictest of some words; undefined of none. */
export function strictest<T>(order: readonly T[], words: readonly (T | undefined)[]): T | undefined {
  return order.findLast((word) => words.includes(word));
}

import type { Diagnostic } from '../../model/diagnostic.ts';

/** A value by its flat key path. `value` is left out where it is nobody's to see. */
export type ConfigEntry = { readonly key: string; readonly value?: string; readonly line: number };

/** What a file of settings holds; `data` is a file that holds records and no settings. */
export type ConfigReading =
  | { readonly is: 'settings'; readonly entries: readonly ConfigEntry[]; readonly complete: boolean }
  | { readonly is: 'data' }
  | { readonly is: 'broken'; readonly message: string; readonly line: NonNullable<Diagnostic['at']>['line'] };

/** Levels of a key path; deeper values are left out. */
export const configDepthLimit = 30;

/** Values of one file; those behind are left out. */
export const configEntryLimit = 2_000;

/** Settings of a file of which nothing was left out yet: cuts what is behind the limits. */
export function settingsOf(entries: readonly ConfigEntry[], isDeep = false): ConfigReading {
  return {
    is: 'settings',
    entries: entries.slice(0, configEntryLimit),
    complete: !isDeep && entries.length <= configEntryLimit,
  };
}

import type { CommandWords } from '../model/command-words.ts';
import type { MaturityModel } from '../model/maturity.ts';
import type { Rule } from './schema.ts';

export type Regime = { readonly id: string; readonly name: string };

/** All of rules/, checked: what the product knows beside its code. */
export type RuleSet = {
  readonly model: MaturityModel;
  readonly regimes: readonly Regime[];
  readonly commandWords: CommandWords;
  readonly rules: readonly Rule[];
};

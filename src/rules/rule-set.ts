import type { CommandWords } from '../model/command-words.ts';
import type { MaturityModel } from '../model/maturity.ts';
import type { ModelTables } from '../model/model-tables.ts';
import type { QueryTables } from '../model/query-tables.ts';
import type { NeedsByCode } from './needs.ts';
import type { Prefilters } from './prefilters.ts';
import type { Rule } from './schema.ts';

export type Regime = { readonly id: string; readonly name: string };

/** All of rules/, checked: what the product knows beside its code. */
export type RuleSet = {
  readonly model: MaturityModel;
  readonly regimes: readonly Regime[];
  readonly commandWords: CommandWords;
  readonly modelTables: ModelTables;
  readonly queryTables: QueryTables;
  readonly rules: readonly Rule[];
  /** Words without which no rule can match code, worked out when the rules are compiled. */
  readonly needs: NeedsByCode;
  /** The same for each expression of the rules. */
  readonly prefilters: Prefilters;
};

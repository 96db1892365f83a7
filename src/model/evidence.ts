import type { FactKind } from './fact.ts';
import type { Location } from './location.ts';

/** A proof is enough alone, two independent signs are enough together, a hint is only shown. */
export type Strength = 'proof' | 'sign' | 'hint';

/** A fact that a rule recognised. `target` is `practice/aspect`, a capability or a symptom. */
export type Evidence = {
  readonly rule: string;
  readonly title: string;
  readonly target: string;
  readonly strength: Strength;
  readonly factKind: FactKind;
  readonly at: Location;
  /** Fingerprint of the fact without its place. */
  readonly content: string;
  /** The day that the evidence speaks of, ISO, where the fact has one. */
  readonly date?: string;
  /** What it shows takes engineering weeks or a price, so that it is too much below its stage. */
  readonly costly?: true;
};

/** Evidence that something beside it contradicts: it does not count, and the report says why. */
export type Withheld = Evidence & { readonly because: string };

/** A place that shows that the answer lies where this run could not look. */
export type Obscured = {
  readonly rule: string;
  readonly target: string;
  readonly at: Location;
  readonly reason: string;
  /** The least permission, or the other word, that would settle it. */
  readonly settle: string;
};

/** All that the rules say of one system's facts. */
export type Recognition = {
  readonly evidence: readonly Evidence[];
  readonly withheld: readonly Withheld[];
  readonly obscured: readonly Obscured[];
};

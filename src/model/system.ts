import type { Stage } from './maturity.ts';

export type Attestation = {
  readonly aspect: string;
  readonly by: string;
  readonly on: string;
  readonly until: string;
  readonly url?: string;
};

export type Waiver = {
  /** An aspect (`practice/aspect`) or a capability. */
  readonly target: string;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
};

/** One AI system, declared in the policy or discovered. */
export type System = {
  readonly name: string;
  /** `''` for the whole repository. */
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly kind?: string;
  readonly declared: boolean;
  /** Where the policy declares it. */
  readonly line?: number;
  readonly lifecycle?: string;
  readonly audience?: string;
  readonly reputationalRisk?: string;
  /** The industry, where a regulator watches. */
  readonly regulated?: string;
  readonly regimes: readonly string[];
  readonly target?: Stage;
  readonly due?: string;
  readonly scale: Readonly<Record<string, number>>;
  readonly attest: readonly Attestation[];
  readonly waive: readonly Waiver[];
};

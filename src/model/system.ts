import type { Location } from './location.ts';
import type { Stage } from './maturity.ts';

export type Attestation = {
  readonly aspect: string;
  readonly by: string;
  readonly on: string;
  readonly until: string;
  readonly url?: string;
  /** Where the policy says so. */
  readonly line?: number;
};

export type Waiver = {
  /** An aspect (`practice/aspect`) or a capability. */
  readonly target: string;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
  readonly line?: number;
};

/** A policy's own scale from which a capability is worth it. */
export type Threshold = { readonly capability: string; readonly from: number; readonly reason: string };

/** A stage that is asked for at least, whatever the target. */
export type Floor = {
  readonly stage: Stage;
  /** Until that day gaps warn; left out, they fail from now on. */
  readonly due?: string;
  /** `path:line` of the entry above the team's policy that asks for it. */
  readonly source?: string;
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
  readonly targetLine?: number;
  /** `path:line` of the entry that raised the target. */
  readonly targetSource?: string;
  readonly floors?: readonly Floor[];
  readonly due?: string;
  readonly scale: Readonly<Record<string, number>>;
  readonly thresholds?: readonly Threshold[];
  readonly attest: readonly Attestation[];
  readonly waive: readonly Waiver[];
};

/** A system that was found and is not declared, its folder, and the first place that shows it. */
export type FoundSystem = {
  readonly name: string;
  /** `''` for the top of the repository. */
  readonly folder: string;
  readonly kind?: string;
  readonly at: Location;
};

/** A place that lets guess something of a system's profile, for a person to confirm: never taken for said. */
export type ProfileHint = {
  /** `customers`, `internal`, an industry, `volume` or `models`. */
  readonly about: string;
  /** What was seen. */
  readonly title: string;
  readonly at: Location;
};

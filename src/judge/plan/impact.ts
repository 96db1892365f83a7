import { countOf } from '../../lib/english.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import type { ReportSystem } from '../../model/report.ts';

export type Impact = { readonly points: number; readonly reasons: readonly string[] };

const lifecycles: Readonly<Record<string, number>> = { production: 3, pilot: 1, retiring: 1 };
const audiences: Readonly<Record<string, number>> = { internal: 1, customers: 2, public: 3 };
const regulated = 3;

/** Shares of a very high volume from which it counts, from the highest. */
const volumes: readonly (readonly [share: number, points: number])[] = [
  [1, 3],
  [0.01, 2],
  [0.001, 1],
];

/** How much hangs on a system: its lifecycle, who sees its answers, a regulator, the volume. */
export function judgeImpact({ profile, scale }: ReportSystem, model: MaturityModel): Impact {
  const { scale: key, from } = model['high-volume'];
  const predictions = scale?.[key] ?? 0;
  const volume = volumes.find(([share]) => predictions >= from * share)?.[1] ?? 0;
  const parts: readonly (readonly [number, string | undefined])[] = [
    // Most of what nobody declared is in use.
    [lifecycles[profile.lifecycle ?? 'production'] ?? 1, profile.lifecycle ?? undefined],
    [audiences[profile.audience ?? 'internal'] ?? 1, profile.audience ?? undefined],
    [
      profile.regulated === null ? 0 : regulated,
      profile.regulated === null ? undefined : `regulated (${profile.regulated})`,
    ],
    [volume, volume === 0 ? undefined : `${countOf(predictions, 'prediction')} a day`],
  ];
  return {
    points: parts.reduce((sum, [points]) => sum + points, 0),
    reasons: parts.flatMap(([, reason]) => (reason === undefined ? [] : [reason])),
  };
}

/** Whether users depend on a system. */
export function isInProduction({ profile }: ReportSystem): boolean {
  return profile.lifecycle === null || profile.lifecycle === 'production';
}

import type { PolicyConflict } from '../../model/policy.ts';
import { type KeyPath, keyPath } from '../mistake.ts';
import { modes } from '../schema.ts';
import { type Layer, sourceOf } from './parse.ts';
import { answersToUnknown, isWeaker } from './strictness.ts';

/** A policy with those of its keys that one above it may have too. */
export type Settings = Pick<Layer, 'name' | 'path' | 'lines'> & {
  readonly policy: Pick<Layer['policy'], 'mode' | 'gate' | 'waivers' | 'attestations'>;
};

type Setting = {
  readonly path: KeyPath;
  read(policy: Settings['policy']): string | number | undefined;
  isWeaker(lower: string | number, upper: string | number): boolean;
};

const isMore = (lower: string | number, upper: string | number) => Number(lower) > Number(upper);

const settings: readonly Setting[] = [
  {
    path: ['mode'],
    read: ({ mode }) => mode,
    isWeaker: (lower, upper) => isWeaker<string | number>(modes, lower, upper),
  },
  {
    path: ['gate', 'on-unknown'],
    read: ({ gate }) => gate?.['on-unknown'],
    isWeaker: (lower, upper) => isWeaker<string | number>(answersToUnknown, lower, upper),
  },
  { path: ['waivers', 'max-days'], read: ({ waivers }) => waivers?.['max-days'], isWeaker: isMore },
  { path: ['waivers', 'max'], read: ({ waivers }) => waivers?.max, isWeaker: isMore },
  { path: ['attestations', 'max-days'], read: ({ attestations }) => attestations?.['max-days'], isWeaker: isMore },
];

/** Where a policy sets a key more leniently than one above it. Takes them from the lowest on. */
export function compareSettings(chain: readonly Settings[]): readonly PolicyConflict[] {
  return chain.flatMap((lower, index) =>
    settings.flatMap((setting) => {
      const upper = chain.slice(index + 1).find((other) => asksForLess(setting, lower, other));
      return upper ? [conflictOf(setting, lower, upper)] : [];
    }),
  );
}

function asksForLess(setting: Setting, lower: Settings, upper: Settings): boolean {
  const [low, high] = [setting.read(lower.policy), setting.read(upper.policy)];
  return low !== undefined && high !== undefined && setting.isWeaker(low, high);
}

function conflictOf({ path, read }: Setting, lower: Settings, upper: Settings): PolicyConflict {
  const [low, high] = [read(lower.policy), read(upper.policy)];
  const key = path.at(-1);
  const line = lower.lines(path);
  return {
    id: `${lower.name}:${keyPath(path)}`,
    title: `${lower.name} asks for less than ${upper.name}: ${keyPath(path)}`,
    message: `${key}: ${low} (${lower.name}:${line}) is weaker than ${key}: ${high} (${sourceOf(upper, path)}), so ${high} holds.`,
    fix: `Take ${keyPath(path)} out of ${lower.name}, or set it to ${high}.`,
    ...(lower.path === undefined ? {} : { at: { path: lower.path, line } }),
  };
}

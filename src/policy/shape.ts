import { Attest, Scale, Threshold, Waive } from './entries.ts';
import type { Shape } from './explain-shape.ts';
import { DeclaredSystem, Gate, Policy } from './schema.ts';

const levels = {
  top: { place: 'at the top of the file', keys: Object.keys(Policy.shape) },
  gate: { place: 'in gate', keys: Object.keys(Gate.shape) },
  thresholds: { place: 'in an entry of thresholds', keys: Object.keys(Threshold.shape) },
  system: { place: 'in a system', keys: Object.keys(DeclaredSystem.shape) },
  scale: { place: "in a system's scale", keys: Object.keys(Scale.shape) },
  attest: { place: "in an entry of a system's attest", keys: Object.keys(Attest.shape) },
  waive: { place: "in an entry of a system's waive", keys: Object.keys(Waive.shape) },
} as const;

/** The maps of a team's policy. */
export const policyShape: Shape = {
  name: 'the policy',
  levels: Object.values(levels),
  levelOf([first, , third]) {
    if (first === undefined) return levels.top;
    if (first === 'gate' || first === 'thresholds') return levels[first];
    if (third === 'scale' || third === 'attest' || third === 'waive') return levels[third];
    return levels.system;
  },
};

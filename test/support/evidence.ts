import type { Evidence, Obscured, Withheld } from '../../src/model/evidence.ts';
import { repoPath } from '../../src/model/location.ts';
import type { System } from '../../src/model/system.ts';

/** Evidence with the parts that a test does not mind filled in. */
export function evidence(over: Partial<Evidence> = {}): Evidence {
  return {
    rule: 'practice/rule',
    title: 'something was seen',
    target: 'practice/aspect',
    strength: 'proof',
    factKind: 'step',
    at: { path: repoPath('a.yml'), line: 1 },
    content: '0',
    ...over,
  };
}

export function withheld(because: string, over: Partial<Evidence> = {}): Withheld {
  return { ...evidence(over), because };
}

export function obscured(over: Partial<Obscured> = {}): Obscured {
  return {
    rule: 'practice/rule',
    target: 'practice/aspect',
    at: { path: repoPath('a.yml'), line: 1 },
    reason: 'it is a setting',
    settle: 'metadata: read',
    ...over,
  };
}

export function system(over: Partial<System> = {}): System {
  return {
    name: 'assistant',
    root: '',
    include: [],
    exclude: [],
    declared: true,
    regimes: [],
    scale: {},
    attest: [],
    waive: [],
    ...over,
  };
}

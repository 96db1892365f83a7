import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/extract/pipeline/events.ts';
import { narrowEvents, otherRef } from '../../../src/extract/pipeline/narrow.ts';

const named = ['main', 'dev'].map((name) => ({ label: name, text: name }));

function narrow(events: readonly Event[], holds: (event: string, branch: string) => boolean | undefined) {
  return narrowEvents(events, { branches: named, holds });
}

describe('a push', () => {
  it.each([
    ['on any branch, if any will do', undefined, () => true, undefined],
    ['on any branch, if nothing is known', undefined, () => undefined, undefined],
    ['on the branch that the condition wants', undefined, (branch: string) => branch === 'main', ['main']],
    ['on all but the branch that it does not want', undefined, (branch: string) => branch !== 'main', ['!main']],
    ['on what both want', ['main', 'dev'], (branch: string) => branch === 'main', ['main']],
    ['on what is left of the trigger', ['main', 'dev'], (branch: string) => branch !== 'main', ['dev']],
    ['on more that it does not want', ['!old'], (branch: string) => branch !== 'main', ['!old', '!main']],
    ['on what a pattern of the trigger may stand for', ['ma*'], (branch: string) => branch === 'main', ['main']],
  ])('is one %s', (_, branches, holds, expected) => {
    const [event] = narrow([{ name: 'push', ...(branches ? { branches } : {}) }], (__, branch) => holds(branch));

    expect(event?.branches).toEqual(expected);
  });

  it.each([
    ['the condition never holds', undefined, () => false],
    ['it holds for no branch of the trigger', ['release'], (branch: string) => branch === 'main'],
    ['the trigger leaves its branch out', ['!main'], (branch: string) => branch === 'main'],
  ])('is none if %s', (_, branches, holds) => {
    const events = narrow([{ name: 'push', ...(branches ? { branches } : {}) }], (__, branch) => holds(branch));

    expect(events).toEqual([]);
  });
});

describe('another event', () => {
  it('is asked for by its name, on whatever branch', () => {
    const events = narrow(
      [{ name: 'tag' }, { name: 'schedule' }],
      (event, branch) => event === 'schedule' && branch === 'dev',
    );

    expect(events).toEqual([{ name: 'schedule' }]);
  });

  it('is not asked for a branch that a repository can have', () => {
    const asked: string[] = [];

    narrowEvents([{ name: 'tag' }], { branches: [], holds: (_, branch) => asked.push(branch) > 0 });

    expect(asked).toEqual([otherRef]);
  });
});

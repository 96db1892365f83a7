import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobsOf, workflow } from '../support/workflows.ts';

type Step = { readonly command: string; readonly tolerant: boolean };
type Job = { readonly needs: readonly number[]; readonly always: boolean; readonly steps: readonly Step[] };

const step = fc.record({ command: fc.constantFrom('ls', 'score-it', 'deploy-it', 'ask-it'), tolerant: fc.boolean() });

/** Jobs of which each needs some of those before it. */
const pipeline = fc
  .array(fc.record({ picks: fc.array(fc.nat(9)), always: fc.boolean(), steps: fc.array(step, { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((jobs): readonly Job[] =>
    jobs.map(({ picks, ...job }, at) => ({
      ...job,
      needs: at === 0 ? [] : [...new Set(picks.map((pick) => pick % at))],
    })),
  );

function write(jobs: readonly Job[]): string {
  const texts = jobs.map(({ needs, always, steps }, at) => {
    const list = steps.map(({ command, tolerant }) => `{ run: "${command}${tolerant ? ' || true' : ''}" }`);
    const waits =
      needs.length === 0 ? '' : `needs: [${needs.map((need) => `j${need}`)}], ${always ? 'if: always(), ' : ''}`;
    return `j${at}: { ${waits}runs-on: x, steps: [${list}] }`;
  });
  return workflow(texts.join('\n'));
}

test('a job that nobody needs, and that does nothing of note, changes no other', () => {
  fc.assert(
    fc.property(pipeline, fc.boolean(), (jobs, isApart) => {
      const text = write(jobs);
      const other = 'zz: { runs-on: x, steps: [{ run: ls }] }';
      const more = isApart
        ? { '.github/workflows/a.yml': text, '.github/workflows/b.yml': workflow(other) }
        : { '.github/workflows/a.yml': `${text}\n  ${other}` };

      const [before, after] = [jobsOf({ '.github/workflows/a.yml': text }), jobsOf(more)];

      expect(after.size).toBe(before.size + 1);
      for (const [id, job] of before) expect(after.get(id)).toEqual(job);
    }),
    { numRuns: 60 },
  );
});

/** How the command of the evaluation is reached, and how many jobs stand between it and the deploy. */
type Chain = { readonly between: number; readonly byTarget: boolean; readonly byCall: boolean };
type Break = 'none' | 'no edge' | '|| true' | 'echo' | 'continue-on-error' | 'always';

const chain = fc.record({ between: fc.nat(3), byTarget: fc.boolean(), byCall: fc.boolean() });

function writeChain({ between, byTarget, byCall }: Chain, how: Break, at: number): Readonly<Record<string, string>> {
  const word = how === '|| true' ? 'score-it || true' : how === 'echo' ? 'echo score-it' : 'score-it';
  const job = `${how === 'continue-on-error' ? 'continue-on-error: true, ' : ''}runs-on: x, steps: [{ run: "${byTarget ? 'make check' : word}" }]`;
  const broken = at % (between + 1);
  const behind = Array.from({ length: between + 1 }, (_, index) => {
    const needs = index === broken && how === 'no edge' ? '' : `needs: ${index === 0 ? 'score' : `m${index - 1}`}, `;
    const always = index === broken && how === 'always' ? 'if: always(), ' : '';
    const [id, run] = index === between ? ['ship', 'deploy-it'] : [`m${index}`, 'ls'];
    return `${id}: { ${needs}${always}runs-on: x, steps: [{ run: ${run} }] }`;
  });
  const first = byCall ? 'score: { uses: ./.github/workflows/score.yml }' : `score: { ${job} }`;
  return {
    '.github/workflows/a.yml': workflow([first, ...behind].join('\n')),
    ...(byCall ? { '.github/workflows/score.yml': workflow(`inner: { ${job} }`, '{ workflow_call: }') } : {}),
    ...(byTarget ? { Makefile: `check:\n\t${word}\n` } : {}),
  };
}

test('a gate holds over any chain, and each way to break it is seen', () => {
  fc.assert(
    fc.property(
      chain,
      fc.constantFrom<Break>('no edge', '|| true', 'echo', 'continue-on-error', 'always'),
      fc.nat(3),
      (links, how, at) => {
        const [whole, broken] = [writeChain(links, 'none', at), writeChain(links, how, at)].map((files) =>
          jobsOf(files).get('ship'),
        );

        expect(whole).toMatchObject({ needsActivity: ['evaluates'], gateBreakers: [] });
        expect(broken?.needsActivity.includes('evaluates') && broken.gateBreakers.length === 0).toBe(false);
      },
    ),
    { numRuns: 80 },
  );
});

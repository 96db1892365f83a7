import { describe, expect, it } from 'vitest';
import { collectFacts, extractYamlPipeline, jobLimit, pipelineSizeLimit } from '../../../src/extract/pipeline/facts.ts';
import type { Job } from '../../../src/extract/pipeline/job.ts';
import { startReading } from '../../../src/extract/pipeline/reading.ts';
import { sourceFile, tools } from '../../support/tools.ts';

function collect(jobs: Iterable<Job>) {
  return collectFacts('ci', startReading(sourceFile('ci.yml', ''), tools), jobs);
}

function job(id: string, line: number, rest: Partial<Job> = {}): Job {
  return { id, line, events: [{ name: 'push' }], steps: [], ...rest };
}

describe('the facts of jobs', () => {
  it('stand in order of their place', () => {
    const { facts } = collect([job('b', 9, { steps: [{ line: 2 }] }), job('a', 4)]);

    expect(facts.map(({ at }) => at.line)).toEqual([2, 4, 9]);
  });

  it('give a step what its job has, and what it says itself', () => {
    const { facts } = collect([
      job('a', 1, {
        environment: 'production',
        condition: 'x',
        directory: 'app',
        env: { A: '1', B: '1' },
        uses: 'template',
        steps: [
          { line: 2, command: 'make', condition: 'always()', env: { B: '2' }, tolerant: true },
          { line: 3, uses: 'action', directory: 'web', events: [{ name: 'workflow_dispatch' }] },
        ],
      }),
    ]);

    expect(facts[1]).toMatchObject({
      kind: 'step',
      command: 'make',
      environment: 'production',
      condition: '(x) && (always())',
      directory: 'app',
      env: { A: '1', B: '2' },
      tolerant: true,
      manual: false,
    });
    expect(facts[1]).not.toHaveProperty('uses');
    expect(facts[2]).toMatchObject({ uses: 'action', directory: 'web', triggers: ['workflow_dispatch'], manual: true });
  });

  it('are switched off with their job', () => {
    const { facts } = collect([job('a', 1, { disabled: 'off', steps: [{ line: 2, disabled: 'too' }] })]);

    expect(facts.map(({ disabled }) => disabled)).toEqual(['off', 'off']);
  });

  it('come to an end where there are more than can be read', () => {
    const { facts, diagnostics } = collect(Array.from({ length: jobLimit + 1 }, (_, index) => job(`j${index}`, 1)));

    expect(facts).toHaveLength(jobLimit);
    expect(diagnostics).toMatchObject([{ code: 'limit-reached', at: { path: 'ci.yml' } }]);
  });

  it('come to an end within one job', () => {
    function* endless() {
      while (true) yield { line: 1 };
    }

    const { diagnostics } = collect([job('a', 1, { steps: endless() })]);

    expect(diagnostics).toMatchObject([{ code: 'limit-reached' }]);
  });
});

describe('a file', () => {
  it('that is too long is not read', () => {
    const text = `steps: []\n${'#'.repeat(pipelineSizeLimit)}`;
    const format = { provider: 'ci', key: /steps/, readJobs: () => [job('a', 1)] };

    const { facts, diagnostics } = extractYamlPipeline(format, sourceFile('ci.yml', text), tools);

    expect(facts).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'file-unparsed' }]);
  });
});

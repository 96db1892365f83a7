import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleRepository } from '../support/git-repository.ts';
import { stagegate } from '../support/scratch.ts';

const example = join(import.meta.dirname, '../../examples/rag-service');

describe('check', () => {
  test('tells its exit codes in its help', async () => {
    const { code, out } = await stagegate('check', '--help');

    expect(code).toBe(0);
    expect(out).toContain('3   the scan is incomplete');
  });

  test('writes several reports at once beside what it prints', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stagegate-out-'));
    const [sarif, junit] = [join(folder, 'a.sarif'), join(folder, 'deep/a=b.xml')];

    const { out } = await stagegate('check', example, '--report', `sarif=${sarif}`, '--report', `junit=${junit}`);

    expect(out).toContain('Stage 2 · Automated');
    expect(JSON.parse(readFileSync(sarif, 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(junit, 'utf8')).toContain('<testsuites name="stagegate"');
  });

  test.each(['sarif', '=a.sarif', 'sarif=', 'xml=a.xml'])(
    'refuses --report %s and says what it has to be',
    async (text) => {
      const { code, errors } = await stagegate('check', example, '--report', text);

      expect([code, errors]).toEqual([2, expect.stringContaining('sarif=stagegate.sarif')]);
    },
  );

  test('of a folder in a repository names files from its top, for tools that open them', async () => {
    const { folder } = exampleRepository();
    mkdirSync(join(folder, 'services'));
    renameSync(join(folder, 'infra'), join(folder, 'services/infra'));
    writeFileSync(join(folder, 'services/stagegate.yml'), 'version: 1\nsystems:\n  a: { target: 2 }\n');

    const { out } = await stagegate('check', join(folder, 'services'), '--format', 'github');

    expect(out).toContain('file=services/');
  });
});

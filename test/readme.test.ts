import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everyRight } from './support/github/state.ts';

test.each(everyRight)('the README says what %s adds', (right) => {
  expect(readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')).toContain(`| \`${right}\``);
});

import { defineConfig } from 'vitest/config';
import { CountReporter } from './test/support/count-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Repositories to scan, with tests of their own.
    exclude: ['test/repositories/**'],
    // Some tests start the whole product, and machines of two cores may be busy.
    testTimeout: 60_000,
    // One worker less than cores, as is the default, leaves half of a machine of two idle.
    maxWorkers: '100%',
    reporters: [['default', { summary: false }], new CountReporter()],
    // These packages import JSON without an attribute, which only a bundler accepts.
    server: { deps: { inline: ['@actions/workflow-parser', '@actions/languageservice'] } },
  },
});

import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import './json-modules.ts';
import { mutated } from '../test/support/mutated.ts';

const { exampleFiles, readWithAll } = await import('../test/support/fuzz.ts');

// Run on demand: node bench/fuzz.ts --inputs 100000 --seed 7
const { values } = parseArgs({
  options: { inputs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const inputs = Number(values.inputs);
const seed = Number(values.seed);

let read = 0;
const started = performance.now();
const outcome = fc.check(
  fc.property(mutated(exampleFiles), ([path, text]) => {
    read += readWithAll(path, text);
  }),
  { numRuns: inputs, seed },
);
const seconds = (performance.now() - started) / 1_000;
console.log(
  `${outcome.numRuns} files, read ${read} times by those that claim them, seed ${seed}, ${seconds.toFixed(0)} s, ${(outcome.numRuns / seconds) | 0} files a second`,
);
if (outcome.failed) {
  console.log(fc.defaultReportMessage(outcome));
  process.exitCode = 1;
}

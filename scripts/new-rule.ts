import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const id = process.argv[2]?.replace(/\.ya?ml$/, '');
const shape = /^(?:(?:skip|symptom|activity|system)\/)?[a-z0-9-]+\/[a-z0-9-]+$/;

if (id === undefined || !shape.test(id)) {
  console.error('usage: npm run new-rule <practice>/<what-was-seen>, for example eval-in-ci/promptfoo-in-workflow');
  console.error('       or skip/<capability>/…, symptom/<name>/…, activity/<activity>/…, system/<kind>/…');
  process.exit(2);
}

const path = join(import.meta.dirname, '../rules', `${id}.yml`);
if (existsSync(path)) {
  console.error(`rules/${id}.yml exists already; edit it, or choose another name`);
  process.exit(2);
}

const [family = '', subject = ''] = id.split('/');
mkdirSync(dirname(path), { recursive: true });
writeFileSync(
  path,
  `title: what was seen, in the present tense
${effect()}
since: 0.1.0
why: The risk in one line.
fix: One action for a team with this stack.
match: { fact: step, triggers: [pull_request, push], command: /^tool check\\b/ }
examples:
  - name: must match
    files:
      .github/workflows/check.yml: |
        on: pull_request
        jobs:
          check:
            runs-on: ubuntu-latest
            steps:
              - run: tool check
    expect: [.github/workflows/check.yml:6]
  - name: a look-alike that must not match
    files:
      .github/workflows/check.yml: |
        on: pull_request
        jobs:
          check:
            runs-on: ubuntu-latest
            steps:
              - run: echo "tool check"
    expect: []
`,
);
console.log(`rules/${id}.yml is there; fill it in, then: npm test -- test/rules.test.ts -t ${id}`);

function effect(): string {
  if (family === 'activity') return `marks: ${subject}`;
  if (family === 'system') return `marks: system/${subject}`;
  if (family === 'skip' || family === 'symptom') return `shows: [${subject}]`;
  return `proves: [${family}/aspect]`;
}

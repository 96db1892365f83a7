// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are GitHub's expressions.
import { describe, expect, it } from 'vitest';
import { githubActions } from '../../../src/extract/github-actions.ts';
import { derivedDefaults } from '../../support/facts.ts';
import { sourceFile, tools } from '../../support/tools.ts';

/** One job called `build` on every push, its body indented by four. */
function job(body: string) {
  return `on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n${body}`;
}

function steps(text: string) {
  const { facts } = githubActions.extract(sourceFile('.github/workflows/ci.yml', text), tools);
  return facts.filter((fact) => fact.kind === 'step');
}

describe('a step', () => {
  it('with an action carries its inputs, its variables and its job', () => {
    const [fact] = steps(`on: push
env: { REGION: eu, LEVEL: info }
jobs:
  build:
    runs-on: ubuntu-latest
    environment: production
    env: { LEVEL: debug }
    steps:
      - name: Build
        uses: docker/build-push-action@v6
        with:
          push: true
          tags: |
            app:latest
            app:1
        env: { DEPTH: 1 }
`);

    expect(fact).toEqual({
      kind: 'step',
      at: { path: '.github/workflows/ci.yml', line: 10 },
      role: 'product',
      provider: 'github-actions',
      job: 'build',
      triggers: ['push'],
      branches: [],
      paths: [],
      needs: [],
      environment: 'production',
      tolerant: false,
      manual: false,
      ...derivedDefaults,
      always: false,
      afterActivity: [],
      uses: 'docker/build-push-action@v6',
      with: { push: 'true', tags: 'app:latest\napp:1\n' },
      env: { REGION: 'eu', LEVEL: 'debug', DEPTH: '1' },
    });
  });

  it('without an action or a script is none', () => {
    const facts = steps(job('    steps:\n      - name: nothing\n      - run: ""\n      - run:\n      - 7\n      -\n'));

    expect(facts).toEqual([]);
  });

  it.each([
    ['its own', '{ if: success(), run: make }', '', 'success()'],
    ["its job's", '{ run: make }', '    if: ${{ always() }}\n', '${{ always() }}'],
    ['both', '{ if: "${{ !cancelled() }}", run: make }', '    if: ${{ a || b }}\n', '(a || b) && (!cancelled())'],
  ])('has as its condition %s', (_, step, body, expected) => {
    const [fact] = steps(job(`${body}    steps: [${step}]`));

    expect(fact?.condition).toBe(expected);
  });

  it.each([
    ['its own folder', '{ run: make, working-directory: web }', 'web'],
    ["its job's folder", '{ run: make }', 'app'],
  ])('runs in %s', (_, step, expected) => {
    const [fact] = steps(job(`    defaults: { run: { working-directory: app } }\n    steps: [${step}]`));

    expect(fact?.directory).toBe(expected);
  });

  it('hides literals under the names of secrets, and no expression', () => {
    const [fact] = steps(
      job(`    steps:
      - uses: acme/login@v1
        with: { password: hunter2, api-key: "\${{ secrets.KEY }}", persist-token: false, user: bot }
        env: { API_TOKEN: abc, SECRET_URL: "https://x:y@\${{ vars.HOST }}", PRIVATE_KEY: "" }
`),
    );

    expect(fact?.with).toEqual({
      password: '[hidden]',
      'api-key': '${{ secrets.KEY }}',
      'persist-token': 'false',
      user: 'bot',
    });
    expect(fact?.env).toEqual({ API_TOKEN: '[hidden]', SECRET_URL: '[hidden]', PRIVATE_KEY: '' });
  });
});

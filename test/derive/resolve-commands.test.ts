import { describe, expect, test } from 'vitest';
import {
  followDepthLimit,
  followedCommandLimit,
  followedTotalLimit,
  resolveCommands,
} from '../../src/derive/resolve-commands.ts';
import type { Fact, ScriptFact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { stepFact } from '../support/facts.ts';
import { tools } from '../support/tools.ts';
import { stepsOf } from '../support/workflows.ts';

type Files = Readonly<Record<string, string>>;

/** A workflow with one step, and other files beside it. */
function withStep(run: string, files: Files, more = ''): Files {
  const step = `- run: ${JSON.stringify(run)}\n        ${more}`;
  const text = `on: push\njobs:\n  ci:\n    runs-on: ubuntu-latest\n    steps:\n      ${step}\n`;
  return { '.github/workflows/ci.yml': text, ...files };
}

/** What the step comes to: `command < places`, in order, without what was followed and without preparation. */
function cameTo(files: Files): readonly string[] {
  return stepsOf(files)
    .filter(({ followed, command = '' }) => !followed && !/^(?:cd|set)\b/.test(command))
    .map(({ command, uses, via = [] }) => [command ?? uses, ...via].join(' < '));
}

const makefile = 'deploy: test\n\thelm upgrade app ./chart\n\ntest:\n\tpytest -q\n';
const packageJson = JSON.stringify(
  { name: 'web', scripts: { pretest: 'tsc', test: 'vitest run', posttest: 'eslint .', ship: 'vercel' } },
  null,
  1,
);

const cases: readonly (readonly [sentence: string, run: string, files: Files, expected: readonly string[]])[] = [
  ['what no file defines stays', 'make deploy', {}, ['make deploy']],
  ['a target that is missing stays', 'make ship', { Makefile: makefile }, ['make ship']],
  [
    'a target needs others first',
    'make deploy',
    { Makefile: makefile },
    ['pytest -q < Makefile:1 < Makefile:5', 'helm upgrade app ./chart < Makefile:2'],
  ],
  [
    'make runs the first target without a name',
    'make',
    { Makefile: 'all: a\na:\n\tgo build\n' },
    ['go build < Makefile:1 < Makefile:3'],
  ],
  ['options and variables are no targets', 'make -j4 -k V=1 test', { Makefile: makefile }, ['pytest -q < Makefile:5']],
  [
    'a variable on the command line is put in',
    'make up ENV=prod',
    { Makefile: 'ENV ?= dev\nup:\n\tdeploy --to $(ENV)\n' },
    ['deploy --to prod < Makefile:3'],
  ],
  [
    'a default stands where none is given',
    'make up',
    { Makefile: 'ENV ?= dev\nup:\n\tdeploy --to $(ENV)\n' },
    ['deploy --to dev < Makefile:3'],
  ],
  [
    'a variable goes on to the targets that are needed',
    'make all ENV=prod',
    { Makefile: 'all: up\nup:\n\tdeploy --to $(ENV)\n' },
    ['deploy --to prod < Makefile:1 < Makefile:3'],
  ],
  [
    'a pattern stands for its targets',
    'make deploy-prod',
    { Makefile: 'deploy-%:\n\tkubectl -n $* apply -f k8s\n' },
    ['kubectl -n prod apply -f k8s < Makefile:2'],
  ],
  [
    'make calls itself',
    'make deploy',
    { Makefile: 'deploy:\n\t$(MAKE) test\n\thelm upgrade a b\ntest:\n\tpytest\n' },
    ['pytest < Makefile:2 < Makefile:5', 'helm upgrade a b < Makefile:3'],
  ],
  ['-C is another folder', 'make -C api test', { 'api/Makefile': makefile }, ['pytest -q < api/Makefile:5']],
  ['-C may touch its folder', 'make -Capi test', { 'api/Makefile': makefile }, ['pytest -q < api/Makefile:5']],
  ['-f is another file', 'make -f ci.mk test', { 'ci.mk': makefile, Makefile: 'a:\n\tb\n' }, ['pytest -q < ci.mk:5']],
  [
    'an included file lends its targets',
    'make test',
    { Makefile: 'include make/test.mk\na:\n\tb\n', 'make/test.mk': 'test:\n\tpytest\n' },
    ['pytest < make/test.mk:2'],
  ],
  ['cd is another folder', 'cd api && make test', { 'api/Makefile': makefile }, ['pytest -q < api/Makefile:5']],
  [
    'the cd of a subshell ends with it',
    '(cd api && make test); make test',
    { 'api/Makefile': 'test:\n\ta\n', Makefile: 'test:\n\tb\n' },
    ['a < api/Makefile:2', 'b < Makefile:2'],
  ],
  ['make does not look above', 'cd api && make test', { Makefile: makefile }, ['make test']],
  [
    'commands behind && are followed apart',
    'make test && make lint',
    { Makefile: 'test:\n\tpytest\nlint:\n\truff check\n' },
    ['pytest < Makefile:2', 'ruff check < Makefile:4'],
  ],
  [
    'a script of a package has hooks',
    'npm test',
    { 'package.json': packageJson },
    [
      'tsc < package.json:5 < package.json:4',
      'vitest run < package.json:5',
      'eslint . < package.json:5 < package.json:6',
    ],
  ],
  [
    'arguments go to the last command',
    'npm run ship -- --prod',
    { 'package.json': packageJson },
    ['vercel --prod < package.json:7'],
  ],
  ['yarn needs no run', 'yarn ship --prod', { 'package.json': packageJson }, ['vercel --prod < package.json:7']],
  ['a binary is no script', 'yarn tsc', { 'package.json': packageJson }, ['yarn tsc']],
  [
    'a prefix is another folder',
    'npm --prefix web run ship',
    { 'web/package.json': packageJson },
    ['vercel < web/package.json:7'],
  ],
  [
    'a filter names a package of the workspace',
    'pnpm -F web ship',
    { 'package.json': '{}', 'apps/web/package.json': packageJson },
    ['vercel < apps/web/package.json:7'],
  ],
  [
    'a workspace is named before the script',
    'yarn workspace web run ship',
    { 'package.json': '{}', 'apps/web/package.json': packageJson },
    ['vercel < apps/web/package.json:7'],
  ],
  [
    'all workspaces have their own',
    'npm run build --workspaces',
    {
      'package.json': '{"name":"root","scripts":{"build":"npm run build -ws"}}',
      'a/package.json': '{"name":"a","scripts":{"build":"tsc"}}',
      'b/package.json': '{"name":"b","scripts":{"build":"vite build"}}',
    },
    ['tsc < a/package.json:1', 'vite build < b/package.json:1'],
  ],
  [
    'npm looks above for its package',
    'cd web/src && npm run ship',
    { 'web/package.json': packageJson },
    ['vercel < web/package.json:7'],
  ],
  [
    'a script by its path',
    './scripts/ship.sh',
    { 'scripts/ship.sh': 'flyctl deploy\n' },
    ['flyctl deploy < scripts/ship.sh:1'],
  ],
  [
    'a script by a shell, with its arguments',
    'bash -eu scripts/ship.sh prod 3',
    { 'scripts/ship.sh': 'deploy --to "$1" --count ${2:-1} "$@"\n' },
    ['deploy --to prod --count 3 prod 3 < scripts/ship.sh:1'],
  ],
  [
    'a script runs where its caller is',
    'cd api && ../ship.sh',
    { 'ship.sh': 'make test\n', 'api/Makefile': makefile },
    ['pytest -q < ship.sh:1 < api/Makefile:5'],
  ],
  [
    'a script that goes to its own folder',
    'scripts/ci.sh',
    { 'scripts/ci.sh': 'HERE="$(cd "$(dirname "$0")" && pwd)"\n"$HERE/test.sh"\n', 'scripts/test.sh': 'pytest\n' },
    ['pwd < scripts/ci.sh:1', 'pytest < scripts/ci.sh:2 < scripts/test.sh:1'],
  ],
  [
    'a script without an ending counts by its first line',
    'bin/ship',
    { 'bin/ship': '#!/usr/bin/env bash\nflyctl deploy\n' },
    ['flyctl deploy < bin/ship:2'],
  ],
  ['sh -c is read', 'sh -c "make test"', { Makefile: makefile }, ['sh -c make test', 'pytest -q < Makefile:5']],
  [
    'another machine has other files',
    'ssh host "make test"',
    { Makefile: makefile },
    ['ssh host make test', 'make test'],
  ],
  ['wrappers are taken off', 'sudo -E env A=1 make test', { Makefile: makefile }, ['pytest -q < Makefile:5']],
  [
    'a container runs the same files',
    'docker compose run --rm app make test',
    { Makefile: makefile },
    ['pytest -q < Makefile:5'],
  ],
  [
    'just runs a recipe',
    'just deploy prod',
    { justfile: 'deploy env: test\n  kubectl -n {{env}} apply\ntest:\n  pytest\n' },
    ['pytest < justfile:1 < justfile:4', 'kubectl -n prod apply < justfile:2'],
  ],
  [
    'task runs a task',
    'task deploy',
    { 'Taskfile.yml': 'tasks:\n  deploy:\n    deps: [test]\n    cmds: [flyctl deploy]\n  test: pytest\n' },
    ['pytest < Taskfile.yml:3 < Taskfile.yml:5', 'flyctl deploy < Taskfile.yml:4'],
  ],
  [
    'poe behind a wrapper',
    'uv run poe check "a b"',
    { 'pyproject.toml': '[tool.poe.tasks]\ncheck = ["lint", "test"]\nlint = "ruff check"\ntest = "pytest"\n' },
    ['ruff check < pyproject.toml:2 < pyproject.toml:3', 'pytest < pyproject.toml:2 < pyproject.toml:4'],
  ],
  [
    'a runner that is a wrapper too finds its script first',
    'pdm run test',
    { 'pyproject.toml': '[tool.pdm.scripts]\ntest = "pytest -q"\n' },
    ['pytest -q < pyproject.toml:2'],
  ],
  [
    'and else only starts a command',
    'pdm run mypy',
    { 'pyproject.toml': '[tool.pdm.scripts]\ntest = "a"\n' },
    ['mypy'],
  ],
  [
    'hatch has scripts of environments',
    'hatch run docs:build',
    { 'pyproject.toml': '[tool.hatch.envs.docs.scripts]\nbuild = "mkdocs build"\n' },
    ['mkdocs build < pyproject.toml:2'],
  ],
  [
    'tox has environments',
    'tox -e lint,py312',
    { 'tox.ini': '[testenv]\ncommands = pytest\n[testenv:lint]\ncommands =\n  ruff check\n' },
    ['ruff check < tox.ini:5', 'pytest < tox.ini:2'],
  ],
  [
    'nox has sessions',
    'nox -s tests',
    { 'noxfile.py': 'import nox\n\n@nox.session\ndef tests(session):\n    session.run("pytest", "-q")\n' },
    ['pytest -q < noxfile.py:5'],
  ],
  [
    'a circle ends',
    'make a',
    { Makefile: 'a:\n\tmake b\nb:\n\tmake a\n\tls\n' },
    ['make a < Makefile:2 < Makefile:4', 'ls < Makefile:2 < Makefile:5'],
  ],
  [
    'a target that needs itself ends',
    'make a',
    { Makefile: 'a: b\n\tx\nb: a\n\ty\n' },
    ['y < Makefile:1 < Makefile:4', 'x < Makefile:2'],
  ],
];

describe('what a step comes to', () => {
  test.each(cases)('%s', (_, run, files, expected) => {
    const found = cameTo(withStep(run, files));

    expect(found).toEqual(expected);
  });

  test('the working directory of the step counts', () => {
    const files = withStep('make test', { 'api/Makefile': makefile }, 'working-directory: ./api');

    expect(cameTo(files)).toEqual(['pytest -q < api/Makefile:5']);
  });
});

describe('a composite action of the repository', () => {
  const action = `inputs:
  env: { default: dev }
runs:
  using: composite
  steps:
    - uses: actions/setup-python@v5
    - run: make deploy ENV=\${{ inputs.env }}
      shell: bash
    - run: pytest || true
      shell: bash
      if: inputs.env == 'dev'
`;
  const files = {
    '.github/actions/ship/action.yml': action,
    Makefile: 'deploy:\n\tdeploy --to $(ENV)\n',
    '.github/workflows/ci.yml': `on: push
jobs:
  ci:
    runs-on: ubuntu-latest
    steps:
      - uses: ./.github/actions/ship
        with: { env: prod }
`,
  };

  test('is what its steps come to, with its inputs', () => {
    expect(cameTo(files)).toEqual([
      'actions/setup-python@v5 < .github/actions/ship/action.yml:6',
      'deploy --to prod < .github/actions/ship/action.yml:7 < Makefile:2',
      'pytest < .github/actions/ship/action.yml:9',
      'true < .github/actions/ship/action.yml:9',
    ]);
  });

  test('keeps the place of the step that uses it, the tolerance of its own and its conditions', () => {
    const step = stepsOf(files).find(({ command }) => command === 'pytest');

    expect(step).toMatchObject({ at: { line: 6 }, tolerant: true, condition: "'prod' == 'dev'" });
  });
});

describe('tolerance', () => {
  test.each([
    ['of the caller holds for all that it starts', 'make test || true', 'test:\n\tpytest\n', true],
    ['of a line of a target is its own', 'make test', 'test:\n\t-pytest\n', true],
    ['of a target that another needs is its own', 'make all', 'all: test\ntest:\n\tpytest || true\n', true],
    ['is none without a reason', 'make test', 'test:\n\tpytest\n', false],
  ])('%s', (_, run, text, tolerant) => {
    const step = stepsOf(withStep(run, { Makefile: text })).find(({ command }) => command === 'pytest');

    expect(step?.tolerant).toBe(tolerant);
  });
});

describe('a step that only prints', () => {
  test.each([
    ['echo', 'echo deploy-it', {}, ['it only prints']],
    ['an end that is good', 'exit 0', {}, ['it only prints']],
    ['an end that is bad does something', 'exit 1', {}, [undefined]],
    ['a list is judged one by one', 'true && sleep 1 && ls', {}, ['it only prints', 'it only prints', undefined]],
    [
      'a target of echoes',
      'make deploy',
      { Makefile: 'deploy:\n\t@cd app\n\t@echo "deploying"\n' },
      ['all it comes to is printing (Makefile:1)', undefined, 'it only prints'],
    ],
    [
      'a target that needs a real one is real',
      'make deploy',
      { Makefile: 'deploy: build\n\t@echo done\nbuild:\n\tgo build\n' },
      [undefined, undefined, 'it only prints'],
    ],
    [
      'an empty target',
      'make deploy',
      { Makefile: '.PHONY: deploy\ndeploy:\n' },
      ['all it comes to is printing (Makefile:2)'],
    ],
    [
      'a target that calls one of its own names back is not known to print',
      'make a',
      { Makefile: 'a:\n\tmake a\n' },
      [undefined, undefined],
    ],
  ] as const)('%s', (_, run, files, disabled) => {
    const found = stepsOf(withStep(run, files)).map((step) => step.disabled);

    expect(found).toEqual(disabled);
  });
});

describe('limits', () => {
  function script(name: string, commands: readonly string[]): ScriptFact {
    const run = commands.map((command) => ({ does: 'run', command, line: 2, tolerant: false }) as const);
    const at = { path: repoPath('Makefile'), line: 1 };
    return {
      kind: 'script',
      at,
      role: 'product',
      runner: 'makefile',
      name,
      directory: '',
      parameters: [],
      commands: run,
    };
  }

  function resolve(facts: readonly Fact[], run: string) {
    return resolveCommands([...facts, stepFact('ci', { command: run })], tools.commandWords);
  }

  const chain = Array.from({ length: 8 }, (_, at) => script(`t${at}`, [at === 7 ? 'ls' : `make t${at + 1}`]));

  test('scripts are followed this deep', () => {
    const { facts, diagnostics } = resolve(chain, `make t${8 - followDepthLimit}`);

    expect(facts.at(-1)).toMatchObject({ command: 'ls' });
    expect(diagnostics).toEqual([]);
  });

  test('and no deeper, which is told', () => {
    const { facts, diagnostics } = resolve(chain, `make t${7 - followDepthLimit}`);

    expect(facts.at(-1)).toMatchObject({ command: 'make t7', followed: false });
    expect(diagnostics).toMatchObject([{ code: 'limit-reached', message: expect.stringContaining('5 deep') }]);
  });

  test.each([
    [followedCommandLimit, 0],
    [followedCommandLimit + 1, 1],
  ])('a step comes to %s commands: %s complaints', (count, complaints) => {
    const many = script(
      'many',
      Array.from({ length: count }, () => 'ls'),
    );

    const { facts, diagnostics } = resolve([many], 'make many');

    expect(facts.filter((fact) => fact.kind === 'step' && fact.command === 'ls')).toHaveLength(followedCommandLimit);
    expect(diagnostics).toHaveLength(complaints);
  });

  test.each([
    [0, 0],
    [1, 1],
  ])('all steps come to all that is allowed and %s more: %s complaints', (more, complaints) => {
    const many = script(
      'many',
      Array.from({ length: followedCommandLimit }, () => 'ls'),
    );
    const steps = Array.from({ length: followedTotalLimit / followedCommandLimit }, () =>
      stepFact('ci', { command: 'make many' }),
    );
    const last = Array.from({ length: more }, () => stepFact('ci', { command: 'make many' }));

    const { diagnostics } = resolveCommands([many, ...steps, ...last], tools.commandWords);

    expect(diagnostics).toHaveLength(complaints);
  });

  test('scripts that call each other twice over end', () => {
    const text = Array.from({ length: 12 }, (_, at) => `t${at}:\n\tmake t${at + 1}\n\tmake t${at + 1}\n`).join('');

    expect(stepsOf(withStep('make t0', { Makefile: text })).length).toBeLessThan(200);
  });
});

import { describe, expect, test } from 'vitest';
import { compositeActions } from '../../src/extract/composite-actions.ts';
import { justfile } from '../../src/extract/justfile.ts';
import { npmScripts } from '../../src/extract/npm-scripts.ts';
import { pythonSessions } from '../../src/extract/python-sessions.ts';
import { pythonTasks } from '../../src/extract/python-tasks.ts';
import { shellScripts } from '../../src/extract/shell-scripts.ts';
import { taskfile } from '../../src/extract/taskfile.ts';
import { tox } from '../../src/extract/tox.ts';
import type { Extractor } from '../../src/model/source.ts';
import { outline, scriptsOf } from '../support/scripts.ts';
import { sourceFile, tools } from '../support/tools.ts';

type Case = readonly [sentence: string, extractor: Extractor, path: string, text: string, expected: readonly string[]];

const just: readonly Case[] = [
  [
    'just: a recipe runs its lines',
    justfile,
    'justfile',
    'a:\n  ls\n  @pwd\n',
    [':1', '  1 calls a', 'a:1', '  2 ls', '  3 pwd'],
  ],
  ['just: - forgives', justfile, '.justfile', 'a:\n  -ls\n', [':1', '  1 calls a', 'a:1', '  2 ls ~']],
  [
    'just: others run before and behind',
    justfile,
    'justfile',
    "a: b (c 'x y') && d\n  ls\n",
    [':1', '  1 calls a', 'a:1', '  1 calls b', '  1 calls c x y', '  2 ls', '  1 calls d'],
  ],
  [
    'just: variables and parameters',
    justfile,
    'justfile',
    'v := "1"\na p q="2":\n  ls {{v}} {{p}} {{ os() }}\n',
    [':2', '  2 calls a', 'a:2', '  3 ls 1 ${p} ${_}'],
  ],
  [
    'just: a recipe of one script',
    justfile,
    'justfile',
    'a:\n  #!/usr/bin/env bash\n  cd x\n  ls\n',
    [':1', '  1 calls a', 'a:1', '  3 cd x ~', '  4 ls @x'],
  ],
  [
    'just: a recipe for another language is unknown',
    justfile,
    'justfile',
    'b:\n  ls\na:\n  #!/usr/bin/env python\n  print()\n',
    [':1', '  1 calls b', 'b:1', '  2 ls'],
  ],
  [
    'just: an alias',
    justfile,
    'justfile',
    'alias x := a\na:\n  ls\n',
    ['x:1', '  1 calls a', ':2', '  2 calls a', 'a:2', '  3 ls'],
  ],
  [
    'just: continued lines are one',
    justfile,
    'justfile',
    'a:\n  ls \\\n    -l\n',
    [':1', '  1 calls a', 'a:1', '  2 ls -l'],
  ],
];

const tasks: readonly Case[] = [
  [
    'task: a text, a list, a mapping',
    taskfile,
    'Taskfile.yml',
    'tasks:\n  a: ls\n  b: [ls, pwd]\n  c: { cmd: id }\n',
    ['a:2', '  2 ls', 'b:3', '  3 ls', '  3 pwd', 'c:4', '  4 id'],
  ],
  [
    'task: what it depends on and calls',
    taskfile,
    'Taskfile.yaml',
    'tasks:\n  a:\n    deps: [b, { task: c, vars: { X: 1 } }]\n    cmds:\n      - task: :d\n      - ls\n',
    ['a:2', '  3 calls b', '  3 calls c X=1', '  5 calls d', '  6 ls'],
  ],
  [
    'task: errors that are ignored',
    taskfile,
    'Taskfile.yml',
    'tasks:\n  a:\n    cmds: [{ cmd: ls, ignore_error: true }, pwd]\n',
    ['a:2', '  3 ls ~', '  3 pwd'],
  ],
  [
    'task: a block of commands',
    taskfile,
    'Taskfile.yml',
    'tasks:\n  a:\n    cmds:\n      - |\n        cd x\n        ls\n',
    ['a:2', '  5 cd x ~', '  6 ls @x'],
  ],
  [
    'task: variables',
    taskfile,
    'Taskfile.yml',
    'vars: { V: 1 }\ntasks:\n  a: ls {{.V}} {{.ENV}} {{now}}\n',
    ['a:3', '  3 ls 1 ${ENV} ${_}'],
  ],
  [
    'task: the one without a name, and aliases',
    taskfile,
    'Taskfile.yml',
    'tasks:\n  default:\n    aliases: [x]\n    cmds: [ls]\n',
    ['default:2', '  4 ls', 'x:2', '  4 ls', ':2', '  4 ls'],
  ],
];

const packages: readonly Case[] = [
  [
    'npm: scripts with their hooks',
    npmScripts,
    'package.json',
    '{"scripts":{\n"prea":"x","a":"ls && pwd",\n"posta":"y"}}',
    ['prea:2', '  2 x', 'a:2', '  2 calls prea', '  2 ls', '  2 pwd', '  2 calls posta', 'posta:3', '  3 y'],
  ],
  ['npm: wrappers go', npmScripts, 'package.json', '{"scripts":{"a":"cross-env A=1 npx jest"}}', ['a:1', '  1 jest']],
  ['npm: no scripts', npmScripts, 'package.json', '{"scripts":7}', []],
  ['npm: no JSON', npmScripts, 'package.json', '{"scripts":', []],
];

const python: readonly Case[] = [
  [
    'poe: text, sequence, table',
    pythonTasks,
    'pyproject.toml',
    '[tool.poe.tasks]\na = "pytest"\nb = ["a", "ls"]\n[tool.poe.tasks.c]\ncmd = "pwd"\ndeps = ["a"]\n',
    ['a:2', '  2 pytest', 'b:3', '  3 calls a', '  3 ls', 'c:5', '  6 calls a', '  5 pwd'],
  ],
  [
    'poe: a sequence of tables',
    pythonTasks,
    'pyproject.toml',
    '[tool.poe.tasks]\na.sequence = [{ cmd = "ls" }, { ref = "b" }, { shell = "pwd" }]\nb = "id"\n',
    ['a:2', '  2 ls', '  2 calls b', '  2 pwd', 'b:3', '  3 id'],
  ],
  [
    'poe: a function of a module',
    pythonTasks,
    'pyproject.toml',
    '[tool.poe.tasks]\na = { script = "app.eval:main" }\n',
    ['a:2', '  2 app.eval'],
  ],
  [
    'pdm: hooks, composites, options',
    pythonTasks,
    'pyproject.toml',
    '[tool.pdm.scripts]\n_.env = { A = "1" }\npre_a = "x"\na = { cmd = ["ls", "-l"] }\nb = { composite = ["a", "pwd"] }\n',
    ['pre_a:3', '  3 x', 'a:4', '  4 calls pre_a', '  4 ls -l', 'b:5', '  5 calls a', '  5 pwd'],
  ],
  [
    'hatch: scripts of environments',
    pythonTasks,
    'pyproject.toml',
    '[tool.hatch.envs.default.scripts]\na = "ls"\n[tool.hatch.envs.docs.scripts]\nb = ["c", "pwd"]\nc = "id"\n',
    ['a:2', '  2 ls', 'docs:b:4', '  4 calls docs:c', '  4 pwd', 'docs:c:5', '  5 id'],
  ],
  [
    'rye and taskipy',
    pythonTasks,
    'pyproject.toml',
    '[tool.rye.scripts]\na = { chain = ["ls", "pwd"] }\n[tool.taskipy.tasks]\nb = { cmd = "id", cwd = "x" }\n',
    ['a:2', '  2 ls', '  2 pwd', 'b:4', '  4 id'],
  ],
  ['pyproject: no tasks', pythonTasks, 'pyproject.toml', '[project]\nname = "a"\n', []],
  [
    'tox: environments and their list',
    tox,
    'tox.ini',
    '[tox]\nenvlist = lint, py{311,312}\n[testenv]\ncommands_pre = pwd\ncommands =\n  pytest {posargs:tests} \\\n    -q\n[testenv:lint]\nchangedir = {toxinidir}/src\ncommands = - ruff check\n',
    [
      ':1',
      '  2 calls lint',
      '  2 calls py{311,312}',
      '%:3',
      '  4 pwd',
      '  6 pytest tests -q',
      'testenv:lint:8'.replace('testenv:', ''),
      '  4 pwd',
      '  10 ruff check ~',
    ],
  ],
  [
    'nox: sessions',
    pythonSessions,
    'noxfile.py',
    `import nox

@nox.session(python=["3.12"], name="unit")
def tests(session: nox.Session) -> None:
    session.install("-e", ".")
    session.chdir("src")
    session.run("pytest", "-m", "not eval", *session.posargs, external=True)
    session.run("mypy", success_codes=[0, 1])
    session.notify("lint")

def helper(session):
    session.run("ls")
`,
    [':4', '  4 calls unit', 'unit:4', '  6 cd src', '  7 pytest -m not eval', '  8 mypy ~', '  9 calls lint'],
  ],
  [
    'invoke: tasks',
    pythonSessions,
    'tasks.py',
    `from invoke import task

@task
def build_it(c):
    c.run("docker build " "-t app .")

@task(build_it, pre=[other], help={"x": "y"})
def deploy(c, env="dev"):
    """c.run("no")"""
    c.run(f"helm upgrade app --env {env}", warn=True)
`,
    [
      'build-it:4',
      '  5 docker build -t app .',
      'deploy:8',
      '  8 calls build-it',
      '  8 calls other',
      '  10 helm upgrade app --env {env} ~',
    ],
  ],
];

const shell: readonly Case[] = [
  ['sh: a script under its path', shellScripts, 'scripts/a.sh', 'ls\npwd\n', ['scripts/a.sh:1', '  1 ls ~', '  2 pwd']],
  ['sh: options of the first line', shellScripts, 'a.sh', '#!/bin/bash -e\nls\npwd\n', ['a.sh:1', '  2 ls', '  3 pwd']],
  [
    'sh: set -e',
    shellScripts,
    'a.sh',
    'set -euo pipefail\nls | wc\npwd\n',
    ['a.sh:1', '  1 set -euo pipefail', '  2 ls', '  2 wc', '  3 pwd'],
  ],
  ['sh: no ending, but a shell', shellScripts, 'bin/a', '#!/usr/bin/env bash\nls\n', ['bin/a:1', '  2 ls']],
  ['sh: no ending and no shell', shellScripts, 'bin/a', 'ls\n', []],
  ['sh: another language', shellScripts, 'a.sh', '#!/usr/bin/env python3\nprint()\n', []],
];

const actions: readonly Case[] = [
  [
    'action: its steps',
    compositeActions,
    'x/action.yml',
    'runs:\n  using: composite\n  steps:\n    - uses: a/b@v1\n    - run: |\n        ls\n        pwd\n      shell: bash\n      working-directory: w\n      continue-on-error: true\n',
    ['x:1', '  4 uses a/b@v1', '  6 ls ~ @w', '  7 pwd ~ @w'],
  ],
  [
    'action: a script for another shell is a command that nobody knows',
    compositeActions,
    'x/action.yml',
    'runs:\n  using: composite\n  steps:\n    - run: ls\n      shell: pwsh\n',
    ['x:1', '  4 '],
  ],
  ['action: in JavaScript', compositeActions, 'x/action.yml', 'runs: { using: node24, main: a.js }\n', []],
];

describe('scripts in their formats', () => {
  test.each([...just, ...tasks, ...packages, ...python, ...shell, ...actions])(
    '%s',
    (_, extractor, path, text, expected) => {
      expect(outline(scriptsOf(extractor, path, text))).toEqual(expected);
    },
  );

  test.each([
    [taskfile, 'Taskfile.yml', 'tasks: { a: [ }'],
    [compositeActions, 'action.yml', 'runs: { steps: [ }'],
  ])('%#: a file that does not parse is told', (extractor, path, text) => {
    const { facts, diagnostics } = extractor.extract(sourceFile(path, text), tools);

    expect(facts).toEqual([]);
    expect(diagnostics).toMatchObject([{ level: 'warning', code: 'file-unparsed' }]);
  });

  test('a script that the shell’s parser gives up is unknown, and told', () => {
    const { facts, diagnostics } = shellScripts.extract(sourceFile('a.sh', 'ls\0'), tools);

    expect(facts).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'file-unparsed', message: 'a script was not read: it is binary' }]);
  });

  test('folders, packages and parameters', () => {
    const [named] = scriptsOf(npmScripts, 'web/package.json', '{"name":"@a/web","scripts":{"a":"ls"}}');
    const recipe = scriptsOf(justfile, 'x/justfile', "[working-directory: 'y']\na p q='2':\n  ls\n").at(-1);
    const free = scriptsOf(justfile, 'x/justfile', '[no-cd]\na:\n  ls\n').at(-1);
    const [inside] = scriptsOf(taskfile, 'x/Taskfile.yml', 'tasks:\n  a: { dir: ../y, cmd: ls }\n');
    const own = scriptsOf(shellScripts, 'x/a.sh', 'ROOT=$(cd "$(dirname "$0")/.." && pwd)\n"$ROOT/b"\n')[0];

    expect(named).toMatchObject({ directory: 'web', package: '@a/web', runner: 'package.json' });
    expect(recipe).toMatchObject({ directory: 'x/y', parameters: [{ name: 'p' }, { name: 'q', default: '2' }] });
    expect(free).not.toHaveProperty('directory');
    expect(inside).toMatchObject({ directory: 'y' });
    expect(own?.parameters.map((parameter) => parameter.default)).toEqual([
      '${GITHUB_WORKSPACE}/x',
      '${GITHUB_WORKSPACE}/x/..',
    ]);
  });
});

import { expect, test } from 'vitest';
import { pythonScripts } from '../../src/extract/python-scripts.ts';
import type { ScriptFact } from '../../src/model/fact.ts';
import { sourceFile, tools } from '../support/tools.ts';
import { stepsOf } from '../support/workflows.ts';

function commandsOf(text: string): readonly string[] {
  const { facts } = pythonScripts.extract(sourceFile('scripts/ship.py', text), tools);
  const scripts = facts.filter((fact): fact is ScriptFact => fact.kind === 'script');
  return scripts.flatMap(({ commands }) =>
    commands.flatMap((one) =>
      one.does === 'run' && one.command !== '' ? [`${one.line} ${one.command}${one.tolerant ? ' ?' : ''}`] : [],
    ),
  );
}

test.each<[string, readonly string[]]>([
  ['import subprocess\nsubprocess.run(["gcloud", "run", "deploy"], check=True)\n', ['2 gcloud run deploy']],
  ['import subprocess\nsubprocess.run(["kubectl", "apply"])\n', ['2 kubectl apply ?']],
  ['import subprocess\nsubprocess.check_call("make deploy", shell=True)\n', ['2 make deploy']],
  ['import os\nos.system("helm upgrade a b && ls")\n', ['2 helm upgrade a b ?', '2 ls ?']],
  [
    'import subprocess\nsubprocess.check_output(["helm", "upgrade", name, f"--set=tag={tag}"])\n',
    ['2 helm upgrade $name --set=tag=${tag}'],
  ],
  ['from subprocess import run\nrun(\n    ["az", "acr", "build"],\n    check=True,\n)\n', ['3 az acr build']],
  ['import subprocess\nsubprocess.run(command)\n', []],
  ['import subprocess\nsubprocess.run([tool, "deploy"])\n', []],
  ['run(["gcloud", "run", "deploy"])\n', []],
  ['# subprocess.run(["gcloud", "run", "deploy"])\n', []],
])('%j starts %j', (text, commands) => {
  expect(commandsOf(text)).toEqual(commands);
});

test.each([
  'python scripts/ship.py',
  'python3 -u scripts/ship.py --all',
  'uv run scripts/ship.py',
  './scripts/ship.py',
])('a step follows %s', (command) => {
  const steps = stepsOf({
    '.github/workflows/main.yml': `on: push\njobs:\n  a: { runs-on: x, steps: [{ run: ${command} }] }\n`,
    'scripts/ship.py': 'import subprocess\nsubprocess.run(["deploy-it"], check=True)\n',
  });

  expect(steps[0]).toMatchObject({ followed: true });
  expect(steps[0]?.disabled).toBeUndefined();
  expect(steps.at(-1)).toMatchObject({ command: 'deploy-it', via: ['scripts/ship.py:2'], activities: ['deploys'] });
});

test('what only prints by a program does other things too', () => {
  const steps = stepsOf({
    '.github/workflows/main.yml': 'on: push\njobs:\n  a: { runs-on: x, steps: [{ run: python a.py }] }\n',
    'a.py': 'import os\nos.system("echo done")\n',
  });

  expect(steps[0]?.disabled).toBeUndefined();
});

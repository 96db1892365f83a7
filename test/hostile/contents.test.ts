import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scan } from '../support/scan.ts';
import { scratchFolder } from '../support/scratch.ts';

const service = { 'requirements.txt': 'openai==2.6.1\n', Dockerfile: 'FROM python:3.13-slim\n' };

/** Doubles an alias at each level: two to the power of 30 nodes if it were unfolded. */
const aliases = [
  'a0: &a0 [x, x]',
  ...Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`),
];

const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

const files: readonly (readonly [string, string, string])[] = [
  ['aliases that double in a workflow', '.github/workflows/a.yml', `on: push\n${aliases.join('\n')}\njobs: {}\n`],
  ['aliases that double in a manifest', 'deploy/a.yaml', `apiVersion: v1\nkind: ConfigMap\n${aliases.join('\n')}\n`],
  ['aliases that double in a compose file', 'compose.yaml', `${aliases.join('\n')}\nservices: { a: *a30 }\n`],
  ['an alias of itself', '.gitlab-ci.yml', 'a: &a\n  b: *a\njob:\n  script: [*a]\n'],
  ['lists in lists in YAML', 'deploy/values.yaml', nested('[', ']', 50_000)],
  ['lists in lists in JSON', 'infra/template.json', nested('[', ']', 100_000)],
  ['objects in objects in JSON', 'package.json', nested('{"a":', '}', 50_000)],
  ['tables in tables in TOML', 'pyproject.toml', `a = ${nested('[', ']', 20_000)}\n`],
  ['brackets in brackets in Python', 'app/a.py', `import openai\nx = ${nested('(', ')', 20_000)}\n`],
  ['calls in calls in TypeScript', 'app/a.ts', `import OpenAI from 'openai';\nx(${nested('y(', ')', 20_000)})\n`],
  ['blocks in blocks in HCL', 'infra/a.tf', `resource "a" "b" {\n${nested('c {\n', '}\n', 5_000)}}\n`],
  ['quotes in quotes in Markdown', 'docs/a.md', `# A\n${'>'.repeat(50_000)} x\n`],
  [
    'lists in lists in Markdown',
    'docs/runbook.md',
    Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at)}- x`).join('\n'),
  ],
  ['one line of three million characters', 'app/long.py', `import openai\nx = "${'a'.repeat(3_000_000)}"\n`],
  ['a million lines', 'app/lines.ts', `import OpenAI from 'openai';\n${'\n'.repeat(1_000_000)}`],
  ['elements in elements in XML', 'pom.xml', nested('<a>', '</a>', 50_000)],
  [
    'entities that double in XML',
    'a.csproj',
    `<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><Project>&b;</Project>`,
  ],
  [
    'keys that are those of every object',
    '.github/workflows/b.yml',
    '__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\non: push\njobs: { __proto__: { runs-on: x } }\n',
  ],
  [
    'such keys in JSON',
    'infra/b.json',
    '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
  ],
  ['bytes that are no UTF-8', 'docs/b.md', '# A\n\udcff\udcfe\n'],
  ['the ends of lines of other systems, and a mark', 'docs/c.md', '\ufeff# A\r\n\r\ntext\r\n'],
  [
    'a template that calls itself',
    'chart/templates/a.yaml',
    '{{ define "a" }}{{ include "a" . }}{{ end }}{{ include "a" . }}',
  ],
  ['a template that counts', 'chart/templates/b.yaml', '{{ range $i := until 100000000 }}x{{ end }}'],
  [
    'modules that call each other',
    'infra/m.tf',
    'module "a" {\n  source = "./"\n}\nmodule "b" {\n  source = "../infra"\n}\n',
  ],
  [
    'locals that mean each other',
    'infra/l.tf',
    'locals {\n  a = "${local.b}${local.b}"\n  b = "${local.a}${local.a}"\n}\n',
  ],
  [
    'locals that double',
    'infra/d.tf',
    `locals {\n  a0 = "x"\n${Array.from({ length: 40 }, (_, at) => `  a${at + 1} = "\${local.a${at}}\${local.a${at}}"`).join('\n')}\n}\nresource "a" "b" {\n  name = local.a40\n}\n`,
  ],
  ['targets that call each other', 'Makefile', 'a: b\n\t$(MAKE) b\nb: a\n\t$(MAKE) a\n'],
  [
    'a product over a product in a workflow',
    '.github/workflows/c.yml',
    `on: push\njobs:\n  a:\n    runs-on: x\n    strategy:\n      matrix: {${Array.from({ length: 12 }, (_, at) => `m${at}: [${Array.from({ length: 10 }, (__, n) => n).join(', ')}]`).join(', ')}}\n    steps: [{ run: ls }]\n`,
  ],
];

test.each(files)('%s cost no time to speak of, and no system', async (_, path, text) => {
  const folder = scratchFolder({
    ...service,
    ...(path.startsWith('chart/') ? { 'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n' } : {}),
    [path]: text,
  });
  const started = performance.now();

  const { report } = await scan(folder);

  expect(performance.now() - started).toBeLessThan(20_000);
  expect(report.systems).toHaveLength(1);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a hundred megabytes of YAML are not parsed, and the scan says what it left', async () => {
  const folder = scratchFolder({ ...service, 'deploy/all.yaml': '' });
  const megabyte = 'a: b\n'.repeat(200_000);
  for (let written = 0; written < 100; written++) appendFileSync(join(folder, 'deploy/all.yaml'), megabyte);

  const { exitCode, messages } = await scan(folder);

  expect(messages).toContain('file-unread: has 100000000 bytes, more than the 4194304 that are read (deploy/all.yaml)');
  expect(exitCode).toBe(3);
});

test.each([
  ['an expression that other engines never end', '(a+)+$', 0],
  ['an expression that counts far', '(a{1,1000}){1,1000}', 2],
])("a team's rule with %s", async (_, expression, code) => {
  const rule = `title: a
proves: [eval-in-ci/harness]
since: 0.1.0
why: a
fix: a
match: { fact: step, command: '/${expression}/' }
examples:
  - { name: a, files: { a.yml: "" }, expect: ["a.yml:1"] }
  - { name: b, files: { a.yml: "" }, expect: [] }
`;
  const workflow = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ${'a'.repeat(30_000)}!\n`;
  const folder = scratchFolder({
    ...service,
    'stagegate.yml': 'version: 1\nrules: rules\n',
    'rules/eval-in-ci/a.yml': rule,
    '.github/workflows/a.yml': workflow,
  });

  const outcome = await scan(folder).then(
    ({ exitCode }) => exitCode,
    (error: Error) => (error.name === 'UserError' ? 2 : Promise.reject(error)),
  );

  expect(outcome).toBe(code);
});

test.each([
  ['.gitlab-ci.yml', nested('[', ']', 50_000), 'file-unparsed: not valid YAML: it nests too deep to be read'],
  ['package.json', nested('{"a":', '}', 50_000), 'file-unparsed: not valid JSON: it nests too deep to be read'],
  [
    'pyproject.toml',
    `a = ${nested('[', ']', 20_000)}\n`,
    'file-unparsed: not valid TOML: it nests too deep to be read',
  ],
  [
    '.github/workflows/a.yml',
    `on: push\n${aliases.join('\n')}\njobs: {}\n`,
    'limit-reached: its aliases stand for more than 2000000 characters',
  ],
  ['a.csproj', '<Project>&b;</Project>', 'file-unparsed: not valid XML: undefined entity.'],
])('%s tells once what kept it from being read', async (path, text, message) => {
  const { messages } = await scan(scratchFolder({ ...service, [path]: text }));

  expect(messages.filter((told) => told === `${message} (${path})`)).toHaveLength(1);
});

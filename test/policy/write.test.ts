import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repoPath } from '../../src/model/location.ts';
import type { ProfileHint } from '../../src/model/system.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { type FoundSystem, renderPolicy } from '../../src/policy/write.ts';
import { policyContext } from '../support/policy.ts';

/** The systems that a written policy declares, as the parser reads them. */
function declared(systems: readonly FoundSystem[]) {
  const context = { ...policyContext, directoryExists: () => true };
  return parsePolicy(renderPolicy(systems), 'stagegate.yml', context).policy.systems;
}

function hint(about: string, title: string, path: string): ProfileHint {
  return { about, title, at: { path: repoPath(path), line: 3 } };
}

test('a found system is written with its folder, its kind, and what there is to choose', () => {
  const text = renderPolicy([
    {
      name: 'assistant',
      root: 'services/assistant',
      kind: 'rag',
      hints: [
        hint('customers', 'End users sign in', 'web/package.json'),
        hint('health', 'It is about patients', 'app/a.py'),
        ...['b', 'c', 'd', 'e'].map((name) => hint('models', 'A model has an endpoint', `infra/${name}.tf`)),
      ],
    },
  ]);

  expect(text).toBe(`# The AI systems of this repository, and the MLOps stage that each has to reach.
# Every key but version is optional.
version: 1

# observe: report only.
# enforce: fail below the target.
mode: observe

# Take out what is no AI system, and add what was not found.
systems:
  assistant:
    root: services/assistant
    kind: rag # llm-app | rag | agent | ml-service | batch-ml | training-only | platform
    lifecycle: production # pilot | production | retiring
    # Customers or the public? End users sign in (web/package.json:3)
    # audience: customers # internal | customers | public
    # reputational-risk: high # low | high
    # Regulated? It is about patients (app/a.py:3)
    # regulated: health # the industry, or false
    # 4 endpoints. A model has an endpoint (infra/b.tf:3, infra/c.tf:3, infra/d.tf:3, 1 more)
    # scale: { models-in-production: 4 }
    # The stage to reach. None for a pilot. 4 if it is regulated, makes 10 million predictions a day, or
    # answers customers or the public and a wrong answer would hurt. Else 3. Gaps fail from the day of due on.
    # target: 3
    # due: 2027-03-31
`);
});

test('every line that is commented out holds once its mark is taken away', () => {
  const text = renderPolicy([{ name: 'a', root: 'services/a' }]).replaceAll(/^( +)# ([a-z-]+: )/gm, '$1$2');

  const { policy } = parsePolicy(text, 'stagegate.yml', policyContext);

  expect(policy.systems?.a).toEqual({
    root: 'services/a',
    kind: 'llm-app',
    lifecycle: 'production',
    audience: 'customers',
    'reputational-risk': 'high',
    regulated: 'insurance',
    target: 3,
    due: '2027-03-31',
  });
});

test('without a system the policy is good, and its example too', () => {
  const text = renderPolicy([]);
  const uncommented = text.replaceAll(/^# (systems:| +)/gm, '$1');

  expect(parsePolicy(text, 'stagegate.yml', policyContext).policy).toEqual({ version: 1, mode: 'observe' });
  expect(parsePolicy(uncommented, 'stagegate.yml', policyContext).policy.systems).toEqual({
    assistant: { root: 'services/assistant' },
  });
});

test('systems of one name are told apart by their folders', () => {
  const names = Object.keys(
    declared([
      { name: 'api', root: 'services/a/api' },
      { name: 'api', root: 'services/b/api' },
      { name: 'services-a-api', root: 'x' },
    ]) ?? {},
  );

  expect(names).toEqual(['services-a-api', 'services-b-api', 'services-a-api-2']);
});

test('a system at the top keeps its name', () => {
  const systems = [
    { name: 'chat', root: '.' },
    { name: 'chat', root: 'apps/chat' },
  ];

  expect(Object.keys(declared(systems) ?? {})).toEqual(['chat', 'apps-chat']);
});

test('a folder that was found twice is written once', () => {
  expect(
    declared([
      { name: 'a', root: '' },
      { name: 'b', root: '.' },
    ]),
  ).toEqual({ a: { root: '.', lifecycle: 'production' } });
});

test('a kind that the policy does not know is left to choose', () => {
  expect(declared([{ name: 'a', root: 'a', kind: 'oracle' }])?.a?.kind).toBeUndefined();
});

test('a hint stays a comment', () => {
  expect(
    declared([{ name: 'a', root: 'a', hints: [hint('health', 'seen in\n    kind: agent', 'a')] }])?.a?.kind,
  ).toBeUndefined();
});

test.each([
  'yes',
  'No',
  'null',
  '~',
  '1.5',
  '007',
  'my app',
  'a: b',
  '#1',
  '- x',
  '"quoted"',
  "it's",
  '*',
  '&a',
  '!x',
  'a.b',
  '系统',
  'true',
  '@scope',
  '{}',
  '[',
  '%',
  '|',
  'a #b',
  '\\',
])('the name %s is kept', (name) => {
  expect(Object.keys(declared([{ name, root: 'services/a' }]) ?? {})).toEqual([name]);
});

test.each(['', '__proto__', '<<', '.', '\u001b[31m', 'x'.repeat(200)])(
  'the name %j becomes one that a policy may hold',
  (name) => {
    expect(Object.keys(declared([{ name, root: 'services/a' }]) ?? {})).toHaveLength(1);
  },
);

test('whatever the systems are called, the policy is good and keeps their folders', () => {
  const segment = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !/^\.{0,2}$|[\\/\p{C}]|^\s|\s$|^[A-Za-z]:/u.test(text));
  const system = fc.record({
    name: fc.string({ unit: 'binary' }),
    root: segment,
    hints: fc.array(
      fc
        .tuple(fc.constantFrom('customers', 'internal', 'health', 'models', 'volume'), fc.string({ unit: 'binary' }))
        .map(([about, title]) => hint(about, title, title)),
    ),
  });

  fc.assert(
    fc.property(fc.uniqueArray(system, { selector: ({ root }) => root }), (systems) => {
      const roots = Object.values(declared(systems) ?? {}).map(({ root }) => root);
      expect(roots).toEqual(systems.map(({ root }) => root));
    }),
  );
});

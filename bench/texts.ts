/** From 0 up to 1. */
export type Random = () => number;

/** The same numbers for the same start (mulberry32). */
export function seed(start: number): Random {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const nouns =
  `account order invoice customer report session page table chart upload search filter profile message document
  answer question review feedback token usage cost model prompt vector index chunk batch queue worker schedule`.split(
    /\s+/,
  );
const verbs = 'load save create update render parse send fetch merge split count list open close build check'.split(
  ' ',
);

function word(words: readonly string[], random: Random): string {
  return words[Math.floor(random() * words.length)] ?? '';
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function repeat(random: Random, least: number, most: number, part: () => string): string {
  return Array.from({ length: least + Math.floor(random() * (most - least)) }, part).join('\n');
}

type Text = { readonly text: string; readonly extension: string };

function python(random: Random): Text {
  const head = ['import json', 'from datetime import datetime'];
  if (random() < 0.1) head.push('from openai import OpenAI', 'client = OpenAI()', 'MODEL = "gpt-4o-2024-08-06"');
  if (random() < 0.3) head.push('from pydantic import BaseModel');
  const body = repeat(random, 3, 14, () => pythonFunction(random));
  return { text: `${head.join('\n')}\n\n${body}\n`, extension: '.py' };
}

function pythonFunction(random: Random): string {
  const [verb, noun, other] = [word(verbs, random), word(nouns, random), word(nouns, random)];
  return `def ${verb}_${noun}(${other}_id: int, limit: int = 10):
    """${capital(verb)} the ${noun} of one ${other}."""
    rows = []
    for row in ${verb}_${other}(${other}_id)[:limit]:
        value = json.loads(row["${noun}"]) if row.get("${noun}") else None
        rows.append({"${other}": ${other}_id, "at": datetime.now().isoformat(), "value": value})
    return [row for row in rows if row["value"] is not None]
`;
}

function typescript(random: Random): Text {
  const head = ["import { useState } from 'react';", `import { ${word(verbs, random)} } from '../shared/api';`];
  if (random() < 0.08) head.push("import { openai } from '@ai-sdk/openai';", "const model = openai('gpt-4o');");
  const body = repeat(random, 1, 8, () => component(random));
  return { text: `${head.join('\n')}\n\n${body}\n`, extension: '.tsx' };
}

function component(random: Random): string {
  const [verb, noun, other] = [word(verbs, random), word(nouns, random), word(nouns, random)];
  return `export function ${capital(noun)}${capital(other)}({ ${noun}, on${capital(verb)} }: Props) {
  const [${other}, set${capital(other)}] = useState<string | undefined>(undefined);
  const label = ${noun}.map((item) => item.name).filter((name) => name !== '').join(', ');
  return (
    <section className="flex flex-col gap-2" aria-label={label}>
      <button type="button" onClick={() => on${capital(verb)}(${other} ?? 'none')}>{label}</button>
      <input value={${other}} onChange={(event) => set${capital(other)}(event.target.value)} />
    </section>
  );
}
`;
}

function markdown(random: Random): Text {
  const section = () => {
    const noun = word(nouns, random);
    const sentence = `To ${word(verbs, random)} the ${noun}, open the ${word(nouns, random)} and wait for it. `;
    return `## ${capital(word(verbs, random))} the ${noun}\n\n${sentence.repeat(4)}\n\n1. Stop the queue.\n2. Start it.\n`;
  };
  return { text: `# ${capital(word(nouns, random))}\n\n${repeat(random, 3, 12, section)}`, extension: '.md' };
}

function json(random: Random): Text {
  const entries = Array.from({ length: 5 + Math.floor(random() * 40) }, (_, index) => [
    `${word(nouns, random)}${index}`,
    { size: Math.floor(random() * 1000), kind: word(verbs, random) },
  ]);
  return { text: `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`, extension: '.json' };
}

function kubernetes(random: Random): Text {
  const name = word(nouns, random);
  const text = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 2
  template:
    spec:
      containers:
        - name: ${name}
          image: registry.example.com/${name}:1.${Math.floor(random() * 90)}.0
          resources: { limits: { memory: 512Mi } }
`;
  return { text, extension: '.yaml' };
}

function sql(random: Random): Text {
  const table = () =>
    `CREATE TABLE ${word(nouns, random)}_${word(nouns, random)} (id bigint PRIMARY KEY, name text, at timestamptz NOT NULL);`;
  return { text: `${repeat(random, 1, 6, table)}\n`, extension: '.sql' };
}

function shell(random: Random): Text {
  const line = () => `docker build -t ${word(nouns, random)} . && ./${word(verbs, random)}.sh "$1"`;
  return { text: `#!/bin/sh\nset -e\n${repeat(random, 2, 20, line)}\n`, extension: '.sh' };
}

const workflow = `name: release
on: { push: { branches: [main] } }
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          pip install -r requirements.txt
          pytest -q
  deploy:
    needs: test
    environment: production
    runs-on: ubuntu-latest
    steps:
      - run: kubectl apply -f services/
`;

/** Texts of each format, and the files that a repository has once. */
export const textsByFormat = {
  python,
  typescript,
  pythonTest: (random: Random): Text => ({ ...python(random), extension: '_test.py' }),
  typescriptTest: (random: Random): Text => ({ ...typescript(random), extension: '.test.tsx' }),
  markdown,
  json,
  kubernetes,
  sql,
  shell,
  asset: (random: Random): Text => ({ text: `<svg>${random()}</svg>\n`, extension: '.svg' }),
  pipelines: [
    ['.github/workflows/release.yml', workflow],
    ['requirements.txt', 'openai==1.50.0\npydantic==2.9.0\n'],
    ['package.json', '{ "name": "web", "dependencies": { "react": "19.0.0", "@ai-sdk/openai": "1.0.0" } }\n'],
    ['Dockerfile', 'FROM python:3.12-slim\nCOPY . .\nCMD ["python", "-m", "services"]\n'],
  ],
} as const;

import { loadRulesFolder } from '../../scripts/compile-rules.ts';
import { run } from '../../src/run.ts';
import { scratchFolder } from './scratch.ts';

export type Files = Readonly<Record<string, string>>;

const { ruleSet } = loadRulesFolder();

/** A service that asks a hosted model, so that there is a system to tell of. */
const service: Files = {
  'pyproject.toml': '[project]\nname = "answers"\ndependencies = ["openai==1.60.0", "fastapi==0.115.0"]\n',
  'app/main.py': `from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI()


@app.post("/ask")
def ask(question: str) -> str:
    reply = client.chat.completions.create(model="gpt-4o-2024-08-06", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content
`,
  Dockerfile: 'FROM python:3.12-slim\nCOPY . /srv\nCMD ["uvicorn", "app.main:app"]\n',
  'evals/promptfooconfig.yaml':
    'prompts: [app/prompt.txt]\nproviders: [openai:gpt-4o]\ntests: [{ vars: { q: a }, assert: [{ type: contains, value: b }] }]\n',
};

/** Runs on a whole repository, the service with these files beside it; gives the status of each aspect (`practice/aspect`). */
export async function statusesOf(files: Files): Promise<Readonly<Record<string, string>>> {
  const folder = scratchFolder({ ...service, ...files });
  const { report } = await run({ directory: folder, today: '2026-11-24', version: '0.0.0' }, ruleSet);
  const [system] = report.systems;
  return Object.fromEntries(
    Object.entries(system?.practices ?? {}).flatMap(([practice, { aspects }]) =>
      Object.entries(aspects).map(([aspect, { status }]) => [`${practice}/${aspect}`, status] as const),
    ),
  );
}

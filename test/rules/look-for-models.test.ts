import { describe, expect, it } from 'vitest';
import type { CodeLanguage } from '../../src/model/fact.ts';
import { prepareFirstLook } from '../../src/rules/first-look.ts';
import { collectAllNeeds } from '../../src/rules/look-for-models.ts';
import { modelTables } from '../support/model-tables.ts';
import { exampleFacts } from '../support/rules.ts';

const look = prepareFirstLook(collectAllNeeds([{ match: { fact: 'model-reference', class: 'pinned' } }], modelTables));

const languages: Readonly<Record<string, CodeLanguage>> = { py: 'python', ts: 'typescript', go: 'go', cs: 'csharp' };

function isLookedAt(path: string, text: string): boolean {
  const language = languages[path.slice(path.lastIndexOf('.') + 1)] ?? 'python';
  return look(language, 'product')?.(text) !== undefined;
}

describe('code is looked at', () => {
  it.each([
    ['a.py', 'call(model="o3")'],
    ['a.py', 'MODEL = os.getenv("MODEL", "o3")'],
    ['a.py', 'class S(BaseSettings):\n    chat_model: str = "o3"\n'],
    ['a.py', 'x = SentenceTransformer("BAAI/bge-m3")'],
    ['a.py', 'AzureChatOpenAI(azure_deployment="chat")'],
    ['a.py', 'SUMMARY_MODEL_ID = "o3"'],
    ['a.py', 'pick("anthropic/claude-sonnet-5")'],
    ['a.py', 'x = "openai:o3"'],
    ['a.ts', 'generate({ model: openai("o3") })'],
    ['a.ts', 'const modelId = "o3";'],
    ['a.ts', 'new Client({ embeddingModel: "o3" })'],
    ['a.go', 'package a\nvar ModelID = "o3"\n'],
    ['a.cs', 'class A { string ModelId = "o3"; }'],
  ])('where a model is found in it: %s %j', (path, text) => {
    const found = exampleFacts({ [`src/${path}`]: text }, []).filter(({ kind }) => kind === 'model-reference');

    expect(found.length).toBeGreaterThan(0);
    expect(isLookedAt(path, text)).toBe(true);
  });

  it.each([
    ['a.py', 'print("hello")'],
    ['a.ts', 'import { rows } from "./data";'],
  ])('and not where none can be: %s %j', (path, text) => {
    expect(isLookedAt(path, text)).toBe(false);
  });

  it('for models only if some rule asks for them', () => {
    expect(collectAllNeeds([{ match: { fact: 'file', name: 'a' } }], modelTables)).toEqual({ all: [], of: {} });
  });
});

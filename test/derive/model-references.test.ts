// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are variables of the files that are read.
import { describe, expect, it } from 'vitest';
import { listSizeFrom } from '../../src/derive/model-references.ts';
import { exampleFacts } from '../support/rules.ts';

/** The models that files name: class, id, key, context and place. */
function references(files: Readonly<Record<string, string>>) {
  return exampleFacts(files, []).flatMap((fact) =>
    fact.kind === 'model-reference'
      ? [[fact.class, fact.id, fact.name, fact.context, `${fact.at.path}:${fact.at.line}`]]
      : [],
  );
}

/** Of one YAML file of settings: class, id, and key. */
function named(text: string) {
  return references({ 'app.yaml': text }).map(([kind, id, name]) => [kind, id, name]);
}

const commit = '0123456789abcdef0123456789abcdef01234567';

describe('a model is named', () => {
  it('in settings, with its provider and its place', () => {
    const facts = exampleFacts({ 'src/settings.toml': '[llm]\nmodel = "openai/gpt-4o"\n' }, []);

    expect(facts.filter(({ kind }) => kind === 'model-reference')).toEqual([
      {
        kind: 'model-reference',
        at: { path: 'src/settings.toml', line: 2 },
        role: 'product',
        provider: 'openai',
        id: 'gpt-4o',
        class: 'alias',
        name: 'model',
        context: 'config',
      },
    ]);
  });

  it.each([
    ['model: gpt-4o', 'model'],
    ['modelId: gpt-4o', 'modelId'],
    ['MODEL_ID: gpt-4o', 'MODEL_ID'],
    ['chat: { model_name: gpt-4o }', 'model_name'],
    ['llm: { model: { name: gpt-4o } }', 'model_name'],
    ['OPENAI_MODEL: { value: gpt-4o }', 'OPENAI_MODEL'],
    ['env: [{ name: SUMMARY_MODEL, value: gpt-4o }]', 'SUMMARY_MODEL'],
    ['env: [{ key: SUMMARY_MODEL, value: gpt-4o }]', 'SUMMARY_MODEL'],
    ['fallbacks: [gpt-4o]', 'fallbacks'],
    ['command: serve --model gpt-4o --port 80', 'model'],
    ['args: [--model=gpt-4o]', 'model'],
    ['args: [--model, gpt-4o]', 'model'],
    ['anything: openai:gpt-4o', 'anything'],
    ['model: ${MODEL:-gpt-4o}', 'model'],
    ['model: ${MODEL:gpt-4o}', 'model'],
    ['model: ${MODEL=gpt-4o}', 'model'],
  ])('by %s', (text, name) => {
    expect(named(text)).toEqual([['alias', 'gpt-4o', name]]);
  });

  it.each([
    ['the key of another thing', 'title: gpt-4o'],
    ['the key of a table', 'limits: { gpt-4o: 100 }'],
    ['a version of an interface', 'api_version: "2024-10-21"\nAZURE_OPENAI_API_VERSION: "2024-10-21"'],
    ['a switch', 'text_data_delivery_enabled: true\nllm_model: none'],
    ['a variable', 'model: ${MODEL}'],
    ['a model of another kind', 'auth_user_model: gpt-4o\ncar_model: golf\nmodel: accounts.User'],
    ['a path of keys', 'llm_model: gen_ai.request.model'],
  ])('by no %s', (_, text) => {
    expect(named(text)).toEqual([]);
  });

  it.each([
    ['azure_deployment: chat', 'chat'],
    ['llm_model: answers', 'answers'],
    ['OPENAI_MODEL: ${MODEL}', '${MODEL}'],
    ['model: gpt-4.1-sweden', 'gpt-4.1-sweden'],
  ])('by %s, whatever it stands for', (text, id) => {
    expect(named(text).map(([kind, name]) => [kind, name])).toEqual([['opaque', id]]);
  });

  it.each([
    [`model: acme/answers-7b\nrevision: ${commit}`, 'pinned'],
    ['model: acme/answers-7b\nrevision: main', 'alias'],
    [`args: [--model, acme/answers-7b, --revision, ${commit}]`, 'pinned'],
    ['model: { name: gpt-4o, version: "2024-08-06" }', 'pinned-until-retired'],
    ['chatModelName: gpt-4o\nchatModelVersion: "2024-08-06"', 'pinned-until-retired'],
    ['CHAT_MODEL_NAME: gpt-4o\nCHAT_MODEL_VERSION: "2024-08-06"', 'pinned-until-retired'],
    ['model_path: s3://models/fraud/v1.2/model.onnx', 'pinned'],
    ['model_path: s3://models/fraud/latest/model.onnx', 'alias'],
    ['storageUri: s3://models/fraud/model.onnx', 'opaque'],
  ])('%j, which is %s by what stands beside it', (text, expected) => {
    expect(named(text).map(([kind]) => kind)).toEqual([expected]);
  });

  it('in jobs and steps, once however many see it', () => {
    const workflow = `on: push
env:
  LLM_MODEL: gpt-4o
jobs:
  a:
    runs-on: x
    steps:
      - run: python app.py
      - run: vllm serve --model acme/answers-7b --revision ${commit}
      - uses: acme/answer@v1
        with:
          model: claude-sonnet-5
`;

    expect(references({ '.github/workflows/a.yml': workflow }).map((found) => found.slice(0, 4))).toEqual([
      ['alias', 'gpt-4o', 'LLM_MODEL', 'step'],
      ['pinned', 'acme/answers-7b', 'model', 'step'],
      ['pinned', 'claude-sonnet-5', 'model', 'step'],
    ]);
  });

  it('in resources', () => {
    const manifest = `apiVersion: apps/v1
kind: Deployment
metadata: { name: a }
spec:
  template:
    spec:
      containers:
        - name: a
          image: a
          args: ["--model", "acme/answers-7b"]
          env:
            - name: EMBEDDING_MODEL
              value: voyage-3-large
`;
    const agent = 'resource "aws_bedrockagent_agent" "a" {\n  foundation_model = "amazon.nova-pro-v1:0"\n}\n';

    expect(references({ 'deploy/a.yaml': manifest, 'infra/a.tf': agent })).toEqual([
      ['pinned', 'voyage-3-large', 'EMBEDDING_MODEL', 'resource', 'deploy/a.yaml:2'],
      ['alias', 'acme/answers-7b', 'model', 'resource', 'deploy/a.yaml:2'],
      ['pinned', 'amazon.nova-pro-v1:0', 'foundation_model', 'resource', 'infra/a.tf:1'],
    ]);
  });

  it('in code', () => {
    const text = `import os
MODEL = os.getenv("MODEL", "gpt-4o")
client.create(model="claude-sonnet-5")
agent = build("openai:gpt-4.1")
tokenizer = AutoTokenizer.from_pretrained("acme/answers-7b", revision="${commit}")
encoder = SentenceTransformer("all-MiniLM-L6-v2")
deployment = AzureChatOpenAI(azure_deployment="chat")
`;

    expect(references({ 'src/app.py': text }).map(([kind, id, name, context]) => [kind, id, name, context])).toEqual([
      ['alias', 'gpt-4o', 'MODEL', 'code'],
      ['pinned', 'claude-sonnet-5', 'model', 'code'],
      ['alias', 'gpt-4.1', 'build', 'code'],
      ['pinned', 'acme/answers-7b', 'model', 'code'],
      ['alias', 'all-MiniLM-L6-v2', 'model', 'code'],
      ['opaque', 'chat', 'azure_deployment', 'code'],
    ]);
  });
});

describe('a model is one of many', () => {
  const ids = ['gpt-4o', 'gpt-4.1', 'o3', 'claude-sonnet-5'];
  const contexts = (files: Readonly<Record<string, string>>) => references(files).map((found) => found[3]);

  it.each([
    ['a list', (some: readonly string[]) => `models: [${some.join()}]`],
    ['a list of maps', (some: readonly string[]) => `served: [${some.map((id) => `{ model: ${id} }`).join()}]`],
    ['a map', (some: readonly string[]) => `models: {${some.map((id, at) => `m${at}: { id: ${id} }`).join()}}`],
  ])('in %s of four and more', (_, write) => {
    expect(listSizeFrom).toBe(4);
    expect(new Set(contexts({ 'a.yaml': write(ids) }))).toEqual(new Set(['list']));
    expect(new Set(contexts({ 'a.yaml': write(ids.slice(1)) }))).toEqual(new Set(['config']));
  });

  it('where code binds one name to four and more', () => {
    const calls = ids.map((id) => `use(model="${id}")\n`);

    expect(new Set(contexts({ 'src/a.py': calls.join('') }))).toEqual(new Set(['list']));
    expect(new Set(contexts({ 'src/a.py': calls.slice(1).join('') }))).toEqual(new Set(['code']));
  });

  it('but not where each has a variable of its own', () => {
    const env = ids.map((id, at) => `{ name: M${at}_MODEL, value: ${id} }`);

    expect(new Set(contexts({ 'a.yaml': `env: [${env.join()}]` }))).toEqual(new Set(['config']));
  });

  it.each([
    ['prices', 'src/a.yaml', 'prices: [{ model: gpt-4o }]', 'list'],
    ['what is allowed', 'src/a.yaml', 'allowed_model: gpt-4o', 'list'],
    ['a file of prices', 'src/pricing.yaml', 'model: gpt-4o', 'list'],
    ['what was', 'src/a.yaml', 'deprecated: { model: gpt-4o }', 'list'],
    ['a judge', 'src/a.yaml', 'judge: { model: gpt-4o }', 'judge'],
    ['an evaluation', 'evals/a.yaml', 'model: gpt-4o', 'judge'],
    ['the product', 'src/models/a.yaml', 'model: gpt-4o', 'config'],
  ])('by the words of %s', (_, path, text, context) => {
    expect(contexts({ [path]: text })).toEqual([context]);
  });
});

describe('a deployment on Azure', () => {
  const terraform = (
    upgrade: string,
    version = 'version = "2024-08-06"',
  ) => `resource "azurerm_cognitive_deployment" "a" {
  name = "chat"
  ${upgrade}
  model {
    format = "OpenAI"
    name   = "gpt-4o"
    ${version}
  }
}
`;
  const bicep = (
    upgrade: string,
    version = "version: '2024-08-06'",
  ) => `resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'ai'
}
resource chat 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  parent: account
  name: 'chat'
  properties: {
    ${upgrade}
    model: {
      format: 'OpenAI'
      name: 'gpt-4o'
      ${version}
    }
  }
}
`;

  it.each([
    ['version_upgrade_option = "NoAutoUpgrade"', 'pinned'],
    ['version_upgrade_option = "OnceCurrentVersionExpired"', 'pinned-until-retired'],
    ['version_upgrade_option = "OnceNewDefaultVersionAvailable"', 'alias'],
    ['version_upgrade_option = each.value.upgrade', 'opaque'],
    ['', 'alias'],
  ])('by Terraform with %j is %s', (upgrade, expected) => {
    expect(references({ 'infra/a.tf': terraform(upgrade) })).toEqual([
      [expected, 'gpt-4o', 'a', 'resource', 'infra/a.tf:1'],
    ]);
  });

  it.each([
    ["versionUpgradeOption: 'NoAutoUpgrade'", 'pinned'],
    ["versionUpgradeOption: 'OnceCurrentVersionExpired'", 'pinned-until-retired'],
    ["versionUpgradeOption: 'OnceNewDefaultVersionAvailable'", 'alias'],
    ['', 'pinned-until-retired'],
  ])('by Bicep with %j is %s', (upgrade, expected) => {
    expect(references({ 'infra/main.bicep': bicep(upgrade) }).map(([kind, id]) => [kind, id])).toEqual([
      [expected, 'gpt-4o'],
    ]);
  });

  it('without a version is an alias', () => {
    const files = {
      'infra/a.tf': terraform('version_upgrade_option = "NoAutoUpgrade"', ''),
      'infra/main.bicep': bicep("versionUpgradeOption: 'NoAutoUpgrade'", ''),
    };

    expect(references(files).map(([kind]) => kind)).toEqual(['alias', 'alias']);
  });

  it('says what its name stands for', () => {
    const files = {
      'infra/a.tf': terraform('version_upgrade_option = "NoAutoUpgrade"'),
      'src/app.py': 'AzureChatOpenAI(azure_deployment="chat")\n',
    };

    expect(references(files).map(([kind, id, , context]) => [kind, id, context])).toEqual([
      ['pinned', 'gpt-4o', 'resource'],
      ['pinned', 'gpt-4o', 'code'],
    ]);
  });
});

it('takes a name of the gateway for the model that it stands for, or the one that is pinned least', () => {
  const gateway = `model_list:
  - model_name: answers
    litellm_params: { model: azure/gpt-4o-2024-08-06 }
  - model_name: answers
    litellm_params: { model: openai/gpt-4o }
`;

  expect(references({ 'litellm.yaml': gateway, 'src/app.py': 'call(model="answers")\n' }).at(-1)).toEqual([
    'alias',
    'gpt-4o',
    'model',
    'code',
    'src/app.py:1',
  ]);
});

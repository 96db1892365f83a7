import { describe, expect, it } from 'vitest';
import { makeClassifier } from '../../../src/derive/model-references/classify.ts';
import { modelTables } from '../../support/model-tables.ts';

const { classify, classifyPrefixed, classifyArtifact } = makeClassifier(modelTables);

const commit = '0123456789abcdef0123456789abcdef01234567';

describe('an id is pinned', () => {
  it.each([
    ['gpt-5.5-2026-04-23', 'openai'],
    ['o3-2025-04-16', 'openai'],
    ['gpt-4-0613', 'openai'],
    ['gpt-3.5-turbo-0125', 'openai'],
    ['gpt-4o-mini-search-preview-2025-03-11', 'openai'],
    ['gpt-4-1106-preview', 'openai'],
    ['gpt-35-turbo-0613', 'openai'],
    ['ft:gpt-4o-mini-2024-07-18:acme:answers:AbC1', 'openai'],
    ['claude-opus-4-8', 'anthropic'],
    ['claude-sonnet-5', 'anthropic'],
    ['claude-sonnet-4-6', 'anthropic'],
    ['claude-sonnet-4.6', 'anthropic'],
    ['claude-opus-5-5', 'anthropic'],
    ['claude-haiku-4-5-20251001', 'anthropic'],
    ['claude-haiku-4-5@20251001', 'anthropic'],
    ['claude-3-opus-20240229', 'anthropic'],
    ['anthropic:claude-haiku-4-5-20251001', 'anthropic'],
    ['eu.anthropic.claude-sonnet-4-5-20250929-v1:0', 'bedrock'],
    ['eu.anthropic.claude-haiku-4-5-20251001-v1:0', 'bedrock'],
    ['anthropic.claude-sonnet-5', 'bedrock'],
    ['amazon.titan-embed-text-v2:0', 'bedrock'],
    ['openai.gpt-oss-120b-1:0', 'bedrock'],
    ['bedrock/us.amazon.nova-pro-v1:0', 'bedrock'],
    ['arn:aws:bedrock:eu-west-2::foundation-model/anthropic.claude-3-haiku-20240307-v1:0', 'bedrock'],
    ['arn:aws:bedrock:eu-west-2:1:inference-profile/eu.amazon.nova-lite-v1:0', 'bedrock'],
    ['arn:aws:bedrock:eu-west-2:1:provisioned-model/abc', 'bedrock'],
    ['gemini-2.0-flash-001', 'google'],
    ['models/gemini-2.0-flash-001', 'google'],
    ['vertex_ai/gemini-2.0-flash-001', 'google-vertex'],
    ['gemini-2.5-flash-preview-05-20', 'google'],
    ['gemini-embedding-001', 'google'],
    ['textembedding-gecko@003', 'google'],
    ['mistral-medium-3-5', 'mistral'],
    ['mistral-ocr-4-1', 'mistral'],
    ['mistral-large-2411', 'mistral'],
    ['open-mistral-nemo-2407', 'mistral'],
    ['command-r-plus-08-2024', 'cohere'],
    ['command-a-03-2025', 'cohere'],
    ['embed-v4.0', 'cohere'],
    ['embed-multilingual-light-v3.0', 'cohere'],
    ['rerank-v3.5', 'cohere'],
    ['grok-3-0725', 'xai'],
    ['qwen-max-2025-01-25', 'qwen'],
    ['voyage-3-large', 'voyage'],
    ['azure/gpt-4o-2024-08-06', 'azure-openai'],
    ['openrouter/anthropic/claude-3-opus-20240229', 'openrouter'],
    ['models:/fraud/12', 'mlflow'],
    ['azureml:fraud:3', 'azureml'],
    ['arn:aws:sagemaker:eu-west-1:1:model-package/fraud/7', 'sagemaker'],
    ['projects/p/locations/l/models/123@2', 'vertex-registry'],
    [`acme/answers:${'a1'.repeat(32)}`, 'replicate'],
    [`hf://acme/answers:${commit}`, 'huggingface'],
  ])('%s of %s', (id, provider) => {
    expect(classify(id)).toMatchObject({ class: 'pinned', provider });
  });
});

describe('an id is pinned until it is retired', () => {
  it.each(['gemini-2.5-flash', 'gemini-3.5-flash', 'gemini-3.1-flash-lite', 'gemini-2.5-pro'])('%s', (id) => {
    expect(classify(id)).toMatchObject({ class: 'pinned-until-retired', provider: 'google' });
  });

  it('by the version beside it', () => {
    expect(classify('gpt-4o', { version: '2024-08-06' })?.class).toBe('pinned-until-retired');
    expect(classify('gpt-4o', { version: 'latest' })?.class).toBe('alias');
    expect(classify('text-embedding-ada-002', { version: '2' })?.class).toBe('pinned-until-retired');
  });
});

describe('an id is an alias', () => {
  it.each([
    ['gpt-5.4-nano', 'openai'],
    ['gpt-5.6-sol', 'openai'],
    ['gpt-4o', 'openai'],
    ['o3', 'openai'],
    ['o4-mini-deep-research', 'openai'],
    ['gpt-5-chat-latest', 'openai'],
    ['chatgpt-4o-latest', 'openai'],
    ['codex-mini-latest', 'openai'],
    ['omni-moderation-latest', 'openai'],
    ['gpt-4-turbo-preview', 'openai'],
    ['gpt-35-turbo', 'openai'],
    ['openai/gpt-4o', 'openai'],
    ['claude-sonnet-4-5', 'anthropic'],
    ['claude-opus-4-5', 'anthropic'],
    ['claude-sonnet-4-0', 'anthropic'],
    ['claude-3-5-sonnet', 'anthropic'],
    ['claude-3-5-sonnet-latest', 'anthropic'],
    ['claude-mythos-preview', 'anthropic'],
    ['claude-opus-4-8@default', 'anthropic'],
    ['sonnet', 'anthropic'],
    ['anthropic/claude-3.5-sonnet', 'anthropic'],
    ['gemini-2.0-flash', 'google'],
    ['gemini-1.5-pro', 'google'],
    ['gemini-pro', 'google'],
    ['gemini-flash-latest', 'google'],
    ['gemini-3.1-pro-preview', 'google'],
    ['gemini-2.0-flash-exp', 'google'],
    ['mistral-medium-3', 'mistral'],
    ['mistral-small', 'mistral'],
    ['mistral-ocr-latest', 'mistral'],
    ['labs-mistral-x-1-0', 'mistral'],
    ['command-r-plus', 'cohere'],
    ['command-nightly', 'cohere'],
    ['grok-4-latest', 'xai'],
    ['deepseek-chat', 'deepseek'],
    ['qwen-max', 'qwen'],
    ['~anthropic/claude-latest', 'openrouter'],
    ['openrouter/auto', 'openrouter'],
    ['arn:aws:bedrock:eu-west-2:1:default-prompt-router/anthropic.claude:1', 'bedrock'],
    ['llama3.1:8b', 'ollama'],
    ['ollama/llama3', 'ollama'],
    ['models:/fraud@champion', 'mlflow'],
    ['models:/fraud/Production', 'mlflow'],
    ['azureml:fraud@latest', 'azureml'],
    ['meta-llama/Llama-3.1-8B-Instruct', 'huggingface'],
    ['mistralai/Mistral-7B-Instruct-v0.3', 'huggingface'],
    ['acme/answers-7b', 'huggingface'],
    ['all-MiniLM-L6-v2', 'huggingface'],
    ['bert-base-uncased', 'huggingface'],
  ])('%s of %s', (id, provider) => {
    expect(classify(id)).toMatchObject({ class: 'alias', provider });
  });
});

describe('an id is opaque', () => {
  it.each([
    ['gpt-4.1-sweden', 'openai'],
    ['gpt-4o-uk', 'openai'],
    ['claude-haiku', 'anthropic'],
    ['azure/gpt-4o', 'azure-openai'],
    ['azure/chat', 'azure-openai'],
    ['openai/answers', 'openai'],
    ['arn:aws:bedrock:eu-west-2:1:application-inference-profile/abc', 'bedrock'],
  ])('%s of %s', (id, provider) => {
    expect(classify(id)).toMatchObject({ class: 'opaque', provider });
  });
});

describe('an id has no snapshot', () => {
  it.each([
    ['text-embedding-3-large', 'openai'],
    ['text-embedding-ada-002', 'openai'],
    ['whisper-1', 'openai'],
    ['google.gemma-3-12b-it', 'bedrock'],
    ['llama-3.3-70b-versatile', 'open-weights'],
    ['groq/llama-3.3-70b-versatile', 'groq'],
    ['groq/openai/gpt-oss-20b', 'groq'],
    ['together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo', 'together'],
    ['openrouter/deepseek/deepseek-v4-flash', 'openrouter'],
    ['gemini/gemma-3-27b-it', 'google'],
  ])('%s of %s', (id, provider) => {
    expect(classify(id)).toMatchObject({ class: 'no-snapshot', provider });
  });
});

it.each([
  ['a version of an interface', '2024-10-21'],
  ['a switch', 'text_data_delivery_enabled'],
  ['a word', 'default'],
  ['a sentence', 'gpt-4o is used'],
  ['a class', 'accounts.User'],
  ['a file', 'src/model.py'],
  ['a folder', 'models/fraud'],
  ['a pair of words', 'app/User'],
  ['a picture', 'image/png'],
  ['an address', 'https://api.openai.com/v1'],
  ['a long text', 'gpt-4o'.repeat(100)],
])('%s names no model', (_, text) => {
  expect(classify(text)).toBeUndefined();
});

it.each([
  [commit, 'pinned'],
  ['v1.0.2', 'pinned'],
  ['main', 'alias'],
  [undefined, 'alias'],
])('a repository at the revision %s is %s', (revision, expected) => {
  const beside = revision === undefined ? {} : { revision };

  expect(classify('openai/whisper-large-v3', { ...beside, revision: revision ?? 'main' })?.class).toBe(expected);
  expect(classify('BAAI/bge-m3', beside)?.class).toBe(expected);
});

it.each([
  ['openai:gpt-4o', 'gpt-4o'],
  ['bedrock/anthropic.claude-sonnet-5', 'anthropic.claude-sonnet-5'],
  ['gpt-4o', undefined],
  ['openai:anything', undefined],
  ['google/cloud-sdk:latest', undefined],
  ['mistral/answers', undefined],
])('%s names provider and model wherever it stands: %s', (text, id) => {
  expect(classifyPrefixed(text)?.id).toBe(id);
});

it.each([
  ['s3://models/fraud/v1.2/model.tar.gz', 'pinned'],
  ['s3://models/model.tar.gz?versionId=abc', 'pinned'],
  ['gs://models/20260304/model.onnx', 'pinned'],
  [`models/${commit}.onnx`, 'pinned'],
  ['s3://models/latest/model.tar.gz', 'alias'],
  ['./models/fraud.pkl', 'opaque'],
  ['models/fraud', 'opaque'],
  ['fraud', undefined],
])('the weights at %s are %s', (text, expected) => {
  expect(classifyArtifact(text)?.class).toBe(expected);
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are variables of the files that are read.
import { describe, expect, it } from 'vitest';
import { hasSecretName, showableValue, withoutCredentials } from '../../src/lib/secret-names.ts';

describe('hasSecretName', () => {
  it.each([
    ['OPENAI_API_KEY', true],
    ['dbPassword', true],
    ['POSTGRES_PASSWORD', true],
    ['POSTGRES_PASSWORD_FILE', true],
    ['AUTH_TOKEN', true],
    ['client-secret', true],
    ['SENTRY_DSN', true],
    ['MAX_TOKENS', false],
    ['TOKENIZER', false],
    ['LOG_LEVEL', false],
    ['KEYBOARD', false],
    ['MONKEY', false],
  ])('%s: %s', (name, expected) => {
    expect(hasSecretName(name)).toBe(expected);
  });
});

describe('showableValue', () => {
  it.each([
    ['API_KEY', 'sk-1234', '(hidden)'],
    ['API_KEY', '', ''],
    ['API_KEY', '${API_KEY}', '${API_KEY}'],
    ['API_KEY', '${API_KEY:?}', '${API_KEY:?}'],
    ['API_KEY', '${API_KEY:-sk-1234}', '(hidden)'],
    ['API_KEY', '$API_KEY', '$API_KEY'],
    ['API_KEY', '$(API_KEY)', '$(API_KEY)'],
    ['LOG_LEVEL', 'info', 'info'],
    ['DATABASE_URL', 'postgres://me:pass@db/x', 'postgres://db/x'],
  ])('%s=%s is shown as %s', (name, value, expected) => {
    expect(showableValue(name, value)).toBe(expected);
  });
});

describe('withoutCredentials', () => {
  it.each([
    ['git+https://token@host/a.git', 'git+https://host/a.git'],
    ['Server=db;Password=p4ss;Timeout=3', 'Server=db;Password=(hidden);Timeout=3'],
    ['AccountName=a;AccountKey=x==;', 'AccountName=a;AccountKey=(hidden);'],
    ['someone@example.org', 'someone@example.org'],
    ['--key sk-proj-aB3dE5fG7hJ9kL2mN4pQ6rS8 --debug', '--key (hidden) --debug'],
    ['Bearer hf_kQ7wX2pZ9rT4vB6nM1cL8jH3', 'Bearer (hidden)'],
    ['q7XzL/p2Kd+9mVwT4rYbN8sEoJ6uHcGfA1iM3xZk', '(hidden)'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIB', '(hidden)'],
    ['sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b', 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b'],
    ['AmazonSageMakerFullAccess2023Policy', 'AmazonSageMakerFullAccess2023Policy'],
    ['sentence-transformers/all-MiniLM-L6-v2', 'sentence-transformers/all-MiniLM-L6-v2'],
    ['mistralai/Mistral-7B-Instruct-v0.3', 'mistralai/Mistral-7B-Instruct-v0.3'],
    ['src/main/java/com/acme/V1/api/Handler2', 'src/main/java/com/acme/V1/api/Handler2'],
    ['eu.anthropic.claude-sonnet-4-5-20250929-v1:0', 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0'],
  ])('%s becomes %s', (text, expected) => {
    expect(withoutCredentials(text)).toBe(expected);
  });
});

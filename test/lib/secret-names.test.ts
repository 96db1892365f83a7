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
  ])('%s becomes %s', (text, expected) => {
    expect(withoutCredentials(text)).toBe(expected);
  });
});

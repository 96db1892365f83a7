// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are GitHub's expressions.
import { describe, expect, it } from 'vitest';
import { mayHold, unwrapExpression } from '../../../src/extract/github-actions/condition.ts';

describe('a condition that is false whatever happens', () => {
  it.each([
    'false',
    '  false\n',
    '${{ false }}',
    '${{false}}',
    'always() && false',
    "false && github.event_name == 'push'",
    "github.event_name == 'push' && (false)",
    '!true',
    '!(true || failure())',
    'false || false',
    '0',
    "''",
    'null',
  ])('%j', (condition) => {
    const held = mayHold(condition);

    expect(held).toBe(false);
  });
});

describe('a condition that may be true', () => {
  it.each([
    '',
    'true',
    'false || success()',
    "github.repository == 'acme/app'",
    "github.repository == 'acme/app' && !cancelled()",
    'always() || false',
    '${{ false }} ',
    '${{ false }}\n',
    '${{ false }} && ${{ true }}',
    "contains(github.event.head_commit.message, 'false')",
    "hashFiles('a', 'b') && env.X",
    'inputs.run-it',
    'false &&',
    'nonsense(',
    '('.repeat(5000),
  ])('%j', (condition) => {
    const held = mayHold(condition);

    expect(held).toBe(true);
  });
});

describe('a condition on the event', () => {
  it.each([
    ["github.event_name == 'push'", 'push', true],
    ["github.event_name == 'push'", 'release', false],
    ["github.event_name == 'PUSH'", 'push', true],
    ["'push' == github.event_name", 'release', false],
    ["GitHub['event_name'] != 'push'", 'push', false],
    ["${{ github.event_name != 'push' }}", 'release', true],
    ["github.event_name == 'push' && github.ref == 'refs/heads/main'", 'release', false],
    ["github.event_name == 'push' && github.ref == 'refs/heads/main'", 'push', true],
    ["github.event_name == 'push' || inputs.force", 'release', true],
    ["!(github.event_name == 'push')", 'push', false],
    ['github.event_name == inputs.event', 'push', true],
    ["github.event_name > 'a'", 'push', true],
    ["github.actor == 'push'", 'release', true],
    ["github.event_name == 'push'", undefined, true],
  ])('%s, in a run by %s: %s', (condition, event, expected) => {
    const held = mayHold(condition, event);

    expect(held).toBe(expected);
  });
});

describe('the marks of an expression', () => {
  it.each([
    ['${{ a == b }}', 'a == b'],
    ['a == b', 'a == b'],
    ['${{ a }} && ${{ b }}', '${{ a }} && ${{ b }}'],
  ])('%s is unwrapped as %s', (text, expected) => {
    const expression = unwrapExpression(text);

    expect(expression).toBe(expected);
  });
});

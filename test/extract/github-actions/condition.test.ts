// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are GitHub's expressions.
import { describe, expect, it } from 'vitest';
import {
  mayHold,
  mayOutlive,
  needsConclusion,
  unwrapExpression,
} from '../../../src/extract/github-actions/condition.ts';

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

describe('a job whose need has failed', () => {
  it.each([
    ['is stopped without a condition', undefined, false],
    ['is stopped by a condition without a status', "github.ref == 'refs/heads/main'", false],
    ['is stopped by success()', 'success() && inputs.x', false],
    ['runs by always()', 'always()', true],
    ['runs by !cancelled()', '${{ !cancelled() }}', true],
    ['runs by failure()', 'failure()', true],
    ['is stopped by !failure()', '!failure()', false],
    ['is stopped if it asks for its success', "always() && needs.a.result == 'success'", false],
    ['runs if it asks for another’s success', "always() && needs.b.result == 'success'", true],
    [
      'runs if it asks for either end',
      "always() && (needs.a.result == 'success' || needs.a.result == 'failure')",
      true,
    ],
    ['is stopped if it asks that none failed', "always() && !contains(needs.*.result, 'failure')", false],
    ['runs if it asks for a word of another', "always() && needs.b.outputs.x == 'y'", true],
    ['runs if it asks for anything else', "always() && contains(github.ref, 'main')", true],
  ])('%s', (_, condition, expected) => {
    expect(mayOutlive(condition, 'a', 'failure')).toBe(expected);
  });
});

describe('a job whose need was skipped', () => {
  it.each([
    ['is skipped too', "github.ref == 'x'", false],
    ['runs by !failure()', '!failure()', true],
    ['runs by always()', 'always()', true],
    ['is stopped if it asks for its success', "!failure() && needs.a.result == 'success'", false],
    ['runs if it only asks that none failed', "always() && !contains(needs.*.result, 'failure')", true],
    ['is stopped by failure()', 'failure()', false],
  ])('%s', (_, condition, expected) => {
    expect(mayOutlive(condition, 'a', 'skip')).toBe(expected);
  });
});

describe('the conclusion of the workflow that started it', () => {
  it.each([
    ["github.event.workflow_run.conclusion == 'success'", true],
    ["${{ github.event.workflow_run.conclusion == 'success' && github.ref == 'x' }}", true],
    ["github.event.workflow_run.conclusion != 'failure'", true],
    ["github.event_name != 'workflow_run' || github.event.workflow_run.conclusion == 'success'", true],
    ["github.event.workflow_run.conclusion == 'success' || inputs.force", false],
    ["github.event.workflow_run.conclusion != 'cancelled'", false],
    ["github.event.workflow_run.event == 'push'", false],
    [undefined, false],
  ])('is asked for in %j: %s', (condition, expected) => {
    expect(needsConclusion(condition)).toBe(expected);
  });
});

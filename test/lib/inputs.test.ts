import { describe, expect, test } from 'vitest';
import { bindCondition, bindInputs, bindValues, joinConditions } from '../../src/lib/inputs.ts';

const inputs = new Map([
  ['env', 'prod'],
  ['on', 'true'],
  ['none', ''],
  ['late', '${{ needs.a.outputs.b }}'],
  ["it's", "it's"],
]);

describe('inputs in a text', () => {
  test.each([
    ['a ${{ inputs.env }}-${{inputs.env}}', 'a prod-prod'],
    ['${{ inputs.other }}', '${{ inputs.other }}'],
    ["${{ inputs.none || 'dev' }}", 'dev'],
    ["${{ inputs.env || 'dev' }}", 'prod'],
    ["${{ inputs.env == 'prod' }}", "${{ inputs.env == 'prod' }}"],
    ['${{ inputs.late }}', '${{ needs.a.outputs.b }}'],
    ['inputs.env', 'inputs.env'],
  ])('%j is %j', (text, expected) => {
    expect(bindInputs(text, inputs)).toBe(expected);
  });

  test('of a mapping', () => {
    expect(bindValues({ a: '${{ inputs.env }}', b: 'c' }, inputs)).toEqual({ a: 'prod', b: 'c' });
  });
});

describe('inputs in a condition', () => {
  test.each([
    ["inputs.env == 'prod'", "'prod' == 'prod'"],
    ['${{ inputs.on }}', '${{ true }}'],
    ['inputs.late', 'inputs.late'],
    ['inputs.other', 'inputs.other'],
    ['myinputs.env', 'myinputs.env'],
  ])('%j is %j', (condition, expected) => {
    expect(bindCondition(condition, inputs)).toBe(expected);
  });
});

test.each([
  [undefined, undefined, undefined],
  ['a', undefined, 'a'],
  [undefined, 'b', 'b'],
  ['${{ a }}', 'b || c', '(a) && (b || c)'],
])('%j and %j are %j', (outer, inner, expected) => {
  expect(joinConditions(outer, inner)).toBe(expected);
});

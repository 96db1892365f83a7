import { describe, expect, it } from 'vitest';
import { spellOut, splitBranches } from '../../src/rules/spell-out.ts';

describe('words of neighbouring choices', () => {
  it.each([
    [
      'two choices',
      '(^|\\.)(log|track)_?(usage|costs?)$',
      [['logusage', 'logcost', 'log_usage', 'log_cost', 'trackusage', 'trackcost', 'track_usage', 'track_cost']],
    ],
    ['a choice and a word', '^(user|team)_id$', [['user_id', 'team_id']]],
    ['a choice in up to two turns', '^((input|output)_){1,2}tokens?$', [['input_token', 'output_token']]],
    ['a choice with an end that may lack', '(logs?)_(cost)', [['log_cost', 'logs_cost']]],
    ['a second choice that may lack', '(input|output)_(tokens|cost)?', []],
    ['a word whose end is repeated', '(input|output)_to+', []],
    ['a pair that may lack itself', '((input|output)_(tokens|cost))?', []],
    ['a pair in a class', '[(input)_(tokens)]', []],
    ['a pair in a branch', '(?:(input)_(tokens)|usage)', []],
    ['choices in any case', '(?i)(input)_(tokens)', []],
    ['signs that are text', '\\((input)_(tokens)\\)|\\Q(a)_(b)\\E', []],
    ['choices with other signs', '(in.*|output)_(tokens)', []],
  ])('are told of %s', (_, source, expected) => {
    const words = spellOut(source);

    expect(words.map((list) => [...list].sort())).toEqual(expected.map((list) => [...list].sort()));
  });
});

describe('branches', () => {
  it.each([
    ['a|b', ['a', 'b']],
    ['(a|b)|c', ['(a|b)', 'c']],
    ['[)|]x|[^]|]', ['[)|]x', '[^]|]']],
    ['a\\|b|\\(|c', ['a\\|b', '\\(', 'c']],
    ['(?i)a|b', ['(?i)a|b']],
    ['(?:a|b)c', ['(?:a|b)c']],
    ['\\[[^\\]]{2,}\\]$|^(b[^?]*\\?)+|(c(d|e)? f|g)', ['\\[[^\\]]{2,}\\]$', '^(b[^?]*\\?)+', '(c(d|e)? f|g)']],
    ['(a|b', ['(a|b']],
  ])('of %s are found outside of groups and classes', (source, expected) => {
    const branches = splitBranches(source);

    expect(branches).toEqual(expected);
  });
});

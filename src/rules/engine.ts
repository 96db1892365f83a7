import picomatch from 'picomatch/posix.js';
import { RE2JS } from 're2js';
import type { PatternEngine } from './pattern.ts';

/** Throws if the expression is not of RE2's syntax. */
export function compileExpression(source: string, flags: string): RE2JS {
  return RE2JS.compile(source, flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0);
}

/**
 * Expressions run in linear time whatever the text, by RE2's syntax: no look-around, no back-references. They are compiled when first
 * asked, since most rules look for what a repository has not.
 * https://github.com/google/re2/wiki/Syntax
 */
export const patternEngine: PatternEngine = {
  regex(source, flags) {
    let expression: RE2JS | undefined;
    return (text) => {
      expression ??= compileExpression(source, flags);
      return expression.test(text);
    };
  },
  pathGlob(pattern) {
    return picomatch(pattern, { dot: true });
  },
};

/** Compiles at once, so that a check of a rule learns of an expression that is none. */
export const eagerEngine: PatternEngine = {
  ...patternEngine,
  regex(source, flags) {
    const expression = compileExpression(source, flags);
    return (text) => expression.test(text);
  },
};

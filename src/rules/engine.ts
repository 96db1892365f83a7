import { Minimatch } from 'minimatch';
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

/** Patterns that one glob with braces may stand for. */
const braceLimit = 1000;

/** For rules of strangers: globs without a way to take exponential time, which picomatch has. */
export const strangersEngine: PatternEngine = {
  ...patternEngine,
  pathGlob(pattern) {
    const glob = new Minimatch(pattern, {
      dot: true,
      nonegate: true,
      nocomment: true,
      noext: true,
      braceExpandMax: braceLimit,
    });
    return (path) => glob.match(path);
  },
};

/** Compiles at once, so that a check of a rule learns of an expression that is none. */
export function eagerly(engine: PatternEngine): PatternEngine {
  return {
    ...engine,
    regex(source, flags) {
      const expression = compileExpression(source, flags);
      return (text) => expression.test(text);
    },
  };
}

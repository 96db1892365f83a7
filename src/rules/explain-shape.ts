import type * as z from 'zod';
import { nearest } from '../lib/nearest.ts';
import { RuleFile } from './schema.ts';

const ruleKeys = Object.keys(RuleFile.shape);

/** What is wrong with the shape of a rule file, a sentence a mistake, each with its key. */
export function explainShape(error: z.ZodError): readonly string[] {
  return error.issues.map((issue) => {
    const key = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => unknownKey(key, name)).join('; ');
    if (key === 'examples')
      return 'examples: a rule needs at least two: one that must match and one look-alike that must not (expect: [])';
    if (issue.code === 'too_small' && key.startsWith('match'))
      return `${key}: takes two or more; one alone needs no list`;
    if (issue.code === 'invalid_union')
      return `${key}: neither a leaf { fact, … }, any: [two or more], all: [two or more] with within: job | file | system, nor not: …`;
    return `${key || 'the file'}: ${issue.message}`;
  });
}

function unknownKey(at: string, name: string): string {
  const hint = nearest(name, ruleKeys);
  const where = at === '' ? name : `${at}.${name}`;
  return `${where} is not a key of a rule${hint ? `; did you mean ${hint}?` : ` (keys: ${ruleKeys.join(', ')})`}`;
}

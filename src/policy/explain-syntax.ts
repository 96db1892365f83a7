import type { ErrorCode, YAMLParseError, YAMLWarning } from 'yaml';
import type { Mistake } from './mistake.ts';

const noColon = 'a key without a colon and a value; write it as key: value';

/** What people meant where YAML's own words do not help. */
const words: Partial<Readonly<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: 'a tab indents this line; YAML takes spaces only',
  MULTIPLE_DOCS: 'a second document begins here; a policy is one document, without --- inside',
  BLOCK_AS_IMPLICIT_KEY: 'a colon with a space after it begins a new key; put text that holds one in quotes',
  MULTILINE_IMPLICIT_KEY: noColon,
  RESOURCE_EXHAUSTION: 'this is nested too deep to be read',
  BAD_SCALAR_START: 'text that begins with this character needs quotes',
  TAG_RESOLVE_FAILED: 'a tag (!) is not read here; take it away, or put text that begins with ! in quotes',
};

/** Puts the errors of the YAML parser into plain words. Nesting that is too deep is told once, not at every level. */
export function explainSyntax(errors: readonly (YAMLParseError | YAMLWarning)[]): readonly Mistake[] {
  const tooDeep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  return (tooDeep ? [tooDeep] : errors).map(explainError);
}

/** Codes: https://eemeli.org/yaml/#errors */
function explainError(error: YAMLParseError | YAMLWarning): Mistake {
  const [start, end] = error.pos;
  return { span: { start, end }, message: messageOf(error) };
}

/** What one code does not tell apart. */
const phrases: readonly (readonly [phrase: string, words: string])[] = [
  ['Implicit map keys', noColon],
  ['Missing closing', 'a quote is opened and never closed'],
  ['end with a ]', 'a [ above is not closed before this line'],
  ['end with a }', 'a { above is not closed before this line'],
  ['the same column', 'this line is indented neither as the one above nor as those it belongs to'],
];

function messageOf({ code, message }: YAMLParseError | YAMLWarning): string {
  const [, known] = phrases.find(([phrase]) => message.includes(phrase)) ?? [];
  if (known !== undefined) return known;
  return words[code] ?? `this is not YAML: ${message.split('\n')[0]}`;
}

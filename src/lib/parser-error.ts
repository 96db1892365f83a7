/** Of a text that is deeper than the stack of what reads it. */
const tooDeep = 'it nests too deep to be read';

/** What a parser threw, in words for the person whose file it is: a stack that ran out is a text that nests too deep. */
export function tellParserError(error: unknown): string {
  if (error instanceof RangeError) return tooDeep;
  if (error instanceof TypeError || error instanceof ReferenceError) return 'its parser gave up on it';
  return error instanceof Error ? error.message : String(error);
}

/** The same of an error that the YAML parser gives, which tells of its stack by a code. */
export function tellYamlError({ code, message }: { readonly code: string; readonly message: string }): string {
  return code === 'RESOURCE_EXHAUSTION' ? tooDeep : message;
}

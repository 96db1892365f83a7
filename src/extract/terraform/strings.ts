const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The text between the quotes of a string, with its escapes undone. */
export function undoEscapes(text: string): string {
  return text.replace(/\\([nrt"\\])|([$%])\2\{/g, (_, letter?: string, mark?: string) =>
    letter === undefined ? `${mark}{` : (escapes[letter] ?? letter),
  );
}

/**
 * The text of a heredoc; one that begins with `<<-` loses the indent that all its lines have.
 * https://developer.hashicorp.com/terraform/language/expressions/strings#heredoc-strings
 */
export function readHeredoc(text: string): string {
  const lines = text.split('\n').slice(1);
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  const body = lines.slice(0, -1);
  if (!text.startsWith('<<-')) return body.join('\n');
  const indents = body.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, next) => Math.min(least, next), Number.POSITIVE_INFINITY);
  return body.map((line) => line.slice(indent)).join('\n');
}

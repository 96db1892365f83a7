/** A word, a name in quotes, a text, or a mark; `text` is without quotes. */
export type Token = {
  readonly kind: 'word' | 'name' | 'text' | 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

const forms =
  /\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(\$(?:[A-Za-z_]\w{0,60})?\$)[\s\S]*?(?:\1|$)|'(?:[^']|'')*(?:'|$)|"((?:[^"]|"")*)(?:"|$)|`([^`]*)(?:`|$)|\[([A-Za-z_][^\]\n]*)\]|([\p{L}\p{N}_@#$]+)|[\s\S]/gu;

/**
 * Takes SQL apart, without its comments. Dialects differ in their quotes; all of them are taken.
 * Format: https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 */
export function readTokens(sql: string): readonly Token[] {
  return [...sql.matchAll(forms)].flatMap((match): readonly Token[] => {
    const [whole, , double, back, square, word] = match;
    const place = { start: match.index, end: match.index + whole.length };
    if (word !== undefined) return [{ kind: 'word', text: word, ...place }];
    const name = double?.replaceAll('""', '"') ?? back ?? square;
    if (name !== undefined) return [{ kind: 'name', text: name, ...place }];
    if (/^(?:\s|--|\/\*)/.test(whole) && whole !== '/') return [];
    return [{ kind: whole.length > 1 ? 'text' : 'mark', text: whole, ...place }];
  });
}

/** True for a word of the language, whatever its case; a name in quotes is none. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toUpperCase());
}

export function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === 'mark' && token.text === mark;
}

/** Parts tokens at commas that no bracket holds. */
export function splitCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isMark(token, '(')) depth += 1;
    if (isMark(token, ')')) depth -= 1;
    if (depth === 0 && isMark(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** The index of the bracket that closes the one at an index, or of the end. */
export function closingBracket(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    if (isMark(tokens[index], '(')) depth += 1;
    if (isMark(tokens[index], ')')) depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length;
}

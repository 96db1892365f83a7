import type { Capture, QuerySyntax } from '../../model/source.ts';
import type { Piece } from '../scripts/commands.ts';

const query = `
(call
  function: [(attribute) (identifier)] @function
  arguments: (argument_list . (_) @first) @arguments)
`;

/** Whether the program's failure is the script's: only some raise an error by themselves. */
const functions: ReadonlyMap<string, 'raises' | 'asked' | 'ignores'> = new Map([
  ['subprocess.run', 'asked'],
  ['subprocess.call', 'ignores'],
  ['subprocess.check_call', 'raises'],
  ['subprocess.check_output', 'raises'],
  ['subprocess.Popen', 'ignores'],
  ['os.system', 'ignores'],
]);

/** The programs that a Python text starts, in the order in which they are written, as lines of shell. */
export function readStarts(text: string, querySyntax: QuerySyntax): readonly Piece[] {
  const found = querySyntax('python', text, query);
  if (!found.ok) return [];
  return found.matches.flatMap((match) => {
    const [called, first, list] = ['function', 'first', 'arguments'].map((name) =>
      match.find((one) => one.name === name),
    );
    const effect = functions.get(fullName(called?.text ?? '', text));
    if (called === undefined || first === undefined || list === undefined || effect === undefined) return [];
    const line = readLine(first);
    if (line === undefined) return [];
    const isRaised = effect === 'raises' || (effect === 'asked' && /\bcheck\s*=\s*True\b/.test(list.text));
    return [{ text: line, line: first.line, tolerant: !isRaised }];
  });
}

/** `from subprocess import run` lets the module go. */
function fullName(name: string, text: string): string {
  if (name.includes('.')) return name;
  return /^from subprocess import .*$/m.exec(text)?.[0].includes(name) === true ? `subprocess.${name}` : name;
}

/** A list of words or one line; a word that is worked out is `$name`. */
function readLine({ text }: Capture): string | undefined {
  if (!text.startsWith('[')) return readText(text);
  const words = splitItems(text.slice(1, -1)).map((item) => {
    const word = readText(item);
    return word === undefined ? `"$${nameOf(item)}"` : quote(word);
  });
  return words[0]?.startsWith('"$') === false ? words.join(' ') : undefined;
}

const literal = /^(f?)(?:"""([\s\S]*)"""|'''([\s\S]*)'''|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')$/;

function readText(text: string): string | undefined {
  const [, formatted, ...bodies] = literal.exec(text.trim()) ?? [];
  const body = bodies.find((one) => one !== undefined);
  if (body === undefined) return undefined;
  const plain = body.replace(/\\(["'\\])/g, '$1');
  return formatted === 'f' ? plain.replace(/\{([^{}]*)\}/g, (_, inner: string) => `\${${nameOf(inner)}}`) : plain;
}

function nameOf(expression: string): string {
  return /[A-Za-z_]\w*(?=\W*$)/.exec(expression.replace(/[([].*$/s, ''))?.[0] ?? 'value';
}

/** Words that hold what a variable stands for keep it readable for the shell. */
function quote(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return word.includes('${') ? `"${word.replace(/(["\\`])/g, '\\$1')}"` : `'${word.replaceAll("'", `'"'"'`)}'`;
}

/** The items of a list, at commas that stand in no text and no bracket. */
function splitItems(text: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let open = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (open !== '') {
      if (mark === '\\') at += 1;
      else if (mark === open) open = '';
    } else if (mark === '"' || mark === "'") open = mark;
    else if ('([{'.includes(mark)) depth += 1;
    else if (')]}'.includes(mark)) depth -= 1;
    else if (mark === ',' && depth === 0) {
      items.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...items, text.slice(from).trim()].filter((item) => item !== '' && !item.startsWith('#'));
}

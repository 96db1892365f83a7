import { hasSecretName, hiddenValue, withoutCredentials } from '../../lib/secret-names.ts';
import { expressionOf, type HclNode, isSame } from './syntax.ts';

/** The longest value that is kept, in characters. */
export const valueLengthLimit = 500;

const keyOfSecret =
  /passw(?:or)?d|secret_?(?:key|string|value|data)|(?:api|access|account|private|shared|signing)_?key/i;
const secretInText = /((?:passw(?:or)?d|secret|token|api_?key|private_?key)"?[ \t]{0,9}[=:][ \t]{0,9}")[^"$\\]+"/gi;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** How a value is written, by the index of the node that it belongs to: a string, a template or a heredoc. */
export function findForms(nodes: readonly HclNode[]): ReadonlyMap<number, HclNode> {
  const forms = new Map<number, HclNode>();
  for (const node of nodes) {
    const parent = nodes[node.parent];
    const isForm = node.kind === 'literal' || node.kind === 'template' || node.kind === 'heredoc';
    if (isForm && parent && isSame(node, expressionOf(parent))) forms.set(node.parent, node);
  }
  return forms;
}

/** The text of a value: strings without quotes, everything else as it is written. Literal secrets are hidden. */
export function readValue(node: HclNode, key: string, form: HclNode | undefined): string {
  const { text } = expressionOf(node);
  const value = form === undefined ? text : readString(form);
  if (form?.kind === 'literal' && value !== '' && isSecretKey(key)) return hiddenValue;
  const shown = value.slice(0, valueLengthLimit);
  return withoutCredentials(form?.kind === 'literal' ? shown : shown.replace(secretInText, `$1${hiddenValue}"`));
}

/** Hides values that only what stands beside them tells to be secrets: `{ name = "API_KEY", value = "…" }`. */
export function hideListed(type: string, attributes: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const shown = [...attributes].map(([path, value]) => {
    const folder = /^((?:.*\.)?)(?:\w+_)?value$/.exec(path)?.[1];
    if (folder === undefined || !isPlain(value)) return [path, value] as const;
    const beside = (key: string) => attributes.get(`${folder}${key}`) ?? '';
    const isSecret = /secret/i.test(type) || beside('type') === 'SecureString' || hasSecretName(beside('name'));
    return [path, isSecret ? hiddenValue : value] as const;
  });
  return Object.fromEntries(shown);
}

/** A bare `key` is the name of a tag or of a file far more often than a secret. */
function isSecretKey(key: string): boolean {
  return keyOfSecret.test(key) || (hasSecretName(key) && !/(?:^|_)key$/i.test(key)) || /^[A-Z\d_]+_KEY$/.test(key);
}

/** Not a reference to where the value is. */
function isPlain(value: string): boolean {
  return value !== '' && !/^(?:\$\{.*\}|(?:var|local|data|module|each|random_\w+|\w+_\w+)\.\S+)$/.test(value);
}

function readString({ kind, text }: HclNode): string {
  if (kind === 'heredoc') return readHeredoc(text);
  const inner = text.replace(/^"|"$/g, '');
  return inner.replace(/\\([nrt"\\])/g, (_, letter: string) => escapes[letter] ?? letter);
}

/** https://developer.hashicorp.com/terraform/language/expressions/strings#heredoc-strings */
function readHeredoc(text: string): string {
  const lines = text.split('\n').slice(1);
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  const body = lines.slice(0, -1);
  if (!text.startsWith('<<-')) return body.join('\n');
  const indents = body.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, next) => Math.min(least, next), Number.POSITIVE_INFINITY);
  return body.map((line) => line.slice(indent)).join('\n');
}

import type { ConfigFact } from '../../model/fact.ts';
import { type ConfigEntry, type ConfigReading, settingsOf } from './reading.ts';

export type Environment = NonNullable<ConfigFact['environment']>;

const names =
  /^(?:\.env(?:[._-].+)?|\.envrc|(?:.*[._-])?\.?env|env[._-](?:example|sample|template|dist|defaults?)|env\.sh)$/i;

/** Code that is called for what it does, and no list of variables. */
const code = /\.(?:[cm]?[jt]sx?|json|ya?ml|py|rb|go|rs|java|kt|php|md|html?)$/i;

const examples = /(?:^|[._-])(?:examples?|samples?|templates?|tmpl|tpl|dist|defaults?|schema|skeleton)(?:$|[._-])/i;
const tests = /(?:^|[._-])(?:tests?|testing|ci|e2e|integration)(?:$|[._-])/i;
const encryptedNames = /(?:^|[._-])(?:enc|encrypted|vault|sealed|gpg|age)(?:$|[._-])/i;

/** How those write a value who keep it encrypted in the file. */
const encryptedValue = /^["']?(?:ENC\[|encrypted:)/;

const assignment = /^(?:export\s+)?([A-Za-z_][\w.-]*)\s*=(.*)$/;

/** True for the names that files of environment variables go by: `.env`, `.env.local`, `production.env`, `.envrc`. */
export function isEnvironmentFile(name: string): boolean {
  return names.test(name) && !code.test(name);
}

/** Told instead of a value that everyone may read: what has to be put in, or what only works on one's own machine. */
export const placeholderValue = '(placeholder)';

const placeholder = new RegExp(
  `^(?:${[
    '<.*>|\\[\\w[\\w -]*\\]|\\{\\{.*\\}\\}|\\$\\{?\\w+.*|%\\w+%|[x*.•-]{3,}|0+|(?:1234|abcd)\\w{0,8}',
    '(?:(?:sk|pk|hf|ghp|xox[bap])[-_])?(?:[x*.]{3,}|x{2,}[\\w-]*)',
    '.*(?:change|replace|fill|set)[-_ ]?(?:me|this|it|in)\\b.*|.*\\b(?:your|my)[-_ ].*|.*[-_]here',
    '(?:todo|tbd|dummy|fake|example|sample|test|testing|insecure|placeholder|default|secret|password|passw0rd|admin|minioadmin|postgres|root|local|dev|development|none|null|undefined|true|false|key|token|value|redacted|not[-_ ]?(?:set|needed|used|required))(?:[-_ .][a-z]+)*',
    '(?:\\w+:\\/\\/)?(?:[^@/\\s]*@)?(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|host\\.docker\\.internal)(?:[:/].*)?',
  ].join('|')})$`,
  'i',
);

/** True for a value that is none yet, or that is no secret wherever it is read. */
function isPlaceholder(value: string): boolean {
  const plain = value
    .replace(/\s+#.*$/, '')
    .replace(/^(["'])(.*)\1$/s, '$2')
    .slice(0, 200);
  return placeholder.test(plain);
}

/**
 * The names that a file of environment variables assigns, without their values; an empty value or a placeholder is told,
 * since it tells nothing. Format: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function readEnvironmentFile(text: string): ConfigReading {
  return settingsOf(
    readAssignments(text).map(({ key, value, line }) => {
      if (value === '') return { key, value, line };
      return isPlaceholder(value) ? { key, value: placeholderValue, line } : { key, line };
    }),
  );
}

/** What a file of environment variables is for. */
export function classifyEnvironment(name: string, text: string): Environment {
  if (examples.test(name)) return 'example';
  if (tests.test(name)) return 'test';
  if (encryptedNames.test(name)) return 'encrypted';
  const values = readAssignments(text).filter(({ value }) => value !== '');
  const encrypted = values.filter(({ value }) => encryptedValue.test(value)).length;
  return encrypted > 0 && encrypted * 2 >= values.length ? 'encrypted' : 'real';
}

function readAssignments(text: string): readonly (ConfigEntry & { readonly value: string })[] {
  const lines = text.split(/\r\n|\r|\n/);
  const found: (ConfigEntry & { readonly value: string })[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, key, written = ''] = assignment.exec((lines[index] ?? '').trim()) ?? [];
    if (key === undefined) continue;
    const value = written.trim();
    found.push({ key, value: /^(?:""|'')?(?:\s*#.*)?$/.test(value) ? '' : value, line: index + 1 });
    index = lastLine(lines, index, value);
  }
  return found;
}

/** A quote that is not closed on its line goes on to the line that closes it, if one does. */
function lastLine(lines: readonly string[], index: number, value: string): number {
  const quote = value[0];
  if (quote === undefined || !/["'`]/.test(quote) || value.includes(quote, 1)) return index;
  for (let end = index + 1; end < lines.length; end += 1) if (lines[end]?.includes(quote)) return end;
  return index;
}

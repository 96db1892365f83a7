/** Stands for a value that nobody should read in a report. */
export const hiddenValue = '(hidden)';

const secretName =
  /(?:^|_)(?:PASSWORDS?|PASSWD|PWD|PASS|PASSPHRASE|SECRETS?|CREDENTIALS?|TOKEN|KEY|DSN|CONNECTION_?STRING)(?:_(?:\d+|VALUE|BASE64))?$|(?:^|_)(?:PASSWORD|SECRET)_/;

/** A value that only names where the secret is (`${API_KEY}`, `$API_KEY`, `$(API_KEY)`, `{{ key }}`), or whether one is wanted. */
const reference = /^(?:true|false|\$\{\w+[:?]*\}|\$\w+|\$\(\w+\)|\{\{[^{}]*\}\})$/;

/** In a connection string: `Server=db;Password=…`. */
const listedSecret = /((?:^|;)[\w ]{0,50}(?:key|password|pwd|secret|token) ?=)[^;]+/gi;

/** True for the name of a setting whose value is likely a secret: `OPENAI_API_KEY`, `dbPassword`. */
export function hasSecretName(name: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_');
  return secretName.test(words.toUpperCase());
}

/** The value of a setting as it may be shown: hidden if its name tells of a secret, without a password in an address. */
export function showableValue(name: string, value: string): string {
  if (value === '' || reference.test(value)) return value;
  return hasSecretName(name) ? hiddenValue : withoutCredentials(value);
}

/**
 * Takes user and password out of addresses (`https://me:pass@host/x` → `https://host/x`), keys out of lists of settings,
 * and out of any text what looks like a key.
 */
export function withoutCredentials(text: string): string {
  return text
    .replace(/:\/\/[^/\s@]{1,500}@/g, '://')
    .replace(listedSecret, `$1${hiddenValue}`)
    .replace(privateKey, hiddenValue)
    .replace(keyShape, hiddenValue)
    .replace(run, (found) => (looksRandom(found) ? hiddenValue : found));
}

const setting = /([\w.-]{1,100})(["']?[ \t]*[:=][ \t]*)([^\s,{}[\]][^,{}[\]]*)/g;

/** A line of a file with stars for what looks like a secret, as long as it was, so that places in it stay. */
export function maskSecrets(line: string): string {
  const masked = line.replace(setting, (found, name: string, between: string, value: string) =>
    hasSecretName(name) && !reference.test(value.trim()) ? `${name}${between}${starsFor(value)}` : found,
  );
  if (withoutCredentials(masked) === masked) return masked;
  // Which part of it looks like a key is told by no place, so the whole value goes.
  const [, key = ''] = /^(\s*(?:- )?[\w.-]+:\s+)/.exec(masked) ?? [];
  const start = withoutCredentials(key) === key ? key : '';
  return start + starsFor(masked.slice(start.length));
}

function starsFor(text: string): string {
  return text.replace(/\S/gu, (letter) => '*'.repeat(letter.length));
}

/** A private key in PEM form, to its end or to where the text was cut. */
const privateKey = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*/g;

/**
 * What begins as keys are made to, so that anyone can tell them at a glance: `AKIA…`, `ghp_…`, `github_pat_…`, `sk-…`,
 * `xoxb-…`, `AIza…`, `hf_…`, `glpat-…`, and web tokens (https://www.rfc-editor.org/rfc/rfc7519).
 */
const keyShape =
  /\b(?:A[KS]IA[A-Z0-9]{16}|gh[a-z]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|sk-[\w-]{32,}|xox[a-z]-[\w-]{10,}|AIza[\w-]{35}|hf_[A-Za-z0-9]{30,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}(?:\.[\w-]*)?)/g;

/** Letters and digits in one piece, with what base64 and the prefixes of keys (`sk-live_`) have beside them. */
const run = /(?:[A-Za-z]{2,10}[-_]){0,3}[A-Za-z0-9+/]{16,}={0,2}/g;

/**
 * True for a piece that changes between small letters, capitals and digits more often than names do. Hashes have no
 * capitals, and paths are told by their slashes unless they are as long as the shortest key with slashes.
 */
function looksRandom(found: string): boolean {
  const body = found.replace(/^(?:[A-Za-z]{2,10}[-_]){0,3}/, '');
  const isPrefixed = body.length < found.length;
  if (/[+/]/.test(body) ? body.length < 40 : body.length < (isPrefixed ? 16 : 20)) return false;
  if (!/[a-z]/.test(body) || !/[A-Z]/.test(body) || !/\d/.test(body)) return false;
  const changes = body.match(/[a-z](?![a-z])|[A-Z](?![A-Z])|\d(?!\d)/g)?.length ?? 0;
  return changes >= body.length * 0.45;
}

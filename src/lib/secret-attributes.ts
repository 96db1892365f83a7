import { hasSecretName, hiddenValue, withoutCredentials } from './secret-names.ts';

/** A setting of something that is declared, by its key path. */
export type Attribute = {
  readonly path: string;
  /** The last key that is a name. */
  readonly key: string;
  readonly text: string;
  /** False for text that refers to where the value is. */
  readonly isKnown: boolean;
};

const keyOfSecret =
  /passw(?:or)?d|secret_?(?:key|string|value|data)|(?:api|access|account|private|shared|signing)_?key/i;
/** Names a place that is looked up: `{{resolve:secretsmanager:x}}`, `@Microsoft.KeyVault(…)`, `${file(./x)}`. */
const lookUp = /^(?:\{\{[^{}]*\}\}|@Microsoft\.KeyVault\([^()]*\)|\$\{[^{}]*\})$/;

/** Says how secrets are dealt with, and is none. */
const setting = /^(?:true|false|enabled|disabled|allow|deny|none|null)$/i;

const secretInText = /((?:passw(?:or)?d|secret|token|api_?key|private_?key)"?[ \t]{0,9}[=:][ \t]{0,9}")[^"$\\]+"/gi;

/** The text of a setting as it may be shown: hidden if its key tells of a secret, without passwords inside a text. */
export function showAttribute({ key, text, isKnown }: Attribute): string {
  if (isKnown && text !== '' && !lookUp.test(text) && !setting.test(text) && isSecretKey(key)) return hiddenValue;
  return withoutCredentials(text.replace(secretInText, `$1${hiddenValue}"`));
}

/** Values by path, without those that only what stands beside them tells to be secrets: `{ name = "API_KEY", value = "…" }`. */
export function hideListed(type: string, attributes: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const shown = [...attributes].map(([path, value]) => {
    const folder = /^((?:.*\.)?)(?:\w+_)?value$/i.exec(path)?.[1];
    if (folder === undefined || !isPlain(value)) return [path, value] as const;
    const beside = (key: string) => attributes.get(`${folder}${key}`) ?? '';
    const names = [beside('name'), beside('Name'), beside('key'), beside('Key')];
    const isSecret = /secret/i.test(type) || beside('type') === 'SecureString' || names.some(hasSecretName);
    return [path, isSecret ? hiddenValue : value] as const;
  });
  return Object.fromEntries(shown);
}

/** A bare `key` is the name of a tag or of a file far more often than a secret, and tables have keys too. */
const keyOfNoSecret = /(?:^|_)key$|(?:partition|sort|hash|range|tag|shard|cluster)Key$/i;

function isSecretKey(key: string): boolean {
  return keyOfSecret.test(key) || (hasSecretName(key) && !keyOfNoSecret.test(key)) || /^[A-Z\d_]+_KEY$/.test(key);
}

/** Not a reference to where the value is. */
function isPlain(value: string): boolean {
  return value !== '' && !/^(?:\$\{.*\}|(?:var|local|data|module|each|random_\w+|\w+_\w+)\.\S+)$/.test(value);
}

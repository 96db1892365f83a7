/** Stands for a value that nobody should read in a report. */
export const hiddenValue = '(hidden)';

const secretName =
  /(?:^|_)(?:PASSWORDS?|PASSWD|PWD|PASS|PASSPHRASE|SECRETS?|CREDENTIALS?|TOKEN|KEY|DSN|CONNECTION_?STRING)(?:_(?:\d+|VALUE|BASE64))?$|(?:^|_)(?:PASSWORD|SECRET)_/;

/** A value that only names where the secret is: `${API_KEY}`, `$API_KEY`, `$(API_KEY)`, `{{ key }}`. */
const reference = /^(?:\$\{\w+[:?]*\}|\$\w+|\$\(\w+\)|\{\{[^{}]*\}\})$/;

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

/** Takes user and password out of addresses (`https://me:pass@host/x` → `https://host/x`), and keys out of lists of settings. */
export function withoutCredentials(text: string): string {
  return text.replace(/:\/\/[^/\s@]{1,500}@/g, '://').replace(listedSecret, `$1${hiddenValue}`);
}

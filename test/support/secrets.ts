import fc from 'fast-check';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const letters = upper + upper.toLowerCase();

function characters(set: string, length: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...set), { minLength: length, maxLength: length }).map((found) => found.join(''));
}

function pieces(...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  return fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((found) => found.join(''));
}

const base64 = `${letters + digits}+/`;

/** Strings with the shape of keys, put together when they are asked for, so that no file holds one. */
export const keyShapes: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'an access key of a cloud': pieces('AK', 'IA', characters(`${upper}234567`, 16)),
  'a token of a code host': pieces('gh', fc.constantFrom('p', 'o', 's'), '_', characters(letters + digits, 36)),
  'a long token of a code host': pieces('github', '_pat_', characters(`${letters + digits}_`, 60)),
  'a key of a model provider': pieces('sk', '-', characters(letters + digits, 48)),
  'a key of a project': pieces('sk', '-proj-', characters(`${letters + digits}-_`, 64)),
  'a token of a chat': pieces('xo', 'xb-', characters(digits, 12), '-', characters(letters + digits, 24)),
  'a web token': pieces(
    'ey',
    'J',
    characters(letters, 20),
    '.ey',
    'J',
    characters(letters, 40),
    '.',
    characters(`${letters}-_`, 43),
  ),
  'a private key': pieces(
    '-----BEGIN RSA ',
    'PRIVATE KEY-----\n',
    characters(base64, 64),
    '\n',
    characters(base64, 64),
  ),
  'a password in an address': pieces('postgres', '://admin:', characters(letters + digits, 12), '@db.internal/app'),
};

/** The parts of a key of which none may be seen. */
export function secretParts(secret: string): readonly string[] {
  const password = /:\/\/[^:]*:([^@]*)@/.exec(secret)?.[1];
  if (password !== undefined) return [password];
  return secret.split('\n').filter((line) => !line.startsWith('-----'));
}

/** What nobody could tell from a name, but for where it stands. */
export const plainValue = pieces('zq', characters(letters.slice(26), 9), characters(digits, 3));

/** A policy in another repository of the platform. */
export type PolicyReference = {
  readonly owner: string;
  readonly repo: string;
  /** From the top of that repository. */
  readonly path: string;
  /** A whole commit id, or the name of a tag. */
  readonly ref: string;
};

/** The text of a reference. `isRefused`: it is a mistake to be mended; else it only could not be read. */
export type ReferenceText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string; readonly isRefused?: boolean };

/** Gives what a reference holds; undefined as long as it is not known. */
export type ReadReference = (reference: PolicyReference) => ReferenceText | undefined;

const form = /^([\w.-]+)\/([\w.-]+)\/([^\s@]+\.ya?ml)@([^\s@]+)$/;

/** Reads `owner/repo/path/policy.yml@ref`. Undefined for the path of a file. */
export function parseReference(text: string): PolicyReference | undefined {
  const [, owner = '', repo = '', path = '', ref = ''] = form.exec(text) ?? [];
  if (owner === '' || /^\.{1,2}$/.test(owner) || path.split('/').some((part) => /^\.{0,2}$/.test(part)))
    return undefined;
  return { owner, repo, path, ref };
}

/** As people write it, which is also its name. */
export function nameOfReference({ owner, repo, path, ref }: PolicyReference): string {
  return `${owner}/${repo}/${path}@${ref}`;
}

/** What a policy of another repository means by a path: a file beside it, at the same ref. Undefined if it leads out. */
export function besideReference(from: PolicyReference, path: string): PolicyReference | undefined {
  const folder = from.path.split('/').slice(0, -1);
  const parts: string[] = [];
  for (const part of [...folder, ...path.split('/')]) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.') parts.push(part);
  }
  return parseReference(nameOfReference({ ...from, path: parts.join('/') }));
}

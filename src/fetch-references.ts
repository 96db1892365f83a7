import {
  nameOfReference,
  type PolicyReference,
  type ReadReference,
  type ReferenceText,
} from './model/policy-reference.ts';

/** Asks the platform for a policy of another repository. */
export type FetchReference = (reference: PolicyReference) => Promise<ReferenceText>;

/** Reads with what lies in other repositories: what turns out to be named is fetched, until nothing new is. */
export async function withReferences<T>(
  fetch: FetchReference | undefined,
  read: (readReference: ReadReference) => Promise<T> | T,
): Promise<T> {
  const known = new Map<string, ReferenceText>();
  for (;;) {
    const wanted = new Map<string, PolicyReference>();
    const result = await read((reference) => {
      const name = nameOfReference(reference);
      const text = known.get(name);
      if (text === undefined) wanted.set(name, reference);
      return text;
    });
    if (wanted.size === 0) return result;
    for (const [name, reference] of wanted) known.set(name, (await fetch?.(reference)) ?? unasked(name));
  }
}

function unasked(name: string): ReferenceText {
  return { ok: false, reason: `${name} could not be read: GitHub was not asked, for want of a token` };
}

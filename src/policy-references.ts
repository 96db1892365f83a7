import type { PolicyFile } from './io/policy-file.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import {
  besideReference,
  nameOfReference,
  type PolicyReference,
  parseReference,
  type ReadReference,
} from './model/policy-reference.ts';

/** A policy of another repository. No file: it could not be read, which is kept to be told. */
export type ReferencedPolicy =
  | { readonly ok: true; readonly file?: PolicyFile }
  | { readonly ok: false; readonly reason: string };

export type PolicyReferences = {
  /** Undefined: the path is one of this repository. */
  read(path: string, from?: Pick<PolicyFile, 'reference'>): ReferencedPolicy | undefined;
  /** What could not be read: without it nobody knows what is asked for. */
  diagnostics(): readonly Diagnostic[];
};

/** Reads policies of other repositories as far as they are known. */
export function openReferences(readReference: ReadReference = () => undefined): PolicyReferences {
  const unread = new Set<string>();
  const readKnown = (reference: PolicyReference): ReferencedPolicy => {
    const name = nameOfReference(reference);
    const found = readReference(reference) ?? { ok: false, reason: `${name} was not fetched` };
    if (found.ok) return { ok: true, file: { text: found.text, name, reference } };
    if (found.isRefused) return { ok: false, reason: found.reason };
    unread.add(found.reason);
    return { ok: true };
  };
  return {
    read(path, from) {
      const named = parseReference(path);
      if (named) return readKnown(named);
      if (from?.reference === undefined) return undefined;
      const beside = besideReference(from.reference, path);
      if (beside) return readKnown(beside);
      return { ok: false, reason: `${path} is no policy of the repository of ${nameOfReference(from.reference)}` };
    },
    diagnostics: () =>
      [...unread].map((reason) => ({
        level: 'error',
        code: 'policy-unread',
        message: `a policy above this one is unknown, so it can't be told whether this passes: ${reason}`,
      })),
  };
}

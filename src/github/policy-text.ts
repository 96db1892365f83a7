import * as z from 'zod';
import { nameOfReference, type PolicyReference, type ReferenceText } from '../model/policy-reference.ts';
import type { Answer, Refusal } from './answer.ts';
import type { GitHub } from './client.ts';

const Ref = z.object({ object: z.object({ sha: z.string() }) });
const File = z.object({ type: z.literal('file'), content: z.string(), encoding: z.literal('base64') });

/**
 * Fetches a policy of another repository at a commit or a tag. A branch is refused: what it asks for would change without
 * a change here, and no result could be repeated.
 * https://docs.github.com/en/rest/repos/contents#get-repository-content
 */
export async function readPolicyText(github: GitHub, reference: PolicyReference): Promise<ReferenceText> {
  const { owner, repo, path, ref } = reference;
  const tag = isCommit(ref) ? undefined : await readRef(github, reference, 'tags');
  if (tag?.ok === false) return explainTag(github, reference, tag);
  const route = 'GET /repos/{owner}/{repo}/contents/{path}';
  const at = tag === undefined ? ref : `refs/tags/${ref}`;
  const found = await github.read(route, { owner, repo, path, ref: at }, File);
  if (!found.ok) return explain(reference, found);
  return { ok: true, text: Buffer.from(found.value.content, 'base64').toString('utf8') };
}

function isCommit(ref: string): boolean {
  return /^[0-9a-f]{40}$/.test(ref);
}

function readRef(
  github: GitHub,
  { owner, repo, ref }: PolicyReference,
  kind: 'tags' | 'heads',
): Promise<Answer<unknown>> {
  return github.read('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref: `${kind}/${ref}` }, Ref);
}

async function explainTag(github: GitHub, reference: PolicyReference, refusal: Refusal): Promise<ReferenceText> {
  if (refusal.reason !== 'missing') return explain(reference, refusal);
  const branch = await readRef(github, reference, 'heads');
  if (!branch.ok) return explain(reference, branch);
  const reason = `${nameOfReference(reference)}: ${reference.ref} is a branch, so what it asks for could change without a change here; name a commit (40 digits) or a tag`;
  return { ok: false, isRefused: true, reason };
}

function explain(reference: PolicyReference, { reason, message }: Refusal): ReferenceText {
  const { owner, repo } = reference;
  const where = `${owner}/${repo}`;
  const isHidden = reason === 'missing' || reason === 'forbidden' || reason === 'refused';
  const help = isHidden
    ? `; it is not there, or the token may not read ${where} (a job's own token reads no other private repository): hand in one with contents: read there`
    : '';
  return { ok: false, reason: `${nameOfReference(reference)} could not be read: ${message}${help}` };
}

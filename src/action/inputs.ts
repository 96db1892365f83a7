import * as core from '@actions/core';
import * as z from 'zod';
import { UserError } from '../lib/user-error.ts';
import { modes } from '../model/report.ts';

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text));

const comments = ['on-change', 'always', 'never'] as const;

/** What a workflow hands in. Nothing here has a default that could override a policy. */
const Inputs = z.object({
  path: optionalText,
  policy: optionalText,
  'org-policy': optionalText,
  mode: optionalText.pipe(z.enum(modes, 'mode has to be observe, ratchet or enforce').optional()),
  system: optionalText,
  'report-file': optionalText,
  'badge-file': optionalText,
  'sarif-file': optionalText,
  'junit-file': optionalText,
  'html-file': optionalText,
  token: optionalText,
  comment: optionalText.pipe(z.enum(comments, 'comment has to be on-change, always or never').default('on-change')),
  publish: optionalText
    .pipe(z.enum(['true', 'false'], 'publish has to be true or false').default('false'))
    .transform((text) => text === 'true'),
});
export type Inputs = z.infer<typeof Inputs>;

/** Reads the action's inputs; throws a UserError for one that can't be. */
export function readInputs(): Inputs {
  const raw = Object.fromEntries(Object.keys(Inputs.shape).map((name) => [name, core.getInput(name)]));
  const parsed = Inputs.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new UserError(parsed.error.issues.map(({ message }) => message).join('; '));
}

/** A mistake in the user's own words: a policy, a rule, an input. Ends the run with exit code 2 and without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** True, false, or undefined where a file does not tell. */
export type Truth = boolean | undefined;

/** True if all are, false if one is false. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

/** True if one is, false if none can be. */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

export function negate(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

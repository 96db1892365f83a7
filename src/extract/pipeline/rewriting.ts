/** A text in place of another, and back: pipelines put expressions into scripts that no shell can parse. */
export type Rewriting = { readonly rewrite: (text: string) => string; readonly restore: (text: string) => string };

/**
 * Lets a script's own expressions pass for GitHub's, which the shell's parser covers. Takes a pattern whose first group
 * is what stands between an opening and a closing mark.
 */
export function coverExpressions(pattern: RegExp, open: string, close: string): Rewriting {
  return {
    rewrite: (text) => text.replace(pattern, (_, inner: string) => `\${{=${inner}}}`),
    restore: (text) => text.replace(/\$\{\{=([^}]*)\}\}/g, (_, inner: string) => open + inner + close),
  };
}

export type MaskedScript = {
  readonly text: string;
  /** Puts the expressions back into a piece of the masked text. */
  restore(piece: string): string;
  /** How many line ends before an offset the mask hides. */
  hiddenLines(offset: number): number;
};

type Span = { readonly start: number; readonly end: number };

/**
 * Replaces each `${{ … }}` by a word of the same length: the shell only ever sees the value.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
export function maskExpressions(script: string): MaskedScript {
  const masks = freeMasks(script);
  const expressions = new Map<string, string>();
  const folds: { readonly at: number; readonly lines: number }[] = [];
  let text = '';
  for (const { start, end } of findExpressions(script)) {
    const mask = masks.next().value;
    if (mask === undefined) break;
    const expression = script.slice(start, end);
    expressions.set(mask, expression);
    text += script.slice(text.length, start) + mask.repeat(expression.length);
    const lines = expression.split('\n').length - 1;
    if (lines > 0) folds.push({ at: end, lines });
  }
  return {
    text: text + script.slice(text.length),
    restore: (piece) => piece.replace(/([\uE000-\uF8FF])\1*/g, (run, mask) => expressions.get(mask) ?? run),
    hiddenLines: (offset) => folds.reduce((sum, { at, lines }) => (at <= offset ? sum + lines : sum), 0),
  };
}

function* findExpressions(script: string): Generator<Span, undefined> {
  let end = 0;
  while (true) {
    const start = script.indexOf('${{', end);
    const close = start === -1 ? -1 : script.indexOf('}}', start);
    if (close === -1) return;
    end = close + 2;
    yield { start, end };
  }
}

/** Characters of the private use area that the script does not use itself, as icons of a font do. */
function* freeMasks(script: string): Generator<string, undefined> {
  const taken = new Set(script.match(/[\uE000-\uF8FF]/g));
  for (let code = 0xe000; code <= 0xf8ff; code += 1) {
    const mask = String.fromCharCode(code);
    if (!taken.has(mask)) yield mask;
  }
}

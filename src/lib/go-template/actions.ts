/** From the braces that open an action to those that close it, as offsets. */
export type ActionSpan = { readonly start: number; readonly end: number };

/** The actions of a Go template in order. Syntax: https://pkg.go.dev/text/template */
export function findActions(text: string): readonly ActionSpan[] {
  const spans: ActionSpan[] = [];
  let start = text.indexOf('{{');
  while (start !== -1) {
    const end = endOfAction(text, start + 2);
    if (end === -1) return spans;
    spans.push({ start, end });
    start = text.indexOf('{{', end);
  }
  return spans;
}

/** Behind the `}}` of an action; braces in its strings and comments do not close it. -1 if it never ends. */
function endOfAction(text: string, from: number): number {
  const marks = /\}\}|"(?:[^"\\\n]|\\.){0,2000}"|`[^`]*`|\/\*/g;
  marks.lastIndex = from;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === '}}') return marks.lastIndex;
    if (mark[0] !== '/*') continue;
    const close = text.indexOf('*/', marks.lastIndex);
    if (close === -1) return -1;
    marks.lastIndex = close + 2;
  }
  return -1;
}

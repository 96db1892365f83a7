type Span = { readonly start: number; readonly end: number };

/** The index of the span around it, -1 at the top. Parents stand before their children. */
export type Nested<T> = T & { readonly parent: number };

/** Puts spans that nest and do not overlap into order, each with the innermost one around it. Of equal ones the lower rank is outside. */
export function nestSpans<T extends Span>(spans: readonly T[], rankOf: (span: T) => number): readonly Nested<T>[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end || rankOf(a) - rankOf(b));
  const open: { readonly index: number; readonly end: number }[] = [];
  return sorted.map((span, index) => {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) < span.end) open.pop();
    const parent = open.at(-1)?.index ?? -1;
    open.push({ index, end: span.end });
    return { ...span, parent };
  });
}

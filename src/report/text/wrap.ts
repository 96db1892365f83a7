import { type Span, widthOf } from './row.ts';

type Word = { readonly gap: number; readonly spans: readonly Span[] };

/** Breaks spans at their spaces. */
export function wrapSpans(spans: readonly Span[], width: number): readonly (readonly Span[])[] {
  const lines: Span[][] = [];
  let used = 0;
  for (const word of splitWords(spans)) {
    const length = widthOf(word.spans);
    const current = lines.at(-1);
    if (current === undefined || used + word.gap + length > width) {
      lines.push([...word.spans]);
      used = length;
      continue;
    }
    current.push(...joinGap(current.at(-1), word));
    used += word.gap + length;
  }
  return lines.map(mergeSpans);
}

/** A gap between words of one tone takes that tone, so that one sequence colours the whole. */
function joinGap(before: Span | undefined, { gap, spans }: Word): readonly Span[] {
  if (gap === 0) return spans;
  const tone = before?.tone === spans[0]?.tone ? before?.tone : undefined;
  const space = { text: ' '.repeat(gap) };
  return [tone === undefined ? space : { ...space, tone }, ...spans];
}

function mergeSpans(line: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const part of line) {
    const last = merged.at(-1);
    if (last === undefined || last.tone !== part.tone) merged.push(part);
    else merged[merged.length - 1] = { ...last, text: last.text + part.text };
  }
  return merged;
}

function splitWords(spans: readonly Span[]): readonly Word[] {
  const words: { gap: number; spans: Span[] }[] = [];
  let gap = 0;
  let open = false;
  const add = (piece: Span): void => {
    const last = words.at(-1);
    if (open && last) last.spans.push(piece);
    else words.push({ gap: words.length === 0 ? 0 : gap, spans: [piece] });
    [open, gap] = [true, 0];
  };
  for (const piece of spans) {
    if (piece.whole) {
      add(piece);
      continue;
    }
    for (const part of piece.text.split(/( +)/u)) {
      if (part === '') continue;
      if (part.startsWith(' ')) [open, gap] = [false, gap + part.length];
      else add({ ...piece, text: part });
    }
  }
  return words;
}

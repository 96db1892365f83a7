/** A part of what is rendered. */
type Piece = {
  readonly text: string;
  /** The line of the template that it comes from; of text that stands in the template the line it begins on. */
  readonly line: number;
  /** Text of the template, whose lines follow each other. */
  readonly isSource: boolean;
  /** Why it is not there although it is written down. */
  readonly off: string | undefined;
};

/** A rendered text whose lines know where they come from. */
export type RenderedText = {
  readonly text: string;
  /** The line of the template, by that of the text; both count from 1. */
  readonly lines: readonly number[];
  /** Why a line is not there although it is written down, by its number. */
  readonly off: ReadonlyMap<number, string>;
};

export type Output = { readonly pieces: Piece[]; isComplete: boolean };

export function newOutput(): Output {
  return { pieces: [], isComplete: true };
}

/** Takes the space away before an action that asks for it; only text that stands right before it in the template. */
export function trimEnd({ pieces }: Output): void {
  const last = pieces.at(-1);
  if (last?.isSource) pieces[pieces.length - 1] = { ...last, text: last.text.trimEnd() };
}

/** True if a value has to stand apart from what comes before it. */
export function endsWithKey(output: Output): boolean {
  return /^[ \t]*(?:- )?[\w./-]+:$/.test(lastLine(output));
}

/** True if no value is being written: its quotes are closed. */
export function isBetweenValues(output: Output): boolean {
  return (lastLine(output).match(/"/g)?.length ?? 0) % 2 === 0;
}

function lastLine({ pieces }: Output): string {
  let line = '';
  for (let at = pieces.length - 1; at >= 0 && !line.includes('\n'); at -= 1) line = (pieces[at]?.text ?? '') + line;
  return line.slice(line.lastIndexOf('\n') + 1);
}

export function textOfOutput({ pieces }: Output): string {
  return pieces.map(({ text }) => text).join('');
}

/** Puts the pieces together. A line belongs to the first piece that writes on it. */
export function assemble({ pieces }: Output): RenderedText {
  const lines = [1];
  const off = new Map<number, string>();
  let isOpen = true;
  for (const piece of pieces) {
    for (const [index, part] of piece.text.split('\n').entries()) {
      const line = piece.isSource ? piece.line + index : piece.line;
      if (index > 0) {
        lines.push(line);
        isOpen = true;
      }
      if (!isOpen) continue;
      lines[lines.length - 1] = line;
      if (part.trim() === '') continue;
      isOpen = false;
      if (piece.off !== undefined) off.set(lines.length, piece.off);
    }
  }
  return { text: textOfOutput({ pieces, isComplete: true }), lines, off };
}

/** A line of a document, with its number from 1. */
export type Line = { readonly text: string; readonly line: number };

/** Levels of lists, quotes and directives that are followed; what is deeper is prose. */
export const nestedTextLimit = 20;

/** Characters of a line; what is behind them stands on a line of its own, since expressions are tried on lines. */
export const lineLengthLimit = 2_000;

export function splitLines(text: string): readonly Line[] {
  return text.split(/\r\n|\r|\n/).flatMap((written, index) => {
    const whole = written.replaceAll('\t', '    ').trimEnd();
    const count = Math.max(1, Math.ceil(whole.length / lineLengthLimit));
    return Array.from({ length: count }, (_, piece) => ({
      text: whole.slice(piece * lineLengthLimit, (piece + 1) * lineLengthLimit).trimEnd(),
      line: index + 1,
    }));
  });
}

/** Lines of a list of packages; longer ones are none that people write, and are empty. */
export function splitShortLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).map((line) => (line.length > lineLengthLimit ? '' : line));
}

export function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text === '';
}

/** Blanks before the text of a line; an empty line has none. */
export function indentOf(line: Line | undefined): number {
  return line === undefined ? 0 : line.text.length - line.text.trimStart().length;
}

/** The index behind the lines, from an index on, that are blank or indented by at least so much; without blank ones at their end. */
export function endOfIndented(lines: readonly Line[], from: number, indent: number): number {
  let end = from;
  for (let index = from; index < lines.length; index += 1) {
    if (isBlank(lines[index])) continue;
    if (indentOf(lines[index]) < indent) break;
    end = index + 1;
  }
  return end;
}

/** The lines without the blanks that all of them begin with. */
export function dedent(lines: readonly Line[]): readonly Line[] {
  const indents = lines.filter((line) => !isBlank(line)).map(indentOf);
  const indent = indents.reduce((least, next) => Math.min(least, next), Number.POSITIVE_INFINITY);
  return indent === 0 || indents.length === 0
    ? lines
    : lines.map(({ text, line }) => ({ text: text.slice(indent), line }));
}

export function joinLines(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}

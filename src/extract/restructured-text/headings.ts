import { isBlank, type Line } from '../text-lines.ts';

const adornment = /^([!-/:-@[-`{-~])\1+$/;

export type Heading = { readonly text: string; readonly style: string; readonly line: number; readonly height: number };

/** A heading that begins at an index: a line under a text, or one above it too. */
export function findHeading(lines: readonly Line[], at: number): Heading | undefined {
  const [first, second, third] = [lines[at], lines[at + 1], lines[at + 2]];
  if (first === undefined || isBlank(first)) return undefined;
  const over = adornment.exec(first.text)?.[1];
  if (over === undefined) return isUnder(first, second) ? describe(first, second, '', 2) : undefined;
  if (second === undefined || isBlank(second) || adornment.test(second.text.trim())) return undefined;
  return isUnder(second, third) && third?.text[0] === over ? describe(second, third, over, 3) : undefined;
}

function describe(title: Line, under: Line | undefined, over: string, height: number): Heading {
  return { text: title.text.trim(), style: `${over}${under?.text[0]}`, line: title.line, height };
}

/** A line is taken for one under a title if it is about as long. */
function isUnder(title: Line, under: Line | undefined): boolean {
  if (under === undefined || !adornment.test(under.text) || under.text.length < 3) return false;
  return under.text.length >= title.text.trim().length * 0.7 && /[\p{L}\p{N}]/u.test(title.text);
}

/** A line of marks alone that parts paragraphs. */
export function isTransition(line: Line): boolean {
  return adornment.test(line.text) && line.text.length >= 4;
}

const plain = /^[\u0020-\u007e\u00a1-\u02ff\u2010-\u2027\u2190-\u2193\u2500-\u25ff\u2713\u2717]*$/u;
const wide =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|.\ufe0f)/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The columns that a text without control characters takes in a terminal. */
export function measureWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of segmenter.segment(text)) columns += wide.test(segment) ? 2 : 1;
  return columns;
}

/** Shortens a text to `length` characters by taking out its middle. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = [...text];
  if (characters.length <= length) return text;
  const tail = Math.floor((length - 1) / 3);
  return `${characters.slice(0, length - 1 - tail).join('')}…${characters.slice(characters.length - tail).join('')}`;
}

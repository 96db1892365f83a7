/** How a piece of text is meant, so that one place decides how each meaning looks. */
export type Tone = 'strong' | 'faint' | 'good' | 'warn' | 'bad' | 'place';

const CSI = '\u001b[';
const RESET = `${CSI}0m`;

const codes: Readonly<Record<Tone, string>> = {
  strong: '1',
  faint: '2',
  good: '32',
  warn: '33',
  bad: '31',
  place: '36',
};

/**
 * Sets a text in the colour of its tone by the SGR sequences of ECMA-48.
 * Takes text that holds no escape sequence of its own; see `escapeControl`.
 */
export function paint(text: string, tone: Tone): string {
  return `${CSI}${codes[tone]}m${text}${RESET}`;
}

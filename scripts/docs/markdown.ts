/** Text as Markdown shows it literally, in one line. */
export function escapeText(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith('`') && part.length > 1 ? part : part.replace(/[\\<>*_[\]|]/g, '\\$&')))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

export function bullet(text: string): string {
  return `- ${text}`;
}

/** A first letter in capitals and a full stop at the end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const first = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?:`]$/.test(first) ? first : `${first}.`;
}

export function fence(language: string, text: string): string {
  const ticks = text.includes('```') ? '````' : '```';
  return `${ticks}${language}\n${text.trimEnd()}\n${ticks}`;
}

/** Paragraphs and blocks with an empty line between them. */
export function joinBlocks(blocks: readonly (string | undefined)[]): string {
  return `${blocks.filter((block) => block !== undefined && block !== '').join('\n\n')}\n`;
}

/** Text as it is read: links and references by their words, without the marks of roles and literals. */
export function plainText(text: string): string {
  return text.split('\n').map(plainLine).join('\n');
}

function plainLine(text: string): string {
  return text
    .replace(/:[\w:+.-]{1,60}:`~?([^`<]*?)\s*(?:<[^<>`]*>)?`/g, '$1')
    .replace(/`([^`<]+?)\s*<[^<>`]*>`__?/g, '$1')
    .replace(/`([^`]+)`__?/g, '$1')
    .replace(/``([^`]+)``/g, '`$1`')
    .replace(/^:([\w -]{1,60}):(?=\s)/gm, '$1:')
    .replace(/\|(\w[^|\n]{0,60})\|_?/g, '$1');
}

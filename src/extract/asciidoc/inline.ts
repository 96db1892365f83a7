/** Text as it is read: links and references by their words, attributes and anchors left out. */
export function plainText(text: string): string {
  return text.split('\n').map(plainLine).join('\n');
}

function plainLine(text: string): string {
  return text
    .replace(/\[\[[^[\]]{1,200}\]\]/g, '')
    .replace(/<<[^<>,]{1,200},([^<>]*)>>/g, '$1')
    .replace(/\b(?:link|xref|https?|mailto):[^\s[\]]{1,500}\[([^[\]]*)\]/g, '$1')
    .replace(/\[[.#][\w.#-]{1,100}\](?=[#*_`])/g, '');
}

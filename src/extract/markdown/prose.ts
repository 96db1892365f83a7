const htmlTag =
  /<\/?(?:a|abbr|b|blockquote|br|center|code|dd|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|kbd|li|ol|p|picture|pre|small|source|span|strong|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)(?:\s[^<>]*)?\/?>/gi;

const word = /(?=\p{L})[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]|[\p{L}\p{N}]+(?:['’_.-][\p{L}\p{N}]+)*/gu;

/** Text without HTML comments and tags. A comment that never ends takes the rest with it. */
export function withoutMarkup(text: string): string {
  return removeComments(text).replace(htmlTag, ' ');
}

function removeComments(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open);
    kept.push(text.slice(at, open));
    if (close === -1) return kept.join(' ');
    at = close + 3;
  }
  return [...kept, text.slice(at)].join(' ');
}

/** Runs of white space become one space. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The same where all scripts have no say, in a tenth of the time. */
const asciiWord = /[A-Za-z0-9]+(?:['_.-][A-Za-z0-9]+)*/g;
const beyondAscii = /[^\0-\x7f]/;

/** Words of any script; those of scripts without spaces are counted by the character. */
export function countWords(text: string): number {
  return text.match(beyondAscii.test(text) ? word : asciiWord)?.length ?? 0;
}

/** A heading as it is read: links by their words, without emphasis and anchors. */
export function headingText(text: string): string {
  const words = withoutMarkup(text)
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\{#[^{}]*\}\s*$/, '')
    .replace(/[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
  return foldSpace(words);
}

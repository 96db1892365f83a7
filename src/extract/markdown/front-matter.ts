import { findDates } from '../../lib/dates.ts';
import { parseYamlDocuments } from '../../lib/yaml-nodes.ts';

export type FrontMatter = {
  /** The text with blank lines in place of the front matter, so that lines keep their numbers. */
  readonly body: string;
  readonly title?: string;
  /** The latest day that it says of the document. */
  readonly date?: string;
};

const block = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m;

/** What a document says of itself, and of nothing that is still to come. */
const dateKey =
  /^(?:date|dated|(?:last[-_ ]?)?(?:updated?|modified|mod|reviewed|review|revised|tested|exercised|audited|approved|verified|published|effective)(?:[-_ ]?(?:on|at|date))?)$/i;

/** Longer front matter is none. */
const frontMatterLimit = 50_000;

/** True for a key under which a document gives a day on which something was done to it. */
export function isDateKey(key: string): boolean {
  return dateKey.test(key);
}

/** Cuts the YAML front matter off a document. A first line of dashes that opens none is left alone. */
export function cutFrontMatter(text: string): FrontMatter {
  const match = text.startsWith('---') ? block.exec(text.slice(0, frontMatterLimit)) : null;
  if (match?.index !== 0) return { body: text };
  const root = parseYamlDocuments(match[1] ?? '')[0]?.root;
  if (root !== undefined && root.kind !== 'map') return { body: text };
  const entries = root?.entries ?? [];
  const title = entries.find(({ key }) => key.text === 'title')?.value;
  const dates = entries
    .filter(({ key }) => isDateKey(key.text))
    .flatMap(({ value }) => (value.kind === 'scalar' ? findDates(value.text) : []));
  const date = dates
    .map((found) => found.date)
    .sort()
    .at(-1);
  return {
    body: match[0].replace(/[^\r\n]+/g, '') + text.slice(match[0].length),
    ...(title?.kind === 'scalar' && title.text !== '' ? { title: title.text } : {}),
    ...(date === undefined ? {} : { date }),
  };
}

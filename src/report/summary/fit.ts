import { countOf, joinWords } from '../../lib/english.ts';

/** Part of a document that can be left out as a whole. What has the lowest rank stays longest. */
export type Section = { readonly title: string; readonly rank: number; readonly text: string };

const MEBIBYTE = 1024 * 1024;

/** Bytes kept free for the line that says what was left out. */
const NOTICE_BYTES = 2000;

/** Joins head, sections and foot, and leaves out whole sections where they would take more than `limit` bytes. */
export function fitSections(head: string, sections: readonly Section[], foot: string, limit: number): string {
  const whole = join([head, ...sections.map(({ text }) => text), foot]);
  if (byteLength(whole) <= limit) return whole;
  const kept = chooseSections(sections, limit - NOTICE_BYTES - byteLength(join([head, foot])));
  const texts = sections.filter((section) => kept.has(section)).map(({ text }) => text);
  const notice = describeDropped(
    sections.filter((section) => !kept.has(section)),
    limit,
  );
  return join([head, notice, ...texts, foot]);
}

function chooseSections(sections: readonly Section[], budget: number): ReadonlySet<Section> {
  const kept = new Set<Section>();
  let left = budget;
  for (const section of [...sections].sort((a, b) => a.rank - b.rank)) {
    const size = byteLength(section.text) + GAP.length;
    if (size > left) continue;
    kept.add(section);
    left -= size;
  }
  return kept;
}

function describeDropped(dropped: readonly Section[], limit: number): string {
  const counts = new Map<string, number>();
  for (const { title } of dropped) counts.set(title, (counts.get(title) ?? 0) + 1);
  const listed = [...counts].map(([title, count]) => (count === 1 ? title : `${title} (${countOf(count, 'time')})`));
  return `> Left out, because GitHub shows no more than ${describeSize(limit)}: ${joinWords(listed)}. \`--format json\` holds everything.`;
}

function describeSize(bytes: number): string {
  return bytes % MEBIBYTE === 0 ? `${bytes / MEBIBYTE} MiB` : `${Math.round(bytes / 1024)} KiB`;
}

const GAP = '\n\n';

function join(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join(GAP)}\n`;
}

/** The length of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

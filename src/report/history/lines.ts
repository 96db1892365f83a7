import { HistoryEntry } from '../../model/history.ts';

export type History = {
  /** The oldest first. */
  readonly entries: readonly HistoryEntry[];
  /** Numbers, from 1, of lines that are none of a history: cut off, merged, or of a version to come. */
  readonly broken: readonly number[];
};

/** Reads a history: a JSON object a line (https://jsonlines.org). A broken line costs only itself. */
export function readHistory(text: string): History {
  const entries: HistoryEntry[] = [];
  const broken: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const entry = readLine(line);
    if (entry) entries.push(entry);
    else broken.push(index + 1);
  }
  return { entries: entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), broken };
}

function readLine(line: string): HistoryEntry | undefined {
  try {
    const parsed = HistoryEntry.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // Not JSON: the caller tells its number.
    return undefined;
  }
}

/** What to add to a history for an entry; nothing if it tells of the same commit what the last one about it did. */
export function addedLines(text: string, entry: HistoryEntry): string {
  const known = readHistory(text).entries.findLast(({ commit }) => commit === entry.commit);
  if (known && withoutDate(known) === withoutDate(entry)) return '';
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${end}${JSON.stringify(entry)}\n`;
}

function withoutDate({ date: _, ...entry }: HistoryEntry): string {
  return JSON.stringify(entry);
}

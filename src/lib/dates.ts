/** A day, ISO, with the place of its text. */
export type FoundDate = { readonly date: string; readonly start: number; readonly end: number };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const year = '((?:19|20)\\d\\d)';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';

const forms = [
  `${year}([-/])(\\d\\d)\\2(\\d\\d)(?:t[\\d:.]+(?:z|[+-]\\d\\d:?\\d\\d)?)?`,
  `${year}-(\\d\\d)(?!-?\\d)`,
  `${day}[\\s-](?:of\\s)?${month},?[\\s-]${year}`,
  `${month}\\s${day},?\\s${year}`,
  `${month},?\\s${year}`,
];

/** Parts of longer names, versions and addresses (`model-2026-03-04`, `/2026/03/04/`) are no dates. */
const anyForm = new RegExp(`(?<![\\w./-])(?:${forms.join('|')})(?![\\w/-]|\\.\\d)`, 'gi');

/**
 * The dates in a text in order of their place: `2026-03-04`, `4 March 2026`, `March 4th, 2026`; a month alone counts from
 * its first day. Impossible ones are left out.
 */
export function findDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(anyForm)].flatMap((match) => {
    const date = readMatch(match);
    return date === undefined ? [] : [{ date, start: match.index, end: match.index + match[0].length }];
  });
}

function readMatch(match: RegExpMatchArray): string | undefined {
  const [, y1, , m1, d1, y2, m2, d3, m3, y3, m4, d4, y4, m5, y5] = match;
  if (y1 !== undefined) return isoDate(y1, Number(m1), Number(d1));
  if (y2 !== undefined) return isoDate(y2, Number(m2), 1);
  if (y3 !== undefined) return isoDate(y3, monthNumber(m3), Number(d3));
  if (y4 !== undefined) return isoDate(y4, monthNumber(m4), Number(d4));
  return y5 === undefined ? undefined : isoDate(y5, monthNumber(m5), 1);
}

function monthNumber(name = ''): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function isoDate(written: string, monthOfYear: number, dayOfMonth: number): string | undefined {
  const inYear = new Date(Date.UTC(Number(written), monthOfYear - 1, dayOfMonth));
  const isPossible = inYear.getUTCMonth() === monthOfYear - 1 && inYear.getUTCDate() === dayOfMonth;
  return isPossible ? inYear.toISOString().slice(0, 10) : undefined;
}

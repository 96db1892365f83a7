import type { ReportEvidence } from '../../model/report.ts';
import { isOnlyHinted, isSatisfied, listPartEvidence, type Part } from '../view/gaps.ts';
import { EVIDENCE_SHOWN } from '../view/limits.ts';
import { place, type Row, type Span, span } from './row.ts';

/** The mark of a part; a mark is never alone, its row says the same in words. */
export function markOf(part: Part): Span {
  if (isSatisfied(part)) return span('✓', 'good');
  return part.found.status === 'unknown' ? span('?', 'warn') : span('✗', 'bad');
}

/** What there is to say of one part: what is missing or what stands for it, with the places. */
export function partRows(part: Part, lead: readonly Span[], column: number, all: boolean): readonly Row[] {
  const [first = [], ...rest] = [...statusLines(part), ...evidenceLines(part, all), ...withheldLines(part, all)];
  return [{ lead, column, body: first }, ...rest.map((body) => ({ lead: [], column, body }))];
}

function statusLines({ found, missing }: Part): readonly (readonly Span[])[] {
  const reason = found.reason ?? '';
  switch (found.status) {
    case 'proven':
      return [];
    case 'attested':
    case 'waived':
      return [[span(reason === '' ? found.status : reason)]];
    case 'stale':
      return [[span('out of date', 'warn'), span(reason === '' ? '' : `: ${reason}`)]];
    case 'unknown':
      return [[span('unknown', 'warn'), span(', see below')]];
    case 'hinted':
      return [[span(missing)]];
    case 'absent':
      return [[span(missing)]];
  }
}

function evidenceLines(part: Part, all: boolean): readonly (readonly Span[])[] {
  const prefix = isOnlyHinted(part) ? [span('looks like it: ', 'warn')] : [];
  return limitLines(listPartEvidence(part), all, (evidence) => [
    ...prefix,
    span(evidence.title),
    span('  '),
    place(evidence),
  ]);
}

function withheldLines(part: Part, all: boolean): readonly (readonly Span[])[] {
  // What is met anyway needs no word on what else was looked at.
  if (isSatisfied(part) && !all) return [];
  return limitLines(part.found.withheld ?? [], all, (evidence) => [
    span('does not count: ', 'warn'),
    span(evidence.title),
    ...(evidence.because === undefined ? [] : [span(', but '), span(evidence.because)]),
    span('  '),
    place(evidence),
  ]);
}

/** The first lines, and on the last of them how many more there are. */
function limitLines(
  items: readonly ReportEvidence[],
  all: boolean,
  line: (item: ReportEvidence) => readonly Span[],
): readonly (readonly Span[])[] {
  const shown = all ? items : items.slice(0, EVIDENCE_SHOWN);
  const rest = items.length - shown.length;
  return shown.map((item, index) => {
    const isLast = rest > 0 && index === shown.length - 1;
    return isLast ? [...line(item), span('  '), span(`and ${rest} more`, 'faint')] : line(item);
  });
}

import { codeElement, escapeMarkdown } from '../../lib/escape.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import type { ReportEvidence, ReportSystem } from '../../model/report.ts';
import { describeEffort } from '../view/actions.ts';
import {
  isGap,
  isOnlyHinted,
  isSatisfied,
  listBlockers,
  listLater,
  listPartEvidence,
  type Part,
  type PracticeView,
} from '../view/gaps.ts';
import { EVIDENCE_SHOWN } from '../view/limits.ts';
import { code, placeText, prose } from './markdown.ts';

/** What keeps the system from its next stage, each practice folded with its parts and fixes. */
export function blockersText(system: ReportSystem, model: MaturityModel, source: string | undefined): string {
  const later = listLater(system, model).map(({ practice }) => code(practice.id));
  const blockers = listBlockers(system, model).map((view) => practiceText(view, source));
  return [
    ...(blockers.length > 0 ? blockers : ['Only what is unknown, see the end.']),
    ...(later.length === 0 ? [] : [`Then, for Stage ${system.target}: ${later.join(', ')}.`]),
  ].join('\n\n');
}

function practiceText(view: PracticeView, source: string | undefined): string {
  const { practice, status } = view;
  const mark = status === 'partial' ? '◐' : '✗';
  const missing = view.parts.filter(isGap).map(({ id }) => escapeMarkdown(id));
  const title = `${escapeMarkdown(practice.title)}, missing: ${missing.join(', ')}`;
  const parts = view.parts.filter((part) => !part.optional || isSatisfied(part));
  // GitHub reads Markdown inside the fold only behind a blank line.
  return [
    `<details>\n<summary>${mark} ${codeElement(practice.id)} ${title}</summary>`,
    `${prose(practice.why)} Effort: ${describeEffort(practice, status === 'partial')}.`,
    parts.flatMap((part) => partLines(part, source)).join('\n'),
    '</details>',
  ].join('\n\n');
}

function partLines(part: Part, source: string | undefined): readonly string[] {
  const { found, id, fix } = part;
  const mark = isSatisfied(part) ? '✓' : found.status === 'unknown' ? '?' : '✗';
  const [first = '', ...rest] = [statusText(part), ...evidenceTexts(part, source)].filter((text) => text !== '');
  const withheld = withheldTexts(part, source);
  const mend = isGap(part) ? [`Fix: ${prose(fix)}`] : [];
  return [`- ${mark} ${code(id)}: ${first}`, ...[...rest, ...withheld, ...mend].map((text) => `  - ${text}`)];
}

function statusText({ found, missing }: Part): string {
  switch (found.status) {
    case 'proven':
      return '';
    case 'attested':
    case 'waived':
      return prose(found.reason ?? found.status);
    case 'stale':
      return `out of date, ${prose(found.reason ?? 'its date is past')}`;
    case 'unknown':
      return 'unknown, see the end';
    case 'hinted':
    case 'absent':
      return prose(missing);
  }
}

function evidenceTexts(part: Part, source: string | undefined): readonly string[] {
  const prefix = isOnlyHinted(part) ? 'looks like it: ' : '';
  return limitTexts(
    listPartEvidence(part),
    (evidence) => `${prefix}${prose(evidence.title)}, ${placeText(evidence, source)}`,
  );
}

function withheldTexts(part: Part, source: string | undefined): readonly string[] {
  // What is met anyway needs no word on what else was looked at.
  if (isSatisfied(part)) return [];
  return limitTexts(part.found.withheld ?? [], (evidence) => {
    const because = evidence.because === undefined ? '' : `, but ${prose(evidence.because)}`;
    return `does not count: ${prose(evidence.title)}${because}, ${placeText(evidence, source)}`;
  });
}

/** The first texts, and on the last of them how many more there are. */
function limitTexts(items: readonly ReportEvidence[], text: (item: ReportEvidence) => string): readonly string[] {
  const rest = items.length - EVIDENCE_SHOWN;
  return items.slice(0, EVIDENCE_SHOWN).map((item, index) => {
    return rest > 0 && index === EVIDENCE_SHOWN - 1 ? `${text(item)} and ${rest} more` : text(item);
  });
}

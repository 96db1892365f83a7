import type { ReportEvidence } from '../../model/report.ts';
import { describeEffort } from '../view/actions.ts';
import { isGap, isOnlyHinted, isSatisfied, listPartEvidence, type Part, type PracticeView } from '../view/gaps.ts';
import { code, type Html, html, list, nothing, place, prose } from './markup.ts';
import { statusMarks } from './overview.ts';

/** A practice that folds: its parts, each with what stands for it, what does not count, and how to mend it. */
export function practiceDetails({ practice, status, parts }: PracticeView, id: string, isOpen: boolean): Html {
  const { mark, tone } = statusMarks[status];
  const effort = status === 'met' ? nothing : html` Effort: ${describeEffort(practice, status === 'partial')}.`;
  return html`<details id="${id}-${practice.id}"${isOpen ? html` open` : nothing}><summary><span class="${tone}">${mark} ${status}</span> ${code(practice.id)} ${practice.title}</summary><div><p class="faint">${prose(practice.why)}${effort}</p>${parts.map(partBlock)}</div></details>`;
}

function partBlock(part: Part): Html {
  const { id, fix, found, optional } = part;
  const { mark, tone } = markOf(part);
  const shown = listPartEvidence(part).map((evidence) =>
    evidenceItem(evidence, isOnlyHinted(part) ? 'looks like it: ' : ''),
  );
  const withheld = (found.withheld ?? []).map((evidence) => evidenceItem(evidence, 'does not count: '));
  const mend = isGap(part) ? html`<p class="fix">${prose(fix)}</p>` : nothing;
  return html`<div class="part"><span class="mark ${tone}">${mark}</span>${code(id)}${optional ? html` <span class="faint">optional</span>` : nothing} ${statusText(part)}${list([...shown, ...withheld], 'under')}${mend}</div>`;
}

function markOf(part: Part) {
  if (isSatisfied(part)) return { mark: '✓', tone: 'good' };
  if (part.found.status === 'unknown') return { mark: '?', tone: 'warn' };
  return part.optional ? { mark: '–', tone: 'faint' } : { mark: '✗', tone: 'bad' };
}

function statusText({ found, missing }: Part): Html {
  switch (found.status) {
    case 'proven':
      return nothing;
    case 'attested':
    case 'waived':
    case 'unknown':
      return found.reason === null ? html`${found.status}` : prose(found.reason);
    case 'stale':
      return html`out of date${found.reason === null ? nothing : html`: ${prose(found.reason)}`}`;
    case 'hinted':
    case 'absent':
      return prose(missing);
  }
}

function evidenceItem(evidence: ReportEvidence, prefix: string): Html {
  const because = evidence.because === undefined ? nothing : html`, but ${prose(evidence.because)}`;
  const lead = prefix === '' ? nothing : html`<span class="warn">${prefix}</span>`;
  return html`${lead}${prose(evidence.title)}${because} ${place(evidence)}`;
}

import type { Level, Report, ReportFinding } from '../../model/report.ts';
import { levelMarks } from '../view/findings.ts';
import { orderFindings } from '../view/order.ts';
import { type Html, html, nothing, place, prose } from './markup.ts';

const tones: Readonly<Record<Level, string>> = { error: 'bad', warning: 'warn', notice: 'faint' };

/** A finding with its level, place and fix. */
export function findingItem({ level, title, message, fix, at }: ReportFinding): Html {
  return html`${levelText(level)} <strong>${prose(title)}</strong> ${at === null ? nothing : place(at)}<br>${prose(message)}<br><span class="fix">${prose(fix)}</span>`;
}

function levelText(level: Level): Html {
  return html`<span class="${tones[level]}">${levelMarks[level]} ${level}</span>`;
}

/** All findings, what blocks most first. */
export function findingsTable(report: Report): Html {
  const findings = orderFindings(report);
  if (findings.length === 0) return nothing;
  const rows = findings.map(
    ({ level, system, title, message, fix, at }) =>
      html`<tr><td>${levelText(level)}</td><td>${system ?? '–'}</td><td><strong>${prose(title)}</strong><p>${prose(message)}</p><p class="fix">${prose(fix)}</p>${at === null ? nothing : place(at)}</td></tr>`,
  );
  return html`<h2 id="findings">Findings</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="findings"><table><thead><tr><th scope="col">Level</th><th scope="col">System</th><th scope="col">Finding and fix</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

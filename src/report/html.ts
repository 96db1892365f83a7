import type { MaturityModel } from '../model/maturity.ts';
import type { Report } from '../model/report.ts';
import { findingsTable } from './html/findings.ts';
import { footText } from './html/foot.ts';
import { code, type Html, html, list, nothing, place, prose } from './html/markup.ts';
import { practicesTable, systemCard } from './html/overview.ts';
import { style } from './html/style.ts';
import { systemSection } from './html/system.ts';
import { describeVerdict } from './view/verdict.ts';

export type HtmlOptions = {
  /** ISO; the day of the report. */
  readonly today: string;
};

/**
 * The report as one page that needs nothing else: no scripts, no fonts, no pictures, and a policy that lets none in.
 * Syntax: https://html.spec.whatwg.org/
 */
export function renderHtml(report: Report, model: MaturityModel, { today }: HtmlOptions): string {
  const name = report.repository.name ?? 'this repository';
  const systems = report.systems;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>MLOps stages of ${name}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<header>
<p class="faint">${[today, report.repository.commit?.slice(0, 12) ?? ''].filter((part) => part !== '').join(' · ')}</p>
<h1>MLOps stages of ${name}</h1>
${verdictBox(report)}
</header>
<main id="report">
${overview(report, model)}
${systems.map((system, index) => systemSection(system, `s${index + 1}`, report, model))}
${findingsTable(report)}
${scanSection(report)}
</main>
<footer>${footText(report)}</footer>
</body>
</html>
`;
  return page.markup;
}

function verdictBox(report: Report): Html {
  const { kind, mark, words, reasons } = describeVerdict(report);
  return html`<div class="verdict ${kind}"><strong>${mark} ${words}</strong>${list(reasons.map(prose), 'under')}</div>`;
}

function overview(report: Report, model: MaturityModel): Html {
  if (report.systems.length === 0)
    return html`<p>No AI system was found here, so there is nothing to assess. If there is one, declare it under ${code('systems')} in ${code('stagegate.yml')}, and it will be.</p>`;
  const cards = report.systems.map((system, index) => systemCard(system, `s${index + 1}`, report, model));
  return html`<h2>Where each system stands</h2><div class="cards">${cards}</div>${practicesTable(report, model)}`;
}

/** What could not be read in full. */
function scanSection({ diagnostics }: Report): Html {
  if (diagnostics.length === 0) return nothing;
  const items = diagnostics.map(({ level, message, at }) => {
    const where = at === undefined ? nothing : html` ${place(at)}`;
    return html`<span class="${level === 'error' ? 'bad' : 'warn'}">${level === 'error' ? '✗ error' : '! warning'}</span> ${prose(message)}${where}`;
  });
  return html`<h2>About the scan</h2><div class="card">${list(items)}</div>`;
}

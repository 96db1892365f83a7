import type { MaturityModel } from '../../model/maturity.ts';
import type { PracticeStatus, Report, ReportSystem } from '../../model/report.ts';
import { listPractices } from '../view/gaps.ts';
import { describeEnds, describeNext, describeProfile, describeStage, describeTarget } from '../view/stage.ts';
import { code, type Html, html, nothing } from './markup.ts';

/** A system with its stages as steps. */
export function systemCard(system: ReportSystem, id: string, report: Report, model: MaturityModel): Html {
  const was = report.comparison?.systems.find(({ name }) => name === system.name)?.stage.base?.atLeast;
  const before = was === undefined || was === system.stage.atLeast ? '' : ` (was ${was})`;
  return html`<article class="card"><h3><a href="#${id}">${system.name}</a></h3>
<p class="faint">${describeProfile(system).join(' · ')}</p>
${ladder(system, model)}
<p><strong>Stage ${describeEnds(system.stage, model)}</strong>${before} · ${describeTarget(system)} · ${describeNext(system)}</p></article>`;
}

function ladder(system: ReportSystem, model: MaturityModel): Html {
  const steps = model.stages.map(({ stage, name }) => {
    const { kind, mark, words } = stepOf(system, stage);
    const current = stage === system.stage.atLeast ? html` aria-current="step"` : nothing;
    const goal = stage === system.target ? html`<span class="goal">target</span>` : nothing;
    return html`<li class="${kind}"${current}><span class="mark" role="img" aria-label="${words}">${mark}</span>${stage} <span class="name">${name}</span>${goal}</li>`;
  });
  return html`<ol class="ladder">${steps}</ol>`;
}

function stepOf({ stage, next }: ReportSystem, step: number) {
  if (step <= stage.atLeast) return { kind: 'done', mark: '✓', words: 'reached' };
  if (step <= stage.atMost) return { kind: 'maybe', mark: '?', words: 'perhaps reached' };
  if (step === next?.stage && next.met > 0) return { kind: 'begun', mark: '', words: 'begun' };
  return { kind: 'open', mark: '', words: 'not reached' };
}

export const statusMarks: Readonly<Record<PracticeStatus, { readonly mark: string; readonly tone: string }>> = {
  met: { mark: '✓', tone: 'good' },
  partial: { mark: '◐', tone: 'warn' },
  unknown: { mark: '?', tone: 'warn' },
  missing: { mark: '✗', tone: 'bad' },
};

/** Every practice in every system, by stage. */
export function practicesTable({ systems }: Report, model: MaturityModel): Html {
  const heads = systems.map(({ name }, index) => html`<th scope="col"><a href="#s${index + 1}">${name}</a></th>`);
  const bodies = model.stages.flatMap(({ stage }) => {
    const practices = model.practices.filter((practice) => practice.stage === stage);
    if (practices.length === 0) return [];
    const rows = practices.map(
      ({ id, title }) =>
        html`<tr><th scope="row">${code(id)} <span class="faint">${title}</span></th>${systems.map((system, index) => cell(system, `s${index + 1}`, id, model))}</tr>`,
    );
    return html`<tbody><tr><th class="stage" colspan="${systems.length + 1}" scope="rowgroup">Stage ${describeStage(stage, model)}</th></tr>${rows}</tbody>`;
  });
  return html`<h2 id="practices">Practices</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="practices"><table><thead><tr><th scope="col">Practice</th>${heads}</tr></thead>${bodies}</table></div>`;
}

function cell(system: ReportSystem, id: string, practice: string, model: MaturityModel): Html {
  const view = listPractices(system, model).find(({ practice: found }) => found.id === practice);
  if (!view) return html`<td class="faint">–</td>`;
  const { mark, tone } = statusMarks[view.status];
  return html`<td><a class="${tone}" href="#${id}-${practice}">${mark} ${view.status}</a></td>`;
}

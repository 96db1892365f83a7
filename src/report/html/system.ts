import type { MaturityModel } from '../../model/maturity.ts';
import type { Report, ReportSystem } from '../../model/report.ts';
import { listAccepted } from '../view/accepted.ts';
import { listActions } from '../view/actions.ts';
import { listEarly } from '../view/early.ts';
import { listRegressions } from '../view/findings.ts';
import { listGaps, listPractices } from '../view/gaps.ts';
import { describeEnds, describeStage } from '../view/stage.ts';
import { listSymptoms } from '../view/symptoms.ts';
import { listUnknowns } from '../view/unknowns.ts';
import { findingItem } from './findings.ts';
import { block, code, type Html, html, list, nothing, place, prose } from './markup.ts';
import { practiceDetails } from './practice.ts';

/** All that there is to say of one system, in the order in which it is needed. */
export function systemSection(system: ReportSystem, id: string, report: Report, model: MaturityModel): Html {
  const gaps = new Set(listGaps(system, model).map(({ practice }) => practice.id));
  const views = listPractices(system, model);
  const details = (wanted: boolean) =>
    views.filter(({ practice }) => gaps.has(practice.id) === wanted).map((view) => practiceDetails(view, id, wanted));
  const parts = [
    block('Lost by this change', list(listRegressions(report, system.name).map(findingItem))),
    block(`Blocks Stage ${system.next?.stage ?? ''}`, html`${details(true)}`),
    block('Bought early', earlyList(system, report, model)),
    block('Do first', actionList(system, model)),
    block('Attested and waived', acceptedList(system, model)),
    block(`Signs of Stage ${describeStage(1, model)}`, symptomList(system, model)),
    block('Unknown', unknownList(system, model)),
    block(
      gaps.size === 0 ? 'Practices and their evidence' : 'The other practices and their evidence',
      html`${details(false)}`,
    ),
  ];
  return html`<h2 id="${id}">${system.name} <span class="faint">Stage ${describeEnds(system.stage, model)}</span></h2>${parts}`;
}

function earlyList(system: ReportSystem, report: Report, model: MaturityModel): Html {
  return list(
    listEarly(system, model, report).map(
      ({ name, why, instead, places }) =>
        html`<span class="warn">!</span> ${code(name)} ${prose(why)} ${places.map((at) => html`${place(at)} `)}<br><span class="faint">Instead:</span> ${prose(instead)}`,
    ),
  );
}

function actionList(system: ReportSystem, model: MaturityModel): Html {
  const actions = listActions(system, model).map(({ fix, practice, effort, place: at }) => {
    const where = at === undefined ? nothing : html` → ${place(at)}`;
    return html`<li>${prose(fix)}${where} <span class="faint">(${practice}, ${effort})</span></li>`;
  });
  return actions.length === 0 ? nothing : html`<ol>${actions}</ol>`;
}

function acceptedList(system: ReportSystem, model: MaturityModel): Html {
  return list(listAccepted(system, model).map(({ name, reason }) => html`${code(name)} ${prose(reason)}`));
}

function symptomList(system: ReportSystem, model: MaturityModel): Html {
  return list(
    listSymptoms(system, model).map(
      ({ symptom, evidence }) =>
        html`${prose(symptom.title)} ${evidence.map((at) => html`${place(at)} `)}<br><span class="fix">${prose(symptom.fix)}</span>`,
    ),
  );
}

function unknownList(system: ReportSystem, model: MaturityModel): Html {
  return list(
    listUnknowns(system, model).map(
      ({ aspects, reason }) =>
        html`<span class="warn">?</span> ${aspects.map((aspect) => html`${code(aspect)} `)}${prose(reason)}`,
    ),
  );
}

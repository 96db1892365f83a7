import type { MaturityModel } from '../../model/maturity.ts';
import type { Report, ReportFinding, ReportSystem } from '../../model/report.ts';
import { listAccepted } from '../view/accepted.ts';
import { listActions } from '../view/actions.ts';
import { listDiagnostics } from '../view/diagnostics.ts';
import { listEarly } from '../view/early.ts';
import { levelMarks } from '../view/findings.ts';
import { listSymptoms } from '../view/symptoms.ts';
import { listUnknowns } from '../view/unknowns.ts';
import { code, placesText, placeText, prose } from './markdown.ts';

type Source = string | undefined;

/** What was bought before it is worth it, and what to do instead. */
export function earlyText(system: ReportSystem, model: MaturityModel, report: Report, source: Source): string {
  return listEarly(system, model, report)
    .map(({ name, why, instead, places }) => {
      const at = places.length === 0 ? '' : ` (${placesText(places, source)})`;
      return `- ! ${code(name)}: ${prose(why)}${at}\n  - Instead: ${prose(instead)}`;
    })
    .join('\n');
}

/** The next three things to do. */
export function actionsText(system: ReportSystem, model: MaturityModel, source: Source): string {
  return listActions(system, model)
    .map(({ fix, practice, effort, place }, index) => {
      const at = place === undefined ? '' : ` → ${placeText(place, source)}`;
      return `${index + 1}. ${prose(fix)}${at} (${code(practice)}, ${effort})`;
    })
    .join('\n');
}

/** Findings with level, place and fix. */
export function findingsText(findings: readonly ReportFinding[], source: Source): string {
  return findings
    .map(({ level, title, message, fix, at }) => {
      const where = at === null ? '' : ` (${placeText(at, source)})`;
      return `- ${levelMarks[level]} ${level}: ${prose(title)}${where}\n  - ${prose(message)}\n  - Fix: ${prose(fix)}`;
    })
    .join('\n');
}

/** What could not be known, by system, each with the permission or the word that would settle it. */
export function unknownsText({ systems }: Report, model: MaturityModel): string {
  return systems
    .flatMap((system) =>
      listUnknowns(system, model).map(({ aspects, reason }) => {
        const name = systems.length > 1 ? `${code(system.name)} ` : '';
        return `- ? ${name}${aspects.map(code).join(', ')}: ${prose(reason)}`;
      }),
    )
    .join('\n');
}

/** What counts on the team's word alone. */
export function acceptedText({ systems }: Report, model: MaturityModel): string {
  return systems
    .flatMap((system) =>
      listAccepted(system, model).map(({ name, reason }) => {
        const owner = systems.length > 1 ? `${code(system.name)} ` : '';
        return `- ${owner}${code(name)}: ${prose(reason)}`;
      }),
    )
    .join('\n');
}

/** Traits of Stage 1 with their fixes. */
export function symptomsText({ systems }: Report, model: MaturityModel, source: Source): string {
  return systems
    .flatMap((system) =>
      listSymptoms(system, model).map(({ symptom, evidence }) => {
        const name = systems.length > 1 ? `${code(system.name)}: ` : '';
        const at = evidence.length === 0 ? '' : ` (${placesText(evidence, source)})`;
        return `- ${name}${prose(symptom.title)}${at}. ${prose(symptom.fix)}`;
      }),
    )
    .join('\n');
}

/** What could not be read in full. */
export function diagnosticsText(report: Report, source: Source): string {
  const shown = listDiagnostics(report);
  const rest = report.diagnostics.length - shown.length;
  const lines = shown.map(({ level, message, at }) => {
    const where = at === undefined ? '' : ` (${placeText(at, source)})`;
    return `- ${level === 'error' ? '✗' : '!'} ${prose(message)}${where}`;
  });
  return [...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}

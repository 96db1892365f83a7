import { countOf } from '../../lib/english.ts';
import type { Comparison } from '../../model/comparison.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import type { Report, ReportSystem } from '../../model/report.ts';
import { countEvidence } from '../view/evidence.ts';
import { REASONS_SHOWN } from '../view/limits.ts';
import { describeStage } from '../view/stage.ts';
import { describeVerdict } from '../view/verdict.ts';
import { code, prose } from './markdown.ts';

/** The heading with stage and verdict, and why the gate says so. */
export function headText(report: Report, model: MaturityModel): string {
  const { mark, words, reasons } = describeVerdict(report);
  const stages = report.scan.complete ? describeStages(report.systems, model) : '';
  const rest = reasons.length - REASONS_SHOWN;
  const lines = reasons.slice(0, REASONS_SHOWN).map((reason) => `- ${prose(reason)}`);
  const list = [...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
  const none = report.systems.length === 0 ? noSystem : '';
  return [`## ${stages === '' ? '' : `${stages}: `}${mark} ${words}`, none, list]
    .filter((part) => part !== '')
    .join('\n\n');
}

const noSystem =
  'No AI system was found here, so there is nothing to assess. If there is one, declare it under `systems` in `stagegate.yml`, and it will be.';

function describeStages(systems: readonly ReportSystem[], model: MaturityModel): string {
  const stages = systems.map(({ stage }) => stage.atLeast);
  const [low, high] = [Math.min(...stages), Math.max(...stages)];
  const [only] = systems;
  if (!only) return '';
  if (systems.length === 1) return `Stage ${prose(describeStage(low, model))}`;
  const count = countOf(systems.length, 'system');
  return low === high
    ? `${count} at Stage ${prose(describeStage(low, model))}`
    : `${count} at Stages ${low} to ${high}`;
}

/** One row a system: what it is, where it stands and where it should. */
export function tableText({ systems, comparison }: Report, model: MaturityModel): string {
  if (systems.length === 0) return '';
  const rows = systems.map((system) => {
    const root = system.root === '.' ? 'whole repository' : code(system.root);
    const what = [prose(system.kind ?? ''), root].filter((part) => part !== '').join(' · ');
    const cells = [
      code(system.name),
      what,
      stageCell(system, model) + wasText(system, comparison),
      targetCell(system),
      nextCell(system),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| System | What | Stage | Target | Next stage |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

function stageCell({ stage }: ReportSystem, model: MaturityModel): string {
  const low = `**${prose(describeStage(stage.atLeast, model))}**`;
  return stage.atMost > stage.atLeast ? `${low} to ${prose(describeStage(stage.atMost, model))}` : low;
}

/** The stage on the base, where this change moves it. */
function wasText({ name, stage }: ReportSystem, comparison: Comparison | undefined): string {
  const changed = comparison?.systems.find((system) => system.name === name);
  if (changed?.status === 'appeared') return ' (new)';
  const was = changed?.stage.base?.atLeast;
  return was === undefined || was === stage.atLeast ? '' : ` (was ${was})`;
}

function targetCell({ target, recommended, due, stage }: ReportSystem): string {
  if (target === null) return recommended === null ? 'none' : `none (${recommended} recommended)`;
  if (stage.atLeast >= target) return `${target}, reached`;
  return due === null ? String(target) : prose(`${target} by ${due}`);
}

function nextCell({ next }: ReportSystem): string {
  return next === null ? '–' : `${next.stage}: ${next.met} of ${countOf(next.total, 'practice')}`;
}

/** How much was read, and by what. */
export function footText(report: Report): string {
  const { scan, tool, repository } = report;
  const parts = [
    `${countOf(scan.files, 'file')} in ${(scan.milliseconds / 1000).toFixed(1)} s`,
    countOf(countEvidence(report), 'piece of evidence', 'pieces of evidence'),
    `${tool.name} ${tool.version}, model ${tool.model}`,
    ...(repository.commit === null ? [] : [`commit ${repository.commit.slice(0, 12)}`]),
  ];
  return `<sub>${prose(parts.join(' · '))}</sub>`;
}

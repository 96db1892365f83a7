import type { Tone } from '../../lib/ansi.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import type { ReportSystem } from '../../model/report.ts';
import { plainRow, type Row, type Span, span, widthOf } from './row.ts';

const INDENT = 2;

/** The stages as steps: reached ●, begun ◐, not yet ○, and ? where the unknown could reach. */
export function ladderRow(system: ReportSystem, model: MaturityModel, width: number): Row {
  const full = ladder(system, model, true);
  const fits = widthOf(full) + INDENT <= width;
  return plainRow(
    INDENT,
    ...(fits ? full : ladder(system, model, false)).map((step) => ({ ...step, whole: true as const })),
  );
}

function ladder(system: ReportSystem, model: MaturityModel, named: boolean): readonly Span[] {
  return model.stages.flatMap(({ stage, name }, index) => {
    const [mark, tone] = step(system, stage);
    const goal = system.target === stage ? ' (target)' : '';
    const label = named ? `${stage} ${name}${goal}` : String(stage);
    const current = stage === system.stage.atLeast;
    return [
      ...(index === 0 ? [] : [span(' ── ', 'faint')]),
      span(mark, tone),
      span(` ${label}`, current ? 'strong' : stage > system.stage.atLeast ? 'faint' : undefined),
    ];
  });
}

function step({ stage, next }: ReportSystem, step: number): readonly [string, Tone] {
  if (step <= stage.atLeast) return ['●', 'good'];
  if (step <= stage.atMost) return ['?', 'warn'];
  if (step === next?.stage && next.met > 0) return ['◐', 'warn'];
  return ['○', 'faint'];
}

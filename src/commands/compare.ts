import { readReport } from '../io/report-file.ts';
import { compareReports } from '../judge/compare.ts';
import { renderComparisonMarkdown } from '../report/comparison/markdown.ts';
import { renderComparisonText } from '../report/comparison/text.ts';
import { renderComparisonJson } from '../report/json.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Terminal } from './terminal.ts';

export const compareFormats = ['text', 'json', 'markdown'] as const;
export type CompareFormat = (typeof compareFormats)[number];

/** Compares two reports that `check --format json` wrote, and gives what was lost and gained between them in the wanted format. */
export function compare(
  basePath: string,
  headPath: string,
  { format }: { readonly format: CompareFormat },
  { model }: RuleSet,
  { colors, width }: Terminal,
): string {
  const comparison = compareReports(readReport(basePath), readReport(headPath));
  switch (format) {
    case 'text':
      return renderComparisonText(comparison, model, { colors, width });
    case 'json':
      return renderComparisonJson(comparison);
    case 'markdown':
      return renderComparisonMarkdown(comparison, model);
  }
}

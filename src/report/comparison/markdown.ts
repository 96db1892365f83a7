import type { Comparison, SystemComparison } from '../../model/comparison.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import { code, placesText, prose } from '../summary/markdown.ts';
import {
  type Change,
  describeShift,
  describeStates,
  describeTools,
  listGained,
  listLost,
  listNewlyEarly,
} from '../view/changes.ts';

/** A comparison as Markdown: system by system what was lost, gained and bought early. */
export function renderComparisonMarkdown(comparison: Comparison, model: MaturityModel): string {
  const parts = [
    `## What changed: ${prose(describeStates(comparison))}`,
    prose(describeTools(comparison) ?? ''),
    comparison.systems.length === 0 ? 'Nothing changed.' : '',
    ...comparison.systems.map((system) => systemText(system, model)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function systemText(system: SystemComparison, model: MaturityModel): string {
  const parts = [
    `### ${code(system.name)}: ${prose(describeShift(system, model))}`,
    listText('Lost', '✗', listLost(system)),
    listText('Gained', '✓', listGained(system)),
    listText('Bought early', '!', listNewlyEarly(system)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function listText(title: string, mark: string, changes: readonly Change[]): string {
  if (changes.length === 0) return '';
  const lines = changes.map(({ name, shift, words, places }) => {
    const how = shift === undefined ? '' : ` (${shift})`;
    const at = places.length === 0 ? '' : `, ${placesText(places, undefined)}`;
    return [`- ${mark} ${code(name)}${how}${at}`, ...words.map((text) => `  - ${prose(text)}`)].join('\n');
  });
  return `${title}:\n\n${lines.join('\n')}`;
}

import { countOf } from '../lib/english.ts';
import { escapeControl } from '../lib/escape.ts';
import type { FieldValue } from '../model/fact-fields.ts';
import { type FoundFact, type ShownFact, viewFact } from './facts/view.ts';

/** Longer values are cut; the JSON has them whole. */
const valueWidth = 200;

/** Facts for people who write rules: a heading with place and kind, then the fields as rules spell them. */
export function renderFactsText(facts: readonly FoundFact[]): string {
  const shown = facts.map(viewFact);
  const files = new Set(shown.map(({ path }) => path)).size;
  const total = shown.length === 0 ? 'no facts' : `${countOf(shown.length, 'fact')} in ${countOf(files, 'file')}`;
  return `${[...shown.map(renderFact), total].join('\n\n')}\n`;
}

function renderFact({ kind, path, line, role, disabled, marks, fields }: ShownFact): string {
  const rows = [
    ['role', `${role.name} (${role.because})`],
    ...(disabled === undefined ? [] : [['disabled', disabled]]),
    ...(marks.length === 0 ? [] : [['marks', marks.join(', ')]]),
    // What is not so is left out, as what is not said.
    ...Object.entries(fields).flatMap(([name, value]) => (value === false ? [] : rowsOf(name, value))),
  ] as const;
  const width = Math.min(24, Math.max(...rows.map(([name = '']) => name.length)));
  const lines = rows.map(([name = '', value = '']) => `  ${escapeControl(name).padEnd(width)}  ${show(value)}`);
  return [`${escapeControl(path)}:${line}  ${kind}`, ...lines].join('\n');
}

function rowsOf(name: string, value: NonNullable<FieldValue>): readonly (readonly string[])[] {
  if (typeof value !== 'object') return [[name, String(value)]];
  if (Array.isArray(value)) return [[name, value.join(', ')]];
  return Object.entries(value).map(([key, item]) => [`${name}.${key}`, String(item)]);
}

function show(value: string): string {
  const text = escapeControl(value);
  return text.length > valueWidth ? `${text.slice(0, valueWidth)}…` : text;
}

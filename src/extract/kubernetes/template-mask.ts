import { type ActionSpan, findActions } from '../../lib/go-template/actions.ts';

/** Actions that give no text of their own. */
const statement =
  /^\{\{-?\s*(?:(?:if|else|end|range|with|define|block|break|continue)\b|\/\*|\$\w*(?:\s*,\s*\$\w+)?\s*:?=)/;

/** Words that only stand in templates that are rendered before the file is YAML. */
const templateWords = /\{\{[^{}]{0,300}?(?:\.(?:Values|Release|Chart|Capabilities|Files)\b|\b(?:include|template)\s)/;

/** An action where a value begins, without quotes: read as YAML it would be a map in a map. */
const bareAction = /^[ \t]*(?:- +)?(?:[\w."'/-]{1,200}:[ \t]+)?\{\{/m;

/** Longer lines are taken to hold text beside their actions. */
const lineLimit = 10_000;

/** True if a text is a template of YAML, and not YAML whose values hold placeholders for somebody later. */
export function isTemplate(text: string): boolean {
  return text.includes('{{') && (templateWords.test(text) || bareAction.test(text));
}

/**
 * Covers the actions of a Go template so that the rest reads as YAML, with length and lines kept: statements and
 * actions alone on their line or in their list item become spaces, inline values a word of the same length.
 * Syntax: https://pkg.go.dev/text/template
 */
export function maskTemplate(text: string): string {
  const spans = findActions(text);
  const blank = replaceSpans(text, spans, (action) => blot(action, ' '));
  return replaceSpans(text, spans, (action, span) =>
    statement.test(action) || isAlone(blank, span) ? blot(action, ' ') : coverValue(action),
  );
}

function replaceSpans(
  text: string,
  spans: readonly ActionSpan[],
  replace: (action: string, span: ActionSpan) => string,
): string {
  const parts: string[] = [];
  let at = 0;
  for (const span of spans) {
    parts.push(text.slice(at, span.start), replace(text.slice(span.start, span.end), span));
    at = span.end;
  }
  return [...parts, text.slice(at)].join('');
}

function blot(action: string, mark: string): string {
  return action.replace(/[^\r\n]/g, mark);
}

/** A value that runs over several lines stands on its first one. */
function coverValue(action: string): string {
  const end = action.search(/[\r\n]/);
  return end === -1 ? blot(action, 'x') : blot(action.slice(0, end), 'x') + blot(action.slice(end), ' ');
}

function isAlone(blank: string, { start, end }: ActionSpan): boolean {
  const before = blank.slice(Math.max(0, start - lineLimit), start);
  const after = blank.slice(end, end + lineLimit);
  const line = before.slice(before.lastIndexOf('\n') + 1) + (/^[^\n]*/.exec(after)?.[0] ?? '');
  // Of a list item that an action writes, more may stand on the lines below.
  return /^\s*-?\s*$/.test(line);
}

import { type GoValue, goFlag, goText, goTextLimit, nil, textOf, unknown } from '../values.ts';
import type { FunctionTable } from './table.ts';

/** What works on text. */
export const textFunctions: FunctionTable = {
  quote: known((text) => goText(JSON.stringify(text))),
  squote: known((text) => goText(`'${text}'`)),
  toString: layOut((text) => text),
  trim: layOut((text) => text.trim()),
  lower: known((text) => goText(text.toLowerCase())),
  upper: known((text) => goText(text.toUpperCase())),
  trunc: known((length, text) =>
    goText(Number(length) < 0 ? text.slice(Number(length)) : text.slice(0, Number(length))),
  ),
  trimSuffix: known((end, text) => goText(end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text)),
  trimPrefix: known((start, text) => goText(text.startsWith(start) ? text.slice(start.length) : text)),
  trimAll: known((marks, text) => goText(trimMarks(marks, text))),
  replace: known((from, to, text) =>
    text.split(from).length * to.length > goTextLimit ? unknown : goText(text.replaceAll(from, () => to)),
  ),
  contains: known((part, text) => goFlag(text.includes(part))),
  hasPrefix: known((start, text) => goFlag(text.startsWith(start))),
  hasSuffix: known((end, text) => goFlag(text.endsWith(end))),
  print: known((...texts) => goText(texts.join(''))),
  printf: known((format, ...texts) => fill(format, texts)),
  int: known((text) => toNumber(Math.trunc(Number(text)))),
  int64: known((text) => toNumber(Math.trunc(Number(text)))),
  float64: known((text) => toNumber(Number(text))),
  indent: (width = nil, text = nil) => layOut((lines) => indent(lines, Number(textOf(width))))(text),
  nindent: (width = nil, text = nil) => layOut((lines) => `\n${indent(lines, Number(textOf(width)))}`)(text),
};

type TextFunction = (...texts: readonly string[]) => GoValue;

/** A function of texts, of whom every one has to be there and known. Nil prints nothing. */
function known(make: (...texts: string[]) => GoValue) {
  const apply: TextFunction = (...texts) => make(...texts);
  return (...values: readonly GoValue[]): GoValue => {
    const texts = values.map((value) => (value.is === 'nil' ? '' : textOf(value)));
    return texts.length >= make.length && texts.every((text) => text !== undefined) ? apply(...texts) : unknown;
  };
}

/** A function that leaves the words of a text alone, so that actions in it do no harm. */
function layOut(change: (text: string) => string) {
  return (value: GoValue = nil): GoValue => {
    const text = value.is === 'rendered' ? value.text : textOf(value);
    if (text === undefined) return unknown;
    const changed = goText(change(text));
    return value.is === 'rendered' && changed.is === 'text' ? { is: 'rendered', text: changed.text } : changed;
  };
}

function indent(text: string, width: number): string {
  const margin = ' '.repeat(Math.min(100, Math.max(0, width || 0)));
  return text
    .split('\n')
    .map((line) => margin + line)
    .join('\n');
}

function trimMarks(marks: string, text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && marks.includes(text[start] ?? '')) start += 1;
  while (end > start && marks.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
}

function toNumber(number: number): GoValue {
  return Number.isFinite(number) ? { is: 'bare', text: String(number) } : unknown;
}

/** https://pkg.go.dev/fmt, as far as charts use it. */
function fill(format: string, texts: readonly string[]): GoValue {
  const verbs = [...format.matchAll(/%(.)/g)].map(([, verb = '']) => verb);
  if (verbs.some((verb) => !'sdvq%'.includes(verb))) return unknown;
  if (verbs.filter((verb) => verb !== '%').length !== texts.length) return unknown;
  const left = [...texts];
  return goText(
    format.replace(/%(.)/g, (_, verb: string) => {
      if (verb === '%') return '%';
      const text = left.shift() ?? '';
      return verb === 'q' ? JSON.stringify(text) : text;
    }),
  );
}

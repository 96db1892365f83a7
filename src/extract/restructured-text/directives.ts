import type { Block } from '../markdown/blocks.ts';
import { dedent, isBlank, joinLines, type Line } from '../text-lines.ts';
import { readCsvTable, readListTable } from './tables.ts';

const code = /^(?:code|code-block|sourcecode|prompt|console|parsed-literal|highlight-block)$/;

/** Pictures, lists of other documents, and what is taken from code. */
const others =
  /^(?:toctree|image|figure|contents|include|literalinclude|raw|math|graphviz|uml|plantuml|mermaid|highlight|meta|index|role|default-role|replace|unicode|autosummary|auto\w+|currentmodule|module)$/;

type Directive = {
  readonly name: string;
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
  readonly body: readonly Line[];
};

/**
 * The blocks of explicit markup, given its first line behind the dots and the indented lines below it. Comments, targets
 * and pictures have none. `scan` reads what is text.
 */
export function readDirective(
  first: Line,
  below: readonly Line[],
  scan: (lines: readonly Line[]) => readonly Block[],
): readonly Block[] {
  const directive = parseDirective(first.text, below);
  if (directive === undefined) return /^\[[^\]]+\]/.test(first.text) ? scan([first, ...dedent(below)]) : [];
  const { name, argument, options, body } = directive;
  if (others.test(name)) return [];
  if (code.test(name)) {
    const content = body.filter((line, index) => !isBlank(line) || index > 0);
    return [{ kind: 'code', text: joinLines(content), language: argument, line: content[0]?.line ?? first.line }];
  }
  if (name === 'list-table') return readListTable(body, Number(options.get('header-rows') ?? 0));
  if (name === 'csv-table') return readCsvTable(body, options.get('header'));
  const said: Line = { text: name === 'todo' ? `TODO: ${argument}` : argument, line: first.line };
  return [...scan([said]), ...scan(body)];
}

function parseDirective(text: string, below: readonly Line[]): Directive | undefined {
  const [, name, argument = ''] = /^(?:\|[^|]+\|\s+)?([\w:+.-]+?)::(?:\s+(.*))?$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const lines = dedent(below);
  const options = new Map<string, string>();
  let start = 0;
  for (; start < lines.length; start += 1) {
    const [, key, value = ''] = /^:([\w-]+):\s*(.*)$/.exec(lines[start]?.text ?? '') ?? [];
    if (key === undefined) break;
    options.set(key, value);
  }
  return { name: name.toLowerCase(), argument: argument.trim(), options, body: dedent(lines.slice(start)) };
}

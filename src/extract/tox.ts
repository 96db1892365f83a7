import { folderOf, joinFolder } from '../lib/folders.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { callScript, extractScripts, refuseLong, type Script } from './scripts/commands.ts';

type Row = { readonly text: string; readonly line: number };
type Section = { readonly name: string; readonly line: number; readonly keys: ReadonlyMap<string, readonly Row[]> };

/**
 * Environments of a `tox.ini`: those with a section of their own by their names, `testenv` itself for any other (`%`), and
 * without a name those of `envlist`.
 * Format: https://tox.wiki/en/latest/config.html
 */
export const tox: Extractor = {
  name: 'tox',
  languages: ['bash'],
  gives: ['script', 'step'],
  claims: (path) => /(?:^|\/)tox\.ini$/.test(path),
  extract: extractTox,
};

function extractTox(file: SourceFile, tools: ExtractTools): Extraction {
  const refused = refuseLong(file);
  if (refused) return refused;
  const sections = readSections(file.text);
  const base = sections.find(({ name }) => name === 'testenv');
  const folder = folderOf(file.path);
  const scripts = sections
    .filter(({ name }) => name.startsWith('testenv'))
    .map((section) => readEnvironment(section, base, folder));
  const list = sections.find(({ name }) => name === 'tox');
  const names = (list?.keys.get('envlist') ?? list?.keys.get('env_list') ?? []).flatMap(splitNames);
  const all: readonly Script[] = list
    ? [{ name: '', line: list.line, directory: folder, pieces: names.map(({ text, line }) => callScript(text, line)) }]
    : [];
  return extractScripts([...all, ...scripts], 'tox', file, tools);
}

function readEnvironment(section: Section, base: Section | undefined, folder: string): Script {
  const rows = ['commands_pre', 'commands', 'commands_post'].flatMap(
    (key) => section.keys.get(key) ?? base?.keys.get(key) ?? [],
  );
  const [inside] = section.keys.get('changedir') ?? base?.keys.get('changedir') ?? [];
  return {
    name: section.name === 'testenv' ? '%' : section.name.slice('testenv:'.length),
    line: section.line,
    directory: joinFolder(folder, (inside?.text ?? '').replace(/\{tox(?:_root|inidir)\}\/?/, '')),
    pieces: rows.map(({ text, line }) => {
      // `py{310,311}: pytest` asks for a factor, `- pytest` forgives, `{posargs:tests}` has a default.
      const bare = text.replace(/^[\w{},!.-]+:\s+/, '').replace(/\{posargs:?([^{}]*)\}/g, '$1');
      const prefix = /^[\s!@-]*/.exec(bare)?.[0] ?? '';
      return { text: bare.slice(prefix.length).replace(/\{[^{}]*\}/g, '${_}'), line, tolerant: prefix.includes('-') };
    }),
  };
}

/** An INI file as Python reads it: indented lines go on with the value. */
function readSections(text: string): readonly Section[] {
  const sections: (Section & { readonly keys: Map<string, Row[]> })[] = [];
  let open: Row[] | undefined;
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const trimmed = row.trim();
    if (trimmed === '' || /^[#;]/.test(trimmed)) continue;
    const [, name] = /^\[([^\]]+)\]/.exec(row) ?? [];
    const [, key, value = ''] = /^([\w.-]+)\s*[=:]\s*(.*)$/.exec(row) ?? [];
    if (name !== undefined) sections.push({ name: name.trim(), line, keys: new Map() });
    else if (/^\s/.test(row)) addRow(open, trimmed, line);
    else if (key !== undefined) {
      open = [];
      sections.at(-1)?.keys.set(key, open);
      addRow(open, value.trim(), line);
    }
  }
  return sections;
}

/** A backslash at the end joins the next line. */
function addRow(rows: Row[] | undefined, text: string, line: number): void {
  const last = rows?.at(-1);
  if (last?.text.endsWith('\\')) rows?.splice(-1, 1, { ...last, text: `${last.text.slice(0, -1)}${text}` });
  else if (text !== '') rows?.push({ text, line });
}

function splitNames({ text, line }: Row): readonly Row[] {
  return (text.match(/(?:[^\s,{}]|\{[^{}]*\})+/g) ?? []).map((name) => ({ text: name, line }));
}

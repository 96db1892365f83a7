import { folderOf, joinFolder } from '../lib/folders.ts';
import { parseYamlDocuments, type YamlEntry, type YamlNode, yamlEntry } from '../lib/yaml-nodes.ts';
import type { ScriptCommand } from '../model/fact.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import { callScript, extractScripts, type Piece, refuseLong, type Script } from './scripts/commands.ts';

/**
 * Tasks of a Taskfile, with the tasks that they depend on or call. The one without a name is `default`.
 * Format: https://taskfile.dev/reference/schema/
 */
export const taskfile: Extractor = {
  name: 'taskfile',
  languages: ['bash'],
  gives: ['script', 'step'],
  claims: (path) => /(?:^|\/)[Tt]askfile(?:\.dist)?\.ya?ml$/.test(path),
  extract: extractTaskfile,
};

type Pieces = readonly (Piece | ScriptCommand)[];
type Reading = { readonly text: string; readonly folder: string; readonly variables: ReadonlyMap<string, string> };

function extractTaskfile(file: SourceFile, tools: ExtractTools): Extraction {
  const refused = refuseLong(file);
  if (refused) return refused;
  const [document] = parseYamlDocuments(file.text);
  const [problem] = document?.problems ?? [];
  if (document === undefined || problem) {
    const message = `not valid YAML: ${problem?.message ?? 'it is empty'}`;
    return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', message, problem?.line)] };
  }
  const variables = readVariables(yamlEntry(document.root, 'vars')?.value);
  const reading = { text: file.text, folder: folderOf(file.path), variables };
  const tasks = entriesOf(yamlEntry(document.root, 'tasks')?.value);
  return extractScripts(
    tasks.flatMap((task) => readTask(task, reading)),
    'taskfile',
    file,
    tools,
  );
}

function readTask({ key, value }: YamlEntry, reading: Reading): readonly Script[] {
  const isMap = value.kind === 'map';
  const body = isMap ? (yamlEntry(value, 'cmds') ?? yamlEntry(value, 'cmd'))?.value : value;
  const before = isMap ? itemsOf(yamlEntry(value, 'deps')?.value).flatMap((item) => readCall(item, reading)) : [];
  const dir = textOf(yamlEntry(value, 'dir')?.value);
  const tolerant = textOf(yamlEntry(value, 'ignore_error')?.value) === 'true';
  const own = itemsOf(body).flatMap((item) => readItem(item, tolerant, reading));
  const parameters = [...readVariables(yamlEntry(value, 'vars')?.value)].map(([name, text]) => ({
    name,
    default: text,
  }));
  const script = {
    line: key.line,
    directory: joinFolder(reading.folder, fillIn(dir ?? '', reading)),
    parameters,
    pieces: [...before, ...own],
  };
  const aliases = itemsOf(yamlEntry(value, 'aliases')?.value).flatMap((item) => textOf(item) ?? []);
  const names = [key.text, ...aliases, ...(key.text === 'default' ? [''] : [])];
  return names.map((name) => ({ name, ...script }));
}

/** A command, or a task that is called; `{ for, … }` runs it several times. */
function readItem(item: YamlNode, tolerant: boolean, reading: Reading): Pieces {
  if (yamlEntry(item, 'task')) return readCall(item, reading);
  const command = item.kind === 'scalar' ? item : (yamlEntry(item, 'cmd') ?? yamlEntry(item, 'defer'))?.value;
  if (command?.kind !== 'scalar' || command.text === '') return [];
  const isTolerant = tolerant || textOf(yamlEntry(item, 'ignore_error')?.value) === 'true';
  const isBlock = /^[|>]/.test(reading.text.slice(command.start, command.start + 1));
  const line = command.line + (isBlock ? 1 : 0);
  return [{ text: fillIn(command.text, reading), line, tolerant: isTolerant }];
}

function readCall(item: YamlNode, reading: Reading): Pieces {
  const name = item.kind === 'scalar' ? item : yamlEntry(item, 'task')?.value;
  if (name?.kind !== 'scalar' || name.text === '') return [];
  const variables = readVariables(yamlEntry(item, 'vars')?.value);
  const words = [...variables].map(([key, value]) => `${key}=${fillIn(value, reading)}`);
  return [callScript(name.text.replace(/^:/, ''), name.line, words)];
}

/** `{{.NAME}}` becomes the value of the file's own variable, or `${NAME}`. */
function fillIn(text: string, { variables }: Reading): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, expression: string) => {
    const name = /^-?\s*\.(\w+)\s*-?$/.exec(expression)?.[1];
    if (name === undefined) return '${_}';
    return variables.get(name) ?? `\${${name}}`;
  });
}

function readVariables(node: YamlNode | undefined): ReadonlyMap<string, string> {
  return new Map(
    entriesOf(node).flatMap(({ key, value }) => {
      const text = textOf(value);
      return text === undefined || text.includes('{{') ? [] : [[key.text, text] as const];
    }),
  );
}

function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined) return [];
  return node.kind === 'list' ? node.items : [node];
}

function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

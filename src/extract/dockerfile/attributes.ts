import { Cmd, Copy, Entrypoint, type Instruction, JSONInstruction, PropertyInstruction, Run } from 'dockerfile-ast';
import { hasSecretName, hiddenValue, showableValue } from '../../lib/secret-names.ts';
import type { Stage } from './stages.ts';

/** The longest command that is kept, in characters. */
export const commandLengthLimit = 500;

/** Instructions of one kind that are kept. */
export const instructionLimit = 200;

const assignment = /(^|[\s;&"'])(?:(--?)([A-Za-z][\w-]*)|([A-Za-z_]\w*))=("[^"$]*"|'[^'$]*'|[^\s"'$;&|]+)/g;
const userInAddress = /:\/\/[^/\s@]{1,500}@/g;

type Attributes = Readonly<Record<string, string>>;

/**
 * How a container of the image starts, as its stages say one after the other: `cmd`, `entrypoint`, `user`, `env.KEY` …
 * A later instruction replaces an earlier one of its kind.
 */
export function readSettings(lineage: readonly Stage[]): Attributes {
  const settings = new Map<string, string>();
  for (const { instructions } of lineage) {
    // An entrypoint makes the command void that an earlier stage set.
    if (instructions.some((instruction) => instruction instanceof Entrypoint)) settings.delete('cmd');
    for (const instruction of instructions) {
      for (const [key, value] of readSetting(instruction)) settings.set(key, value);
    }
  }
  return Object.fromEntries(settings);
}

function readSetting(instruction: Instruction): readonly (readonly [string, string])[] {
  if (instruction instanceof Cmd || instruction instanceof Entrypoint)
    return [[instruction.getKeyword().toLowerCase(), readCommand(instruction)]];
  const keyword = instruction.getKeyword();
  switch (keyword) {
    case 'ENV':
    case 'LABEL':
      return readProperties(instruction);
    case 'EXPOSE':
      return wordsOf(instruction).map((port) => [`expose.${port}`, port] as const);
    case 'USER':
    case 'WORKDIR':
    case 'HEALTHCHECK':
      return [[keyword.toLowerCase(), wordsOf(instruction).join(' ').slice(0, commandLengthLimit)]];
    default:
      return [];
  }
}

/** What the build does, in order: `run.N` and `copy.N`. */
export function readBuild(stages: readonly Stage[]): Attributes {
  const instructions = stages.flatMap((stage) => stage.instructions);
  const runs = instructions.flatMap((instruction) => (instruction instanceof Run ? [readCommand(instruction)] : []));
  const copies = instructions.flatMap((instruction) => (instruction instanceof Copy ? [readCopy(instruction)] : []));
  return Object.fromEntries([...numbered('run', runs), ...numbered('copy', copies)]);
}

function numbered(key: string, texts: readonly string[]): readonly (readonly [string, string])[] {
  return texts.slice(0, instructionLimit).map((text, index) => [`${key}.${index}`, text]);
}

function readProperties(instruction: Instruction): readonly (readonly [string, string])[] {
  if (!(instruction instanceof PropertyInstruction)) return [];
  return instruction.getProperties().map((property) => {
    const name = property.getName();
    const value = showableValue(name, property.getValue() ?? '');
    return [`${instruction.getKeyword().toLowerCase()}.${name}`, value.slice(0, commandLengthLimit)];
  });
}

function readCopy(copy: Copy): string {
  return [...copy.getFlags().map(String), ...wordsOf(copy)].join(' ').slice(0, commandLengthLimit);
}

function readCommand(instruction: JSONInstruction): string {
  const isLong = instruction instanceof Run && instruction.getHeredocs().length > 0;
  const text = isLong ? (instruction.getArgumentsContent() ?? '') : wordsOf(instruction).join(' ');
  return text.replace(assignment, hideAssigned).replace(userInAddress, '://').slice(0, commandLengthLimit);
}

function hideAssigned(written: string, before: string, dashes = '', option = '', name = ''): string {
  if (!hasSecretName(option || name)) return written;
  return `${before}${dashes}${option || name}=${hiddenValue}`;
}

/** Words of a command; of the form in brackets its strings. */
function wordsOf(instruction: Instruction): readonly string[] {
  const isList = instruction instanceof JSONInstruction && instruction.getOpeningBracket() !== null;
  return (isList ? readList(instruction) : undefined) ?? instruction.getArguments().map((word) => word.getValue());
}

function readList(instruction: JSONInstruction): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(instruction.getArgumentsContent() ?? '');
    return Array.isArray(list) ? list.map(String) : undefined;
  } catch {
    // Not a list: a shell runs it as it is.
    return undefined;
  }
}

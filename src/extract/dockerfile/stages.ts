import { Copy, type Dockerfile, From, type Instruction } from 'dockerfile-ast';
import { type BuildArguments, fillVariables } from './variables.ts';

/** A FROM and what follows it, up to the next one. */
export type Stage = {
  readonly name: string | undefined;
  readonly line: number;
  /** The image or the stage that it builds on, with variables filled in. */
  readonly base: string;
  readonly instructions: readonly Instruction[];
  /** The stage that it builds on, where it is none of another file. */
  readonly parent: Stage | undefined;
};

/** Something that a stage copies files out of: a stage of this file, or else an image. */
export type Source = { readonly from: string; readonly stage: Stage | undefined; readonly line: number };

/** The stages of a file, in order. */
export function readStages(file: Dockerfile): readonly Stage[] {
  const stages: Stage[] = [];
  const values = readArguments(file);
  const instructions = file.getInstructions();
  const starts = instructions.flatMap((instruction, index) => (instruction instanceof From ? [index] : []));
  for (const [order, start] of starts.entries()) {
    const from = instructions[start];
    if (!(from instanceof From)) continue;
    const base = fillVariables(from.getImage() ?? '', values);
    stages.push({
      name: from.getBuildStage()?.toLowerCase(),
      line: lineOf(from),
      base,
      instructions: instructions.slice(start + 1, starts[order + 1]),
      parent: stages.findLast(({ name }) => name === base.toLowerCase()),
    });
  }
  return stages;
}

/** What a stage copies from other stages and from images. */
export function sourcesOf({ instructions }: Stage, stages: readonly Stage[]): readonly Source[] {
  return instructions.flatMap((instruction) => {
    const from = instruction instanceof Copy ? (instruction.getFromFlag()?.getValue() ?? '') : '';
    if (from === '') return [];
    const stage = /^\d+$/.test(from) ? stages[Number(from)] : stages.find(({ name }) => name === from.toLowerCase());
    return [{ from, stage, line: lineOf(instruction) }];
  });
}

/** Lines count from 1. */
export function lineOf(instruction: Instruction): number {
  return instruction.getRange().start.line + 1;
}

/** Defaults that stand above the first FROM hold for every FROM. */
function readArguments(file: Dockerfile): BuildArguments {
  const values = new Map<string, string>();
  for (const argument of file.getInitialARGs()) {
    const property = argument.getProperty();
    const value = property?.getValue();
    if (property && typeof value === 'string') values.set(property.getName(), fillVariables(value, values));
  }
  return values;
}

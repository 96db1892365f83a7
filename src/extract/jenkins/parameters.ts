import type { Job, Step } from '../pipeline/job.ts';
import { readCall, textOf } from './call.ts';
import type { Block, Statement } from './statements.ts';

/** A parameter of a pipeline; `asks` tells that it has no default, so that somebody has to fill it in. */
export type Parameter = { readonly name: string; readonly asks: boolean };

const texts = new Set(['string', 'text', 'password']);

/**
 * The parameters of a declarative pipeline.
 * Format: https://www.jenkins.io/doc/book/pipeline/syntax/#parameters
 */
export function readParameters(statements: readonly Statement[]): readonly Parameter[] {
  const pipeline = findBlock('pipeline', statements);
  const block = pipeline && findBlock('parameters', pipeline.statements);
  return (block?.statements ?? []).flatMap((statement) => {
    const call = readCall(statement);
    const name = textOf(call?.named.get('name'));
    if (call === undefined || !/^\w+$/.test(name)) return [];
    return [{ name, asks: texts.has(call.name) && textOf(call.named.get('defaultValue')) === '' }];
  });
}

function findBlock(name: string, statements: readonly Statement[]): Block | undefined {
  return statements.map(readCall).find((call) => call?.name === name)?.block;
}

/** Puts what a person has filled in into sight of the commands that use it, as the variables that they are. */
export function showParameters(job: Job, parameters: readonly Parameter[]): Job {
  if (parameters.length === 0) return job;
  return { ...job, steps: withInputs(job.steps, parameters) };
}

function* withInputs(steps: Iterable<Step>, parameters: readonly Parameter[]): Iterable<Step> {
  for (const step of steps) {
    const used = parameters.filter(({ name }) => uses(name, step.command ?? ''));
    const inputs = Object.fromEntries(used.map(({ name }) => [name, `\${{ inputs.${name} }}`]));
    yield used.length === 0 ? step : { ...step, env: { ...step.env, ...inputs } };
  }
}

/** `$NAME`, `${NAME}`, `${params.NAME}` */
function uses(name: string, command: string): boolean {
  return [...command.matchAll(/\$\{?(?:params\.)?(\w+)/g)].some(([, used]) => used === name);
}

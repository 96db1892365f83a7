import type { Fact, StepFact } from '../../model/fact.ts';

const variable = /^TF_VAR_(\w+)$/;
const flag = /(?:^|\s)-{1,2}var[= ]["']?(\w+)\s*=/g;
/** `az deployment … --parameters a=b c=d`, `sam deploy --parameter-overrides A=b` */
const parameters = /--(?:parameters|parameter-overrides)\s+((?:["']?\w+=\S+\s*)+)/g;

/** Checks of a template with values that are made up for the check. */
const check = /\s(?:validate|what-if|lint|test)(?:\s|$)/;

/** Names of inputs that pipelines set where they deploy: what stands in files does not tell their values. */
export type OutsideNames = { readonly overrides: ReadonlySet<string>; readonly defaults: ReadonlySet<string> };

/** What steps hand to the tools that they deploy with. A variable of the environment is weaker than a file of values. */
export function findOutside(facts: readonly Fact[]): OutsideNames {
  const steps = facts.filter((fact): fact is StepFact => fact.kind === 'step' && fact.disabled === undefined);
  const commands = steps.flatMap(({ command }) => (command === undefined || check.test(command) ? [] : [command]));
  const overrides = commands.flatMap((command) => [
    ...[...command.matchAll(flag)].map(([, name = '']) => name),
    ...[...command.matchAll(parameters)].flatMap(([, list = '']) =>
      [...list.matchAll(/(\w+)=/g)].map(([, name = '']) => name),
    ),
  ]);
  const defaults = steps.flatMap(({ env }) => Object.keys(env).flatMap((name) => variable.exec(name)?.[1] ?? []));
  return { overrides: new Set(overrides), defaults: new Set(defaults) };
}

import { joinFolder } from '../../lib/folders.ts';
import { type Bindings, bindCondition, bindInputs, bindValues, joinConditions } from '../../lib/inputs.ts';
import type { ScriptCommand, ScriptFact, StepFact } from '../../model/fact.ts';
import { bindText } from './bind.ts';

/** The step as it is inside of a script, without what it runs there. */
export function enterScript(command: ScriptCommand, script: ScriptFact, step: StepFact, bindings: Bindings): StepFact {
  const { command: _, words: __, uses: ___, directory: outer = '', guard: asked, condition: ____, ...rest } = step;
  const start = script.directory === undefined ? outer : script.directory;
  const directory = joinFolder(start, bindInputs(bindText(command.directory ?? '', bindings), bindings));
  const own = command.condition === undefined ? undefined : bindCondition(command.condition, bindings);
  const condition = joinConditions(step.condition, own);
  const guard =
    asked !== undefined && command.guard !== undefined ? `${asked} && ${command.guard}` : (command.guard ?? asked);
  const disabled = step.disabled ?? command.disabled;
  return {
    ...rest,
    // What runs without a name only stands for what runs under one.
    via: [...(step.via ?? []), ...(script.name === '' ? [] : [`${script.at.path}:${command.line}`])],
    with: {},
    env: command.env === undefined ? step.env : { ...step.env, ...bindValues(command.env, bindings) },
    tolerant: step.tolerant || command.tolerant,
    ...(directory === '' ? {} : { directory }),
    ...(condition === undefined ? {} : { condition }),
    ...(guard === undefined ? {} : { guard }),
    ...(disabled === undefined ? {} : { disabled }),
  };
}

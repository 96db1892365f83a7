import { classifyEnvironment, namesEnvironment } from '../../lib/environment-names.ts';
import { resolvePath } from '../../lib/relative-path.ts';
import type { Expression } from '../../model/expression.ts';
import type { TemplateInput, TemplateLanguage } from '../../model/template.ts';
import { armFunctions } from '../evaluate/arm-functions.ts';
import { cloudformationFunctions } from '../evaluate/cloudformation-functions.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Apply, Budget, Scope } from '../evaluate/scope.ts';
import { terraformFunctions } from '../evaluate/terraform-functions.ts';
import { isEmpty, openEnvironment, openThing, type Value } from '../evaluate/value.ts';
import type { Module } from './modules.ts';

const functionsOf: Readonly<Record<TemplateLanguage, ReadonlyMap<string, Apply>>> = {
  terraform: terraformFunctions,
  cloudformation: cloudformationFunctions,
  bicep: armFunctions,
  arm: armFunctions,
};

/** What is handed to a module: the value of an input and the names it rests on, or else what becomes of its default. */
export type Inputs = {
  readonly given: (name: string, trace: Set<string>) => Value | undefined;
  /** Whether somebody outside of the repository sets an input. */
  readonly isSetOutside: (name: string) => boolean;
  /** Nobody calls it: who deploys it may set what has a default. */
  readonly isRoot: boolean;
  /** Where names that are none of the module's are looked for. */
  readonly outer?: Scope;
};

type Host = { readonly texts: ReadonlyMap<string, string>; readonly budget: Budget };

type Known = { readonly value: Value | undefined; readonly trace: ReadonlySet<string> };

/** The names of a module, each worked out when it is first asked for. */
export function moduleScope(module: Module, inputs: Inputs, { texts, budget }: Host): Scope {
  const known = new Map<string, Known>();
  const scope: Scope = {
    lookup: (name, trace) => {
      const found = known.get(name) ?? learn(name);
      for (const other of found.trace) trace.add(other);
      return found.value;
    },
    functions: functionsOf[module.language],
    readText: (path) => texts.get(resolvePath(module.folder, path) ?? ''),
    budget,
    trace: new Set(),
  };
  function learn(name: string): Known {
    // A name that is asked for on the way to itself stands for nothing.
    known.set(name, { value: undefined, trace: new Set() });
    const trace = new Set<string>();
    const value = nameValue(name, module, inputs, { ...scope, trace });
    const found = { value, trace };
    known.set(name, found);
    return found;
  }
  return scope;
}

function nameValue(name: string, module: Module, inputs: Inputs, scope: Scope): Value | undefined {
  if (name === 'terraform.workspace') return openEnvironment;
  const local = module.locals.get(name);
  if (local) return evaluate(local, scope);
  const input = module.inputs.get(name);
  if (!input) return foreignValue(name, module, inputs, scope);
  if (input.isSecret) return undefined;
  const given = inputs.given(name, scope.trace);
  if (given) return given;
  if (!inputs.isSetOutside(name) && input.default) return defaultValue(input, input.default, inputs.isRoot, scope);
  return inputs.isRoot && namesEnvironment(name) ? openEnvironment : undefined;
}

/** Of what no input and no local is: a resource, or an input that a tool declares where it starts the root. */
function foreignValue(name: string, module: Module, inputs: Inputs, scope: Scope): Value | undefined {
  if (module.things.has(name)) return openThing;
  if (inputs.isRoot && name.startsWith('var.') && namesEnvironment(name)) return openEnvironment;
  return inputs.outer?.lookup(name, scope.trace);
}

function defaultValue({ name }: TemplateInput, expression: Expression, isRoot: boolean, scope: Scope): Value {
  const value = evaluate(expression, scope);
  if (!isRoot) return value;
  if (isEmpty(value)) scope.trace.add(name.replace(/^\w+\./, ''));
  // A default for developers says nothing of what production is called.
  const isOfOthers = value.is === 'text' && namesEnvironment(name) && classifyEnvironment(value.text) !== 'production';
  return isOfOthers ? openEnvironment : value;
}

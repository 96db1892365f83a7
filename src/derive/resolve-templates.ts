import { classifyEnvironment } from '../lib/environment-names.ts';
import { hideListed } from '../lib/secret-attributes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Fact, ResourceFact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { Part, Template, TemplateValues } from '../model/template.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { newBudget, type Scope } from './evaluate/scope.ts';
import { mapValue, type Value } from './evaluate/value.ts';
import { withoutTwins } from './templates/compiled.ts';
import { attributeLimit, flattenBody } from './templates/flatten.ts';
import { type Instance, makeInstances } from './templates/instances.ts';
import { findLeftovers } from './templates/leftovers.ts';
import { calledModule, groupModules, type Module, type Placed, rootsOf } from './templates/modules.ts';
import { findOutside, type OutsideNames } from './templates/outside.ts';
import { type Presence, within } from './templates/presence.ts';
import { moduleScope } from './templates/scopes.ts';
import { chooseValues } from './templates/values.ts';

/** Calls within calls; deeper ones are left out. */
export const callDepthLimit = 10;

/** Resources of one root, each call of a module counting its own; those behind are left out. */
export const resourceLimit = 5_000;

export type ResolvedTemplates = {
  readonly facts: readonly ResourceFact[];
  readonly diagnostics: readonly Diagnostic[];
};

type Run = {
  readonly modules: ReadonlyMap<string, Module>;
  readonly texts: ReadonlyMap<string, string>;
  readonly leftovers: ReadonlySet<string>;
  readonly found: Found[];
  readonly diagnostics: Diagnostic[];
  /** How many resources the root at hand may still have. */
  left: number;
};

type Found = { readonly fact: ResourceFact; readonly module: string; readonly root: Module };

/** A module on its way from a root. */
type Visit = {
  readonly module: Module;
  readonly scope: Scope;
  readonly root: Module;
  readonly prefix: string;
  readonly presence: Presence;
  readonly depth: number;
};

/**
 * The resources that templates declare, as they come to be in production: variables with their values or defaults,
 * one resource for each element of a collection, and those of a module once for each call. What files don't settle
 * stays as it is written. Takes the facts of pipelines too, which tell what is set from outside.
 */
export function resolveTemplates(
  parts: readonly Part[],
  facts: readonly Fact[],
  texts: ReadonlyMap<string, string>,
): ResolvedTemplates {
  const all = parts.filter((part): part is Template => part.kind === 'template');
  const values = parts.filter((part): part is TemplateValues => part.kind === 'values');
  const modules = groupModules(withoutTwins(all));
  const outside = findOutside(facts);
  const leftovers = findLeftovers(modules, { values, templates: all, facts });
  const run: Run = { modules, texts, leftovers, found: [], diagnostics: [], left: 0 };
  for (const root of rootsOf(modules)) visitRoot(root, values, outside, run);
  const found = [...preferProduction(run.found)].sort((a, b) => compareLocations(a.at, b.at));
  return { facts: found, diagnostics: run.diagnostics };
}

function visitRoot(root: Module, files: readonly TemplateValues[], outside: OutsideNames, run: Run): void {
  const budget = newBudget();
  const values = chooseValues(root, files);
  const isSetOutside = (name: string) => isNamed(name, outside.overrides) || isNamed(name, outside.defaults);
  const inputs = {
    given: (name: string, trace: Set<string>) => {
      const value = isNamed(name, outside.overrides) ? undefined : values.get(name);
      return value && evaluate(value, { ...scope, trace });
    },
    isSetOutside,
    isRoot: true,
  };
  const scope = moduleScope(root, inputs, { texts: run.texts, budget });
  run.left = resourceLimit;
  const presence = run.leftovers.has(root.key) ? { conditional: 'only if it is deployed: no template calls it' } : {};
  visitModule({ module: root, scope, root, prefix: '', presence, depth: 0 }, run);
  if (budget.steps > 0 && run.left > 0) return;
  const message = 'has so many variables and modules that not all of them were worked out';
  run.diagnostics.push({ level: 'warning', code: 'limit-reached', message, at: { path: root.path } });
}

function isNamed(name: string, names: ReadonlySet<string>): boolean {
  return names.has(name.replace(/^(?:var|parameters)\./, ''));
}

function visitModule(visit: Visit, run: Run): void {
  for (const declared of visit.module.declared) {
    const called = visit.depth < callDepthLimit ? calledModule(visit.module, declared, run.modules) : undefined;
    for (const instance of makeInstances(declared, visit.scope, visit.module.language)) {
      if (run.left <= 0) return;
      if (called) visitCall(visit, declared, instance, called, run);
      if (!called || visit.module.language === 'cloudformation') keepResource(visit, declared, instance, run);
    }
  }
}

function visitCall(visit: Visit, declared: Placed, instance: Instance, called: Module, run: Run): void {
  const handed = declared.calls?.inputs;
  const entries = handed?.kind === 'map' ? handed.entries : [];
  const space = called.language === 'terraform' ? 'var.' : called.language === 'arm' ? 'parameters.' : '';
  const inputs = new Map(entries.map(({ key, value }) => [`${space}${key.text}`, value]));
  const scope = moduleScope(
    called,
    {
      given: (name, trace) => {
        const value = inputs.get(name);
        return value && evaluate(value, { ...instance.scope, trace });
      },
      isSetOutside: () => false,
      isRoot: false,
      // What stands in place may use the names around it.
      ...(typeof declared.calls?.template === 'object' && { outer: instance.scope }),
    },
    { texts: run.texts, budget: visit.scope.budget },
  );
  const word = called.language === 'terraform' ? 'module.' : '';
  const prefix = `${visit.prefix}${word}${declared.name}${instance.suffix}.`;
  const presence = within(visit.presence, instance.presence);
  visitModule({ module: called, scope, root: visit.root, prefix, presence, depth: visit.depth + 1 }, run);
}

function keepResource(visit: Visit, declared: Placed, instance: Instance, run: Run): void {
  const { type, path, line, role } = declared;
  const { attributes, complete } = flattenBody(bodyOf(declared, instance));
  // What is known by its name alone has one for each copy.
  const name = declared.name === '' ? (attributes.get('name') ?? '') : `${declared.name}${instance.suffix}`;
  const fact: ResourceFact = {
    kind: 'resource',
    at: { path, line },
    role,
    ...within(visit.presence, instance.presence),
    tool: visit.module.language,
    type,
    name: `${visit.prefix}${name}`,
    attributes: hideListed(type, attributes),
  };
  run.left -= 1;
  run.found.push({ fact, module: visit.module.key, root: visit.root });
  if (complete) return;
  const message = `only the first ${attributeLimit} values of this block were read`;
  run.diagnostics.push({ level: 'warning', code: 'limit-reached', message, at: { path, line } });
}

/** What an element is made of says nothing of the others. */
function bodyOf(declared: Placed, { scope, isWhole }: Instance): Value {
  const body = evaluate(declared.body, scope);
  if (isWhole || body.is !== 'map') return body;
  return mapValue([...body.entries].filter(([key]) => key !== 'for_each'));
}

/** A module that roots for several environments call is what the one for production makes of it. */
function preferProduction(found: readonly Found[]): readonly ResourceFact[] {
  const environmentsOf = new Map<string, Set<string>>();
  for (const { module, root } of found) {
    const environments = environmentsOf.get(module) ?? new Set();
    environmentsOf.set(module, environments.add(classifyEnvironment(root.key) ?? ''));
  }
  return found
    .filter(({ module, root }) => {
      const isProduction = environmentsOf.get(module)?.has('production') === true;
      return !isProduction || module === root.key || classifyEnvironment(root.key) !== 'nonproduction';
    })
    .map(({ fact }) => fact);
}

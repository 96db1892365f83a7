import { folderOf, resolvePath } from '../../lib/relative-path.ts';
import type { Expression } from '../../model/expression.ts';
import type { Role } from '../../model/fact.ts';
import type { RepoPath } from '../../model/location.ts';
import type { Declared, Template, TemplateInput, TemplateLanguage } from '../../model/template.ts';

export type Placed = Declared & { readonly path: RepoPath; readonly role: Role };

/** What is deployed or called as one: the files of a folder in Terraform, a file elsewhere. */
export type Module = {
  /** The folder, or the file. */
  readonly key: string;
  readonly language: TemplateLanguage;
  readonly folder: string;
  readonly path: RepoPath;
  readonly role: Role;
  readonly inputs: ReadonlyMap<string, TemplateInput>;
  readonly locals: ReadonlyMap<string, Expression>;
  readonly declared: readonly Placed[];
  /** The names by which what is declared is referred to. */
  readonly things: ReadonlySet<string>;
};

/** The modules that templates make up, by their keys, in order of their first file. */
export function groupModules(templates: readonly Template[]): ReadonlyMap<string, Module> {
  const groups = new Map<string, Template[]>();
  for (const template of templates) {
    const key = template.language === 'terraform' ? folderOf(template.path) : template.path;
    const group = groups.get(key);
    if (group) group.push(template);
    else groups.set(key, [template]);
  }
  return new Map([...groups].flatMap(([key, group]) => mergeTemplates(key, group).map((module) => [key, module])));
}

function mergeTemplates(key: string, templates: readonly Template[]): readonly Module[] {
  const [first] = templates;
  if (!first) return [];
  const product = templates.find(({ role }) => role === 'product');
  const module: Module = {
    key,
    language: first.language,
    folder: folderOf(first.path),
    path: first.path,
    role: (product ?? first).role,
    inputs: new Map(templates.flatMap(({ inputs }) => inputs.map((input) => [input.name, input]))),
    locals: new Map(templates.flatMap(({ locals }) => locals.map(({ name, value }) => [name, value]))),
    things: new Set(templates.flatMap(({ language, declared }) => declared.map((thing) => nameThing(language, thing)))),
    declared: templates.flatMap(({ path, role, declared }) => declared.map((thing) => ({ ...thing, path, role }))),
  };
  return [module];
}

/** Terraform's references begin with the type. */
function nameThing(language: TemplateLanguage, { type, name }: Declared): string {
  return language === 'terraform' ? type.replace(/\..*$/, '') : name;
}

/** The module that is called, undefined if it is of elsewhere. What is no product does not call what is. */
export function calledModule(
  caller: Module,
  { calls }: Declared,
  modules: ReadonlyMap<string, Module>,
): Module | undefined {
  if (!calls) return undefined;
  if (typeof calls.template !== 'string') return mergeTemplates(`${caller.key}#`, [calls.template])[0];
  const isLocal = caller.language !== 'terraform' || /^\.\.?\//.test(calls.template);
  const key = isLocal ? resolvePath(caller.folder, calls.template) : undefined;
  const module = key === undefined ? undefined : modules.get(key);
  return module && (caller.role === 'product' || caller.role === module.role) ? module : undefined;
}

/** Modules that no other one calls. Of modules that call each other in a ring, the first. */
export function rootsOf(modules: ReadonlyMap<string, Module>): readonly Module[] {
  const callees = new Map<string, readonly Module[]>();
  for (const [key, module] of modules) {
    const called = module.declared.flatMap((declared) => calledModule(module, declared, modules) ?? []);
    callees.set(
      key,
      called.filter((other) => other.key !== key),
    );
  }
  const calledKeys = new Set([...callees.values()].flat().map(({ key }) => key));
  const roots = [...modules.values()].filter(({ key }) => !calledKeys.has(key));
  const reached = new Set<string>();
  for (const root of roots) reach(root, callees, reached);
  for (const module of modules.values()) {
    if (reached.has(module.key)) continue;
    roots.push(module);
    reach(module, callees, reached);
  }
  return roots;
}

function reach(from: Module, callees: ReadonlyMap<string, readonly Module[]>, reached: Set<string>): void {
  const rest = [from];
  for (let module = rest.pop(); module; module = rest.pop()) {
    if (reached.has(module.key)) continue;
    reached.add(module.key);
    rest.push(...(callees.get(module.key) ?? []));
  }
}

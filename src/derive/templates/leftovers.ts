import { folderOf } from '../../lib/relative-path.ts';
import type { Fact } from '../../model/fact.ts';
import type { Template, TemplateValues } from '../../model/template.ts';
import { calledModule, type Module } from './modules.ts';

/** Where an input has a file of values, a compiled twin or a command, something deploys its template. */
type Entries = {
  readonly values: readonly TemplateValues[];
  readonly templates: readonly Template[];
  readonly facts: readonly Fact[];
};

const mains = /(?:^|\/)(?:main|azuredeploy|index|resources)\.\w+$/;

/**
 * The keys of modules that look like parts, since they stand among modules that are called, while nothing calls them:
 * parts that came with a starter kit and are not used.
 */
export function findLeftovers(modules: ReadonlyMap<string, Module>, entries: Entries): ReadonlySet<string> {
  const called = new Set<string>();
  for (const module of modules.values())
    for (const declared of module.declared) {
      const other = calledModule(module, declared, modules);
      if (other && other.key !== module.key) called.add(other.key);
    }
  const shelves = new Set([...called].flatMap((key) => shelfOf(modules.get(key))));
  return new Set(
    [...modules.values()]
      .filter((module) => !called.has(module.key) && shelfOf(module).some((shelf) => shelves.has(shelf)))
      .filter((module) => !mains.test(module.path) || module.language === 'terraform')
      .filter((module) => !isEntry(module, entries))
      .map(({ key }) => key),
  );
}

/** The folder that modules stand in beside each other. Folders at the top are no parts. */
function shelfOf(module: Module | undefined): readonly string[] {
  if (!module) return [];
  const shelf = folderOf(module.key);
  return module.language === 'terraform' && shelf === '' ? [] : [`${module.language} ${shelf}`];
}

function isEntry({ key, path, folder }: Module, { values, templates, facts }: Entries): boolean {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const stem = path.replace(/\.\w+$/, '');
  return (
    values.some((file) => file.path.startsWith(`${stem}.`) || folderOf(file.path) === key) ||
    templates.some((template) => template.isCompiled && template.path === `${stem}.json`) ||
    facts.some(
      (fact) => fact.kind === 'step' && (mentions(fact.command, name) || fact.directory?.startsWith(folder) === true),
    )
  );
}

function mentions(command: string | undefined, name: string): boolean {
  return command?.includes(name) === true;
}

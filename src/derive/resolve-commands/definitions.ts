import { folderOf, joinFolder } from '../../lib/folders.ts';
import type { Fact, ScriptFact } from '../../model/fact.ts';
import type { RunnerCall } from './runner-call.ts';

/** The scripts of one file by their names. */
type ScriptFile = { readonly path: string; readonly runner: string; readonly scripts: ReadonlyMap<string, ScriptFact> };

/** All scripts of a repository, where their runners look for them. */
export type Definitions = {
  readonly byPath: ReadonlyMap<string, ScriptFile>;
  readonly byFolder: ReadonlyMap<string, readonly ScriptFile[]>;
  /** Folders by the names of their packages. */
  readonly packages: ReadonlyMap<string, readonly string[]>;
};

/** A script that a call finds, with its arguments. */
export type FoundScript = { readonly script: ScriptFact; readonly name: string; readonly arguments: readonly string[] };

/** Files that only others bring in: their targets belong to whoever includes them. */
const included = /\.(?:mk|just)$/;

export function indexScripts(facts: readonly Fact[]): Definitions {
  const byPath = new Map<string, { path: string; runner: string; scripts: Map<string, ScriptFact> }>();
  const packages = new Map<string, string[]>();
  for (const fact of facts) {
    if (fact.kind !== 'script') continue;
    const key = keyOf(fact.runner, fact.at.path);
    const file = byPath.get(key) ?? { path: fact.at.path, runner: fact.runner, scripts: new Map() };
    if (!file.scripts.has(fact.name)) file.scripts.set(fact.name, fact);
    byPath.set(key, file);
    const folder = folderOf(fact.at.path);
    const folders = fact.package === undefined ? undefined : (packages.get(fact.package) ?? []);
    if (fact.package === undefined || folders === undefined) continue;
    if (!folders.includes(folder)) folders.push(folder);
    packages.set(fact.package, folders);
  }
  const byFolder = new Map<string, ScriptFile[]>();
  for (const file of byPath.values()) {
    const key = keyOf(file.runner, folderOf(file.path));
    byFolder.set(key, [...(byFolder.get(key) ?? []), file]);
  }
  return { byPath, byFolder, packages };
}

function keyOf(runner: string, place: string): string {
  return `${runner}\n${place}`;
}

/** The scripts that a call in a folder runs; none if it names none of the repository. */
export function findScripts(call: RunnerCall, directory: string, definitions: Definitions): readonly FoundScript[] {
  const { runner, names } = call;
  if (runner.of === 'shell' || runner.of === 'python') return findFile(call, directory, definitions);
  const base = call.folder === undefined ? directory : joinFolder(directory, call.folder);
  if (call.file !== undefined) {
    const file = definitions.byPath.get(keyOf(runner.of, joinFolder(base, call.file)));
    return file === undefined ? [] : findNames(names, call.arguments, (name) => findInFile(file, name));
  }
  const folders = foldersOf(call, base, definitions);
  return folders.flatMap((folder) =>
    findNames(names, call.arguments, (name) => findInFolder(call, folder, name, definitions)),
  );
}

/** A composite action of this repository, by the folder that a step uses, or a template of steps by its file. */
export function findAction(uses: string, definitions: Definitions): ScriptFact | undefined {
  const path = joinFolder('', uses);
  const [file] = definitions.byFolder.get(keyOf('action', path)) ?? [];
  return (file ?? definitions.byPath.get(keyOf('action', path)))?.scripts.get(path);
}

/** Another script of the same file. */
export function findBeside(script: ScriptFact, name: string, definitions: Definitions): ScriptFact | undefined {
  const file = definitions.byPath.get(keyOf(script.runner, script.at.path));
  return file && findInFile(file, name);
}

/** A script that is a file of its own is named by its path. */
function findFile(call: RunnerCall, directory: string, { byPath }: Definitions): readonly FoundScript[] {
  const [name = ''] = call.names;
  const path = joinFolder(directory, name);
  const script = byPath.get(keyOf(call.runner.of, path))?.scripts.get(path);
  return script === undefined ? [] : [{ script, name, arguments: call.arguments }];
}

/** A word that names no script is an argument of the one before it. */
function findNames(
  names: readonly string[],
  shared: readonly string[],
  find: (name: string) => ScriptFact | undefined,
): readonly FoundScript[] {
  const found: { script: ScriptFact; name: string; arguments: string[] }[] = [];
  for (const name of names) {
    const script = find(name);
    if (script) found.push({ script, name, arguments: [] });
    else found.at(-1)?.arguments.push(name);
  }
  return found.map((item) => ({ ...item, arguments: [...item.arguments, ...shared] }));
}

function foldersOf(call: RunnerCall, base: string, { packages, byFolder }: Definitions): readonly string[] {
  if (call.packages.length > 0) return call.packages.flatMap((filter) => packageFolders(filter, base, packages));
  if (!call.everywhere) return [base];
  const prefix = keyOf(call.runner.of, '');
  const all = [...byFolder.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const below = all.filter((folder) => folder !== base && (base === '' || folder.startsWith(`${base}/`)));
  return below.length === 0 ? [base] : below;
}

/** `web`, `@acme/web`, `./apps/web`, `@acme/*`, with the dots of those that depend on it. */
function packageFolders(
  filter: string,
  base: string,
  packages: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const wanted = filter.replace(/^\.{3}\^?|\^?\.{3}$/g, '').replace(/^\{(.*)\}$/, './$1');
  const path = joinFolder(base, wanted);
  const isGlob = wanted.endsWith('*');
  return [...packages].flatMap(([name, folders]) => {
    const isNamed = isGlob
      ? name.startsWith(wanted.slice(0, -1))
      : name === wanted || name.slice(name.indexOf('/') + 1) === wanted;
    return folders.filter((folder) => isNamed || folder === path);
  });
}

function findInFolder(
  call: RunnerCall,
  folder: string,
  name: string,
  definitions: Definitions,
): ScriptFact | undefined {
  const { of, upwards } = call.runner;
  const files = (definitions.byFolder.get(keyOf(of, folder)) ?? []).filter(({ path }) => !included.test(path));
  if (files.length === 0) {
    const isTop = folder === '' || folder === '.' || folder.startsWith('..');
    return upwards && !isTop ? findInFolder(call, folderOf(folder), name, definitions) : undefined;
  }
  for (const file of files) {
    const script = findInFile(file, name);
    if (script) return script;
  }
  return findIncluded(of, folder, name, definitions);
}

/** In the one file below that the folder's own can only have brought in. */
function findIncluded(runner: string, folder: string, name: string, { byPath }: Definitions): ScriptFact | undefined {
  if (name === '') return undefined;
  const found = [...byPath.values()]
    .filter((file) => file.runner === runner && included.test(file.path))
    .filter(({ path }) => folder === '' || path.startsWith(`${folder}/`))
    .flatMap(({ scripts }) => scripts.get(name) ?? []);
  return found.length === 1 ? found[0] : undefined;
}

function findInFile({ scripts }: ScriptFile, name: string): ScriptFact | undefined {
  const exact = scripts.get(name);
  if (exact || name === '') return exact;
  return [...scripts.values()].find((script) => stemOf(script.name, name) !== undefined);
}

/** What `%` of a pattern stands for in a name. */
export function stemOf(pattern: string, name: string): string | undefined {
  const at = pattern.indexOf('%');
  if (at === -1) return undefined;
  const [before, after] = [pattern.slice(0, at), pattern.slice(at + 1)];
  const fits = name.length > before.length + after.length && name.startsWith(before) && name.endsWith(after);
  return fits ? name.slice(before.length, name.length - after.length) : undefined;
}

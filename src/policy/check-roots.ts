import { repoPath } from '../model/location.ts';
import { keyPath, type Mistake, shortWord } from './mistake.ts';
import { type Entry, entriesOf, entryOf, type Tree, textOf } from './tree.ts';
import { staysInside } from './values.ts';

/** The roots that are no folder of the repository, and those that two systems share. */
export function checkRoots(tree: Tree, directoryExists: (root: string) => boolean): readonly Mistake[] {
  const owners = new Map<string, string>();
  return entriesOf(entryOf(tree, 'systems')?.value).flatMap(([name, system]) => {
    const root = rootOf(system);
    if (root === undefined) return [];
    const owner = owners.get(root);
    if (owner !== undefined) return [shareMistake(name, system, root, owner)];
    owners.set(root, name);
    return root === '' || directoryExists(root) ? [] : [absenceMistake(name, system, root)];
  });
}

/** The root as the rest of the project writes it; undefined if it is none, which the schema tells. */
function rootOf({ value: system }: Entry): string | undefined {
  if (system.kind !== 'map') return undefined;
  const root = entryOf(system, 'root');
  if (!root) return '';
  const written = textOf(root.value);
  return written !== undefined && staysInside(written) ? repoPath(written) : undefined;
}

function shareMistake(name: string, system: Entry, root: string, owner: string): Mistake {
  const other = keyPath(['systems', owner]);
  const written = entryOf(system.value, 'root');
  const words = root === '' ? 'the whole repository' : shortWord(root);
  const message = written
    ? `${keyPath(['systems', name, 'root'])} is ${words}, as that of ${other} is; give each system a folder of its own`
    : `${keyPath(['systems', name])} has no root and so is the whole repository, as ${other} is; give it a folder of its own`;
  return { span: written?.value.span ?? system.key, message };
}

function absenceMistake(name: string, system: Entry, root: string): Mistake {
  return {
    span: entryOf(system.value, 'root')?.value.span ?? system.key,
    message: `${keyPath(['systems', name, 'root'])}: there is no folder ${shortWord(root)}; write its path from the top of the repository`,
  };
}

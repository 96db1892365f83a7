import { folderOf } from '../../lib/relative-path.ts';
import type { Template } from '../../model/template.ts';

/** Templates without those that a machine made of another one that is here too (`main.json` of `main.bicep`). */
export function withoutTwins(templates: readonly Template[]): readonly Template[] {
  const sources = templates.filter(({ isCompiled }) => !isCompiled).map(({ path }) => path);
  const bicep = sources.filter((path) => path.endsWith('.bicep'));
  const stems = new Set(bicep.map((path) => stemOf(path)));
  const mains = new Set(bicep.filter((path) => stemOf(path) === 'main').map((path) => folderOf(path)));
  return templates.filter(({ path, isCompiled }) => {
    if (!isCompiled) return true;
    // The portal wants its own names for what is compiled of `main.bicep`.
    const isRenamed = /^(?:azuredeploy|maintemplate)$/i.test(stemOf(path)) && mains.has(folderOf(path));
    return !isRenamed && !stems.has(stemOf(path));
  });
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

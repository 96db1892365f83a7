import { classifyEnvironment } from '../../lib/environment-names.ts';
import { folderOf, resolvePath } from '../../lib/relative-path.ts';
import type { Expression } from '../../model/expression.ts';
import type { TemplateValues } from '../../model/template.ts';
import type { Module } from './modules.ts';

/** Loaded without being named. https://developer.hashicorp.com/terraform/language/values/variables */
const loadedByItself = /^(?:terraform|.+\.auto)\.tfvars$/;

/** Names of what holds for every environment. */
const common = /^(?:common|global|globals|base|shared|default|defaults|all)\.tfvars$/;

/** What is shown to be copied is no value of anything. */
const shownOnly = /example|sample|template/i;

type Ranked = { readonly file: TemplateValues; readonly name: string; readonly rank: number };

/**
 * The values that hold for the inputs of a root in production: what is loaded by itself, under what is for production
 * alone. Files for other environments are left out.
 */
export function chooseValues(root: Module, files: readonly TemplateValues[]): ReadonlyMap<string, Expression> {
  const own = files.flatMap((file) => {
    const name = nameFor(root, file);
    return name === undefined || shownOnly.test(name) ? [] : [rankFile(file, name)];
  });
  const production = own.filter(({ rank }) => rank === 2).slice(0, 1);
  const chosen = [
    ...own.filter(({ rank }) => rank === 0),
    ...onlyOne(own.filter(({ rank }) => rank === 1)),
    ...production,
  ];
  const values = new Map<string, Expression>();
  // Files of parameters are for Bicep and ARM alike.
  const space = root.language === 'arm' ? 'parameters.' : '';
  for (const { file } of chosen)
    for (const { name, value } of file.values) if (root.inputs.has(space + name)) values.set(space + name, value);
  return values;
}

/** 0 always loaded, 1 for nothing in particular, 2 for production, 3 for another environment. */
function rankFile(file: TemplateValues, name: string): Ranked {
  const environment = classifyEnvironment(name);
  if (environment !== undefined) return { file, name, rank: environment === 'production' ? 2 : 3 };
  const isBase = file.language !== 'terraform' || loadedByItself.test(name) || common.test(name);
  return { file, name, rank: isBase ? 0 : 1 };
}

/** Of several files for who knows what, none is for production. */
function onlyOne(files: readonly Ranked[]): readonly Ranked[] {
  return files.length === 1 ? files : [];
}

/** How a file of values is called as seen from a template that it is for, undefined if it is for another one. */
function nameFor(root: Module, file: TemplateValues): string | undefined {
  const isAzure = root.language === 'bicep' || root.language === 'arm';
  if (isAzure !== (file.language === 'bicep' || file.language === 'arm')) return undefined;
  if (!isAzure && root.language !== file.language) return undefined;
  if (file.template !== undefined)
    return resolvePath(folderOf(file.path), file.template) === root.path
      ? file.path.slice(folderOf(file.path).length)
      : undefined;
  return isAzure ? nameForFile(root, file.path) : nameForFolder(root, file.path);
}

/** `main.parameters.json` and `parameters/main.prod.json` are for `main.bicep`. */
function nameForFile(root: Module, path: string): string | undefined {
  const stem = root.path.slice(root.folder === '' ? 0 : root.folder.length + 1).replace(/\.\w+$/, '');
  const name = below(root.folder, path);
  const base = name?.slice(name.lastIndexOf('/') + 1);
  if (base === undefined || !(base.startsWith(`${stem}.`) || /^(?:azuredeploy\.)?param/i.test(base))) return undefined;
  return name;
}

/** Below the folder of the root, or in a folder beside it. */
function nameForFolder(root: Module, path: string): string | undefined {
  return below(root.folder, path) ?? below(folderOf(root.folder), path);
}

function below(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

import { folderOf, joinFolder } from '../lib/folders.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { type Recipe, readJustfile } from './justfile/recipes.ts';
import { callScript, extractScripts, type Piece, refuseLong, type Script } from './scripts/commands.ts';

/**
 * Recipes of a justfile and their aliases. A recipe for another interpreter than a shell gives none. The one without a
 * name is the first.
 * Format: https://just.systems/man/en/
 */
export const justfile: Extractor = {
  name: 'justfile',
  languages: ['bash'],
  gives: ['script', 'step'],
  claims: (path) => /(?:^|\/)(?:\.?justfile|[\w.-]+\.just)$/i.test(path),
  extract: extractJustfile,
};

function extractJustfile(file: SourceFile, tools: ExtractTools): Extraction {
  const refused = refuseLong(file);
  if (refused) return refused;
  const { recipes, aliases } = readJustfile(file.text);
  const folder = folderOf(file.path);
  const scripts = recipes.flatMap((recipe) => readRecipe(recipe, folder));
  const [first] = recipes;
  const others = [...aliases, ...(first ? [{ name: '', recipe: first.name, line: first.line }] : [])].map(
    ({ name, recipe, line }): Script => ({ name, line, directory: folder, pieces: [callScript(recipe, line)] }),
  );
  return extractScripts([...others, ...scripts], 'justfile', file, tools);
}

function readRecipe(recipe: Recipe, folder: string): readonly Script[] {
  const body = readBody(recipe);
  if (body === undefined) return [];
  const { name, line, parameters, attributes } = recipe;
  const [, inside = ''] = /working-directory\s*:\s*["']([^"']*)/.exec(attributes) ?? [];
  const calls = [recipe.needs, recipe.afterwards].map((list) =>
    list.map(([called = '', ...words]) => callScript(called, line, words)),
  );
  const directory = /\bno-cd\b/.test(attributes) ? {} : { directory: joinFolder(folder, inside) };
  return [{ name, line, parameters, ...directory, pieces: [...(calls[0] ?? []), ...body, ...(calls[1] ?? [])] }];
}

/** Each line has a shell of its own, unless the recipe begins with `#!`. Undefined for one that no shell runs. */
function readBody({ body }: Recipe): readonly Piece[] | undefined {
  const [first] = body;
  if (first?.text.startsWith('#!')) {
    if (!/\b(?:ba|da|z|k)?sh\b/.test(first.text)) return undefined;
    return [{ text: body.map(({ text }) => text).join('\n'), line: first.line }];
  }
  return joinContinued(body).map(({ text, line }) => {
    const prefix = /^[\s@-]*/.exec(text)?.[0] ?? '';
    return { text: text.slice(prefix.length), line, tolerant: prefix.includes('-') };
  });
}

function joinContinued(body: Recipe['body']): readonly { readonly text: string; readonly line: number }[] {
  const rows: { text: string; line: number }[] = [];
  let isOpen = false;
  for (const { text, line } of body) {
    const last = rows.at(-1);
    if (isOpen && last) last.text += `\n${text}`;
    else if (text.trim() !== '') rows.push({ text, line });
    isOpen = text.endsWith('\\');
  }
  return rows;
}

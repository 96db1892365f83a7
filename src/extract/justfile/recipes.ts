import type { ScriptParameter } from '../../model/fact.ts';

export type Recipe = {
  readonly name: string;
  readonly line: number;
  readonly parameters: readonly ScriptParameter[];
  /** Recipes before and behind it, each with its arguments. */
  readonly needs: readonly (readonly string[])[];
  readonly afterwards: readonly (readonly string[])[];
  readonly attributes: string;
  readonly body: readonly { readonly text: string; readonly line: number }[];
};

export type Justfile = {
  readonly recipes: readonly Recipe[];
  readonly aliases: readonly { readonly name: string; readonly recipe: string; readonly line: number }[];
};

const header = /^@?([A-Za-z_][\w-]*)((?:\s+[^:\s](?:[^:'"`]|"[^"]*"|'[^']*'|`[^`]*`)*)?)\s*:(?!=)(.*)$/;
const parameter = /[+*$]{0,2}([A-Za-z_][\w-]*)(?:\s*=\s*("[^"]*"|'[^']*'|\S+))?/g;
const dependency = /\(\s*([^)]*?)\s*\)|([A-Za-z_][\w:-]*)/g;
const assignment = /^(?:export\s+)?([A-Za-z_][\w-]*)\s*:=\s*(.*)$/;

/** Reads the recipes of a justfile. https://just.systems/man/en/ */
export function readJustfile(text: string): Justfile {
  const variables = new Map<string, string>();
  const aliases: { name: string; recipe: string; line: number }[] = [];
  const recipes: (Recipe & { readonly body: { text: string; line: number }[] })[] = [];
  let attributes = '';
  let open: (typeof recipes)[number] | undefined;
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    if (/^\s/.test(row)) open?.body.push({ text: row, line });
    else if (row.startsWith('[')) attributes += row;
    else if (row !== '' && !row.startsWith('#')) {
      const [, alias, recipe] = /^alias\s+([\w-]+)\s*:=\s*([\w:-]+)/.exec(row) ?? [];
      if (alias !== undefined && recipe !== undefined) aliases.push({ name: alias, recipe, line });
      const [, variable, value] = assignment.exec(row) ?? [];
      if (variable !== undefined && value !== undefined) variables.set(variable, unquote(value.trim()));
      open = readHeader(row, line, attributes);
      if (open) recipes.push(open);
      attributes = '';
    } else if (row === '') open?.body.push({ text: row, line });
  }
  const filled = recipes.map((recipe) => ({
    ...recipe,
    body: trimIndent(recipe.body).map(({ text: body, line }) => ({ text: fillIn(body, variables, recipe), line })),
  }));
  return { recipes: filled, aliases };
}

function readHeader(row: string, line: number, attributes: string) {
  const [, name, parameters = '', rest = ''] = header.exec(row) ?? [];
  if (name === undefined || /^(?:set|import|mod|alias|export)$/.test(name)) return undefined;
  const [before = '', after = ''] = rest.replace(/\s#.*$/, '').split('&&');
  return {
    name,
    line,
    attributes,
    parameters: [...parameters.matchAll(parameter)].map(([, parameterName = '', value]) =>
      value === undefined ? { name: parameterName } : { name: parameterName, default: unquote(value) },
    ),
    needs: readDependencies(before),
    afterwards: readDependencies(after),
    body: [],
  };
}

function readDependencies(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(dependency)].map(([, call, name = '']) =>
    call === undefined ? [name] : [...call.matchAll(/"[^"]*"|'[^']*'|\S+/g)].map(([word]) => unquote(word)),
  );
}

/** `{{name}}` becomes the variable's value, or `${name}`. */
function fillIn(text: string, variables: ReadonlyMap<string, string>, { parameters }: Recipe): string {
  const own = new Set(parameters.map(({ name }) => name));
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, inner: string) => {
    const expression = inner.trim();
    if (!/^[\w-]+$/.test(expression)) return '${_}';
    const value = own.has(expression) ? undefined : variables.get(expression);
    return value ?? `\${${expression}}`;
  });
}

function unquote(value: string): string {
  return /^(["'])([^"']*)\1$/.exec(value)?.[2] ?? (/^[\w./-]+$/.test(value) ? value : '${_}');
}

function trimIndent<T extends { readonly text: string }>(body: readonly T[]): readonly T[] {
  const indent = /^\s*/.exec(body.find(({ text }) => text.trim() !== '')?.text ?? '')?.[0] ?? '';
  return body.map((row) => ({
    ...row,
    text: row.text.startsWith(indent) ? row.text.slice(indent.length) : row.text.trim(),
  }));
}

import type { FileFact } from '../model/fact.ts';
import type { RepoPath } from '../model/location.ts';
import { pathRole } from './path-roles.ts';

/** Of larger files the beginning is enough to see that they hold something. */
const looked = 20_000;

/** Fewer words around a placeholder are a beginning, and no content. */
const beginning = 8;

const placeholder =
  /\b(?:TODO|TBD|TBC|FIXME)\b|\bto be (?:written|defined|filled|added)\b|\bcoming soon\b|\blorem ipsum\b/i;

type Remark = RegExp;

const hash: Remark = /^[ \t]*#.*$/gm;
const slashes: Remark = /\/\*[\s\S]*?\*\/|^[ \t]*\/\/.*$/gm;
const markup: Remark = /<!--[\s\S]*?-->/g;
const jinja: Remark = /\{#[\s\S]*?#\}/g;

/** By the end of a name: what is said to people alone. */
const remarks: readonly (readonly [RegExp, readonly Remark[]])[] = [
  [/(?:^|\/)CODEOWNERS$|\.(?:ya?ml|toml|ini|cfg|properties|env|dvc|lock|tfbackend)$/i, [hash]],
  [/\.(?:tf|tfvars|hcl)$/i, [hash, slashes]],
  [/\.(?:bicep|bicepparam)$/i, [slashes]],
  [/\.(?:md|mdx|html)$/i, [markup]],
  [/\.(?:j2|jinja2?|prompty)$/i, [jinja]],
];

const prose = /\.(?:md|mdx|txt|j2|jinja2?|prompty?|mustache|hbs)$/i;
/** An empty module is one, and empty settings are those that a tool has by itself. */
const meaningful = /\.(?:py|[cm]?[jt]sx?|go|java|cs|rb)$|^(?!(?:.*\/)?(?:evals?|evaluations?)\/).*\.jsonc?$/i;
const table = /\.(?:csv|tsv)$/i;
const nothing = /^(?:---|\.\.\.|\{\s*\}|\[\s*\]|null|~|""|''|\s)*$/;

/** The fact that a file is there. `text` is what was read of it, if it was: a file without content is never evidence. */
export function describeFile(path: RepoPath, text: string | undefined): FileFact {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const file: FileFact = { kind: 'file', at: { path, line: 1 }, role: pathRole(path), name };
  const isOpen = text === undefined || text.length > looked || meaningful.test(path);
  const why = isOpen ? undefined : whyHollow(path, text);
  return why === undefined ? file : { ...file, disabled: why };
}

function whyHollow(path: RepoPath, text: string): string | undefined {
  if (text.trim() === '') return 'it is empty';
  const own = remarks.find(([ending]) => ending.test(path))?.[1] ?? [];
  const content = own.reduce((rest, remark) => rest.replace(remark, ''), text).trim();
  if (content === '') return 'it holds only comments';
  if (nothing.test(content)) return 'it is empty';
  const filled = content.split(/\r?\n/).filter((line) => !nothing.test(line));
  if (table.test(path) && filled.length < 2) return 'it holds no rows';
  if (prose.test(path) && placeholder.test(content) && content.split(/\s+/).length < beginning)
    return 'it is left to be written';
  return undefined;
}

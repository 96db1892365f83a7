import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';

const root = join(import.meta.dirname, '../..');

export type Snippet = { readonly file: string; readonly line: number; readonly info: string; readonly text: string };

/** The fenced pieces of code in the documents of this repository. */
export function readSnippets(): readonly Snippet[] {
  const files = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
  return files.sort().flatMap((file) =>
    new MarkdownIt()
      .parse(readFileSync(join(root, file), 'utf8'), {})
      .filter(({ type }) => type === 'fence')
      .map(({ info, content, map }) => ({ file, line: (map?.[0] ?? 0) + 1, info: info.trim(), text: content })),
  );
}

/** A line of a makefile with its continuations; a recipe line keeps them, as the shell joins them. */
export type MakeLine = { readonly text: string; readonly line: number; readonly isRecipe: boolean };

/** Parts a makefile into its lines. https://www.gnu.org/software/make/manual/html_node/Splitting-Lines.html */
export function readLines(text: string): readonly MakeLine[] {
  const rows = text.split(/\r?\n/);
  const lines: MakeLine[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const first = rows[at] ?? '';
    const isRecipe = first.startsWith('\t');
    const parts = [isRecipe ? first.slice(1) : first];
    const line = at + 1;
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(rows[at] ?? '') && at + 1 < rows.length) {
      at += 1;
      parts.push((rows[at] ?? '').replace(/^\t/, ''));
    }
    const joined = isRecipe ? parts.join('\n') : parts.map((part) => part.replace(/\\$/, '')).join(' ');
    lines.push({ text: joined, line, isRecipe });
  }
  return lines;
}

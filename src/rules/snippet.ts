import type { RuleFile, Snippet } from './schema.ts';

/** Longer files are no snippet. */
export const snippetLinesLimit = 30;

/** A file of a rule's examples in which it finds something: the shortest, if that is short enough to be shown. */
export function chooseSnippet({ proves, examples }: RuleFile): Snippet | undefined {
  if (!proves) return undefined;
  const found = examples.flatMap(({ files, expect }) =>
    expect.map((place) => {
      const path = place.slice(0, place.lastIndexOf(':'));
      return { path, text: (files[path] ?? '').trimEnd() };
    }),
  );
  const [shortest] = found
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.text.split('\n').length - b.text.split('\n').length || (a.path < b.path ? -1 : 1));
  return shortest && shortest.text.split('\n').length <= snippetLinesLimit ? shortest : undefined;
}

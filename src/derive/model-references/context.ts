import type { ModelContext } from '../../model/fact.ts';
import type { ModelTables } from '../../model/model-tables.ts';
import { wordsOf } from './bindings.ts';
import type { NamedValue } from './named-value.ts';

/** Tells what a model is named for, by the words of its key and of its path. */
export function makeContextOf({ lists, judges }: ModelTables): (value: NamedValue) => ModelContext {
  const listKeys = new Set(lists.keys);
  const listFiles = new Set(lists.files);
  const judgeWords = new Set(judges);
  return ({ name, within = '', at, context }) => {
    const key = [...wordsOf(name), ...wordsOf(within)];
    const segments = at.path.split('/');
    if (key.some((word) => listKeys.has(word))) return 'list';
    if (wordsOf(segments.slice(-2).join('/')).some((word) => listFiles.has(word))) return 'list';
    if ([...key, ...wordsOf(at.path)].some((word) => judgeWords.has(word))) return 'judge';
    return context;
  };
}

import type { Beside } from './classify.ts';

export type Option = { readonly name: string; readonly value: string; readonly beside: Beside };

/** The options of a command (`--model x`, `--model=x`), each with the revision that is given beside it. */
export function readOptions(words: readonly string[]): readonly Option[] {
  const options = words.flatMap((word, index) => {
    const [, name, joined] = /^--?([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(word) ?? [];
    const value = joined ?? words[index + 1];
    return name === undefined || value === undefined || value.startsWith('-') ? [] : [{ name, value: unquote(value) }];
  });
  const revision = options.find(({ name }) => /^(?:hf-)?revision$/.test(name))?.value;
  const beside: Beside = revision === undefined ? {} : { revision };
  return options.map((option) => ({ ...option, beside }));
}

function unquote(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

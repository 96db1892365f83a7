import type { CodeLanguage, Role } from '../model/fact.ts';
import type { FirstLook } from '../model/source.ts';
import type { Needles, NeedlesByCode } from './needles.ts';
import type { Needle, Required } from './required-words.ts';
import { findTrigger } from './trigger.ts';

type Test = (text: string) => boolean;

/** Compiles needles, for each language and role when it is first asked for. */
export function prepareFirstLook(needles: NeedlesByCode): FirstLook {
  const tests = new Map<string, Test | undefined>();
  return (language: CodeLanguage, role: Role) => {
    const key = `${language} ${role}`;
    if (!tests.has(key)) tests.set(key, compile(needles[language]?.[role]));
    return tests.get(key);
  };
}

function compile(needles: Needles | undefined): Test | undefined {
  if (needles === undefined) return undefined;
  if (needles === 'everything') return () => true;
  const triggers = needles.flatMap((required) => findTrigger(required).map((needle) => ({ needle, required })));
  const scans = [false, true].map((anyCase) =>
    compileScan(
      triggers.filter(({ needle }) => Boolean(needle.anyCase) === anyCase),
      anyCase,
    ),
  );
  return (text) => {
    const holds = rememberWords(text);
    return scans.some((scan) => scan(text, holds));
  };
}

type Trigger = { readonly needle: Needle; readonly required: Required };
type Holds = (required: Required) => boolean;

/** One expression finds the rarest word of each leaf, and only where it does, the other words are looked for. */
function compileScan(triggers: readonly Trigger[], anyCase: boolean): (text: string, holds: Holds) => boolean {
  if (triggers.length === 0) return () => false;
  // Unicode's rules of case hold all that any engine takes for the same.
  const expression = new RegExp(alternation(triggers.map(({ needle }) => needle)), anyCase ? 'giu' : 'g');
  const related = relateWords(triggers);
  return (text, holds) => {
    expression.lastIndex = 0;
    let found = expression.exec(text);
    if (found === null) return false;
    const tried = new Set<Required>();
    for (; found; found = expression.exec(text)) {
      for (const required of related(found[0])) {
        if (tried.has(required)) continue;
        tried.add(required);
        if (holds(required)) return true;
      }
      // Words may overlap.
      expression.lastIndex = found.index + 1;
    }
    return false;
  };
}

/** At one place an expression finds one word, although others may begin with it or be its beginning. */
function relateWords(triggers: readonly Trigger[]): (word: string) => readonly Required[] {
  const all = [...new Set(triggers.map(({ required }) => required))];
  const known = new Map<string, readonly Required[]>();
  return (word) => {
    const seen = known.get(word);
    if (seen) return seen;
    const text = word.toLowerCase();
    const fitting = triggers.filter(({ needle }) => {
      const other = needle.word.toLowerCase();
      return text.startsWith(other) || other.startsWith(text);
    });
    const related = fitting.length === 0 ? all : [...new Set(fitting.map(({ required }) => required))];
    known.set(word, related);
    return related;
  };
}

const compiled = new Map<string, RegExp>();

/** Tells what a text holds, looking for each word once. */
function rememberWords(text: string): Holds {
  let words: Map<string, boolean> | undefined;
  const holds: Holds = (required) => {
    if ('all' in required) return required.all.every(holds);
    if ('any' in required) return required.any.some(holds);
    const source = alternation([required]);
    const key = `${required.anyCase ? 'i' : ''}${source}`;
    words ??= new Map();
    const known = words.get(key);
    if (known !== undefined) return known;
    const expression = compiled.get(key) ?? new RegExp(source, required.anyCase ? 'iu' : '');
    compiled.set(key, expression);
    const found = expression.test(text);
    words.set(key, found);
    return found;
  };
  return holds;
}

/** Words of one kind of border share it: that is what keeps a thousand of them fast. */
function alternation(needles: readonly Needle[]): string {
  const words = (start: boolean, end: boolean) => {
    const fitting = needles.filter(
      ({ openStart, openEnd }) => Boolean(openStart) === start && Boolean(openEnd) === end,
    );
    const sorted = [...new Set(fitting.map(({ word }) => word.replaceAll('.', '\\.')))].sort();
    return sorted.length === 0 ? [] : [`${start ? '' : '\\b'}(?:${sorted.join('|')})${end ? '' : '\\b'}`];
  };
  return [...words(false, false), ...words(false, true), ...words(true, false), ...words(true, true)].join('|');
}

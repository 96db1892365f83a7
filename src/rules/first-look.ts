import type { CodeFact, CodeLanguage, Role } from '../model/fact.ts';
import type { FirstLook, LookAtText, MayMatter } from '../model/source.ts';
import { alternation, findWords, type Holds, rememberWords } from './held-words.ts';
import type { Need, NeedsByCode } from './needs.ts';
import type { Needle, Required } from './required-words.ts';
import { findTrigger } from './trigger.ts';

/** Compiles needs, for each language and role when it is first asked for. */
export function prepareFirstLook(needs: NeedsByCode): FirstLook {
  const looks = new Map<string, LookAtText | undefined>();
  return (language: CodeLanguage, role: Role) => {
    const key = `${language} ${role}`;
    if (!looks.has(key))
      looks.set(key, compile(needs.of[language]?.[role]?.flatMap((number) => needs.all[number] ?? [])));
    return looks.get(key);
  };
}

function compile(needs: readonly Need[] | undefined): LookAtText | undefined {
  if (needs === undefined) return undefined;
  const always = needs.filter(({ file }) => file === undefined);
  const triggers = needs.flatMap((need) =>
    need.file === undefined ? [] : findTrigger(need.file).map((needle) => ({ needle, need })),
  );
  const scans = [false, true].map((anyCase) =>
    compileScan(
      triggers.filter(({ needle }) => Boolean(needle.anyCase) === anyCase),
      anyCase,
    ),
  );
  return (text) => {
    const holds = rememberWords(text);
    const met = new Set([...always, ...scans.flatMap((scan) => scan(text, holds))]);
    return met.size === 0 ? undefined : filterFacts(met);
  };
}

/** Lets pass what is asked for in a file that has met these needs. */
function filterFacts(met: ReadonlySet<Need>): MayMatter {
  const byKind = new Map<CodeFact['kind'], Set<Required | undefined>>();
  for (const { kind, needs } of [...met].flatMap(({ facts }) => facts))
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(needs));
  return (kind, words) => {
    const asked = byKind.get(kind);
    if (asked === undefined) return false;
    if (asked.has(undefined)) return true;
    const holds = findWords(words);
    for (const needs of asked) if (needs !== undefined && holds(needs)) return true;
    return false;
  };
}

type Trigger = { readonly needle: Needle; readonly need: Need };

/** One expression finds the rarest word of each need, and only where it does, the other words are looked for. */
function compileScan(triggers: readonly Trigger[], anyCase: boolean): (text: string, holds: Holds) => readonly Need[] {
  if (triggers.length === 0) return () => [];
  // Unicode's rules of case hold all that any engine takes for the same.
  const expression = new RegExp(alternation(triggers.map(({ needle }) => needle)), anyCase ? 'giu' : 'g');
  const related = relateWords(triggers);
  return (text, holds) => {
    const found = new Set<string>();
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      found.add(match[0]);
      // Words may overlap.
      expression.lastIndex = match.index + 1;
    }
    const needs = new Set([...found].flatMap(related));
    return [...needs].filter(({ file }) => file !== undefined && holds(file));
  };
}

/** At one place an expression finds one word, although others may begin with it or be its beginning. */
function relateWords(triggers: readonly Trigger[]): (word: string) => readonly Need[] {
  const all = [...new Set(triggers.map(({ need }) => need))];
  const known = new Map<string, readonly Need[]>();
  return (word) => {
    const seen = known.get(word);
    if (seen) return seen;
    const text = word.toLowerCase();
    const fitting = triggers.filter(({ needle }) => {
      const other = needle.word.toLowerCase();
      return text.startsWith(other) || other.startsWith(text);
    });
    const related = fitting.length === 0 ? all : [...new Set(fitting.map(({ need }) => need))];
    known.set(word, related);
    return related;
  };
}

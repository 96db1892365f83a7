import type { CodeFact, CodeLanguage, Role } from '../model/fact.ts';
import type { FirstLook, LookAtText, MayMatter } from '../model/source.ts';
import {
  alternation,
  findWords,
  type Holds,
  isWord,
  readVocabulary,
  rememberWords,
  type Vocabulary,
} from './held-words.ts';
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
  const scans = [false, true].flatMap((anyCase) => {
    const own = triggers.filter(({ needle }) => Boolean(needle.anyCase) === anyCase);
    return [
      compileScan(
        own.filter(({ needle }) => isWord(needle)),
        anyCase,
        'joined',
      ),
      compileScan(
        own.filter(({ needle }) => !isWord(needle)),
        anyCase,
        'text',
      ),
    ];
  });
  const filters = new Map<string, MayMatter>();
  return (text) => {
    const vocabulary = readVocabulary(text);
    const holds = rememberWords(vocabulary);
    const met = new Set([...always, ...scans.flatMap((scan) => scan(vocabulary, holds))]);
    if (met.size === 0) return undefined;
    const key = needs.map((need) => (met.has(need) ? '1' : '0')).join('');
    const filter = filters.get(key) ?? filterFacts(met);
    filters.set(key, filter);
    return filter;
  };
}

/** Lets pass what is asked for in a file that has met these needs. */
function filterFacts(met: ReadonlySet<Need>): MayMatter {
  const byKind = new Map<CodeFact['kind'], Set<Required | undefined>>();
  for (const { kind, needs } of [...met].flatMap(({ facts }) => facts))
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(needs));
  const tests = new Map([...byKind].map(([kind, asked]) => [kind, testFact([...asked])] as const));
  return (kind, words) => tests.get(kind)?.(words) ?? false;
}

/** One expression sorts out the most, since few facts hold even the rarest word of any need. */
function testFact(asked: readonly (Required | undefined)[]): (words: string) => boolean {
  const known = asked.filter((needs) => needs !== undefined);
  if (known.length < asked.length) return () => true;
  const needles = known.flatMap(findTrigger);
  const expressions = [false, true].flatMap((anyCase) => {
    const source = alternation(needles.filter((needle) => Boolean(needle.anyCase) === anyCase));
    return source === '' ? [] : [new RegExp(source, anyCase ? 'iu' : '')];
  });
  return (words) => {
    if (!expressions.some((expression) => expression.test(words))) return false;
    const holds = findWords(words);
    return known.some((needs) => holds(needs));
  };
}

type Trigger = { readonly needle: Needle; readonly need: Need };

/** One expression finds the rarest word of each need, and only where it does, the other words are looked for. */
function compileScan(
  triggers: readonly Trigger[],
  anyCase: boolean,
  among: 'joined' | 'text',
): (vocabulary: Vocabulary, holds: Holds) => readonly Need[] {
  if (triggers.length === 0) return () => [];
  // Unicode's rules of case hold all that any engine takes for the same.
  const expression = new RegExp(alternation(triggers.map(({ needle }) => needle)), anyCase ? 'giu' : 'g');
  const related = relateWords(triggers);
  return ({ [among]: text }, holds) => {
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

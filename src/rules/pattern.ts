import type { FieldType, FieldValue } from '../model/fact-fields.ts';
import type { Pattern } from './schema.ts';

/** Makes testers of text. */
export type PatternEngine = {
  /** Throws if the expression is not one. */
  regex(source: string, flags: string): (text: string) => boolean;
  pathGlob(pattern: string): (path: string) => boolean;
};

/** A map field takes a pattern for each key. */
export type FieldPattern = Pattern | Readonly<Record<string, Pattern>>;

export type FieldTest = (value: FieldValue) => boolean;

/** Longer values are cut before a pattern sees them, so that no expression is asked to read a book. */
export const patternInputLimit = 10_000;

const regexForm = /^\/(.*)\/([i]?)$/s;

/** Compiles a pattern for a field of a type. A list field matches by any of its items; an absent field only by `not`. */
export function compilePattern(pattern: FieldPattern, type: FieldType, engine: PatternEngine): FieldTest {
  if (type === 'map') return compileMap(pattern as Readonly<Record<string, Pattern>>, engine);
  const testOne = compilePlain(pattern as Pattern, type, engine);
  if (testOne)
    return (value) => (Array.isArray(value) ? value.some(testOne) : value !== undefined && testOne(String(value)));
  const test = compileText(pattern as Pattern, type, engine);
  return (value) => (Array.isArray(value) ? test(value) : test(value === undefined ? [] : [String(value)]));
}

/** A text or a list of them, which most patterns are: they are asked for each fact, so nothing is made for an answer. */
function compilePlain(pattern: Pattern, type: FieldType, engine: PatternEngine) {
  const texts: readonly Pattern[] = Array.isArray(pattern) ? pattern : [pattern];
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  const exact = new Set(texts.filter((text) => isExact(text, type)));
  const tests = texts.filter((text) => !exact.has(text)).map((text) => compileString(text, type, engine));
  return (value: string) => {
    const text = value.length > patternInputLimit ? value.slice(0, patternInputLimit) : value;
    return exact.has(text) || tests.some((test) => test(text));
  };
}

type TextTest = (values: readonly string[]) => boolean;

function compileText(pattern: Pattern, type: FieldType, engine: PatternEngine): TextTest {
  if (Array.isArray(pattern)) {
    const tests = pattern.map((item: Pattern) => compileText(item, type, engine));
    return (values) => tests.some((test) => test(values));
  }
  if (typeof pattern === 'object') return compileConditions(pattern as Conditions, type, engine);
  if (typeof pattern === 'string') {
    const test = compileString(pattern, type, engine);
    return (values) => values.some((value) => test(value.slice(0, patternInputLimit)));
  }
  return (values) => values.includes(String(pattern));
}

type Conditions = Extract<Pattern, { readonly is?: Pattern | undefined }>;

function compileConditions(
  { is, not, every, above, below }: Conditions,
  type: FieldType,
  engine: PatternEngine,
): TextTest {
  const isTest = is === undefined ? undefined : compileText(is, type, engine);
  const notTest = not === undefined ? undefined : compileText(not, type, engine);
  const everyTest = (every ?? []).map((item) => compileText(item, type, engine));
  const numbers = above !== undefined || below !== undefined;
  return (values) => {
    if (isTest && !isTest(values)) return false;
    if (notTest?.(values)) return false;
    if (!everyTest.every((test) => test(values))) return false;
    return !numbers || values.some((value) => inRange(value, above, below));
  };
}

function inRange(text: string, above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY): boolean {
  const value = Number(text);
  return text.trim() !== '' && value > above && value < below;
}

function isExact(pattern: string, type: FieldType): boolean {
  return !regexForm.test(pattern) && !pattern.includes('*') && !(type === 'path' && /[?{[]/.test(pattern));
}

function compileString(pattern: string, type: FieldType, engine: PatternEngine): (text: string) => boolean {
  const regex = regexForm.exec(pattern);
  if (regex) return remember(engine.regex(regex[1] ?? '', regex[2] ?? ''));
  if (type === 'path' && /[*?{[]/.test(pattern)) return remember(engine.pathGlob(pattern));
  if (pattern.includes('*')) return remember(engine.regex(globSource(pattern), ''));
  return (text) => text === pattern;
}

/** Shorter texts are read faster than they are looked up. */
const shortText = 16;

/** What one pattern remembers at most. */
const rememberedTexts = 10_000;

/** Every system asks the same of the texts that they share, and so does the base of a change. */
function remember(test: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    if (text.length < shortText) return test(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size === rememberedTexts) known.clear();
    const answer = test(text);
    known.set(text, answer);
    return answer;
  };
}

/** In a field that is no path, `*` stands for any text. */
function globSource(pattern: string): string {
  const parts = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.|?+()[\]{}/]/g, '\\$&'));
  return `^${parts.join('[\\s\\S]*')}$`;
}

/** Every key pattern needs a key of the map whose value fits; `not` wants no such key. */
function compileMap(pattern: Readonly<Record<string, Pattern>>, engine: PatternEngine): FieldTest {
  const entries = Object.entries(pattern).map(([key, value]) => ({
    key: compileString(key, 'text', engine),
    value: compileText(value, 'text', engine),
    absent: isOnlyNot(value),
  }));
  return (map) => {
    const pairs =
      typeof map === 'object' && !Array.isArray(map) ? Object.entries(map as Readonly<Record<string, string>>) : [];
    return entries.every(({ key, value, absent }) => {
      const values = pairs.filter(([name]) => key(name)).map(([, text]) => text);
      return absent ? value(values) : values.some((text) => value([text]));
    });
  };
}

function isOnlyNot(pattern: Pattern): boolean {
  return (
    typeof pattern === 'object' && !Array.isArray(pattern) && 'not' in pattern && Object.keys(pattern).length === 1
  );
}

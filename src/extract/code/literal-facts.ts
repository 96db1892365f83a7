import type { LiteralFact } from '../../model/fact.ts';
import type { Capture } from '../../model/source.ts';
import { type Context, seenAt } from './context.ts';
import type { PlacedFact } from './facts.ts';
import { type CallNode, type Outline, type Pair, spanKey } from './outline.ts';
import { keyText, literalText } from './values.ts';

type Value = { readonly value: string; readonly at: Capture };
type NamedValue = Value & { readonly name: string };

/** How far back a name is looked for; one that is longer is none. */
const wordSearchLimit = 200;
const lastWord = /(?<![\p{L}\p{N}_$-])([\p{L}\p{N}_$-]+)["'\])\s]*$/u;
const environmentName = /^[A-Z][A-Z0-9_]+$/;
const defaultName = /^default(?:_?[vV]alue)?$/;

/** The strings and numbers of a file that have a name, each place and name once. */
export function readLiteralFacts(context: Context): readonly PlacedFact[] {
  const { outline, scopes, format } = context;
  const typed = format.fieldDefaults ? outline.typed : [];
  const fields = new Set(typed.map(({ left }) => left.start).filter((start) => scopes.at(start).is === 'class'));
  const calls = new Map(outline.calls.map((call) => [spanKey(call.node), call]));
  const valuesOf = ({ left, right }: Pair) => [
    ...literalsOf(outline, right),
    ...fallbacksOf(outline, right),
    ...defaultsOf(context, calls.get(spanKey(right)), fields.has(left.start)),
  ];
  const targets = [...outline.bindings, ...outline.calls.flatMap(({ members }) => members)];
  const keys = [...outline.named.values(), ...[...outline.objects.values()].flat()];
  const named = [
    ...targets.flatMap((pair) => name(wordAtEnd(pair.left), valuesOf(pair))),
    ...keys.flatMap((pair) => name(keyText(outline, pair.left), valuesOf(pair))),
    ...[...outline.fallbacks.values()].flatMap(({ left, right }) => name(wordAtEnd(left), literalsOf(outline, right))),
    ...outline.calls.flatMap((call) => environmentDefaults(outline, call)),
  ];
  const distinct = new Map(named.map((literal) => [`${literal.at.start} ${literal.name}`, literal]));
  return [...distinct.values()].map((literal) => toFact(literal, context));
}

function toFact({ name, value, at }: NamedValue, context: Context): PlacedFact {
  const fact: LiteralFact = { kind: 'literal', ...seenAt(context, at.line), name, value };
  return { start: at.start, fact };
}

function name(name: string | undefined, values: readonly Value[]): readonly NamedValue[] {
  return name === undefined ? [] : values.map((value) => ({ name, ...value }));
}

/** `self.model` → `model`, `os.environ.get('MODEL')` → `MODEL`. */
function wordAtEnd({ text }: Capture): string | undefined {
  const word = lastWord.exec(text.slice(-wordSearchLimit))?.[1];
  return word?.length === wordSearchLimit ? undefined : word;
}

/** A literal, or those of a list. */
function literalsOf(outline: Outline, capture: Capture): readonly Value[] {
  return [capture, ...(outline.lists.get(spanKey(capture)) ?? [])].flatMap((at) => {
    const value = literalText(outline, at);
    return value === undefined ? [] : [{ value, at }];
  });
}

function fallbacksOf(outline: Outline, capture: Capture): readonly Value[] {
  const fallback = outline.fallbacks.get(spanKey(capture));
  return fallback ? literalsOf(outline, fallback.right) : [];
}

/** What the declaration of a setting takes by default: `Field(default='a')`, `string().default('a')`; a field's `Field('a')`. */
function defaultsOf({ outline, pathOf }: Context, call: CallNode | undefined, isField: boolean): readonly Value[] {
  if (call === undefined) return [];
  const keyword = findDefault(outline, call);
  if (keyword) return literalsOf(outline, keyword);
  const [first] = call.arguments;
  return first && (isField || pathOf(call.node).endsWith('.default')) ? literalsOf(outline, first) : [];
}

/** `os.getenv('MODEL', 'a')`, `ENV.fetch('MODEL', 'a')`, `config('MODEL', default='a')`. */
function environmentDefaults(outline: Outline, call: CallNode): readonly NamedValue[] {
  const [first, second] = call.arguments;
  const variable = first && literalText(outline, first);
  if (variable === undefined || !environmentName.test(variable)) return [];
  const value = findDefault(outline, call) ?? second;
  return value ? name(variable, literalsOf(outline, value)) : [];
}

function findDefault(outline: Outline, call: CallNode): Capture | undefined {
  const pairs = call.arguments.flatMap((argument) => outline.named.get(spanKey(argument)) ?? []);
  return pairs.find(({ left }) => defaultName.test(left.text))?.right;
}

import type { ConfigFact, Fact, JobFact, ResourceFact, StepFact } from '../../model/fact.ts';
import type { Location } from '../../model/location.ts';
import type { ModelTables } from '../../model/model-tables.ts';
import type { Beside } from './classify.ts';
import { valuesOfCode } from './code-values.ts';
import { type NamedValue, seenOf, type Wants } from './named-value.ts';
import { readOptions } from './options.ts';

/** A value by its key path, at its place. */
export type KeyedValue = { readonly key: string; readonly value: string; readonly at: Location };

type Seen = Pick<NamedValue, 'role' | 'disabled' | 'context'>;

/** The named values of settings, resources, jobs, steps and code that may name a model. */
export function namedValues(facts: readonly Fact[], tables: ModelTables, wants: Wants): readonly NamedValue[] {
  const settings = new Map<string, ConfigFact[]>();
  for (const fact of facts) {
    if (fact.kind !== 'config') continue;
    const own = settings.get(fact.at.path) ?? [];
    own.push(fact);
    settings.set(fact.at.path, own);
  }
  return [
    ...[...settings.values()].flatMap((own) => valuesOfSettings(own, tables, wants)),
    ...facts.flatMap((fact) => {
      if (fact.kind === 'resource') return valuesOfResource(fact, tables, wants);
      return fact.kind === 'step' || fact.kind === 'job' ? valuesOfPipeline(fact).filter(wants) : [];
    }),
    ...valuesOfCode(facts, tables, wants),
  ];
}

function valuesOfSettings(facts: readonly ConfigFact[], tables: ModelTables, wants: Wants): readonly NamedValue[] {
  const keyed = facts.flatMap(({ key, value, at }) => (value === undefined ? [] : [{ key, value, at }]));
  return readKeyed(keyed, { role: facts[0]?.role ?? 'product', context: 'config' }, tables, wants);
}

function valuesOfResource(fact: ResourceFact, tables: ModelTables, wants: Wants): readonly NamedValue[] {
  if (tables.resources.some(({ types }) => types.includes(fact.type))) return [];
  const keyed = Object.entries(fact.attributes).map(([key, value]) => ({ key, value, at: fact.at }));
  return readKeyed(keyed, { ...seenOf(fact), context: 'resource' }, tables, wants);
}

function valuesOfPipeline(fact: JobFact | StepFact): readonly NamedValue[] {
  const seen = { ...seenOf(fact), context: 'step' as const, at: fact.at };
  const given = Object.entries({ ...(fact.kind === 'step' ? fact.env : {}), ...fact.with });
  const words = fact.kind === 'step' ? (fact.command ?? '').split(/\s+/) : [];
  return [
    ...given.map(([name, value]) => ({ ...seen, name, value })),
    ...readOptions(words).map(({ name, value, beside }) => ({ ...seen, name, value, beside })),
  ];
}

/** Values by key path with the names that bind them, and the options in lists of arguments. */
function readKeyed(keyed: readonly KeyedValue[], seen: Seen, tables: ModelTables, wants: Wants): readonly NamedValue[] {
  const values = new Map(keyed.map(({ key, value }) => [key, value]));
  const named = keyed.flatMap(({ key, value, at }): readonly NamedValue[] => {
    const among = amongOf(key);
    const own = { name: nameOfKey(key, values), value, ...(among === undefined ? {} : { among }) };
    if (!wants(own)) return [];
    const group = groupOf(key, at.path);
    const beside = readBeside(key, values, tables);
    return [{ ...seen, ...own, at, within: key, ...(group === undefined ? {} : { group }), beside }];
  });
  return [...named, ...readArguments(keyed, seen).filter(wants)];
}

/** The word by which a key names its value: `value` and `default` say nothing, `model.name` is `model_name`. */
function nameOfKey(key: string, values: ReadonlyMap<string, string>): string {
  const own = key.slice(key.lastIndexOf('.') + 1);
  if (!/^(?:\d+|value|default|default_value|name|id)$/i.test(own)) return own;
  const segments = key.split('.').filter((segment) => !/^\d+$/.test(segment));
  const [last = '', above] = segments.reverse();
  const folder = key.slice(0, key.length - own.length);
  if (/^(?:value|default|default_value)$/i.test(last)) {
    return values.get(`${folder}name`) ?? values.get(`${folder}key`) ?? values.get(`${folder}Name`) ?? above ?? last;
  }
  return /^(?:name|id)$/i.test(last) && above !== undefined ? `${above}_${last}` : last;
}

const collections = String.raw`\w*(?:models|llms|engines|fallbacks|deployments|providers)`;
const collectionKey = new RegExp(`^(?:.*\\.)?${collections}(?=\\.)`, 'i');
const itemKey = new RegExp(`(?:^|\\.)(${collections})\\.[^.]+(?:\\.(?:id|name))?$`, 'i');

/** `models` of `models.fast`, and of `models.fast.id`. */
function amongOf(key: string): string | undefined {
  return itemKey.exec(key)?.[1];
}

/** Items of one list, or of one map below a key in the plural, belong together; values with names of their own do not. */
function groupOf(key: string, path: string): string | undefined {
  const collection = collectionKey.exec(key)?.[0];
  const list = /\.\d+(?:\.|$)/.test(key) && !/\.value$/i.test(key) ? key.replace(/\.\d+(?=\.|$)/g, '.*') : undefined;
  const group = collection ?? list;
  return group === undefined ? undefined : `${path}#${group}`;
}

function readBeside(key: string, values: ReadonlyMap<string, string>, { beside }: ModelTables): Beside {
  const folder = key.slice(0, key.lastIndexOf('.') + 1);
  const last = key.slice(folder.length);
  const find = (names: readonly string[]) =>
    names.map((name) => values.get(folder + name)).find((value) => value !== undefined);
  const sameName = /name$/i.test(last) ? values.get(folder + last.replace(/name$/i, versionLike)) : undefined;
  const revision = find(beside.revision);
  const version = sameName ?? values.get(`${key}_version`) ?? values.get(`${key}Version`) ?? find(beside.version);
  return { ...(revision === undefined ? {} : { revision }), ...(version === undefined ? {} : { version }) };
}

/** `Version` for `Name`, `VERSION` for `NAME`. */
function versionLike(name: string): string {
  if (name === name.toUpperCase()) return 'VERSION';
  return name.startsWith('N') ? 'Version' : 'version';
}

const argumentList = /^(.*(?:^|[._])(?:args|arguments|command|entrypoint|cmd))\.\d+$/i;
const argumentLine = /(?:^|[._])(?:args|arguments|command|entrypoint|cmd)$/i;

function readArguments(keyed: readonly KeyedValue[], seen: Seen): readonly NamedValue[] {
  const lists = new Map<string, { readonly words: string[]; readonly at: Location }>();
  for (const { key, value, at } of keyed) {
    const list = argumentList.exec(key)?.[1] ?? (argumentLine.test(key) ? key : undefined);
    if (list === undefined) continue;
    const found = lists.get(list) ?? { words: [], at };
    found.words.push(...value.split(/\s+/));
    lists.set(list, found);
  }
  return [...lists].flatMap(([within, { words, at }]) =>
    readOptions(words).map(({ name, value, beside }) => ({ ...seen, name, value, at, within, beside })),
  );
}

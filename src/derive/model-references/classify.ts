import type { ModelClass } from '../../model/fact.ts';
import type { ModelTables } from '../../model/model-tables.ts';

export type KnownModel = { readonly provider: string; readonly id: string; readonly class: ModelClass };

/** What a key beside a model says of its version. */
export type Beside = { readonly revision?: string; readonly version?: string };

export type Classifier = {
  /** True if the text begins as those do that name a provider. */
  hasPrefix(text: string): boolean;
  /** The model that a text names; undefined if no table knows it. */
  classify(text: string, beside?: Beside): KnownModel | undefined;
  /** Only of a text that names its provider too (`openai:gpt-4o`), which is a model wherever it stands. */
  classifyPrefixed(text: string): KnownModel | undefined;
  /** A file or a folder of weights. */
  classifyArtifact(text: string): KnownModel | undefined;
};

/** Characters; a longer text names no model. */
const idLimit = 300;

/** Prefixes that may stand before one another: `openrouter/anthropic/…`. */
const prefixLimit = 3;

type Stripped = { readonly rest: string; readonly prefix: ModelTables['prefixes'][number] | undefined };

/** Compiles the tables once for many texts. */
export function makeClassifier(tables: ModelTables): Classifier {
  const lines = tables.providers.flatMap(({ id, tables: own }) =>
    own.map((table) => ({ provider: id, class: table.class, match: new RegExp(table.match) })),
  );
  const strip = makeStrip(tables);
  const repository = makeRepository(tables.repositories);
  const dated = new RegExp(tables.beside.dated);
  const look = (id: string): KnownModel | undefined => {
    const found = lines.find(({ match }) => match.test(id));
    return found && { provider: found.provider, id, class: found.class };
  };
  const find = (text: string, { revision }: Beside): KnownModel | undefined => {
    const { rest, prefix } = strip(text);
    const own = repository(text, revision, prefix !== undefined);
    if (own && revision !== undefined) return own;
    const known = look(text) ?? (rest === text ? undefined : look(rest));
    if (known) return prefix ? behind(prefix, known) : known;
    if (own || prefix === undefined) return own;
    const named = { provider: prefix.provider, id: rest, class: prefix.otherwise };
    return prefix.provider === tables.repositories.provider ? (repository(rest, revision, false) ?? named) : named;
  };
  return {
    hasPrefix: (text) => strip(text).prefix !== undefined,
    classify(text, beside = {}) {
      if (text.length > idLimit || /\s/.test(text)) return undefined;
      const known = find(text, beside);
      const isDated = beside.version !== undefined && dated.test(beside.version);
      const isFloating = known?.class === 'alias' || known?.class === 'no-snapshot';
      return known && isFloating && isDated ? { ...known, class: tables.beside.class } : known;
    },
    classifyPrefixed(text) {
      if (text.length > idLimit || /\s/.test(text)) return undefined;
      const { rest, prefix } = strip(text);
      const known = prefix && rest !== text ? look(rest) : undefined;
      return known && prefix && known.class !== 'opaque' ? behind(prefix, known) : undefined;
    },
    classifyArtifact: makeArtifact(tables.artifacts),
  };
}

/** A model behind the name of its provider; where that gives names of its own only what is pinned is told by them. */
function behind(prefix: ModelTables['prefixes'][number], known: KnownModel): KnownModel {
  const isOwnName = prefix['own-names'] === true && known.class !== 'pinned';
  return { provider: prefix.provider, id: known.id, class: isOwnName ? prefix.otherwise : known.class };
}

function makeStrip(tables: ModelTables): (text: string) => Stripped {
  const fronts = tables.fronts.map((front) => new RegExp(front));
  const prefixes = new Map(tables.prefixes.flatMap((prefix) => prefix.names.map((name) => [name, prefix] as const)));
  return (text) => {
    let rest = text;
    let outermost: Stripped['prefix'];
    for (let count = 0; count < prefixLimit; count += 1) {
      const front = fronts.find((pattern) => pattern.test(rest));
      const name = /^([\w-]+)[:/](?=.)/.exec(rest);
      const prefix = name ? prefixes.get(name[1] ?? '') : undefined;
      if (!front && !prefix) break;
      outermost ??= prefix;
      rest = front ? rest.replace(front, '') : rest.slice(name?.[0].length ?? 0);
    }
    return { rest, prefix: outermost };
  };
}

function makeRepository(tables: ModelTables['repositories']) {
  const match = new RegExp(tables.match);
  const owners = new RegExp(tables.owners);
  const names = new RegExp(tables.names);
  const others = new RegExp(tables.others);
  const fixed = new RegExp(tables.fixed);
  /** What could be a provider in front of an id has to be known as an owner. */
  return (id: string, revision: string | undefined, isPrefixed: boolean): KnownModel | undefined => {
    const [owner = '', name = ''] = id.split('/');
    if (!match.test(id) || others.test(id)) return undefined;
    const isOwner = owners.test(owner);
    if (isPrefixed ? !(isOwner && names.test(name)) : !isOwner && !names.test(name)) return undefined;
    const isFixed = revision !== undefined && fixed.test(revision);
    return { provider: tables.provider, id, class: isFixed ? 'pinned' : 'alias' };
  };
}

function makeArtifact(tables: ModelTables['artifacts']): Classifier['classifyArtifact'] {
  const [match, pinned, floating] = [new RegExp(tables.match), new RegExp(tables.pinned), new RegExp(tables.floating)];
  return (text) => {
    if (text.length > idLimit || !match.test(text)) return undefined;
    const isPinned = pinned.test(text);
    return {
      provider: tables.provider,
      id: text,
      class: isPinned ? 'pinned' : floating.test(text) ? 'alias' : 'opaque',
    };
  };
}

import type { QueryShape } from '../../model/query-tables.ts';
import type { Document, Entry } from './documents.ts';

/** A query as a document writes it, before anything is said of what it asks. */
export type WrittenQuery = {
  readonly shape: QueryShape;
  readonly entry: Entry;
  readonly use: QueryShape['use'];
  readonly text: string;
  readonly statistic?: string;
  readonly threshold?: string;
  /** The name that its result is kept under. */
  readonly recorded?: string;
  /** Undefined: who is told stands elsewhere. */
  readonly isRouted?: boolean;
  readonly disabled?: string;
};

export type FindQueries = (document: Document) => readonly WrittenQuery[];

/** Compiles the shapes once for many documents. */
export function makeFindQueries(shapes: readonly QueryShape[]): FindQueries {
  const compiled = shapes.map((shape) => ({ shape, key: new RegExp(shape.key), types: new Set(shape.types) }));
  return (document) =>
    compiled
      .filter(({ types }) => types.size === 0 || (document.type !== undefined && types.has(document.type)))
      .flatMap(({ shape, key }) =>
        document.entries.flatMap((entry) => {
          const base = key.exec(entry.path)?.[1];
          return base === undefined || entry.text.trim() === '' ? [] : [readQuery(shape, entry, base, document)];
        }),
      );
}

function readQuery(shape: QueryShape, entry: Entry, base: string, document: Document): WrittenQuery {
  const find = (source: string | undefined) => entriesAt(source, base, document);
  const texts = (source: string | undefined) => find(source).map(({ text }) => text);
  const alert = find(shape.alert).find(({ text }) => text !== '');
  const statistic = texts(shape.statistic).join(' ');
  const [threshold] = texts(shape.threshold);
  const [recorded] = texts(shape.recorded);
  const off = shape.off;
  const switchedOff = off && find(off.key).find(({ text }) => new RegExp(off.value).test(text));
  const isOff = switchedOff ? { disabled: `${switchedOff.path}: ${switchedOff.text}` } : {};
  return {
    shape,
    entry: alert ?? entry,
    use: alert ? 'alert' : shape.use,
    text: [...new Set([entry.text, ...texts(shape.beside)])].join(' '),
    ...(statistic === '' ? {} : { statistic }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(recorded === undefined ? {} : { recorded }),
    ...(shape.route ? { isRouted: isRouted(shape.route, find(shape.route.key)) } : {}),
    ...(document.disabled === undefined ? isOff : { disabled: document.disabled }),
  };
}

function isRouted({ value = '\\w' }: NonNullable<QueryShape['route']>, entries: readonly Entry[]): boolean {
  const wanted = new RegExp(value);
  return entries.some(({ text }) => wanted.test(text));
}

/** The entries whose path an expression fits, with the base of the query for its `{}`. */
export function entriesAt(source: string | undefined, base: string, { entries }: Document): readonly Entry[] {
  if (source === undefined) return [];
  const wanted = new RegExp(source.replaceAll('{}', () => base.replace(/[\\^$.|?*+()[\]{}/]/g, '\\$&')));
  return entries.filter(({ path }) => wanted.test(path));
}

/** Puts items together by key, in their order; items without a value are left out. */
export function groupItems<Key, Item, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  pick: (item: Item) => Value | undefined,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const item of items) {
    const value = pick(item);
    if (value === undefined) continue;
    const key = keyOf(item);
    const values = groups.get(key);
    if (values) values.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

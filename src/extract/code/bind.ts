import type { PathOf } from './call-paths.ts';
import type { CodeFormat } from './format.ts';
import { findClass, findMember } from './members.ts';
import { typePath } from './name-path.ts';
import { type Outline, type Pair, spanKey } from './outline.ts';
import type { PlacedImport } from './place-imports.ts';
import type { Binding, Scope, Scopes } from './scope.ts';

/** Puts on each scope what the names in it stand for. */
export function bindNames(
  outline: Outline,
  imports: readonly PlacedImport[],
  scopes: Scopes,
  pathOf: PathOf,
  format: CodeFormat,
): void {
  for (const { start, text } of outline.hidden) bind(scopes.at(start), text, { start, scope: scopes.at(start) });
  for (const pair of outline.bindings) bindValue(pair, outline, scopes, pathOf, format);
  for (const placed of imports) bindImport(placed, scopes);
  // A declared type tells more than the value that is declared with it.
  const ends = new Map(outline.bindings.map(({ left, right }) => [left.start, right.end]));
  for (const pair of outline.typed) {
    const { start } = pair.left;
    bindType(pair, ends.get(start) ?? start, scopes.at(start), scopes, format);
  }
  for (const pair of outline.members) {
    const around = findClass(scopes.at(pair.left.start));
    if (around) bindType(pair, pair.left.start, around, scopes, format);
  }
  for (const scope of scopes.all) for (const list of scope.bindings.values()) list.sort((a, b) => a.start - b.start);
}

function bind(scope: Scope, name: string, binding: Binding): void {
  const list = scope.bindings.get(name);
  if (list) list.push(binding);
  else scope.bindings.set(name, [binding]);
}

function bindImport({ node, imported }: PlacedImport, scopes: Scopes): void {
  const scope = scopes.at(node.start);
  const start = node.end;
  for (const [local, origin] of imported.binds) bind(scope, local, { start, scope, ...(origin !== '' && { origin }) });
}

/** Values that are only there until the real one is. */
const placeholders = /^(?:None|null|undefined|nil)$/;

function bindValue({ left, right }: Pair, outline: Outline, scopes: Scopes, pathOf: PathOf, format: CodeFormat): void {
  const scope = scopes.at(left.start);
  const target = findTarget(left.text, scope, scopes, format);
  // `client or OpenAI()`: what is made if none is given tells more.
  const path = pathOf(outline.fallbacks.get(spanKey(right))?.right ?? right);
  if (target === undefined || placeholders.test(path)) return;
  const known = path !== '' && !path.startsWith('?');
  // The value itself may still speak of what the name stood for before.
  bind(target.of, target.name, { start: right.end, scope, ...(known && { path }) });
}

function bindType({ left, right }: Pair, start: number, into: Scope, scopes: Scopes, format: CodeFormat): void {
  const target = findTarget(left.text, into, scopes, format);
  const path = typePath(right.text);
  if (target === undefined || path === '') return;
  bind(target.of, target.name, { start, scope: scopes.at(left.start), path, onlyImported: !format.trustsTypes });
}

/** A plain name belongs to the scope that it stands in, one of `self` to the class. */
function findTarget(text: string, scope: Scope, scopes: Scopes, format: CodeFormat) {
  const member = findMember(text, scope, scopes, format);
  if (member) return member.rest === '' ? member : undefined;
  return /^#?[\p{L}_$][\p{L}\p{N}_$]*$/u.test(text) ? { of: scope, name: text } : undefined;
}

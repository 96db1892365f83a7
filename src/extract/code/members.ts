import type { CodeFormat } from './format.ts';
import { splitHead, typePath } from './name-path.ts';
import { type Scope, type Scopes, surroundings } from './scope.ts';

/** A member of the class that some code belongs to, with what follows it: `self.client.chat` → `client`, `.chat`. */
export type Member = { readonly of: Scope; readonly name: string; readonly rest: string };

const sigil = /^@@?([\p{L}_][\p{L}\p{N}_]*)/u;
const firstName = /^\.(#?[\p{L}_$][\p{L}\p{N}_$]*)/u;

/** The member that a path takes of its own object, undefined if it begins with no such word. */
export function findMember(path: string, scope: Scope, scopes: Scopes, format: CodeFormat): Member | undefined {
  const instance = sigil.exec(path);
  if (instance) return memberOf(findClass(scope), instance[1], path.slice(instance[0].length));
  const [head, rest] = splitHead(path);
  const first = firstName.exec(rest);
  if (!first) return undefined;
  if (format.selfNames.includes(head)) return memberOf(findClass(scope), first[1], rest.slice(first[0].length));
  const method = findMethod(head, scope);
  return memberOf(method && scopes.classes.get(typePath(method.owner ?? '')), first[1], rest.slice(first[0].length));
}

function memberOf(of: Scope | undefined, name: string | undefined, rest: string): Member | undefined {
  return of && name !== undefined ? { of, name, rest } : undefined;
}

/** The class around a place. */
export function findClass(scope: Scope): Scope | undefined {
  for (const around of surroundings(scope)) if (around.is === 'class') return around;
  return undefined;
}

/** The method around a place that calls its object by this name (Go). */
function findMethod(name: string, scope: Scope): Scope | undefined {
  for (const around of surroundings(scope)) if (around.self === name) return around;
  return undefined;
}

import { type KeyPath, keyPath, type Mistake, shortWord } from './mistake.ts';
import { entriesOf, entryOf, itemsOf, type Tree, textOf } from './tree.ts';
import { nearestWord } from './values.ts';

/** What a policy may name. */
export type KnownNames = {
  /** Every `practice/aspect`, and every `practice/aspect:regime` of the aspects that there are once a regime. */
  readonly aspects: ReadonlySet<string>;
  readonly capabilities: ReadonlySet<string>;
  readonly regimes: ReadonlySet<string>;
};

/**
 * The names in a policy that the model has not, each with what was likely meant. Works on the tree and not on the
 * checked policy, so that a mistake in the shape hides none of these.
 */
export function checkNames(tree: Tree, known: KnownNames): readonly Mistake[] {
  const thresholds = itemsOf(entryOf(tree, 'thresholds')?.value).flatMap(([index, item]) =>
    checkCapability(entryOf(item, 'capability')?.value, ['thresholds', index, 'capability'], known),
  );
  const systems = entriesOf(entryOf(tree, 'systems')?.value).flatMap(([name, { value: system }]) => {
    const path = ['systems', name];
    const references = ['attest', 'waive'].flatMap((list) =>
      itemsOf(entryOf(system, list)?.value).flatMap(([index, item]) => [
        ...check(entryOf(item, 'aspect')?.value, [...path, list, index, 'aspect'], known.aspects, aspectHint(known)),
        ...checkCapability(entryOf(item, 'capability')?.value, [...path, list, index, 'capability'], known),
      ]),
    );
    const regimes = itemsOf(entryOf(system, 'regimes')?.value).flatMap(([index, item]) =>
      check(item, [...path, 'regimes', index], known.regimes, (word) => regimeHint(word, known)),
    );
    return [...references, ...regimes];
  });
  return [...thresholds, ...systems];
}

function check(
  tree: Tree | undefined,
  path: KeyPath,
  names: ReadonlySet<string>,
  hint: (word: string) => string,
): readonly Mistake[] {
  const word = textOf(tree);
  if (tree === undefined || word === undefined || names.has(word)) return [];
  return [{ span: tree.span, message: `${keyPath(path)}: ${shortWord(word)} ${hint(word)}` }];
}

function checkCapability(tree: Tree | undefined, path: KeyPath, known: KnownNames): readonly Mistake[] {
  return check(tree, path, known.capabilities, (word) => {
    if (known.aspects.has(word)) return `is an aspect; write aspect: ${word}`;
    const capabilities = [...known.capabilities].join(', ');
    return `is no capability${meant(word, known.capabilities, `; the capabilities are ${capabilities}`)}`;
  });
}

function aspectHint({ aspects, capabilities, regimes }: KnownNames): (word: string) => string {
  return (word) => {
    if (capabilities.has(word)) return `is a capability; write capability: ${word} in waive`;
    const ofPractice = [...aspects].filter((aspect) => aspect.startsWith(`${word}/`) && !aspect.includes(':'));
    if (ofPractice.length > 0) return `is a practice; name one of its aspects: ${ofPractice.join(', ')}`;
    const [aspect = '', regime] = word.split(':');
    const ofRegime = [...aspects].some((other) => other.startsWith(`${aspect}:`));
    if (regime !== undefined && ofRegime) return `names a regime that is not known${regimeWords(regime, regimes)}`;
    return `is no aspect of the model${meant(word, aspects, '; see `stagegate explain` for the aspects of a practice')}`;
  };
}

function regimeHint(word: string, { regimes }: KnownNames): string {
  return `is no regime that is known${regimeWords(word, regimes)}`;
}

/** Regimes that are listed where none is near. */
const regimesListed = 12;

function regimeWords(word: string, regimes: ReadonlySet<string>): string {
  const all = [...regimes];
  const begun = all.filter((regime) => regime.startsWith(word.toLowerCase()));
  if (begun.length > 1) return `; did you mean ${begun.join(' or ')}?`;
  const rest = all.length - regimesListed;
  const more = rest > 0 ? ` and ${rest} more, in rules/data/regimes.yml` : '';
  return meant(word, all, `; the regimes are ${all.slice(0, regimesListed).join(', ')}${more}`);
}

/** The hint to a word that was likely meant, or else the other words. */
export function meant(word: string, candidates: Iterable<string>, otherwise: string): string {
  const nearest = nearestWord(word, candidates);
  return nearest === undefined ? otherwise : `; did you mean ${nearest}?`;
}

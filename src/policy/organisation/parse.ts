import type { Location } from '../../model/location.ts';
import type { PolicyReference } from '../../model/policy-reference.ts';
import { type KnownNames, meant } from '../check-names.ts';
import type { Shape } from '../explain-shape.ts';
import { type KeyPath, keyPath, type Mistake, shortWord } from '../mistake.ts';
import { parseFile } from '../parse-file.ts';
import { entryOf, itemsOf, type Tree, textOf } from '../tree.ts';
import { Attestations, LeastTarget, Organisation, OrganisationGate, Waivers } from './schema.ts';

const levels = {
  top: { place: 'at the top of the file', keys: Object.keys(Organisation.shape) },
  gate: { place: 'in gate', keys: Object.keys(OrganisationGate.shape) },
  targets: { place: 'in an entry of targets', keys: Object.keys(LeastTarget.shape) },
  waivers: { place: 'in waivers', keys: Object.keys(Waivers.shape) },
  attestations: { place: 'in attestations', keys: Object.keys(Attestations.shape) },
} as const;

const organisationShape: Shape = {
  name: "the organisation's policy",
  levels: Object.values(levels),
  levelOf([first]) {
    if (first === 'gate' || first === 'targets' || first === 'waivers' || first === 'attestations')
      return levels[first];
    return levels.top;
  },
};

/** A policy above the team's own, as it was read. */
export type Layer = {
  /** As people know it. */
  readonly name: string;
  /** Set if it lies inside the scanned folder. */
  readonly path?: Location['path'];
  readonly policy: Organisation;
  readonly lines: (path: KeyPath) => number;
};

type LayerText = Pick<Layer, 'name' | 'path'> & { readonly text: string; readonly reference?: PolicyReference };

/** Reads and checks an organisation's policy. Throws a UserError that lists every mistake. */
export function parseOrganisation({ text, reference, ...file }: LayerText, known: KnownNames): Layer {
  const { data, lines } = parseFile(text, file.name, {
    // Whoever reads the output here need not be one who may read that repository.
    showsLines: reference === undefined,
    schema: Organisation,
    shape: organisationShape,
    check: (tree) => [
      ...checkForbidden(tree, 'waivers', { ...practicesOf(known), capabilities: known.capabilities }),
      ...checkForbidden(tree, 'attestations', { ...practicesOf(known), capabilities: new Set() }),
    ],
  });
  return { ...file, policy: data, lines };
}

type Names = Pick<KnownNames, 'aspects' | 'capabilities'> & { readonly practices: ReadonlySet<string> };

function practicesOf({ aspects }: KnownNames): Pick<Names, 'aspects' | 'practices'> {
  return { aspects, practices: new Set([...aspects].map((aspect) => aspect.split('/')[0] ?? aspect)) };
}

function checkForbidden(tree: Tree, key: string, { practices, aspects, capabilities }: Names): readonly Mistake[] {
  const known = new Set([...practices, ...aspects, ...capabilities]);
  const what = capabilities.size > 0 ? 'practice, aspect or capability' : 'practice or aspect';
  return itemsOf(entryOf(entryOf(tree, key)?.value, 'forbid')?.value).flatMap(([index, item]) => {
    const word = textOf(item);
    if (word === undefined || known.has(word)) return [];
    const path = keyPath([key, 'forbid', index]);
    const message = `${path}: ${shortWord(word)} is no ${what} of the model${meant(word, known, '; see `stagegate explain`')}`;
    return [{ span: item.span, message }];
  });
}

/** `name:line` of a key, as findings name it. */
export function sourceOf({ name, lines }: Pick<Layer, 'name' | 'lines'>, path: KeyPath): string {
  return `${name}:${lines(path)}`;
}

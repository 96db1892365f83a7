import type { Fact } from '../model/fact.ts';
import type { System } from '../model/system.ts';
import { isBesideProduct } from './beside-product.ts';
import { isUnder } from './scope.ts';

const systemMark = 'system/';

/** The mark of something that runs somewhere, as a library or a tutorial does not. */
const runs = 'runs';

/** The mark of a repository whose package others run. */
const library = 'library';

/** Kinds from the one that asks for most; those of a family may be parts of one product. */
const families: readonly (readonly string[])[] = [
  ['agent', 'rag', 'llm-app', 'platform'],
  ['ml-service', 'batch-ml', 'training-only'],
];
const kindOrder = families.flat();

/** A folder that could be deployed by itself and uses a model. */
type Component = { readonly folder: string; readonly kinds: readonly string[]; readonly hasImage: boolean };

/**
 * The AI systems of a repository without a policy: places in product code that `system/…` rules marked, grouped by the
 * nearest folder with a manifest or an image of its own, and parts of one product put together. Takes the marks of the
 * rules and the repository's name, which a system that is the whole repository gets.
 */
export function discoverSystems(
  facts: readonly Fact[],
  marks: ReadonlyMap<Fact, readonly string[]>,
  repositoryName: string,
): readonly System[] {
  const marked = [...marks]
    .filter(([fact, names]) => !names.some(namesKind) || !isBesideProduct(fact.at.path))
    .map(([fact, names]) => ({
      fact,
      names: names.filter((name) => name.startsWith(systemMark)).map((name) => name.slice(systemMark.length)),
    }));
  const has = (mark: string) => marked.some(({ names }) => names.includes(mark));
  if (!has(runs) || has(library)) return [];
  const groups = groupComponents(findComponents(facts, marked));
  const [only, ...others] = groups;
  if (only && others.length === 0)
    return [
      discovered(
        '',
        only.flatMap(({ kinds }) => kinds),
        repositoryName,
      ),
    ];
  return groups
    .map((group) =>
      discovered(
        commonFolder(group),
        group.flatMap(({ kinds }) => kinds),
        repositoryName,
      ),
    )
    .sort((a, b) => (a.root < b.root ? -1 : 1));
}

/** A mark that names a kind of system, and not something about the repository. */
export function namesKind(mark: string): boolean {
  return mark.startsWith(systemMark) && kindOrder.includes(mark.slice(systemMark.length));
}

/** The kind of a system that does not say: what the marks under its root speak for. */
export function inferKind(system: System, marks: ReadonlyMap<Fact, readonly string[]>): System {
  if (system.kind !== undefined) return system;
  const names = [...marks]
    .filter(([{ at }]) => isUnder(at.path, system.root) && !isBesideProduct(at.path.slice(system.root.length)))
    .flatMap(([, found]) => found);
  const kind = strongest(
    names.filter((name) => name.startsWith(systemMark)).map((name) => name.slice(systemMark.length)),
  );
  return kind === undefined ? system : { ...system, kind };
}

type Marked = { readonly fact: Fact; readonly names: readonly string[] };

function findComponents(facts: readonly Fact[], marked: readonly Marked[]): readonly Component[] {
  const product = facts.filter(({ role }) => role === 'product');
  const images = new Set(product.filter((fact) => fact.kind === 'file' && imageFile.test(fact.name)).map(folderOf));
  const manifests = new Set(product.filter(({ kind }) => kind === 'dependency').map(folderOf));
  const kinds = new Map<string, Set<string>>();
  // Infrastructure stands apart from the code that it runs, so it tells where a system is only if no code does.
  const inCode = marked.filter(
    ({ fact, names }) => fact.kind !== 'resource' && names.some((name) => kindOrder.includes(name)),
  );
  for (const { fact, names } of inCode.length > 0 ? inCode : marked) {
    const found = names.filter((name) => kindOrder.includes(name));
    if (found.length === 0) continue;
    const folder = nearestFolder(folderOf(fact), (at) => images.has(at) || manifests.has(at));
    kinds.set(folder, new Set([...(kinds.get(folder) ?? []), ...found]));
  }
  const folders = [...kinds.keys()].filter(
    (folder) => ![...kinds.keys()].some((other) => other !== folder && isUnder(folder, other)),
  );
  return folders.map((folder) => ({
    folder,
    kinds: [...kinds].filter(([inner]) => isUnder(inner, folder)).flatMap(([, found]) => [...found]),
    hasImage: [...images].some((image) => isUnder(image, folder)),
  }));
}

/** What builds an image. https://docs.docker.com/reference/dockerfile/ */
const imageFile = /^(?:Dockerfile(?:\..+)?|.+\.Dockerfile|Containerfile)$/i;

function folderOf({ at }: Fact): string {
  return at.path.includes('/') ? at.path.slice(0, at.path.lastIndexOf('/')) : '';
}

function nearestFolder(folder: string, isRoot: (folder: string) => boolean): string {
  for (let at = folder; at !== ''; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '')
    if (isRoot(at)) return at;
  return '';
}

/** Components of one family are parts of one product, unless each is a service of its own in a folder of services. */
function groupComponents(components: readonly Component[]): readonly (readonly Component[])[] {
  return families.flatMap((family) => {
    const own = withoutTraining(components.filter(({ kinds }) => family.includes(strongest(kinds) ?? '')));
    const alone = own.filter((component) => isServiceOfItsOwn(component, components));
    const parts = own.filter((component) => !alone.includes(component));
    return [...alone.map((component) => [component]), ...(parts.length > 0 ? [parts] : [])];
  });
}

/** What makes a model, or scores with it, in no image of its own belongs to what serves it, where something does. */
function withoutTraining(components: readonly Component[]): readonly Component[] {
  const serving = components.filter(({ kinds, hasImage }) => {
    const kind = strongest(kinds);
    return kind !== 'training-only' && (hasImage || kind !== 'batch-ml');
  });
  return serving.length > 0 ? serving : components;
}

function isServiceOfItsOwn(component: Component, all: readonly Component[]): boolean {
  const container = parentOf(component.folder);
  const siblings = all.filter((other) => parentOf(other.folder) === container && other.hasImage);
  return container !== '' && component.hasImage && siblings.length > 1;
}

function parentOf(folder: string): string {
  return folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '';
}

function commonFolder(group: readonly Component[]): string {
  const [first, ...rest] = group.map(({ folder }) => folder.split('/'));
  const shared = (first ?? []).filter((segment, index) => rest.every((other) => other[index] === segment));
  return shared.join('/');
}

function strongest(kinds: readonly string[]): string | undefined {
  return kindOrder.find((kind) => kinds.includes(kind));
}

function discovered(root: string, kinds: readonly string[], repositoryName: string): System {
  const kind = strongest(kinds);
  return {
    name: root === '' ? repositoryName : (root.split('/').at(-1) ?? repositoryName),
    root,
    include: [],
    exclude: [],
    declared: false,
    regimes: [],
    scale: {},
    attest: [],
    waive: [],
    ...(kind === undefined ? {} : { kind }),
  };
}

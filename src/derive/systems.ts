import type { Fact } from '../model/fact.ts';
import type { System } from '../model/system.ts';
import { isUnder } from './scope.ts';

const systemMark = 'system/';

/** What makes a folder deployable: a file that builds or starts a service, or a manifest of its own. */
const rootFiles =
  /^(?:Dockerfile(?:\..+)?|Containerfile|Procfile|pyproject\.toml|requirements.*\.txt|Pipfile|setup\.py|package\.json|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|.+\.csproj|Cargo\.toml)$/;

/** Signs of something that runs somewhere, and not of a library or a tutorial. */
const runningFiles = /^(?:Dockerfile(?:\..+)?|Containerfile|Procfile)$/;

/**
 * The AI systems of a repository without a policy: places in product code that a `system/…` rule marked, grouped by the
 * nearest folder with a manifest or an image of its own. Nested groups become one. Takes the repository's name for a
 * system at the top.
 */
export function discoverSystems(
  facts: readonly Fact[],
  marks: ReadonlyMap<Fact, readonly string[]>,
  repositoryName: string,
): readonly System[] {
  const folders = new Set(facts.filter(isRootFile).map(({ at }) => parentOf(at.path)));
  const kinds = new Map<string, Set<string>>();
  for (const [fact, names] of marks) {
    const found = names.filter((name) => name.startsWith(systemMark)).map((name) => name.slice(systemMark.length));
    if (found.length === 0) continue;
    const root = nearestRoot(parentOf(fact.at.path), folders);
    kinds.set(root, new Set([...(kinds.get(root) ?? []), ...found]));
  }
  const roots = [...kinds.keys()].filter(
    (root) => ![...kinds.keys()].some((other) => other !== root && isUnder(root, other)),
  );
  if (!facts.some(isRunning)) return [];
  return roots.sort().map((root) => {
    const inside = [...kinds].filter(([folder]) => isUnder(folder, root)).flatMap(([, found]) => [...found]);
    return discovered(root, strongestKind(inside), repositoryName);
  });
}

function isRootFile(fact: Fact): boolean {
  return fact.kind === 'file' && fact.role === 'product' && rootFiles.test(fact.name);
}

/** The repository ships something: an image, infrastructure, or a job that deploys. */
function isRunning(fact: Fact): boolean {
  if (fact.role !== 'product' || fact.disabled !== undefined) return false;
  if (fact.kind === 'file') return runningFiles.test(fact.name);
  if (fact.kind === 'job') return fact.activities.includes('deploys');
  return fact.kind === 'resource';
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function nearestRoot(folder: string, folders: ReadonlySet<string>): string {
  for (let at = folder; at !== ''; at = parentOf(at)) if (folders.has(at)) return at;
  return '';
}

/** The kind that asks for most where several were seen. */
const kindOrder = ['agent', 'rag', 'llm-app', 'ml-service', 'batch-ml', 'training-only', 'platform'];

function strongestKind(kinds: readonly string[]): string | undefined {
  return kindOrder.find((kind) => kinds.includes(kind));
}

function discovered(root: string, kind: string | undefined, repositoryName: string): System {
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

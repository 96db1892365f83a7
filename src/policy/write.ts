import { escapeControl } from '../lib/escape.ts';
import { audiences, lifecycles, risks, systemKinds } from './schema.ts';

/** A system as `stagegate init` found it. `hints` say why it was taken for one. */
export type FoundSystem = {
  readonly name: string;
  /** `.` or nothing for the whole repository. */
  readonly root: string;
  readonly kind?: string;
  readonly hints?: readonly string[];
};

const head = `# The AI systems of this repository, and the MLOps stage that each has to reach.
# Every key but version is optional.
version: 1

# observe: report only.
# enforce: fail below the target.
mode: observe
`;

const noSystem = `
# No AI system was found. If there is one, take the marks away and say where it is.
# systems:
#   assistant:
#     root: services/assistant
`;

/** The starting policy, as YAML that `parsePolicy` accepts. Folders that are named twice are written once. */
export function renderPolicy(systems: readonly FoundSystem[]): string {
  if (systems.length === 0) return head + noSystem;
  const folders = systems.map(folderOf);
  const distinct = systems.filter((system, index) => folders.indexOf(folderOf(system)) === index);
  const names = nameApart(distinct);
  const entries = distinct.map((system, index) => renderSystem(names[index] ?? '', system));
  return `${head}\n# Take out what is no AI system, and add what was not found.\nsystems:\n${entries.join('\n')}`;
}

function renderSystem(name: string, system: FoundSystem): string {
  const lines = [
    ...(system.hints ?? []).map((hint) => `# ${escapeControl(hint)}`),
    `root: ${scalar(folderOf(system))}`,
    renderKind(system.kind),
    `lifecycle: production # ${lifecycles.join(' | ')}`,
    `# audience: customers # ${audiences.join(' | ')}`,
    `# reputational-risk: high # ${risks.join(' | ')}`,
    '# regulated: insurance # the industry, or false',
    '# The stage to reach. None for a pilot. 4 if it is regulated, makes 10 million predictions a day, or',
    '# answers customers or the public and a wrong answer would hurt. Else 3. Gaps fail from the day of due on.',
    '# target: 3',
    '# due: 2027-03-31',
  ];
  return `  ${scalar(name)}:\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

function renderKind(kind: string | undefined): string {
  const choices = systemKinds.join(' | ');
  const known = systemKinds.some((candidate) => candidate === kind);
  return known ? `kind: ${kind} # ${choices}` : `# kind: llm-app # ${choices}`;
}

function folderOf({ root }: FoundSystem): string {
  return root === '' ? '.' : root;
}

/** Two systems of one name are told apart by their folders, and if need be by a number. */
function nameApart(systems: readonly FoundSystem[]): readonly string[] {
  const wanted = systems.map(({ name }) => cleanName(name));
  const taken = new Set<string>();
  return systems.map((system, index) => {
    const name = wanted[index] ?? '';
    const folder = folderOf(system);
    const keepsName = folder === '.' || wanted.filter((other) => other === name).length === 1;
    const base = keepsName ? name : cleanName(folder.replaceAll('/', '-'));
    let free = base;
    for (let number = 2; taken.has(free); number++) free = `${base}-${number}`;
    taken.add(free);
    return free;
  });
}

/** A folder's name as the policy takes it. */
function cleanName(name: string): string {
  const clean = name
    .replaceAll(/\p{C}+/gu, '-')
    .slice(0, 90)
    .trim();
  return clean === '' || clean === '.' || clean === '__proto__' || clean === '<<' ? 'system' : clean;
}

/** A plain word as it is, everything else in double quotes, which YAML reads as JSON does. */
function scalar(text: string): string {
  const isPlain = /^[A-Za-z][\w/-]*(?:\.[\w/-]+)*$|^\.$/.test(text);
  const meansSomething = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain && !meansSomething ? text : JSON.stringify(text);
}

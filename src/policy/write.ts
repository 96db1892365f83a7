import { escapeControl } from '../lib/escape.ts';
import type { ProfileHint } from '../model/system.ts';
import { audiences, lifecycles, risks, systemKinds } from './schema.ts';

/** A system as `stagegate init` found it, and what lets guess its profile. */
export type FoundSystem = {
  readonly name: string;
  /** `.` or nothing for the whole repository. */
  readonly root: string;
  readonly kind?: string;
  readonly hints?: readonly ProfileHint[];
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
  const hints = system.hints ?? [];
  const audience = ['customers', 'internal'].find((about) => hasHint(hints, about)) ?? 'customers';
  const industry = Object.keys(industries).find((about) => hasHint(hints, about));
  const models = placesOf(hints, 'models').length;
  const lines = [
    `root: ${scalar(folderOf(system))}`,
    renderKind(system.kind),
    `lifecycle: production # ${lifecycles.join(' | ')}`,
    ...Object.entries(audienceWords).flatMap(([about, words]) => renderHint(hints, about, words)),
    `# audience: ${audience} # ${audiences.join(' | ')}`,
    `# reputational-risk: high # ${risks.join(' | ')}`,
    ...Object.entries(industries).flatMap(([about, words]) => renderHint(hints, about, words)),
    `# regulated: ${industry ?? 'insurance'} # the industry, or false`,
    ...renderHint(hints, 'volume', 'Many predictions?'),
    ...renderHint(hints, 'models', `${models} ${models === 1 ? 'endpoint' : 'endpoints'}.`),
    ...(models > 0 || hasHint(hints, 'volume') ? [`# scale: { models-in-production: ${Math.max(models, 1)} }`] : []),
    '# The stage to reach. None for a pilot. 4 if it is regulated, makes 10 million predictions a day, or',
    '# answers customers or the public and a wrong answer would hurt. Else 3. Gaps fail from the day of due on.',
    '# target: 3',
    '# due: 2027-03-31',
  ];
  return `  ${scalar(name)}:\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

/** What each kind of hint asks the person who reads the policy. */
const audienceWords = { customers: 'Customers or the public?', internal: 'Colleagues only?' };
const industries = { finance: 'Regulated?', health: 'Regulated?', people: 'Regulated?' };

/** Places of one thing that are shown; one more says as little as none. */
const hintLimit = 3;

/** `# Regulated? It is about patients or their records (app/api.py:3, app/store.py:9)`, a line for each thing seen. */
function renderHint(hints: readonly ProfileHint[], about: string, words: string): readonly string[] {
  const titles = new Set(hints.filter((hint) => hint.about === about).map(({ title }) => title));
  return [...titles].map((title) => {
    const places = placesOf(
      hints.filter((hint) => hint.title === title),
      about,
    );
    const more = places.length > hintLimit ? [`${places.length - hintLimit} more`] : [];
    return `# ${escapeControl(`${words} ${title} (${[...places.slice(0, hintLimit), ...more].join(', ')})`)}`;
  });
}

function placesOf(hints: readonly ProfileHint[], about: string): readonly string[] {
  const places = hints.filter((hint) => hint.about === about).map(({ at }) => `${at.path}:${at.line}`);
  return [...new Set(places)];
}

function hasHint(hints: readonly ProfileHint[], about: string): boolean {
  return hints.some((hint) => hint.about === about);
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

import type { Fact, FactKind, Role, ScriptCommand } from './fact.ts';

/** How a rule may ask for a field: text by pattern, list by any of its items, flag by true or false, map by its keys. */
export type FieldType = 'text' | 'path' | 'list' | 'flag' | 'number' | 'map';

const jobFields = {
  provider: 'text',
  job: 'text',
  triggers: 'list',
  branches: 'list',
  paths: 'list',
  needs: 'list',
  environment: 'text',
  condition: 'text',
  directory: 'text',
  tolerant: 'flag',
  manual: 'flag',
  followed: 'flag',
  via: 'list',
  activities: 'list',
  'needs-activity': 'list',
  'environment-class': 'text',
  'needs-environment': 'list',
  'gate-breakers': 'list',
  'also-deployed-by': 'list',
  reviewers: 'text',
  required: 'flag',
  'last-runs': 'text',
  uses: 'text',
  with: 'map',
} as const satisfies Record<string, FieldType>;

/** The fields of each kind of fact as rules spell them; `path` and `role` belong to all. */
export const factFields = {
  file: { name: 'text' },
  job: jobFields,
  step: { ...jobFields, command: 'text', env: 'map', guard: 'text', always: 'flag', 'after-activity': 'list' },
  script: { runner: 'text', name: 'text', directory: 'text', package: 'text', commands: 'list' },
  resource: { tool: 'text', type: 'text', name: 'text', attributes: 'map', conditional: 'text' },
  image: { reference: 'text', repository: 'text', tag: 'text', digest: 'text', use: 'text', 'built-here': 'flag' },
  dependency: { ecosystem: 'text', name: 'text', version: 'text', scope: 'text' },
  section: {
    title: 'text',
    heading: 'text',
    level: 'number',
    text: 'text',
    words: 'number',
    steps: 'number',
    unfilled: 'flag',
    date: 'text',
  },
  import: { language: 'text', module: 'text', names: 'list' },
  call: { language: 'text', callee: 'text', arguments: 'map', inside: 'text', decorator: 'flag' },
  literal: { language: 'text', name: 'text', value: 'text' },
  class: { language: 'text', name: 'text', bases: 'list', fields: 'list', decorators: 'list' },
  config: { format: 'text', key: 'text', value: 'text', environment: 'text' },
  'model-reference': { provider: 'text', id: 'text', class: 'text', name: 'text', context: 'text' },
  query: {
    language: 'text',
    use: 'text',
    text: 'text',
    about: 'list',
    quantiles: 'list',
    statistic: 'text',
    threshold: 'text',
    routed: 'text',
  },
  table: { name: 'text', columns: 'map' },
  owner: { pattern: 'text', owners: 'list' },
  setting: { topic: 'text', name: 'text', values: 'map', unread: 'text' },
} as const satisfies Record<FactKind, Record<string, FieldType>>;

export const commonFields = { path: 'path', role: 'text' } as const satisfies Record<string, FieldType>;

/** The type of a field of a kind of fact, undefined if it has no such field. */
export function fieldType(kind: FactKind, field: string): FieldType | undefined {
  const fields: Readonly<Record<string, FieldType>> = { ...factFields[kind], ...commonFields };
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** The roles that count where a rule names none. */
export const defaultRoles: Readonly<Record<FactKind, readonly Role[]>> = {
  file: ['product'],
  job: ['product'],
  step: ['product'],
  script: ['product'],
  resource: ['product'],
  image: ['product'],
  dependency: ['product'],
  section: ['docs'],
  import: ['product'],
  call: ['product'],
  literal: ['product'],
  class: ['product'],
  config: ['product'],
  'model-reference': ['product'],
  query: ['product'],
  table: ['product'],
  // A CODEOWNERS file may stand among the documents.
  owner: ['product', 'docs'],
  setting: ['product'],
};

export type FieldValue = string | number | boolean | readonly string[] | Readonly<Record<string, string>> | undefined;

/** The value of a field by its name in rules (`needs-activity`), undefined where the source did not say. */
export function fieldValue(fact: Fact, field: string): FieldValue {
  return fieldReader(field)(fact);
}

/** The same for many facts: what a name stands for is worked out once. */
export function fieldReader(field: string): (fact: Fact) => FieldValue {
  if (field === 'path') return ({ at }) => at.path;
  const key = field.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return (fact) => {
    if (key === 'commands' && fact.kind === 'script') return fact.commands.flatMap(commandText);
    const values: Readonly<Record<string, unknown>> = fact;
    return values[key] as FieldValue;
  };
}

function commandText(command: ScriptCommand): readonly string[] {
  return command.does === 'run' ? [command.command] : [];
}

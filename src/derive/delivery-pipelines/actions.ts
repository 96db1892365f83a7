import type { ResourceFact } from '../../model/fact.ts';
import type { Start } from './triggers.ts';

/** An action of a stage. */
export type Action = {
  /** Stage and action by their names. */
  readonly id: string;
  readonly stage: number;
  readonly order: number;
  /** Source, Build, Test, Deploy, Approval or Invoke. */
  readonly category: string;
  readonly provider: string;
  readonly configuration: Readonly<Record<string, string>>;
};

/** Where the two languages of infrastructure keep the same. */
const spellings = {
  aws_codepipeline: {
    action: /^stage\.(\d+)\.action\.(\d+)\.(.+)$/,
    stage: (at: string) => `stage.${at}.name`,
    keys: { name: 'name', category: 'category', provider: 'provider', order: 'run_order' },
    configuration: 'configuration.',
  },
  'AWS::CodePipeline::Pipeline': {
    action: /^Stages\.(\d+)\.Actions\.(\d+)\.(.+)$/,
    stage: (at: string) => `Stages.${at}.Name`,
    keys: { name: 'Name', category: 'ActionTypeId.Category', provider: 'ActionTypeId.Provider', order: 'RunOrder' },
    configuration: 'Configuration.',
  },
} as const;

/** The actions of a delivery pipeline in the order that they are written in; none for any other resource. */
export function readActions({ type, attributes }: ResourceFact): readonly Action[] {
  const spelling = type === 'aws_codepipeline' || type === 'AWS::CodePipeline::Pipeline' ? spellings[type] : undefined;
  if (spelling === undefined) return [];
  const found = new Map<string, Map<string, string>>();
  for (const [path, value] of Object.entries(attributes)) {
    const [, stage, action, key] = spelling.action.exec(path) ?? [];
    if (stage === undefined || action === undefined || key === undefined) continue;
    const place = `${stage}.${action}`;
    found.set(place, (found.get(place) ?? new Map()).set(key, value));
  }
  return [...found].map(([place, values]) => {
    const [stage = '', index = ''] = place.split('.');
    const { keys, configuration } = spelling;
    const settings = [...values].filter(([key]) => key.startsWith(configuration));
    return {
      id: `${attributes[spelling.stage(stage)] ?? stage}/${values.get(keys.name) ?? index}`,
      stage: Number(stage),
      order: Number(values.get(keys.order) ?? 1),
      category: values.get(keys.category) ?? '',
      provider: values.get(keys.provider) ?? '',
      configuration: Object.fromEntries(settings.map(([key, value]) => [key.slice(configuration.length), value])),
    };
  });
}

/** What starts a pipeline: a change of its source, or else whoever can. */
export function readStart({ attributes }: ResourceFact, actions: readonly Action[]): Start {
  const sources = actions.filter(({ category }) => category === 'Source');
  const watching = sources.filter(({ configuration }) => configuration.DetectChanges !== 'false');
  const code = watching.filter(({ provider }) => /^(?:CodeStarSourceConnection|CodeCommit|GitHub)$/.test(provider));
  const branches = code.flatMap(({ configuration }) => configuration.BranchName ?? configuration.Branch ?? []);
  const known = branches.filter((branch) => /^[\w./-]+$/.test(branch) && !/^(?:var|local|each)\./.test(branch));
  const hasTriggers = Object.keys(attributes).some((key) => /^triggers?\./i.test(key));
  if (code.length > 0 || hasTriggers) return { triggers: ['push'], branches: known, paths: [], manual: false };
  if (watching.length > 0) return { triggers: ['repository_dispatch'], branches: [], paths: [], manual: false };
  return { triggers: ['workflow_dispatch'], branches: [], paths: [], manual: true };
}

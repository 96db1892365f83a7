import type { JobFact, ScriptFact, StepFact } from '../../model/fact.ts';
import type { Extraction } from '../../model/source.ts';
import { commandOf } from '../composite-actions.ts';

/**
 * A file with nothing but steps, which others put into their jobs, as a script under its path.
 * Format: https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/steps-template
 */
export function asScript(extraction: Extraction): Extraction {
  const { facts } = extraction;
  const [job, ...others] = facts.filter((fact): fact is JobFact => fact.kind === 'job');
  if (job?.job !== 'job' || job.inputs === undefined || others.length > 0) return extraction;
  const script: ScriptFact = {
    kind: 'script',
    at: { path: job.at.path, line: 1 },
    role: job.role,
    // As a step names an action of the repository: by its path.
    runner: 'action',
    name: job.at.path,
    parameters: Object.entries(job.inputs).map(([name, value]) => ({ name, default: value })),
    commands: facts.filter((fact): fact is StepFact => fact.kind === 'step').map(commandOf),
  };
  return { ...extraction, facts: [script] };
}

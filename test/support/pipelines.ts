import type { JobFact, StepFact } from '../../src/model/fact.ts';
import type { Extractor } from '../../src/model/source.ts';
import { sourceFile, tools } from './tools.ts';

/** The jobs and steps that an extractor reads from inline text, and what it says of the file. */
export function readPipeline(extractor: Extractor, path: string, text: string) {
  const { facts, diagnostics } = extractor.extract(sourceFile(path, text), tools);
  return {
    jobs: facts.filter((fact): fact is JobFact => fact.kind === 'job'),
    steps: facts.filter((fact): fact is StepFact => fact.kind === 'step'),
    facts,
    diagnostics,
  };
}

/** `12 deploy: kubectl apply -f k8s/`: line, job, and command or action. */
export function describeStep({ at, job, command, uses }: StepFact): string {
  return `${at.line} ${job}: ${command ?? uses ?? '-'}`;
}

/** `deploy < build, test`: a job and what it waits for. */
export function describeNeeds({ job, needs }: JobFact): string {
  return needs.length === 0 ? job : `${job} < ${needs.join(', ')}`;
}

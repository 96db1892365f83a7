import type { Fact, JobFact, StepFact } from '../../src/model/fact.ts';
import { compileRule } from '../../src/rules/compile.ts';
import { patternEngine } from '../../src/rules/engine.ts';
import type { Rule } from '../../src/rules/schema.ts';
import { exampleFacts } from './rules.ts';

type Files = Readonly<Record<string, string>>;

/** Commands that stand for what activity rules know: `deploy-it`, `score-it`, `ask-it`. */
const commands = {
  deploys: 'deploy-it',
  evaluates: 'score-it',
  approves: 'ask-it',
  'rolls-back': 'return-it',
} as const;

const rules = Object.entries(commands).map(([marks, word]) => {
  const rule: Rule = {
    id: `activity/${marks}/word`,
    title: word,
    marks,
    since: '0.1.0',
    match: { fact: 'step', command: `/^(make )?${word}\\b/` },
  };
  return compileRule(rule, patternEngine);
});

/** All facts of these files, with activities by the words above. */
export function pipelineFacts(files: Files): readonly Fact[] {
  return exampleFacts(files, rules);
}

/** The jobs of these files by their ids. */
export function jobsOf(files: Files): ReadonlyMap<string, JobFact> {
  const jobs = pipelineFacts(files).filter((fact): fact is JobFact => fact.kind === 'job');
  return new Map(jobs.map((job) => [job.job, job]));
}

/** The steps of these files, in order. */
export function stepsOf(files: Files): readonly StepFact[] {
  return pipelineFacts(files).filter((fact): fact is StepFact => fact.kind === 'step');
}

/** A workflow that a push to main starts, with jobs in their own words (`deploy: { needs: build, run: … }`). */
export function workflow(jobs: string, on = '{ push: { branches: [main] } }', name = ''): string {
  return `${name === '' ? '' : `name: ${name}\n`}on: ${on}\njobs:\n${jobs.replace(/^/gm, '  ')}`;
}

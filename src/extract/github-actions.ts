import type { Diagnostic } from '../model/diagnostic.ts';
import type { Fact, JobFact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import { type Job, readJobs } from './github-actions/jobs.ts';
import { findRefusals } from './github-actions/refusal.ts';
import { extractStep } from './github-actions/steps.ts';
import { parseYaml } from './github-actions/yaml-tree.ts';

const workflowPath = /^\.github\/workflows\/[^/]+\.ya?ml$/;

/** Characters that a workflow may have once its aliases are written out. */
const expandedLimit = 2_000_000;

/**
 * Jobs and steps of a GitHub Actions workflow. A file that is not valid YAML gives what can be read of it, switched off
 * as GitHub does not run it; one that GitHub's parser refuses gives its facts and a diagnostic.
 * Format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
 */
export const githubActions: Extractor = {
  name: 'github-actions',
  languages: ['bash'],
  gives: ['job', 'step'],
  claims: (path) => workflowPath.test(path),
  extract: extractWorkflow,
};

function extractWorkflow(file: SourceFile, tools: ExtractTools): Extraction {
  const { tree, problems, hasAliases } = parseYaml(file.text);
  const broken = problems.slice(0, 1).map(({ message, line }) => {
    return diagnose(file, 'file-unparsed', `not valid YAML: ${message}`, line);
  });
  if (tree === undefined) return { facts: [], diagnostics: broken };
  if (tree.size > expandedLimit) {
    const message = `its aliases stand for more than ${expandedLimit} characters`;
    return { facts: [], diagnostics: [diagnose(file, 'limit-reached', message)] };
  }
  const unread: string[] = [];
  const facts = readJobs(tree).flatMap((job) => [
    extractJob(job, file),
    ...job.steps.flatMap((step) => extractStep(step, job, file, watchSyntax(tools, unread))),
  ]);
  const sorted = facts.toSorted((a, b) => compareLocations(a.at, b.at));
  if (broken.length > 0) return { facts: sorted.map(switchOff), diagnostics: broken };
  const scripts = unread
    .slice(0, 1)
    .map((reason) => diagnose(file, 'file-unparsed', `a script was not read: ${reason}`));
  return { facts: sorted, diagnostics: [...scripts, ...(hasAliases ? [] : describeRefusals(file))] };
}

/** The same tools, which also note why a script could not be parsed. */
function watchSyntax(tools: ExtractTools, unread: string[]): ExtractTools {
  return {
    ...tools,
    querySyntax: (language, text, query) => {
      const result = tools.querySyntax(language, text, query);
      if (!result.ok) unread.push(result.reason);
      return result;
    },
  };
}

function extractJob(job: Job, file: SourceFile): JobFact {
  return {
    kind: 'job',
    at: { path: file.path, line: job.line },
    role: file.role,
    ...(job.disabled === undefined ? {} : { disabled: job.disabled }),
    ...job.context,
    ...job.links,
    ...(job.uses === undefined ? {} : { uses: job.uses }),
    with: job.with,
  };
}

function switchOff(fact: Fact): Fact {
  return { ...fact, disabled: 'the workflow is not valid YAML' };
}

function describeRefusals(file: SourceFile): readonly Diagnostic[] {
  const [first, ...others] = findRefusals(file);
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  const message = `GitHub's parser refuses this workflow: ${first.message}${more}`;
  return [{ level: 'warning', code: 'workflow-refused', message, at: { path: file.path, line: first.line } }];
}

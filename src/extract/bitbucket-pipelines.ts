import type { YamlNode } from '../lib/yaml-nodes.ts';
import type { Extractor } from '../model/source.ts';
import { readSections } from './bitbucket-pipelines/sections.ts';
import { readSectionJobs } from './bitbucket-pipelines/steps.ts';
import { extractYamlPipeline } from './pipeline/facts.ts';
import type { Job } from './pipeline/job.ts';
import { textAt } from './pipeline/look-up.ts';
import type { Reading } from './pipeline/reading.ts';

const key = /\bpipelines["']?[ \t]*:/;

/**
 * Jobs and steps of Bitbucket Pipelines: every step of a pipeline is a job. A pipeline that stands in another repository
 * is a job that `uses` it.
 * Format: https://support.atlassian.com/bitbucket-cloud/docs/bitbucket-pipelines-configuration-reference/
 */
export const bitbucketPipelines: Extractor = {
  name: 'bitbucket-pipelines',
  languages: ['bash'],
  gives: ['job', 'step'],
  claims: (path) => /(?:^|\/)bitbucket-pipelines\.ya?ml$/.test(path),
  extract: (file, tools) => extractYamlPipeline({ provider: 'bitbucket-pipelines', key, readJobs }, file, tools),
};

function* readJobs(root: YamlNode, reading: Reading): Generator<Job> {
  for (const section of readSections(root)) {
    const shared = textAt(section.body, 'import');
    if (shared === undefined) yield* readSectionJobs(section, root, reading);
    else yield { id: section.name, line: section.line, events: section.events, uses: shared, steps: [] };
  }
}

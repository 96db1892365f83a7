import { joinFolder } from '../../lib/folders.ts';
import type { ResourceFact } from '../../model/fact.ts';
import type { Action } from './actions.ts';

const usualFile = 'buildspec.yml';

/** The file of the build that an action starts, from the root; undefined if it starts none or that is written elsewhere. */
export function findBuildFile(
  { provider, configuration }: Action,
  pipeline: ResourceFact,
  resources: readonly ResourceFact[],
): string | undefined {
  const name = configuration.ProjectName;
  if (provider !== 'CodeBuild' || name === undefined) return undefined;
  const projects = resources.filter(({ type, tool, attributes, ...project }) => {
    if (tool !== pipeline.tool || !/^(?:aws_codebuild_project|AWS::CodeBuild::Project)$/.test(type)) return false;
    const own = attributes.name ?? attributes.Name;
    return own === name || name === `\${${project.name}}` || name.startsWith(`aws_codebuild_project.${project.name}.`);
  });
  const [project, ...others] = projects;
  if (project === undefined || others.length > 0) return undefined;
  const { attributes } = project;
  const file = attributes['source.0.buildspec'] ?? attributes['source.buildspec'] ?? attributes['Source.BuildSpec'];
  // A build that is written into the template has lines.
  if (file?.includes('\n')) return undefined;
  return joinFolder('', file ?? usualFile);
}

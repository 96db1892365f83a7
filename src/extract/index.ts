import type { Extractor } from '../model/source.ts';
import { arm } from './arm.ts';
import { asciidoc } from './asciidoc.ts';
import { azurePipelines } from './azure-pipelines.ts';
import { bicep } from './bicep.ts';
import { bitbucketPipelines } from './bitbucket-pipelines.ts';
import { buildkite } from './buildkite.ts';
import { cargoDependencies } from './cargo-dependencies.ts';
import { circleci } from './circleci.ts';
import { cloudBuild } from './cloud-build.ts';
import { cloudformation } from './cloudformation.ts';
import { codebuild } from './codebuild.ts';
import { codeowners } from './codeowners.ts';
import { compose } from './compose.ts';
import { composerDependencies } from './composer-dependencies.ts';
import { compositeActions } from './composite-actions.ts';
import { condaDependencies } from './conda-dependencies.ts';
import { config, jsonConfig } from './config.ts';
import { contents } from './contents.ts';
import { csharp } from './csharp.ts';
import { dockerfile } from './dockerfile.ts';
import { githubActions } from './github-actions.ts';
import { gitlabCi } from './gitlab-ci.ts';
import { go } from './go.ts';
import { goDependencies } from './go-dependencies.ts';
import { gradleDependencies } from './gradle-dependencies.ts';
import { helm } from './helm.ts';
import { helmfile } from './helmfile.ts';
import { java } from './java.ts';
import { jenkins } from './jenkins.ts';
import { justfile } from './justfile.ts';
import { kubernetes } from './kubernetes.ts';
import { kustomize } from './kustomize.ts';
import { makefile } from './makefile.ts';
import { markdown } from './markdown.ts';
import { mavenDependencies } from './maven-dependencies.ts';
import { notebook } from './notebook.ts';
import { npmDependencies } from './npm-dependencies.ts';
import { npmScripts } from './npm-scripts.ts';
import { nugetDependencies } from './nuget-dependencies.ts';
import { plainText } from './plain-text.ts';
import { platformFiles } from './platform-files.ts';
import { prisma } from './prisma.ts';
import { python } from './python.ts';
import { pythonDependencies } from './python-dependencies.ts';
import { pythonScripts } from './python-scripts.ts';
import { pythonSessions } from './python-sessions.ts';
import { pythonTasks } from './python-tasks.ts';
import { rDependencies } from './r-dependencies.ts';
import { railsSchema } from './rails-schema.ts';
import { restructuredText } from './restructured-text.ts';
import { ruby } from './ruby.ts';
import { rubyDependencies } from './ruby-dependencies.ts';
import { shellScripts } from './shell-scripts.ts';
import { sql } from './sql.ts';
import { taskfile } from './taskfile.ts';
import { terraform } from './terraform.ts';
import { tox } from './tox.ts';
import { typescript } from './typescript.ts';
import { drone, woodpecker } from './woodpecker.ts';

/** Every format that is read. */
export const extractors: readonly Extractor[] = [
  githubActions,
  compositeActions,
  makefile,
  npmScripts,
  justfile,
  taskfile,
  pythonTasks,
  tox,
  pythonSessions,
  pythonScripts,
  shellScripts,
  gitlabCi,
  azurePipelines,
  circleci,
  jenkins,
  bitbucketPipelines,
  buildkite,
  cloudBuild,
  codebuild,
  woodpecker,
  drone,
  terraform,
  cloudformation,
  bicep,
  arm,
  platformFiles,
  kubernetes,
  helm,
  helmfile,
  kustomize,
  compose,
  dockerfile,
  pythonDependencies,
  npmDependencies,
  condaDependencies,
  goDependencies,
  mavenDependencies,
  gradleDependencies,
  nugetDependencies,
  rubyDependencies,
  rDependencies,
  cargoDependencies,
  composerDependencies,
  markdown,
  python,
  notebook,
  typescript,
  go,
  java,
  csharp,
  ruby,
  restructuredText,
  asciidoc,
  plainText,
  config,
  jsonConfig,
  codeowners,
  contents,
  sql,
  prisma,
  railsSchema,
];

import type { Extractor } from '../model/source.ts';
import { asciidoc } from './asciidoc.ts';
import { cargoDependencies } from './cargo-dependencies.ts';
import { codeowners } from './codeowners.ts';
import { compose } from './compose.ts';
import { composerDependencies } from './composer-dependencies.ts';
import { condaDependencies } from './conda-dependencies.ts';
import { config, jsonConfig } from './config.ts';
import { githubActions } from './github-actions.ts';
import { goDependencies } from './go-dependencies.ts';
import { gradleDependencies } from './gradle-dependencies.ts';
import { kubernetes } from './kubernetes.ts';
import { markdown } from './markdown.ts';
import { mavenDependencies } from './maven-dependencies.ts';
import { npmDependencies } from './npm-dependencies.ts';
import { nugetDependencies } from './nuget-dependencies.ts';
import { plainText } from './plain-text.ts';
import { prisma } from './prisma.ts';
import { pythonDependencies } from './python-dependencies.ts';
import { rDependencies } from './r-dependencies.ts';
import { restructuredText } from './restructured-text.ts';
import { rubyDependencies } from './ruby-dependencies.ts';
import { sql } from './sql.ts';
import { terraform } from './terraform.ts';

/** Every format that is read. */
export const extractors: readonly Extractor[] = [
  githubActions,
  terraform,
  kubernetes,
  compose,
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
  restructuredText,
  asciidoc,
  plainText,
  config,
  jsonConfig,
  codeowners,
  sql,
  prisma,
];

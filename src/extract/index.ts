import type { Extractor } from '../model/source.ts';
import { arm } from './arm.ts';
import { bicep } from './bicep.ts';
import { cloudformation } from './cloudformation.ts';
import { compose } from './compose.ts';
import { githubActions } from './github-actions.ts';
import { kubernetes } from './kubernetes.ts';
import { markdown } from './markdown.ts';
import { npmDependencies } from './npm-dependencies.ts';
import { platformFiles } from './platform-files.ts';
import { pythonDependencies } from './python-dependencies.ts';
import { terraform } from './terraform.ts';

/** Every format that is read. */
export const extractors: readonly Extractor[] = [
  githubActions,
  terraform,
  cloudformation,
  bicep,
  arm,
  platformFiles,
  kubernetes,
  compose,
  pythonDependencies,
  npmDependencies,
  markdown,
];

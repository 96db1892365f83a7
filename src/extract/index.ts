import type { Extractor } from '../model/source.ts';
import { compose } from './compose.ts';
import { dockerfile } from './dockerfile.ts';
import { githubActions } from './github-actions.ts';
import { helm } from './helm.ts';
import { helmfile } from './helmfile.ts';
import { kubernetes } from './kubernetes.ts';
import { kustomize } from './kustomize.ts';
import { markdown } from './markdown.ts';
import { npmDependencies } from './npm-dependencies.ts';
import { pythonDependencies } from './python-dependencies.ts';
import { terraform } from './terraform.ts';

/** Every format that is read. */
export const extractors: readonly Extractor[] = [
  githubActions,
  terraform,
  kubernetes,
  helm,
  helmfile,
  kustomize,
  compose,
  dockerfile,
  pythonDependencies,
  npmDependencies,
  markdown,
];

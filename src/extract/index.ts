import type { Extractor } from '../model/source.ts';
import { compose } from './compose.ts';
import { csharp } from './csharp.ts';
import { githubActions } from './github-actions.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { kubernetes } from './kubernetes.ts';
import { markdown } from './markdown.ts';
import { notebook } from './notebook.ts';
import { npmDependencies } from './npm-dependencies.ts';
import { python } from './python.ts';
import { pythonDependencies } from './python-dependencies.ts';
import { ruby } from './ruby.ts';
import { terraform } from './terraform.ts';
import { typescript } from './typescript.ts';

/** Every format that is read. */
export const extractors: readonly Extractor[] = [
  githubActions,
  terraform,
  kubernetes,
  compose,
  pythonDependencies,
  npmDependencies,
  markdown,
  python,
  notebook,
  typescript,
  go,
  java,
  csharp,
  ruby,
];

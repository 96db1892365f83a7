import type { Extractor } from '../model/source.ts';
import { compose } from './compose.ts';
import { compositeActions } from './composite-actions.ts';
import { githubActions } from './github-actions.ts';
import { justfile } from './justfile.ts';
import { kubernetes } from './kubernetes.ts';
import { makefile } from './makefile.ts';
import { markdown } from './markdown.ts';
import { npmDependencies } from './npm-dependencies.ts';
import { npmScripts } from './npm-scripts.ts';
import { pythonDependencies } from './python-dependencies.ts';
import { pythonSessions } from './python-sessions.ts';
import { pythonTasks } from './python-tasks.ts';
import { shellScripts } from './shell-scripts.ts';
import { taskfile } from './taskfile.ts';
import { terraform } from './terraform.ts';
import { tox } from './tox.ts';

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
  shellScripts,
  terraform,
  kubernetes,
  compose,
  pythonDependencies,
  npmDependencies,
  markdown,
];

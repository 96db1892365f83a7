import { folderOf, topOfCheckout } from '../lib/folders.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { extractScripts, refuseLong } from './scripts/commands.ts';
import { applyOptions } from './shell/modes.ts';

const scriptPath = /\.(?:sh|bash|zsh|ksh)$|(?:^|\/)(?:bin|scripts?|ci|\.ci|hack|tools|dev|deploy)\/[a-z][\w-]*$/;

/** `#!/bin/bash -e`, `#!/usr/bin/env -S bash -e` */
const shebang = /^#!\s*\S*?(?:\/env\s+(?:-S\s+)?)?(?:\S*\/)?(?:ba|da|z|k|a)?sh((?:\s+\S+)*)\s*$/;

/**
 * A shell script under its path; it runs in the folder of its caller. A file without an ending counts if its first line
 * names a shell.
 */
export const shellScripts: Extractor = {
  name: 'shell-scripts',
  languages: ['bash'],
  // Of one that could not be read, the step that starts it stays as it is written; a large binary in bin/ is none.
  gives: [],
  claims: (path) => scriptPath.test(path),
  extract: extractScript,
};

function extractScript(file: SourceFile, tools: ExtractTools): Extraction {
  const first = file.text.slice(0, file.text.search(/\r?\n|$/));
  const [isShell, options = ''] = shebang.exec(first) ?? [];
  const hasEnding = /\.\w+$/.test(file.path);
  if (isShell === undefined && (!hasEnding || first.startsWith('#!'))) return { facts: [], diagnostics: [] };
  const refused = refuseLong(file);
  if (refused) return refused;
  const modes = applyOptions({ errexit: false, pipefail: false }, options.trim().split(/\s+/));
  const { text, parameters } = nameOwnFolder(file);
  const pieces = [{ text, line: 1, modes }];
  return extractScripts([{ name: file.path, line: 1, parameters, pieces }], 'shell', file, tools);
}

/** `$(dirname "$0")`, `${BASH_SOURCE[0]%/*}` */
const ownFolder = /\$\(dirname\s[^()\n]*?\$\{?(?:0|BASH_SOURCE)\b[^()\n]*\)|\$\{(?:0|BASH_SOURCE(?:\[0\])?)%\/\*\}/g;
const named =
  /^\s*(?:(?:readonly|export|local|declare -r)\s+)?(\w+)=["']?(?:\$\(cd\s+(?:-P\s+)?(?:--\s+)?["']?)?\$\{SCRIPT_FOLDER\}([\w/.-]*)/gm;

/** Gives the script's own folder, and the variables that it keeps it in, as parameters that have a value. */
function nameOwnFolder({ path, text }: SourceFile) {
  const replaced = text.replace(ownFolder, '${SCRIPT_FOLDER}');
  if (replaced === text) return { text, parameters: [] };
  const folder = `${topOfCheckout}/${folderOf(path)}`;
  const variables = [...replaced.matchAll(named)].map(([, name = '', rest = '']) => ({ name, default: folder + rest }));
  return { text: replaced, parameters: [{ name: 'SCRIPT_FOLDER', default: folder }, ...variables] };
}

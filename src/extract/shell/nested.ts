import type { Capture } from '../../model/source.ts';
import { applyOptions, type Modes } from './modes.ts';

export type Word = { readonly text: string; readonly line: number };

/** A script that a command hands to another shell. */
export type NestedScript = {
  readonly text: string;
  readonly line: number;
  readonly modes: Modes;
  /** On another machine, in folders that are not the repository's. */
  readonly isElsewhere: boolean;
};

type Script = Omit<NestedScript, 'isElsewhere'>;

const shells = new Set(['bash', 'sh', 'dash', 'zsh', 'ksh', 'ash', 'su']);
const sshOptionsWithValue = /^-[1246AaCfGgKkMNnqsTtVvXxYy]*[BbcDEeFIiJLlmOopQRSWw]$/;
const plain: Modes = { errexit: false, pipefail: false };

/** The script in the arguments of `bash -c '…'` and `ssh host '…'`, or in what such a command is fed by `<<`. */
export function findNested(words: readonly Word[], input: Capture | undefined): NestedScript | undefined {
  const [program, ...rest] = words;
  const isElsewhere = program?.text === 'ssh';
  const isShell = program !== undefined && shells.has(program.text);
  const script = isElsewhere ? findRemote(rest, input) : isShell ? findInShell(rest, input) : undefined;
  return script && { ...script, isElsewhere };
}

function findInShell(words: readonly Word[], input: Capture | undefined): Script | undefined {
  const modes = applyOptions(
    plain,
    words.map(({ text }) => text),
  );
  const flag = words.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  const script = flag === -1 ? undefined : words.slice(flag + 1).find(({ text }) => !/^[-+]/.test(text));
  if (script !== undefined) return { ...script, modes };
  const isFed = words.every(({ text }, index) => /^[-+]/.test(text) || /^-\w*o$/.test(words[index - 1]?.text ?? ''));
  return input && isFed ? { text: readInput(input), line: input.line, modes } : undefined;
}

/** https://man.openbsd.org/ssh.1 */
function findRemote(words: readonly Word[], input: Capture | undefined): Script | undefined {
  // Options may also stand between the host and the command.
  const host = skipSshOptions(words, 0);
  const [first, ...rest] = words.slice(skipSshOptions(words, host + 1));
  if (first === undefined) return input && { text: readInput(input), line: input.line, modes: plain };
  const command = [first, ...rest].map(({ text }) => text).join(' ');
  const fed = /^(?:sudo )?(?:\/bin\/)?(?:ba)?sh(?: -\w+)*$/.test(command) ? input : undefined;
  if (fed === undefined) return { text: command, line: first.line, modes: plain };
  return { text: readInput(fed), line: fed.line, modes: applyOptions(plain, command.split(' ').slice(1)) };
}

function skipSshOptions(words: readonly Word[], from: number): number {
  let at = from;
  while (words[at]?.text.startsWith('-')) at += sshOptionsWithValue.test(words[at]?.text ?? '') ? 2 : 1;
  return at;
}

function readInput({ text }: Capture): string {
  return text.replace(/\\([$`\\])/g, '$1');
}

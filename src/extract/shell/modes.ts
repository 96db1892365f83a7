/** Which failures end a script. https://www.gnu.org/software/bash/manual/html_node/The-Set-Builtin.html */
export type Modes = {
  /** A command that fails ends the script (`set -e`). */
  readonly errexit: boolean;
  /** A pipeline fails with any of its commands, not only with the last one. */
  readonly pipefail: boolean;
};

/** The modes after the options of `set`, or of a shell that is started, up to its first other argument. */
export function applyOptions(modes: Modes, words: readonly string[]): Modes {
  let { errexit, pipefail } = modes;
  for (let at = 0; /^[-+]\w/.test(words[at] ?? ''); at += 1) {
    const option = words[at] ?? '';
    const isOn = option.startsWith('-');
    if (option.includes('e')) errexit = isOn;
    if (!option.includes('o')) continue;
    at += 1;
    if (words[at] === 'pipefail') pipefail = isOn;
    if (words[at] === 'errexit') errexit = isOn;
  }
  return { errexit, pipefail };
}

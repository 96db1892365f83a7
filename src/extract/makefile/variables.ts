/** Variables by name; those whose value depends on who asks are open: they have a default at most. */
export type Variables = {
  readonly known: ReadonlyMap<string, string>;
  readonly open: ReadonlyMap<string, string>;
};

/** Characters that expanding may give in one file: variables can double each other. */
const expansionLimit = 100_000;
const depthLimit = 20;

const environmentName = /(?:^|_)(?:env|environment|stage|tier|target)$/i;

export type Assignment = {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
  /** It stands in a branch, so that another value is as likely. */
  readonly conditional: boolean;
};

const assignment = /^\s*(?:(?:export|override|private)\s+)*([\w.-]+)\s*(\?=|:{0,3}=|\+=|!=)\s*(.*)$/;

/** Reads `NAME = value`. https://www.gnu.org/software/make/manual/html_node/Setting.html */
export function readAssignment(text: string): Omit<Assignment, 'conditional'> | undefined {
  const [, name, operator, value] = assignment.exec(text) ?? [];
  if (name === undefined || operator === undefined || value === undefined) return undefined;
  return { name, operator, value: operator === '!=' ? `$(shell ${value})` : value.replace(/\s+#.*$/, '') };
}

/** What each variable stands for after all assignments of a file. */
export function settleVariables(assignments: readonly Assignment[]): Variables {
  const known = new Map<string, string>();
  const open = new Map<string, string>();
  for (const { name, operator, value, conditional } of assignments) {
    const before = known.get(name) ?? open.get(name);
    const isOpen = operator === '?=' || conditional || environmentName.test(name) || open.has(name);
    const now = operator === '+=' && before !== undefined ? `${before} ${value}` : value;
    known.delete(name);
    if (!isOpen) known.set(name, now);
    else if (operator !== '?=' || before === undefined) open.set(name, now);
  }
  return { known, open };
}

/**
 * Expands references: `$(NAME)` and `${NAME}` to the value that is known, or else to `${NAME}`, which a shell can read;
 * `$(shell …)` to a substitution, other functions to a word that nobody knows, `$$` to `$`.
 * https://www.gnu.org/software/make/manual/html_node/Reference.html
 */
export function makeExpander({ known }: Variables): (text: string, automatic: ReadonlyMap<string, string>) => string {
  let budget = expansionLimit;
  const expand = (text: string, automatic: ReadonlyMap<string, string>, depth: number): string => {
    let expanded = '';
    let at = 0;
    while (at < text.length) {
      const next = text.indexOf('$', at);
      if (next === -1) return expanded + text.slice(at);
      const { reference, end } = readReference(text, next);
      expanded += text.slice(at, next) + resolve(reference, automatic, depth);
      at = end;
    }
    return expanded;
  };
  const resolve = (reference: string, automatic: ReadonlyMap<string, string>, depth: number): string => {
    if (reference === '$') return '$';
    if (reference === 'MAKE') return 'make';
    const value = automatic.get(reference) ?? known.get(reference);
    if (value !== undefined && depth < depthLimit && value.length < budget) {
      budget -= value.length;
      return expand(value, automatic, depth + 1);
    }
    const shell = /^shell\s+([\s\S]*)$/.exec(reference)?.[1];
    if (shell !== undefined && depth < depthLimit) return `$(${expand(shell, automatic, depth + 1)})`;
    return /^\w+$/.test(reference) ? `\${${reference}}` : reference === '*' ? '${*}' : '${_}';
  };
  return (text, automatic) => expand(text, automatic, 0);
}

type Reference = { readonly reference: string; readonly end: number };

/** The name behind a `$`: one character, or what stands in brackets, which may nest. */
function readReference(text: string, at: number): Reference {
  const opening = text[at + 1] ?? '';
  if (opening !== '(' && opening !== '{') return { reference: opening === '' ? '$' : opening, end: at + 2 };
  const closing = opening === '(' ? ')' : '}';
  let depth = 0;
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === opening) depth += 1;
    if (text[end] === closing) depth -= 1;
    if (depth === 0) return { reference: text.slice(at + 2, end), end: end + 1 };
  }
  return { reference: '', end: text.length };
}

import { type MakeLine, readLines } from './lines.ts';
import { type Assignment, makeExpander, readAssignment, settleVariables, type Variables } from './variables.ts';

/** A target with all of its rules together; recipe lines expanded, with their prefixes. */
export type Target = {
  readonly name: string;
  readonly line: number;
  readonly needs: readonly string[];
  readonly recipe: readonly { readonly text: string; readonly line: number }[];
};

type Growing = {
  readonly name: string;
  line: number;
  readonly needs: string[];
  readonly recipe: { text: string; line: number }[];
};

export type Makefile = {
  readonly targets: readonly Target[];
  readonly variables: Variables;
  /** What runs if no target is named. */
  readonly goal?: string;
  readonly oneShell: boolean;
  readonly shellFlags: readonly string[];
};

type Rule = { readonly targets: string; readonly needs: string; readonly line: number; readonly recipe: MakeLine[] };

const rule = /^([^\s:=#][^:=#]*?)\s*(?:&?::?)(?![:=])\s*([^;]*?)(?:;(.*))?$/;
const directive = /^\s*(?:-?include|sinclude|export|unexport|vpath|undefine|load)\b/;

/** Reads the rules of a makefile. https://www.gnu.org/software/make/manual/html_node/Rules.html */
export function readMakefile(text: string): Makefile {
  const { rules, assignments } = readRules(readLines(text));
  const variables = settleVariables(assignments);
  const expand = makeExpander(variables);
  const targets = new Map<string, Growing>();
  for (const { targets: names, needs, line, recipe } of rules) {
    const awaited = splitWords(expand(needs, new Map())).filter((word) => word !== '|');
    for (const name of splitWords(expand(names, new Map()))) {
      const automatic = new Map([
        ['@', name.includes('%') ? '${@}' : name],
        ['<', awaited[0] ?? ''],
        ['^', awaited.join(' ')],
        ['+', awaited.join(' ')],
      ]);
      const target = targets.get(name) ?? { name, line, needs: [], recipe: [] };
      if (target.recipe.length === 0) target.line = line;
      for (const need of awaited) target.needs.push(need);
      for (const row of recipe) target.recipe.push({ text: expand(row.text, automatic), line: row.line });
      targets.set(name, target);
    }
  }
  const real = [...targets.values()].filter(({ name }) => !/^\.[A-Z_]+$/.test(name));
  const goal = variables.known.get('.DEFAULT_GOAL') ?? real.find(({ name }) => !/^\.|%/.test(name))?.name;
  return {
    targets: real,
    variables,
    ...(goal === undefined ? {} : { goal }),
    oneShell: targets.has('.ONESHELL'),
    shellFlags: splitWords(`${variables.known.get('SHELL') ?? ''} ${variables.known.get('.SHELLFLAGS') ?? ''}`),
  };
}

function readRules(lines: readonly MakeLine[]): {
  readonly rules: readonly Rule[];
  readonly assignments: Assignment[];
} {
  const rules: Rule[] = [];
  const assignments: Assignment[] = [];
  let open: Rule | undefined;
  let branches = 0;
  let inDefine = false;
  for (const row of lines) {
    const { text, line } = row;
    if (/^\s*(?:override\s+)?define\b/.test(text) && !row.isRecipe) inDefine = true;
    if (inDefine) {
      if (/^\s*endef\b/.test(text)) inDefine = false;
      continue;
    }
    if (row.isRecipe && open) {
      open.recipe.push(row);
      continue;
    }
    if (/^\s*ifn?(?:eq|def)\b/.test(text)) branches += 1;
    else if (/^\s*endif\b/.test(text)) branches -= 1;
    else if (!/^\s*(?:else\b|#|$)/.test(text)) {
      const assigned = readAssignment(text);
      if (assigned) assignments.push({ ...assigned, conditional: branches > 0 });
      else open = directive.test(text) ? undefined : readRule(text, line);
      if (!assigned && open) rules.push(open);
    }
  }
  return { rules, assignments };
}

function readRule(text: string, line: number): Rule | undefined {
  const [, targets, needs = '', recipe] = rule.exec(text.replace(/(^|\s)#.*$/, '')) ?? [];
  // A variable of one target: `deploy: ENV = prod`.
  if (targets === undefined || /^[\w.-]+\s*[?+:]*=/.test(needs)) return undefined;
  const first: readonly MakeLine[] = recipe?.trim() ? [{ text: recipe, line, isRecipe: true }] : [];
  return { targets, needs, line, recipe: [...first] };
}

function splitWords(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

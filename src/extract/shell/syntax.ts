import { type Nested, nestSpans } from '../../lib/nesting.ts';
import type { Capture, QuerySyntax } from '../../model/source.ts';

/** What the reading of commands needs to know of a script. A part's role in a larger construct is a node of its own. */
const query = `
(command) @command
(command name: (_) @word)
(command argument: (_) @word)
[(command_substitution) (process_substitution)] @substitution
[(expansion) (arithmetic_expansion)] @expansion
(variable_assignment) @assignment
[(declaration_command) (unset_command)] @declaration
(test_command) @test
(list) @list
(subshell) @subshell
(list . (_) @or-left . "||" . (_) @or-right)
(redirected_statement body: (_) @or-left redirect: (heredoc_redirect operator: "||" right: (_) @or-right))
(list . (_) @and-left . "&&")
(pipeline) @pipeline
(pipeline (_) @piped . ["|" "|&"])
(redirected_statement body: (_) @piped redirect: (heredoc_redirect (pipeline)))
((_) @background . "&")
[(negated_command) (pipeline . (negated_command))] @negated
(if_statement) @if
(if_statement condition: (_) @condition)
(elif_clause . (_) @condition)
[(elif_clause) (else_clause) (case_item)] @branch
(case_statement) @case
[(while_statement) (for_statement) (c_style_for_statement)] @loop
(while_statement condition: (_) @loop-condition)
(function_definition body: (_) @function)
(heredoc_body) @heredoc
(redirected_statement body: (command) @fed redirect: (heredoc_redirect (heredoc_body) @input))
`;

// Where two nodes cover the same text, the lower rank is the outer one.
const ranks = {
  function: 0,
  condition: 0,
  'loop-condition': 0,
  background: 0,
  'or-left': 0,
  'or-right': 0,
  'and-left': 0,
  piped: 0,
  branch: 1,
  if: 1,
  case: 1,
  loop: 1,
  list: 1,
  subshell: 1,
  pipeline: 1,
  negated: 1,
  assignment: 1,
  declaration: 1,
  test: 1,
  heredoc: 1,
  command: 2,
  word: 3,
  expansion: 4,
  substitution: 4,
} as const;

export type Kind = keyof typeof ranks;

type Construct = Omit<Capture, 'name'> & {
  readonly kind: Kind;
  /** What runs when it fails: the right side of `||`. */
  readonly fallback?: Capture;
  /** What a command is fed by `<<`. */
  readonly input?: Capture;
};

export type ShellNode = Nested<Construct>;

/** The nodes of a script in order of their place; none where it can't be parsed at all. */
export function parseShell(text: string, querySyntax: QuerySyntax): readonly ShellNode[] {
  const found = querySyntax('bash', text, query);
  if (!found.ok) return [];
  const inputs = new Map<number, Capture>();
  for (const [fed, input] of found.matches) if (fed?.name === 'fed' && input) inputs.set(fed.start, input);
  const nodes = found.matches.flatMap(readNodes).map((node) => {
    const input = node.kind === 'command' ? inputs.get(node.start) : undefined;
    return input === undefined ? node : { ...node, input };
  });
  return nestSpans(nodes, ({ kind }) => ranks[kind]);
}

function readNodes([first, second]: readonly Capture[]): readonly Construct[] {
  const [node, ...rest] = [first, second].flatMap((capture) => (capture ? readNode(capture) : []));
  if (node === undefined) return [];
  return second === undefined ? [node] : [{ ...node, fallback: second }, ...rest];
}

function readNode({ name, ...place }: Capture): readonly Construct[] {
  return isKind(name) ? [{ ...place, kind: name }] : [];
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(ranks, name);
}

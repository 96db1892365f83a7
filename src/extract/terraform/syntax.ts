import { type Nested, nestSpans } from '../../lib/nesting.ts';
import type { Capture, ExtractTools } from '../../model/source.ts';

const query = `[
(block) @block
(attribute) @attribute
(object_elem) @element
(expression) @expression
(numeric_lit) @scalar
(bool_lit) @scalar
(null_lit) @null
(string_lit) @string
(quoted_template) @template
(heredoc_template) @heredoc
(template_interpolation) @interpolation
(template_directive) @directive
(tuple) @tuple
(object) @object
(for_tuple_expr) @loop
(for_object_expr) @loop
(for_intro) @intro
(for_cond) @filter
(variable_expr) @variable
(function_call) @call
(ellipsis) @ellipsis
(conditional) @choice
(unary_operation) @unary
(binary_operation) @binary
(get_attr) @member
(new_index) @index
(legacy_index) @place
(splat) @splat
(ERROR) @error
]`;

/** Of kinds that may cover the same text: the outer one first. */
const outer = ['block', 'attribute', 'element', 'expression'];

export type HclNode = Nested<Capture>;

export type HclTree =
  | {
      readonly ok: true;
      readonly nodes: readonly HclNode[];
      /** The indexes of what stands directly in a node; of -1, of what stands at the top. */
      readonly childrenOf: (index: number) => readonly number[];
      readonly hasErrors: boolean;
    }
  | { readonly ok: false; readonly reason: string };

/**
 * The constructs of a file in order of their place, each of a kind (`name`).
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function parseHcl(text: string, tools: ExtractTools): HclTree {
  const found = tools.querySyntax('hcl', text, query);
  if (!found.ok) return found;
  const nodes = nestSpans(found.matches.flat(), ({ name }) => {
    const rank = outer.indexOf(name);
    return rank === -1 ? outer.length : rank;
  });
  const children = new Map<number, number[]>();
  for (const [index, { parent }] of nodes.entries()) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(index);
    else children.set(parent, [index]);
  }
  return { ok: true, nodes, childrenOf: (index) => children.get(index) ?? [], hasErrors: found.hasErrors };
}

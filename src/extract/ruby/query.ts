/** Node types: https://github.com/tree-sitter/tree-sitter-ruby/blob/master/src/node-types.json */
export const rubyQuery = `
(call !receiver method: (identifier) @import.verb arguments: (argument_list . (string) @import.module)) @import

(call method: [(identifier) (constant)] @call.callee) @call
(call arguments: (argument_list (_) @call.argument)) @call
(pair key: (_) @named.name value: (_) @named.value) @named

(string) @text
[(integer) (float)] @number
(hash (pair key: (_) @object.key value: (_) @object.value)) @object
(array (_) @list.item) @list
(binary left: (_) @fallback.left operator: "||" right: (_) @fallback.right) @fallback

(assignment left: (_) @bind.target right: (_) @bind.value) @bind
(operator_assignment left: (_) @bind.target operator: "||=" right: (_) @bind.value) @bind
(optional_parameter name: (_) @bind.target value: (_) @bind.value) @bind
(keyword_parameter name: (_) @bind.target value: (_) @bind.value) @bind
(method_parameters (identifier) @hidden)
(keyword_parameter name: (identifier) @hidden)
(block_parameters (identifier) @hidden)

[(method name: (_) @function.name) (singleton_method name: (_) @function.name)] @function
[(do_block) (block) (lambda)] @function
(class name: (_) @class.name) @class
(module name: (_) @class.name) @class
(class name: (_) @class.name superclass: (superclass (_) @class.base)) @class
(class name: (_) @class.name body: (body_statement (call method: (identifier) @class.macro
  arguments: (argument_list (simple_symbol) @class.field)) (#match? @class.macro "^attr_"))) @class
(class name: (_) @class.name body: (body_statement (call method: (identifier) @class.macro
  arguments: (argument_list . (simple_symbol) @class.field)) (#eq? @class.macro "attribute"))) @class
`;

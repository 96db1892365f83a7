/** Node types: https://github.com/tree-sitter/tree-sitter-python/blob/master/src/node-types.json */
export const pythonQuery = `
(import_statement name: (dotted_name) @import.module) @import
(import_statement name: (aliased_import name: (_) @import.module alias: (_) @import.alias)) @import
(import_from_statement module_name: (_) @import.from name: (dotted_name) @import.name) @import
(import_from_statement module_name: (_) @import.from name: (aliased_import name: (_) @import.name alias: (_) @import.alias)) @import
(import_from_statement module_name: (_) @import.from (wildcard_import) @import.name) @import

(call function: (_) @call.callee) @call
(call arguments: (argument_list (_) @call.argument)) @call
(keyword_argument name: (_) @named.name value: (_) @named.value) @named
(decorator (_) @decorator.value) @decorator

[(string) (concatenated_string)] @text
[(integer) (float)] @number
(dictionary (pair key: (_) @object.key value: (_) @object.value)) @object
[(list (_) @list.item) (tuple (_) @list.item) (set (_) @list.item)] @list
(boolean_operator left: (_) @fallback.left operator: "or" right: (_) @fallback.right) @fallback

(assignment left: (_) @bind.target right: (_) @bind.value) @bind
(assignment left: (_) @typed.target type: (_) @typed.type) @typed
(named_expression name: (_) @bind.target value: (_) @bind.value) @bind
(as_pattern (_) @bind.value alias: (as_pattern_target (_) @bind.target)) @bind
(default_parameter name: (_) @bind.target value: (_) @bind.value) @bind
(typed_default_parameter name: (_) @bind.target value: (_) @bind.value) @bind
(typed_default_parameter name: (_) @typed.target type: (_) @typed.type) @typed
(typed_parameter . (identifier) @typed.target type: (_) @typed.type) @typed
(parameters (identifier) @hidden)
(lambda_parameters (identifier) @hidden)
(for_statement left: (identifier) @hidden)

(decorated_definition (decorator (_) @dead.mark)) @dead
(if_statement condition: [(false) (integer)] @dead.mark consequence: (block) @dead)

(function_definition name: (_) @function.name) @function
(lambda) @function
(class_definition name: (_) @class.name) @class
(class_definition name: (_) @class.name superclasses: (argument_list (_) @class.base)) @class
(class_definition name: (_) @class.name body: (block (expression_statement (assignment left: (identifier) @class.field)))) @class
(decorated_definition (decorator (_) @class.decorator) definition: (class_definition name: (_) @class.name) @class)
`;

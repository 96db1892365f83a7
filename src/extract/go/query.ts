/** Node types: https://github.com/tree-sitter/tree-sitter-go/blob/master/src/node-types.json */
export const goQuery = `
(import_spec path: (_) @import.module) @import
(import_spec name: (_) @import.alias path: (_) @import.module) @import

(call_expression function: (_) @call.callee) @call
(call_expression arguments: (argument_list (_) @call.argument)) @call
(composite_literal type: [(type_identifier) (qualified_type)] @call.callee) @call
(composite_literal type: [(type_identifier) (qualified_type)]
  body: (literal_value (keyed_element key: (_) @call.key value: (_) @call.value))) @call

[(interpreted_string_literal) (raw_string_literal)] @text
[(int_literal) (float_literal)] @number
(composite_literal body: (literal_value (keyed_element key: (_) @object.key value: (_) @object.value))) @object
(literal_value (keyed_element key: (_) @object.key value: (_) @object.value)) @object
(composite_literal body: (literal_value (literal_element) @list.item)) @list

(short_var_declaration left: (expression_list . (_) @bind.target) right: (expression_list . (_) @bind.value)) @bind
(assignment_statement left: (expression_list . (_) @bind.target) right: (expression_list . (_) @bind.value)) @bind
(var_spec name: (_) @bind.target value: (expression_list . (_) @bind.value)) @bind
(const_spec name: (_) @bind.target value: (expression_list . (_) @bind.value)) @bind
(var_spec name: (_) @typed.target type: (_) @typed.type) @typed
(parameter_declaration name: (_) @typed.target type: (_) @typed.type) @typed
(field_declaration name: (_) @typed.target type: (_) @typed.type) @typed
(parameter_declaration name: (identifier) @hidden)
(range_clause left: (expression_list (identifier) @hidden))

(function_declaration name: (_) @function.name) @function
(method_declaration
  receiver: (parameter_list (parameter_declaration name: (_) @function.self type: (_) @function.owner))
  name: (_) @function.name) @function
(method_declaration name: (_) @function.name) @function
(func_literal) @function
(type_spec name: (_) @class.name type: (struct_type)) @class
(type_spec name: (_) @class.name type: (struct_type (field_declaration_list (field_declaration name: (_) @class.field)))) @class
(type_spec name: (_) @class.name type: (struct_type (field_declaration_list (field_declaration !name type: (_) @class.base)))) @class
`;

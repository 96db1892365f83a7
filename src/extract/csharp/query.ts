/** Node types: https://github.com/tree-sitter/tree-sitter-c-sharp/blob/master/src/node-types.json */
export const csharpQuery = `
(using_directive !name [(identifier) (qualified_name)] @import.module) @import
(using_directive name: (_) @import.alias [(identifier) (qualified_name)] @import.module .) @import

(invocation_expression function: (_) @call.callee) @call
(invocation_expression arguments: (argument_list (argument) @call.argument)) @call
(object_creation_expression type: (_) @call.callee) @call
(object_creation_expression arguments: (argument_list (argument) @call.argument)) @call
(object_creation_expression initializer: (initializer_expression
  (assignment_expression left: (_) @call.key right: (_) @call.value))) @call
(variable_declaration type: (_) @call.callee (variable_declarator (implicit_object_creation_expression) @call))
(implicit_object_creation_expression (argument_list (argument) @call.argument)) @call
(attribute name: (_) @call.callee) @call
(attribute (attribute_argument_list (attribute_argument) @call.argument)) @call
(attribute_list (attribute) @decorator.value) @decorator
(argument name: (_) @named.name (_) @named.value .) @named
(attribute_argument . (identifier) @named.name . (_) @named.value .) @named
(attribute_argument (assignment_expression left: (_) @named.name right: (_) @named.value)) @named

[(string_literal) (verbatim_string_literal) (raw_string_literal) (interpolated_string_expression)] @text
[(integer_literal) (real_literal)] @number
(initializer_expression (assignment_expression left: (_) @object.key right: (_) @object.value)) @object
(anonymous_object_creation_expression (identifier) @object.key . [(string_literal) (integer_literal) (real_literal)
  (invocation_expression) (member_access_expression) (anonymous_object_creation_expression)] @object.value) @object
(initializer_expression [(string_literal) (integer_literal) (real_literal)] @list.item) @list
(array_creation_expression (initializer_expression (_) @list.item)) @list
(implicit_array_creation_expression (initializer_expression (_) @list.item)) @list
(binary_expression left: (_) @fallback.left operator: "??" right: (_) @fallback.right) @fallback

(variable_declarator name: (_) @bind.target . [(string_literal) (verbatim_string_literal) (raw_string_literal)
  (interpolated_string_expression) (integer_literal) (real_literal) (invocation_expression) (object_creation_expression)
  (await_expression) (member_access_expression) (binary_expression) (identifier)] @bind.value .) @bind
(assignment_expression left: (_) @bind.target right: (_) @bind.value) @bind
(property_declaration name: (_) @bind.target value: (_) @bind.value) @bind
(parameter name: (_) @bind.target [(string_literal) (integer_literal) (real_literal)] @bind.value) @bind
(variable_declaration type: (_) @typed.type (variable_declarator name: (_) @typed.target)) @typed
(property_declaration type: (_) @typed.type name: (_) @typed.target) @typed
(parameter type: (_) @typed.type name: (_) @typed.target) @typed
(parameter name: (identifier) @hidden)
(implicit_parameter) @hidden
(foreach_statement left: (identifier) @hidden)

[(method_declaration name: (_) @function.name) (constructor_declaration name: (_) @function.name)
 (local_function_statement name: (_) @function.name)] @function
[(lambda_expression) (anonymous_method_expression)] @function
[(class_declaration name: (_) @class.name) (record_declaration name: (_) @class.name)
 (struct_declaration name: (_) @class.name) (interface_declaration name: (_) @class.name)] @class
[(class_declaration name: (_) @class.name (base_list [(identifier) (generic_name) (qualified_name)] @class.base))
 (record_declaration name: (_) @class.name (base_list [(identifier) (generic_name) (qualified_name)] @class.base))
 (record_declaration name: (_) @class.name (base_list (primary_constructor_base_type type: (_) @class.base)))
 (interface_declaration name: (_) @class.name (base_list [(identifier) (generic_name) (qualified_name)] @class.base))] @class
[(class_declaration name: (_) @class.name body: (declaration_list (property_declaration name: (_) @class.field)))
 (class_declaration name: (_) @class.name body: (declaration_list
   (field_declaration (variable_declaration (variable_declarator name: (_) @class.field)))))
 (record_declaration name: (_) @class.name (parameter_list (parameter name: (_) @class.field)))
 (record_declaration name: (_) @class.name body: (declaration_list (property_declaration name: (_) @class.field)))
 (struct_declaration name: (_) @class.name body: (declaration_list (property_declaration name: (_) @class.field)))] @class
[(class_declaration (attribute_list (attribute) @class.decorator) name: (_) @class.name)
 (record_declaration (attribute_list (attribute) @class.decorator) name: (_) @class.name)] @class
`;
